/* schedule: from plan and rhythm to the dated plan: weeks, dates, sittings, content, in this order.
 */
#include "schedule/schedule.h"

#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "schedule/assign.h"
#include "schedule/lived/lived.h"
#include "schedule/lived/past.h"
#include "schedule/slots.h"
#include "schedule/weeks.h"

#define LEAST_REVIEW_DAYS 14 /* between two monthly reviews */
#define SHORT_PLAN_DAYS   21 /* a shorter plan has one review, at its end */
#define LEAST_EMPTY_WEEKS 2  /* in a row, to be worth a word */
#define MOST_RUNS_SAID    3

/* The first day on or after FIRST that is a WEEKDAY. */
static day next_weekday(day first, enum weekday weekday)
{
    return first + (day)((7 + weekday - weekday_of(first)) % 7);
}

/* Sessions as they are laid out, week by week. */
struct layout {
    struct pool *pool;
    struct schedule *schedule;
    struct slot_maker maker;
    struct item_index items;
    size_t capacity;
    /* how many were taken over */
    size_t lived;
};

static void add_session(struct layout *layout, struct session session)
{
    struct schedule *schedule = layout->schedule;
    struct week *week = &schedule->weeks[session.week];

    schedule->sessions = pool_extend(layout->pool, schedule->sessions, schedule->session_count,
                                     &layout->capacity, sizeof *schedule->sessions);
    schedule->sessions[schedule->session_count++] = session;
    week->session_count++;
    week->minutes += session.minutes;
    schedule->minutes += session.minutes;
}

/* What was lived of the week; gives the first day that is still to be laid out. */
static day take_lived(struct layout *layout, int week_index)
{
    const struct schedule *schedule = layout->schedule;
    const struct week *week = &schedule->weeks[week_index];
    const struct past *past = schedule->rhythm.past;

    if (!past || (size_t)week_index >= past->week_count || week->thawed)
        return week->first;
    const struct past_week *lived = &past->weeks[week_index];
    for (size_t i = 0; i < lived->session_count; i++)
        add_session(layout, session_lived(layout->pool, &layout->items,
                                          &past->sessions[layout->lived++], week_index));
    return past->today;
}

/* true where one of the week, or of one of the same name right before it, has that id. */
static bool id_taken(const struct schedule *schedule, const struct week *week, const char *id)
{
    const struct week *other = week;

    while (other > schedule->weeks && other[-1].iso_week == week->iso_week &&
           other[-1].iso_year == week->iso_year)
        other--;
    for (size_t i = other->first_session; i < schedule->session_count; i++)
        if (strcmp(schedule->sessions[i].id, id) == 0)
            return true;
    return false;
}

/* Puts the week's sittings into the schedule, behind those that were lived; the week's minutes are
 * their sum. */
static void add_sessions(struct layout *layout, int week_index)
{
    struct schedule *schedule = layout->schedule;
    struct week *week = &schedule->weeks[week_index];

    week->first_session = schedule->session_count;
    week->minutes = 0;
    day from = take_lived(layout, week_index);
    if (from > week->last)
        return;
    struct stretch stretch = rhythm_stretch(&schedule->rhythm, week->first, week->last);
    const struct pattern *pattern = slots_for(&layout->maker, &stretch);
    size_t number = week->session_count;
    for (size_t i = 0; i < pattern->count; i++) {
        const struct slot *slot = &pattern->slots[i];
        struct session session = {.date = next_weekday(week->first, slot->weekday),
                                  .start = slot->start,
                                  .minutes = slot->minutes,
                                  .week = week_index};
        char key[64];
        if (session.date < from)
            continue;
        do {
            snprintf(key, sizeof key, "session:%04d-W%02d.%zu", week->iso_year, week->iso_week,
                     ++number);
            session.id = plan_uuid(schedule->plan, key);
        } while (schedule->rhythm.past && id_taken(schedule, week, session.id));
        add_session(layout, session);
    }
}

/* The last session of each calendar month has the monthly review, none sooner than two weeks after
 * the one before; the plan's very last session has one in any case. What was lived keeps what it
 * had. */
static void mark_closing_sessions(struct schedule *schedule)
{
    struct session *before = NULL;

    for (size_t i = 0; i < schedule->session_count; i++) {
        struct civil this = civil_of(schedule->sessions[i].date);
        bool last = i + 1 == schedule->session_count;
        if (!last) {
            struct civil next = civil_of(schedule->sessions[i + 1].date);
            last = next.month != this.month || next.year != this.year;
        }
        struct session *session = &schedule->sessions[i];
        bool end = i + 1 == schedule->session_count;
        bool soon = before && session->date - before->date < LEAST_REVIEW_DAYS;
        if (!session->lived) {
            if (end && (soon || schedule->end - schedule->start + 1 < SHORT_PLAN_DAYS) && before &&
                !before->lived)
                before->closes_month = false;
            session->closes_month = last && (end || !soon);
        }
        if (session->closes_month)
            before = session;
    }
}

/* true where nothing of the roadmap falls into the week, and that could still be changed. */
static bool is_empty(const struct week *week)
{
    return !week->lived && week->item_count == 0 && week->phase < 0 && week->session_count > 0;
}

/* Says which weeks have sessions but nothing to do in them. */
static void report_empty_weeks(const struct schedule *schedule)
{
    struct text text = TEXT_INIT;
    size_t count = 0, runs = 0;

    for (size_t w = 0; w < schedule->week_count; w++) {
        size_t end = w;
        while (end < schedule->week_count && is_empty(&schedule->weeks[end]))
            end++;
        if (end - w < LEAST_EMPTY_WEEKS)
            continue;
        char first[DATE_TEXT], last[DATE_TEXT];
        if (runs++ < MOST_RUNS_SAID)
            text_print(&text, "%s%d-%d (%s..%s)", runs > 1 ? ", " : "", schedule->weeks[w].number,
                       schedule->weeks[end - 1].number, day_print(schedule->weeks[w].first, first),
                       day_print(schedule->weeks[end - 1].last, last));
        count += end - w;
        w = end;
    }
    if (runs > MOST_RUNS_SAID)
        text_add(&text, " and others");
    if (count > 0 && count < schedule->week_count)
        report((struct place){schedule->plan->source, 0, 0}, SEVERITY_WARNING, RULE_EMPTY_WEEKS,
               "nothing of the roadmap falls into weeks %s: it %s", text_string(&text),
               is_empty(&schedule->weeks[schedule->week_count - 1]) && schedule->plan->length_stated
                   ? "is stated to be longer than what it dates"
                   : "dates nothing there");
    text_free(&text);
}

/* Says so where days off and periods of no hours leave little of the plan. */
static void report_standstill(const struct schedule *schedule)
{
    size_t count = 0, from = 0;

    while (from < schedule->week_count && schedule->weeks[from].lived)
        from++;
    for (size_t w = from; w < schedule->week_count; w++)
        count += schedule->weeks[w].session_count == 0;
    if (2 * count <= schedule->week_count - from)
        return;
    char first[DATE_TEXT], last[DATE_TEXT];
    report(NOWHERE, SEVERITY_WARNING, RULE_OFF_MOST,
           "%zu of the %zu weeks from %s to %s have no session: days off and periods without hours "
           "take them",
           count, schedule->week_count - from, day_print(schedule->weeks[from].first, first),
           day_print(schedule->end, last));
}

/* Says so where the plan does not begin when it was asked to, as it has begun already. */
static void report_start(const struct schedule *schedule, day asked_for)
{
    char began[DATE_TEXT], asked[DATE_TEXT];

    if (schedule->rhythm.past && asked_for != schedule->rhythm.start)
        report(NOWHERE, SEVERITY_WARNING, RULE_START_MISMATCH,
               "the plan began on %s and has been lived since; the start %s is taken no notice of",
               day_print(schedule->rhythm.start, began), day_print(asked_for, asked));
}

const struct schedule *schedule_make(struct pool *pool, const struct plan *plan,
                                     const struct rhythm *rhythm)
{
    struct schedule *schedule = pool_alloc(pool, sizeof *schedule);

    schedule->plan = plan;
    schedule->rhythm = rhythm_complete(pool, plan, rhythm);
    report_start(schedule, rhythm->start);
    struct time_cells cells = weeks_make(pool, schedule);
    struct layout layout = {.pool = pool,
                            .schedule = schedule,
                            .maker = {.pool = pool, .plan = plan, .rhythm = &schedule->rhythm}};
    if (schedule->rhythm.past)
        layout.items = item_index_new(pool, plan);
    for (size_t w = 0; w < schedule->week_count; w++)
        add_sessions(&layout, (int)w);
    dates_fill(pool, &cells, schedule);
    mark_closing_sessions(schedule);
    report_standstill(schedule);
    report_empty_weeks(schedule);
    sessions_assign(pool, schedule);
    return schedule;
}

const struct dates *item_dates(const struct schedule *schedule, const struct item *item)
{
    return &schedule->items[item - schedule->plan->items];
}

const struct dates *section_dates(const struct schedule *schedule, const struct section *section)
{
    return &schedule->sections[section - schedule->plan->sections];
}

const struct week *week_of(const struct schedule *schedule, day date)
{
    size_t low = 0, high = schedule->week_count;

    if (date < schedule->start || date > schedule->end)
        return NULL;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (schedule->weeks[middle].first <= date)
            low = middle;
        else
            high = middle;
    }
    return &schedule->weeks[low];
}

const char *duration_print(int minutes, char out[DURATION_TEXT])
{
    int hours = minutes / 60, rest = minutes % 60;

    if (hours > 0 && rest > 0)
        snprintf(out, DURATION_TEXT, "%d h %02d", hours, rest);
    else if (rest > 0)
        snprintf(out, DURATION_TEXT, "%d min", rest);
    else
        snprintf(out, DURATION_TEXT, "%d h", hours);
    return out;
}

const char *clock_print(int minute, char out[DURATION_TEXT])
{
    snprintf(out, DURATION_TEXT, "%02d:%02d", minute / 60, minute % 60);
    return out;
}
