/* today_view: the figures behind the sheet Today, for the day as of. */
#include "xlsx/sheets/today_view.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "schedule/lived/progress.h"
#include "xlsx/cells/carried.h"

#define SESSIONS_MORE 6 /* listed behind those of the week */

/* true where the row of the Log at INDEX counts. */
static bool counts(const struct tracker *tracker, size_t index)
{
    return verdict_counts(tracker->figures->verdicts[index]);
}

/* Hours that count on the days FROM..BEFORE, serials, the last not included. */
static double logged_between(const struct tracker *tracker, double from, double before)
{
    double sum = 0.0;

    for (size_t i = 0; i < tracker->logbook->entry_count; i++) {
        const struct log_entry *entry = &tracker->logbook->entries[i];
        if (counts(tracker, i) && date_serial(entry->date) >= from &&
            date_serial(entry->date) < before)
            sum += entry->hours;
    }
    return sum;
}

/* As that, of rows that are no session's. */
static double beside_between(const struct tracker *tracker, double from, double before)
{
    double sum = 0.0;

    for (size_t i = 0; i < tracker->logbook->entry_count; i++) {
        const struct log_entry *entry = &tracker->logbook->entries[i];
        if (!tracker->log_rows[i].session && counts(tracker, i) &&
            date_serial(entry->date) >= from && date_serial(entry->date) < before)
            sum += entry->hours;
    }
    return sum;
}

static double planned_between(const struct tracker *tracker, double from, double before)
{
    const struct schedule *schedule = tracker->schedule;
    long minutes = 0;

    for (size_t i = 0; i < schedule->session_count; i++) {
        double date = date_serial(schedule->sessions[i].date);
        if (date >= from && date < before)
            minutes += schedule->sessions[i].minutes;
    }
    return (double)minutes / 60.0;
}

static size_t sessions_before(const struct tracker *tracker, double date)
{
    const struct schedule *schedule = tracker->schedule;
    size_t count = 0;

    while (count < schedule->session_count && date_serial(schedule->sessions[count].date) < date)
        count++;
    return count;
}

static void fill_plan(const struct tracker *tracker, double *facts)
{
    const struct schedule *schedule = tracker->schedule;
    const struct progress *progress = schedule->rhythm.progress;
    bool replanned = forecast_replanned(schedule);

    facts[TODAY_START] = date_serial(schedule->start);
    facts[TODAY_END] = date_serial(schedule->end);
    facts[TODAY_SINCE] =
        date_serial(replanned ? progress->replans[progress->replan_count - 1] : schedule->start);
    facts[TODAY_WEEKS] = (double)schedule->week_count;
    facts[TODAY_PLANNED] = tracker->forecast->values[FORECAST_TOTAL];
}

/* The days of the Log's first and last row that count; where none does, of the plan so far. */
static void fill_logged_days(const struct tracker *tracker, double as_of, double *facts)
{
    const struct logbook *logbook = tracker->logbook;
    bool some = false;

    facts[TODAY_FROM] = facts[TODAY_START];
    facts[TODAY_UNTIL] = fmin(as_of, facts[TODAY_END]);
    for (size_t i = 0; i < logbook->entry_count; i++) {
        if (!counts(tracker, i))
            continue;
        facts[TODAY_UNTIL] = date_serial(logbook->entries[i].date);
        if (!some)
            facts[TODAY_FROM] = facts[TODAY_UNTIL];
        some = true;
    }
}

static void fill_week(const struct tracker *tracker, double as_of, double *facts)
{
    const struct schedule *schedule = tracker->schedule;
    size_t week = 0;

    while (week < schedule->week_count && date_serial(schedule->weeks[week].first) <= as_of)
        week++;
    if (week == 0 && schedule->week_count > 0) /* the first is to come */
        week = 1;
    if (as_of > facts[TODAY_END])
        week = 0;
    facts[TODAY_WEEK] = (double)week;
    facts[TODAY_BASE] = (double)sessions_before(
        tracker, week ? date_serial(schedule->weeks[week - 1].first) : as_of);
    if (week == 0)
        return;
    facts[TODAY_FIRST] = date_serial(schedule->weeks[week - 1].first);
    facts[TODAY_NEXT] = week < schedule->week_count ? date_serial(schedule->weeks[week].first)
                                                    : facts[TODAY_END] + 1;
    if (facts[TODAY_OVER] == 0)
        facts[TODAY_IN_WEEK] =
            (double)sessions_before(tracker, facts[TODAY_NEXT]) - facts[TODAY_BASE];
    facts[TODAY_WEEK_PLANNED] = tracker->figures->weeks[week - 1].planned;
    facts[TODAY_WEEK_LOGGED] = logged_between(tracker, facts[TODAY_FIRST], facts[TODAY_NEXT]);
    if (facts[TODAY_OVER] == 0)
        facts[TODAY_BESIDE] =
            sheet_round(beside_between(tracker, facts[TODAY_FIRST], facts[TODAY_NEXT]), 6);
}

/* The most sessions that a week has. */
static size_t most_in_week(const struct schedule *schedule)
{
    size_t most = 1;

    for (size_t i = 0; i < schedule->week_count; i++)
        if (schedule->weeks[i].session_count > most)
            most = schedule->weeks[i].session_count;
    return most;
}

static void list_session(const struct tracker *tracker, const struct session *session, double as_of,
                         struct today_session *out)
{
    out->session = session;
    out->waits = TODAY_NEVER;
    for (size_t row = 0; row < tracker->log_row_count; row++) {
        const struct log_entry *entry = &tracker->logbook->entries[row];
        if (tracker->log_rows[row].session != session)
            continue;
        out->line = FIRST_ROW + row + 1;
        out->date = date_serial(entry->date != DAY_NONE ? entry->date : session->date);
        out->logged = counts(tracker, row) ? entry->hours : 0.0;
    }
    if (out->logged == 0.0 && out->date >= as_of)
        out->waits = out->date;
}

static void list_sessions(struct tracker *tracker, double as_of, struct today_view *view)
{
    const struct schedule *schedule = tracker->schedule;
    double *facts = view->facts, soonest = TODAY_NEVER;

    view->week_rows = most_in_week(schedule);
    view->session_count = view->week_rows + SESSIONS_MORE;
    view->sessions = pool_alloc(tracker->pool, view->session_count * sizeof *view->sessions);
    for (size_t i = 0; i < view->session_count; i++) {
        size_t at = (size_t)facts[TODAY_BASE] + i;
        view->sessions[i].waits = TODAY_NEVER;
        if (at < schedule->session_count)
            list_session(tracker, &schedule->sessions[at], as_of, &view->sessions[i]);
        if (view->sessions[i].waits >= soonest || facts[TODAY_OVER] > 0)
            continue;
        soonest = view->sessions[i].waits;
        facts[TODAY_ROW] = (double)(i + 1);
        facts[TODAY_SESSION] = (double)(at + 1);
        facts[TODAY_DATE] = soonest;
        facts[TODAY_LINE] = (double)view->sessions[i].line;
    }
}

static void fill_standing(const struct tracker *tracker, double as_of, double *facts)
{
    facts[TODAY_LOGGED] = logged_between(tracker, 0, HUGE_VAL);
    facts[TODAY_LOGGED_SINCE] = logged_between(
        tracker, forecast_replanned(tracker->schedule) ? facts[TODAY_SINCE] : 0, as_of);
    facts[TODAY_LOGGED_TODAY] = logged_between(tracker, as_of, as_of + 1);
    facts[TODAY_PLANNED_SINCE] = planned_between(tracker, facts[TODAY_SINCE], as_of);
    facts[TODAY_REST] = planned_between(tracker, as_of, TODAY_NEVER);
    facts[TODAY_GAP] = sheet_round(facts[TODAY_LOGGED_SINCE] - facts[TODAY_PLANNED_SINCE], 6);
    facts[TODAY_AHEAD] = facts[TODAY_LOGGED] > 0 && facts[TODAY_OVER] == 0 ? facts[TODAY_GAP] : 0.0;
    facts[TODAY_MADE] = as_of;
    facts[TODAY_MADE_GAP] = facts[TODAY_GAP];
}

/* The index of that category; the count of them where the plan has none such. */
static size_t find_category(const struct schedule *schedule, const char *category)
{
    size_t at = 0;

    while (at < schedule->category_count && !same_words(category, schedule->categories[at].name))
        at++;
    return at;
}

/* true where something stands in that row's Category. */
static bool has_category(const struct tracker *tracker, size_t row)
{
    const struct log_row *log = &tracker->log_rows[row];

    return log->cells[LOG_CATEGORY] ? log->cells[LOG_CATEGORY]->kind != CELL_EMPTY
                                    : *tracker->logbook->entries[row].category != '\0';
}

static void fill_rows(const struct tracker *tracker, struct today_view *view)
{
    const struct schedule *schedule = tracker->schedule;
    double *facts = view->facts;

    view->known = pool_alloc(tracker->pool, (schedule->category_count + 1) * sizeof *view->known);
    for (size_t i = 0; i < tracker->logbook->entry_count; i++) {
        const struct log_entry *entry = &tracker->logbook->entries[i];
        if (verdict_is_astray(tracker->figures->verdicts[i]) && facts[TODAY_ODD]++ == 0)
            facts[TODAY_ODD_LINE] = (double)(FIRST_ROW + i + 1);
        if (!counts(tracker, i) || !has_category(tracker, i))
            continue;
        size_t category = find_category(schedule, entry->category);
        view->known[category]++;
        facts[TODAY_UNKNOWN] += category == schedule->category_count;
    }
}

const struct today_view *today_view(struct tracker *tracker)
{
    struct today_view *view = pool_alloc(tracker->pool, sizeof *view);
    double as_of = date_serial(tracker->edition->today);

    fill_plan(tracker, view->facts);
    fill_logged_days(tracker, as_of, view->facts);
    today_sum_up(tracker, as_of, view->facts);
    fill_week(tracker, as_of, view->facts);
    list_sessions(tracker, as_of, view);
    fill_standing(tracker, as_of, view->facts);
    fill_rows(tracker, view);
    today_list_dues(tracker, as_of, view);
    return view;
}
