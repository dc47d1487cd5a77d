/* weeks: goes from week to week and lets plan time run with the pace of each. */
#include "schedule/weeks.h"

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

/* Plan time in the middle of COUNT days: at noon of the middle day, or between the middle two. */
static double middle_of(const double *edges, int count)
{
    if (count % 2 == 0)
        return edges[count / 2];
    return (edges[count / 2] + edges[count / 2 + 1]) / 2;
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

/* A plan does not end with days on which it stands still. */
static size_t trim_standstill(struct week *weeks, size_t count)
{
    while (count > 1 && weeks[count - 1].to <= weeks[count - 1].from)
        count--;
    return count;
}

static void report_too_long(const struct plan *plan)
{
    struct place place = {plan->source, 0, 0};

    report(place, SEVERITY_WARNING, RULE_TOO_LONG,
           "at these hours the plan runs past the year %d; cut there", LAST_YEAR);
}

/* The next week of the plan, from day FIRST and instant FROM; false where the plan is over. EDGES
 * gets plan time at its days' edges. */
static bool next_week(const struct plan *plan, const struct rhythm *rhythm, day first, double from,
                      struct week *week, double *edges)
{
    day last = week_begin(first, rhythm->week_start) + 6;
    int count = last - first + 1;
    bool start = first == rhythm->start;

    pace_edges(plan, rhythm, first, last, from, edges);
    if (plan->unit == UNIT_DAY) {
        count = days_before(edges, count, plan->length_days);
        if (count == 0 && start)
            count = 1;
        if (count == 0)
            return false;
    } else if (!start && middle_of(edges, count) >= plan->length_days - PLAN_TIME_EPSILON) {
        return false;
    }
    week->first = first;
    week->last = first + count - 1;
    week->from = from;
    week->middle = middle_of(edges, count);
    week->to = edges[count];
    week->phase = phase_at(plan, week->middle);
    week->minutes = rhythm_stretch(rhythm, week->first, week->last).minutes;
    number_week(week, rhythm->week_start);
    return true;
}

day weeks_last_day(const struct plan *plan, const struct rhythm *rhythm)
{
    struct week week = {0};
    double edges[8];
    day limit = day_of(LAST_YEAR, 12, 31), next = rhythm->start, end = DAY_NONE;

    while (next_week(plan, rhythm, next, week.to, &week, edges)) {
        if (end != DAY_NONE && week.last > limit)
            break;
        if (end == DAY_NONE || week.to > week.from)
            end = week.last;
        next = week.last + 1;
    }
    return end;
}

/* Plan time at every day's edges, from the start to the end, for a plan in days. */
static const double *edges_of_days(struct pool *pool, const struct schedule *schedule)
{
    size_t count = (size_t)(schedule->end - schedule->start + 1);
    double *edges = pool_alloc(pool, (count + 1) * sizeof *edges);

    for (size_t i = 0; i < schedule->week_count; i++) {
        const struct week *week = &schedule->weeks[i];
        pace_edges(schedule->plan, &schedule->rhythm, week->first, week->last, week->from,
                   edges + (week->first - schedule->start));
    }
    return edges;
}

struct time_cells weeks_make(struct pool *pool, struct schedule *schedule)
{
    struct week *weeks = NULL;
    size_t count = 0, capacity = 0;
    double edges[8];
    day limit = day_of(LAST_YEAR, 12, 31);
    struct week week = {0};

    schedule->start = schedule->rhythm.start;
    while (next_week(schedule->plan, &schedule->rhythm, count ? week.last + 1 : schedule->start,
                     week.to, &week, edges)) {
        if (count > 0 && week.last > limit) {
            report_too_long(schedule->plan);
            break;
        }
        weeks = pool_extend(pool, weeks, count, &capacity, sizeof *weeks);
        week.number = (int)count + 1;
        weeks[count++] = week;
    }
    count = trim_standstill(weeks, count);
    schedule->weeks = weeks;
    schedule->week_count = count;
    schedule->end = weeks[count - 1].last;
    struct time_cells cells = {schedule, count, NULL};
    if (schedule->plan->unit == UNIT_DAY) {
        cells.edges = edges_of_days(pool, schedule);
        cells.cell_count = (size_t)(schedule->end - schedule->start + 1);
    }
    return cells;
}
