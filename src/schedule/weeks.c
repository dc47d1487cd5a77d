/* weeks: goes from week to week and lets plan time run with the pace of each. */
#include "schedule/weeks.h"

#include <string.h>

#include "schedule/lived/past.h"

#define LAST_YEAR 2199

/* The day on which the calendar week of DATE begins. */
static day week_begin(day date, enum weekday week_start)
{
    return date - (day)((7 + weekday_of(date) - week_start) % 7);
}

/* Its number is that of the first Monday on or after its nominal begin (ISO 8601). */
static void number_week(struct week *week, enum weekday week_start)
{
    day begin = week_begin(week->first, week_start);
    day monday = begin + (day)((7 - weekday_of(begin)) % 7);

    week->iso_week = iso_week_of(monday, &week->iso_year);
}

/* How many of the COUNT days come before the plan's end and are the plan's to the last. */
static int days_before(const double *edges, int count, double length)
{
    int days = 0;

    while (days < count && (edges[days] + edges[days + 1]) / 2 < length - PLAN_TIME_EPSILON)
        days++;
    return days;
}

/* Of phases that overlap, the one that starts later has the week: it has begun in earnest, while
 * the other runs out. */
static int phase_at(const struct plan *plan, double instant)
{
    int found = -1;

    for (size_t i = 0; i < plan->phase_count; i++) {
        struct interval when = plan->phases[i].when;
        if (when.from < 0 || instant < when.from - PLAN_TIME_EPSILON ||
            instant >= when.to - PLAN_TIME_EPSILON)
            continue;
        if (found < 0 || when.from >= plan->phases[found].when.from)
            found = (int)i;
    }
    return found;
}

/* The phase of that section; where it is gone, the one that has the instant now. */
static int phase_of_lived(const struct plan *plan, const struct past_week *lived)
{
    if (!*lived->phase)
        return -1;
    for (size_t i = 0; i < plan->phase_count; i++)
        if (strcmp(plan->phases[i].section->id, lived->phase) == 0)
            return (int)i;
    return phase_at(plan, lived->middle);
}

static void report_too_long(const struct plan *plan)
{
    struct place place = {plan->source, 0, 0};

    report(place, SEVERITY_WARNING, RULE_TOO_LONG,
           "at these hours the plan runs past the year %d; cut there", LAST_YEAR);
}

/* Goes from week to week, first through those that stand. */
struct week_walk {
    const struct plan *plan;
    const struct rhythm *rhythm;
    /* how many it has been through, and the last of them */
    size_t count;
    struct week week;
    /* where the next one begins */
    day first;
    double from;
    /* how much further plan time is by what was changed in the past on purpose */
    double shift;
};

static struct week_walk walk_begin(const struct plan *plan, const struct rhythm *rhythm)
{
    const struct past *past = rhythm->past;

    return (struct week_walk){.plan = plan,
                              .rhythm = rhythm,
                              .first = rhythm->start,
                              .from = past ? past->weeks[0].from : 0};
}

/* Fills in the days of a week from its first on, COUNT of them, by plan time at their EDGES. */
static void set_days(const struct week_walk *walk, struct week *week, const double *edges,
                     int count)
{
    week->first = walk->first;
    week->last = walk->first + count - 1;
    week->from = edges[0];
    week->middle = pace_middle(edges, count);
    week->to = edges[count];
    week->phase = phase_at(walk->plan, week->middle > 0 ? week->middle : 0);
    week->minutes = rhythm_stretch(walk->rhythm, week->first, week->last).minutes;
    number_week(week, walk->rhythm->week_start);
}

/* The next week of the plan, all of which is still to be laid out; false where the plan is over. */
static bool lay_next(const struct week_walk *walk, struct week *week)
{
    const struct plan *plan = walk->plan;
    day last = week_begin(walk->first, walk->rhythm->week_start) + 6;
    int count = last - walk->first + 1;
    bool start = walk->first == walk->rhythm->start;
    double edges[8];

    pace_edges(plan, walk->rhythm, walk->first, last, walk->from, edges);
    if (plan->unit == UNIT_DAY) {
        count = days_before(edges, count, plan->length_days);
        if (count == 0 && start)
            count = 1;
        if (count == 0)
            return false;
    } else if (!start && pace_middle(edges, count) >= plan->length_days - PLAN_TIME_EPSILON) {
        return false;
    }
    set_days(walk, week, edges, count);
    return true;
}

/* The week in which today lies: it stands up to yesterday, and is there in any case. Where the plan
 * was over before it began, it ends with yesterday. */
static void lay_current(const struct week_walk *walk, const struct past_week *begun,
                        struct week *week)
{
    const struct plan *plan = walk->plan;
    day today = walk->rhythm->past->today;
    day last = week_begin(today, walk->rhythm->week_start) + 6;
    int count, lived = today - begun->first;
    double edges[8];

    if (last > begun->first + 6)
        last = begun->first + 6;
    count = last - begun->first + 1;
    pace_edges(plan, walk->rhythm, begun->first, last, walk->from, edges);
    if (plan->unit == UNIT_DAY)
        count = days_before(edges, count, plan->length_days);
    else if (walk->from >= plan->length_days - PLAN_TIME_EPSILON)
        count = lived;
    set_days(walk, week, edges, count > lived ? count : lived);
    week->iso_year = begun->iso_year;
    week->iso_week = begun->iso_week;
    week->lived = week->last < today;
}

/* A week that is over stands as it was, or is laid out anew in its own days. */
static void take_over(const struct week_walk *walk, const struct past_week *lived,
                      struct week *week)
{
    int count = lived->last - lived->first + 1;
    double edges[8];

    pace_edges(walk->plan, walk->rhythm, lived->first, lived->last, lived->from, edges);
    set_days(walk, week, edges, count);
    week->iso_year = lived->iso_year;
    week->iso_week = lived->iso_week;
    week->phase = phase_of_lived(walk->plan, lived);
    week->thawed = past_week_thawed(walk->rhythm, lived);
    week->lived = !week->thawed;
    if (week->thawed)
        return;
    week->middle = lived->middle;
    week->to = lived->to;
    if (lived->page.page > 0 || lived->page.line_count > 0)
        week->page = &lived->page;
}

/* Goes on to the next week; false where the plan is over. */
static bool walk_on(struct week_walk *walk)
{
    const struct past *past = walk->rhythm->past;
    const struct past_week *lived =
        past && walk->count < past->week_count ? &past->weeks[walk->count] : NULL;
    struct week week = {.number = (int)walk->count + 1};

    if (lived && past_week_over(walk->rhythm, lived)) {
        bool more = walk->count + 1 < past->week_count;
        take_over(walk, lived, &week);
        walk->shift += week.to - lived->to;
        double next = more ? lived[1].from : walk->rhythm->resumes;
        walk->from = next + walk->shift;
        if (walk->from < 0 && walk->from < next)
            walk->from = next < 0 ? next : 0;
    } else if (lived) {
        lay_current(walk, lived, &week);
        walk->from = week.to;
    } else {
        if (!lay_next(walk, &week))
            return false;
        walk->from = week.to;
    }
    rhythm_rates(walk->rhythm, week.first, week.last, week.rates);
    walk->first = week.last + 1;
    walk->week = week;
    walk->count++;
    return true;
}

/* true where the week belongs to the plan even if it stands still at its end. */
static bool stays(const struct rhythm *rhythm, size_t index)
{
    return rhythm->past && index < rhythm->past->week_count;
}

day weeks_last_day(const struct plan *plan, const struct rhythm *rhythm)
{
    struct week_walk walk = walk_begin(plan, rhythm);
    day limit = day_of(LAST_YEAR, 12, 31), end = DAY_NONE;

    while (walk_on(&walk)) {
        const struct week *week = &walk.week;
        if (end != DAY_NONE && week->last > limit)
            break;
        if (end == DAY_NONE || week->to > week->from || stays(rhythm, walk.count - 1))
            end = week->last;
    }
    return end;
}

/* A plan does not end with days to come on which it stands still. */
static size_t trim_standstill(const struct rhythm *rhythm, const struct week *weeks, size_t count)
{
    while (count > 1 && weeks[count - 1].to <= weeks[count - 1].from && !stays(rhythm, count - 1))
        count--;
    return count;
}

/* Plan time at the edges of a week's days, of a lived one as far as it came then. */
static void edges_of_week(const struct schedule *schedule, const struct week *week, double *edges)
{
    int count = week->last - week->first + 1;

    pace_edges(schedule->plan, &schedule->rhythm, week->first, week->last, week->from, edges);
    double run = edges[count] - week->from;
    if (week->lived && run > 0 && edges[count] != week->to)
        for (int i = 1; i <= count; i++)
            edges[i] = week->from + (edges[i] - week->from) * (week->to - week->from) / run;
}

/* The cells, so that what is looked for in them never falls. */
static struct time_cells cells_of(struct pool *pool, const struct schedule *schedule)
{
    bool days = schedule->plan->unit == UNIT_DAY;
    size_t count = days ? (size_t)(schedule->end - schedule->start + 1) : schedule->week_count;
    double *reached = pool_alloc(pool, count * sizeof *reached);
    double *left = pool_alloc(pool, count * sizeof *left);
    double *ended = pool_alloc(pool, count * sizeof *ended);
    double edges[8];
    size_t cell = 0;

    for (size_t w = 0; w < schedule->week_count; w++) {
        const struct week *week = &schedule->weeks[w];
        left[cell] = week->middle;
        ended[cell] = week->to;
        if (!days) {
            cell++;
            continue;
        }
        edges_of_week(schedule, week, edges);
        for (int i = 0; i <= week->last - week->first; i++, cell++) {
            left[cell] = (edges[i] + edges[i + 1]) / 2;
            ended[cell] = edges[i + 1];
        }
    }
    memcpy(reached, left, count * sizeof *reached);
    for (size_t i = 1; i < count; i++) {
        reached[i] = reached[i] < reached[i - 1] ? reached[i - 1] : reached[i];
        ended[i] = ended[i] < ended[i - 1] ? ended[i - 1] : ended[i];
    }
    for (size_t i = count - 1; i-- > 0;)
        left[i] = left[i] > left[i + 1] ? left[i + 1] : left[i];
    return (struct time_cells){schedule, count, days, reached, left, ended};
}

struct time_cells weeks_make(struct pool *pool, struct schedule *schedule)
{
    struct week *weeks = NULL;
    size_t count = 0, capacity = 0;
    day limit = day_of(LAST_YEAR, 12, 31);
    struct week_walk walk = walk_begin(schedule->plan, &schedule->rhythm);

    schedule->start = schedule->rhythm.start;
    while (walk_on(&walk)) {
        if (count > 0 && walk.week.last > limit) {
            report_too_long(schedule->plan);
            break;
        }
        weeks = pool_extend(pool, weeks, count, &capacity, sizeof *weeks);
        weeks[count++] = walk.week;
    }
    count = trim_standstill(&schedule->rhythm, weeks, count);
    schedule->weeks = weeks;
    schedule->week_count = count;
    schedule->end = weeks[count - 1].last;
    return cells_of(pool, schedule);
}
