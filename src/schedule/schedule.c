/* schedule: from plan and rhythm to the dated plan: weeks, dates, sittings, content, in this order.
 */
#include "schedule/schedule.h"

#include <stdio.h>

#include "base/text.h"
#include "schedule/assign.h"
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

/* Puts the week's sittings into SCHEDULE; the week's minutes are their sum. */
static void add_sessions(struct pool *pool, struct schedule *schedule, struct slot_maker *maker,
                         int week_index, size_t *capacity)
{
    struct week *week = &schedule->weeks[week_index];
    struct stretch stretch = rhythm_stretch(&schedule->rhythm, week->first, week->last);
    const struct pattern *pattern = slots_for(maker, &stretch);

    week->first_session = schedule->session_count;
    week->session_count = pattern->count;
    week->minutes = 0;
    for (size_t i = 0; i < pattern->count; i++) {
        const struct slot *slot = &pattern->slots[i];
        char key[64];
        snprintf(key, sizeof key, "session:%04d-W%02d.%zu", week->iso_year, week->iso_week, i + 1);
        schedule->sessions = pool_extend(pool, schedule->sessions, schedule->session_count,
                                         capacity, sizeof *schedule->sessions);
        schedule->sessions[schedule->session_count++] =
            (struct session){.id = plan_uuid(schedule->plan, key),
                             .date = next_weekday(week->first, slot->weekday),
                             .start = slot->start,
                             .minutes = slot->minutes,
                             .week = week_index};
        week->minutes += slot->minutes;
    }
    schedule->minutes += week->minutes;
}

/* The last session of each calendar month has the monthly review, none sooner than two weeks after
 * the one before; the plan's very last session has one in any case. */
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
        if (end && (soon || schedule->end - schedule->start + 1 < SHORT_PLAN_DAYS) && before)
            before->closes_month = false;
        session->closes_month = last && (end || !soon);
        if (session->closes_month)
            before = session;
    }
}

/* true where nothing of the roadmap falls into the week. */
static bool is_empty(const struct week *week)
{
    return week->item_count == 0 && week->phase < 0 && week->session_count > 0;
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
    size_t count = 0;

    for (size_t w = 0; w < schedule->week_count; w++)
        count += schedule->weeks[w].session_count == 0;
    if (2 * count <= schedule->week_count)
        return;
    char first[DATE_TEXT], last[DATE_TEXT];
    report(NOWHERE, SEVERITY_WARNING, RULE_OFF_MOST,
           "%zu of the %zu weeks from %s to %s have no session: days off and periods without hours "
           "take them",
           count, schedule->week_count, day_print(schedule->start, first),
           day_print(schedule->end, last));
}

const struct schedule *schedule_make(struct pool *pool, const struct plan *plan,
                                     const struct rhythm *rhythm)
{
    struct schedule *schedule = pool_alloc(pool, sizeof *schedule);
    size_t capacity = 0;

    schedule->plan = plan;
    schedule->rhythm = rhythm_complete(pool, plan, rhythm);
    struct time_cells cells = weeks_make(pool, schedule);
    struct slot_maker maker = {.pool = pool, .plan = plan, .rhythm = &schedule->rhythm};
    for (size_t w = 0; w < schedule->week_count; w++)
        add_sessions(pool, schedule, &maker, (int)w, &capacity);
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
