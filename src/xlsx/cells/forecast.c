/* forecast: the formulas of the sheet Charts, worked out in C. */
#include "xlsx/cells/forecast.h"

#include <math.h>

#include "schedule/lived/progress.h"
#include "xlsx/cells/cells.h"

#define LAST_SERIAL 2958465.0 /* 9999-12-31 */

/* Hours that count, on the days FIRST..LAST. */
static double logged_in(const struct figures *figures, const struct logbook *logbook, day first,
                        day last)
{
    double sum = 0.0;

    for (size_t i = 0; logbook && i < logbook->entry_count; i++) {
        const struct log_entry *entry = &logbook->entries[i];
        if (verdict_counts(figures->verdicts[i]) && entry->date >= first && entry->date <= last)
            sum += entry->hours;
    }
    return sum;
}

double forecast_logged_on(const struct figures *figures, const struct logbook *logbook, day date)
{
    return logged_in(figures, logbook, date, date);
}

static double planned_in(const struct schedule *schedule, day first, day last)
{
    long minutes = 0;

    for (size_t i = 0; i < schedule->session_count; i++) {
        const struct session *session = &schedule->sessions[i];
        if (session->date >= first && session->date <= last)
            minutes += session->minutes;
    }
    return sheet_round((double)minutes / 60.0, 6);
}

bool forecast_replanned(const struct schedule *schedule)
{
    const struct progress *progress = schedule->rhythm.progress;

    return progress && progress->replan_count > 0;
}

static day laid_out_on(const struct schedule *schedule)
{
    const struct progress *progress = schedule->rhythm.progress;

    return forecast_replanned(schedule) ? progress->replans[progress->replan_count - 1]
                                        : schedule->start;
}

static void fill_hours(double *of, const struct schedule *schedule, const struct logbook *logbook,
                       const struct figures *figures)
{
    day today = figures->as_of, since = laid_out_on(schedule);
    double weeks = ((double)today - (double)schedule->start) / 7.0;

    of[FORECAST_AS_OF] = date_serial(today);
    of[FORECAST_START] = date_serial(schedule->start);
    of[FORECAST_END] = date_serial(schedule->end);
    of[FORECAST_SINCE] = date_serial(since);
    of[FORECAST_WEEKLY] = fmax(0.25, schedule->rhythm.minutes / 60.0);
    of[FORECAST_LOGGED] = figures->logged;
    if (forecast_replanned(schedule)) {
        of[FORECAST_LOGGED_BEFORE] = logged_in(figures, logbook, DAY_NONE + 1, since - 1);
        of[FORECAST_PLANNED_BEFORE] = planned_in(schedule, DAY_NONE + 1, since - 1);
    }
    of[FORECAST_TOTAL] =
        sheet_round(figures->planned - of[FORECAST_PLANNED_BEFORE] + of[FORECAST_LOGGED_BEFORE], 6);
    of[FORECAST_LOGGED_SO_FAR] = logged_in(figures, logbook, DAY_NONE + 1, today - 1);
    of[FORECAST_STAND_PLANNED] = planned_in(schedule, since, today - 1);
    of[FORECAST_STAND_LOGGED] = forecast_replanned(schedule)
                                    ? logged_in(figures, logbook, since, today - 1)
                                    : of[FORECAST_LOGGED_SO_FAR];
    of[FORECAST_AHEAD] = sheet_round(of[FORECAST_STAND_LOGGED] - of[FORECAST_STAND_PLANNED], 6);
    of[FORECAST_REST] = planned_in(schedule, today, INT32_MAX);
    of[FORECAST_LEFT] = fmax(0, sheet_round(of[FORECAST_TOTAL] - of[FORECAST_LOGGED_SO_FAR], 6));
    of[FORECAST_PACE] =
        logged_in(figures, logbook, today - 28, today - 1) / fmax(1, fmin(4, weeks));
    of[FORECAST_PACE_PLANNED] =
        planned_in(schedule, today - 28, today - 1) / fmax(1, fmin(4, weeks));
    of[FORECAST_WEEK_PLANNED] = figures->week_planned;
    of[FORECAST_WEEK_LOGGED] = figures->week_actual;
}

static struct week_lived *live_weeks(struct pool *pool, double *of, const struct schedule *schedule,
                                     const struct figures *figures)
{
    struct week_lived *weeks = pool_alloc(pool, (schedule->week_count + 1) * sizeof *weeks);
    struct week_lived before = {0};

    for (size_t i = 0; i < schedule->week_count; i++) {
        const struct week_figures *week = &figures->weeks[i];
        struct week_lived *out = &weeks[i];
        *out = (struct week_lived){.nth = before.nth, .streak = before.streak};
        if (schedule->weeks[i].last < figures->as_of && week->planned > 0) {
            out->counts = 1;
            out->nth++;
            out->share = fmin(SHARE_MOST, week->actual / week->planned);
            out->streak = week->actual - week->planned >= -TARGET_SLACK ? before.streak + 1 : 0;
        }
        of[FORECAST_BEST_STREAK] = fmax(of[FORECAST_BEST_STREAK], out->streak);
        of[FORECAST_BEGUN] += week->begun;
        before = *out;
    }
    of[FORECAST_WEEKS_LIVED] = before.nth;
    of[FORECAST_STREAK] = before.streak;
    for (size_t i = 0; i < schedule->week_count; i++)
        if (weeks[i].counts > 0 && weeks[i].nth > before.nth - WEEKS_TAKEN_MOST) {
            of[FORECAST_SHARES] += weeks[i].share;
            of[FORECAST_SQUARES] += weeks[i].share * weeks[i].share;
        }
    return weeks;
}

static void fill_stands(struct week_lived *weeks, const struct schedule *schedule,
                        const struct logbook *logbook, const struct figures *figures)
{
    day since = laid_out_on(schedule);

    for (size_t i = 0; i < schedule->week_count; i++) {
        const struct week *week = &schedule->weeks[i];
        if (week->last < since)
            weeks[i].stands = figures->weeks[i].actual;
        else if (week->first >= since)
            weeks[i].stands = figures->weeks[i].planned;
        else
            weeks[i].stands = logged_in(figures, logbook, week->first, since - 1) +
                              planned_in(schedule, since, week->last);
    }
}

int forecast_rest_of_week(const struct schedule *schedule, size_t index)
{
    day since = laid_out_on(schedule);
    const struct week *week = week_of(schedule, since);
    int minutes = 0;

    for (size_t i = 0; week && week->first < since && i < week->session_count; i++) {
        const struct session *session = &schedule->sessions[week->first_session + i];
        if (session->date >= since && session->category == (int)index)
            minutes += session->minutes;
    }
    return minutes;
}

/* All hours by phase: those of its weeks, and what was logged outside of them. */
static const double *stand_by_phase(struct pool *pool, double *of, const struct schedule *schedule,
                                    const struct logbook *logbook, const struct figures *figures,
                                    const struct week_lived *weeks)
{
    double *phases = pool_alloc(pool, (figures->phase_count + 1) * sizeof *phases);
    day since = laid_out_on(schedule);
    size_t count = schedule->week_count;

    of[FORECAST_LOGGED_EARLY] = figures->early;
    of[FORECAST_LOGGED_LATE] = figures->late;
    if (forecast_replanned(schedule)) {
        day start = since < schedule->start ? since : schedule->start;
        of[FORECAST_EARLY_STANDS] = logged_in(figures, logbook, DAY_NONE + 1, start - 1);
        of[FORECAST_LATE_STANDS] = logged_in(figures, logbook, schedule->end + 1, since - 1);
    }
    for (size_t i = 0; i < count; i++)
        phases[phase_place(schedule, i)] += weeks[i].stands;
    if (count > 0) {
        phases[phase_place(schedule, 0)] += of[FORECAST_EARLY_STANDS];
        phases[phase_place(schedule, count - 1)] += of[FORECAST_LATE_STANDS];
    }
    return phases;
}

/* As that, by category. */
static const double *stand_by_category(struct pool *pool, const double *of,
                                       const struct schedule *schedule,
                                       const struct logbook *logbook, const struct figures *figures)
{
    size_t count = figures->categories;
    double *categories = pool_alloc(pool, (count + 1) * sizeof *categories), known = 0;
    day since = laid_out_on(schedule);

    for (size_t c = 0; c < count; c++) {
        categories[c] = figures->category_planned[c];
        if (!forecast_replanned(schedule))
            continue;
        double logged = 0, planned = 0;
        for (size_t i = 0; i < schedule->session_count; i++)
            if (schedule->sessions[i].date >= since && schedule->sessions[i].category == (int)c)
                planned += schedule->sessions[i].minutes;
        for (size_t i = 0; logbook && i < logbook->entry_count; i++)
            if (verdict_counts(figures->verdicts[i]) && logbook->entries[i].date < since &&
                same_words(logbook->entries[i].category, schedule->categories[c].name))
                logged += logbook->entries[i].hours;
        categories[c] = planned / 60.0 + logged;
        known += logged;
    }
    categories[count] = sheet_round(of[FORECAST_LOGGED_BEFORE] - known, 6);
    return categories;
}

static double end_at(const double *of, double share)
{
    double days = sheet_round(of[FORECAST_DAYS_LEFT] / share, 0);

    return fmin(LAST_SERIAL, of[FORECAST_AS_OF] - 1 + days);
}

/* The weeks lived are a sample of those to come: their mean, and how far it may be off. */
static void foretell(double *of)
{
    double taken = of[FORECAST_WEEKS_TAKEN] = fmin(WEEKS_TAKEN_MOST, of[FORECAST_WEEKS_LIVED]);
    double sum = of[FORECAST_SHARES];

    of[FORECAST_USUAL] = (sum + WEEKS_TRUSTED) / (taken + WEEKS_TRUSTED);
    if (taken >= WEEKS_KNOWN)
        of[FORECAST_SPREAD] =
            sqrt(sheet_round(fmax(0, of[FORECAST_SQUARES] - sum * sum / taken) / (taken - 1), 9)) /
            sqrt(taken + WEEKS_TRUSTED);
    of[FORECAST_QUICK] = fmin(SHARE_MOST, of[FORECAST_USUAL] + of[FORECAST_SPREAD]);
    of[FORECAST_SLOW] = of[FORECAST_USUAL] - of[FORECAST_SPREAD];
    of[FORECAST_KNOWN] = taken >= WEEKS_KNOWN && of[FORECAST_USUAL] >= SHARE_LEAST;
    of[FORECAST_DAYS_LEFT] = of[FORECAST_REST] > 0 ? (of[FORECAST_END] - of[FORECAST_AS_OF] + 1) *
                                                         of[FORECAST_LEFT] / of[FORECAST_REST]
                                                   : 7 * of[FORECAST_LEFT] / of[FORECAST_WEEKLY];
    if (of[FORECAST_KNOWN] <= 0)
        return;
    of[FORECAST_EARLY] = end_at(of, of[FORECAST_QUICK]);
    of[FORECAST_LIKELY] = end_at(of, of[FORECAST_USUAL]);
    if (of[FORECAST_SLOW] >= SHARE_LEAST)
        of[FORECAST_LATE] = end_at(of, of[FORECAST_SLOW]);
}

/* So many weeks are before the first of SHOWN, that PAST weeks begun are among them. */
static double weeks_before(double weeks, double begun, double shown, double past)
{
    return fmax(0, fmin(weeks - fmin(weeks, shown), begun - past));
}

static double monday_of(double serial)
{
    return serial - fmod(serial - 2, 7);
}

static void place_windows(double *of, const struct schedule *schedule)
{
    double weeks = (double)schedule->week_count;

    of[FORECAST_LINES_FROM] = weeks_before(weeks, of[FORECAST_BEGUN], LINE_WEEKS, LINE_WEEKS_PAST);
    of[FORECAST_COLUMNS_FROM] = weeks_before(weeks, of[FORECAST_BEGUN], COLUMN_WEEKS, COLUMN_WEEKS);
    of[FORECAST_YEAR_FROM] =
        fmax(monday_of(of[FORECAST_START]), monday_of(of[FORECAST_AS_OF]) - 7.0 * (YEAR_WEEKS - 1));
}

static void find_odd(double *of, const struct figures *figures, int first_row)
{
    of[FORECAST_ODD_ROWS] = (double)figures->odd_rows;
    of[FORECAST_FIRST_ODD] = figures->odd_rows > 0 ? first_row + (double)figures->first_odd : 0;
    of[FORECAST_UNKNOWN_ROWS] = (double)figures->unknown_rows;
}

const struct forecast *forecast_make(struct pool *pool, const struct schedule *schedule,
                                     const struct logbook *logbook, const struct figures *figures,
                                     int first_row)
{
    struct forecast *forecast = pool_alloc(pool, sizeof *forecast);
    double *of = forecast->values;

    fill_hours(of, schedule, logbook, figures);
    struct week_lived *weeks = live_weeks(pool, of, schedule, figures);
    fill_stands(weeks, schedule, logbook, figures);
    forecast->weeks = weeks;
    forecast->phases = stand_by_phase(pool, of, schedule, logbook, figures, weeks);
    forecast->categories = stand_by_category(pool, of, schedule, logbook, figures);
    foretell(of);
    place_windows(of, schedule);
    find_odd(of, figures, first_row);
    return forecast;
}

double forecast_planned_line(const struct forecast *forecast, const struct schedule *schedule,
                             const struct figures *figures, size_t week)
{
    const double *of = forecast->values;

    /* the last week may be a short one */
    if (fmin(of[FORECAST_END], date_serial(schedule->weeks[week].first) + 6) < of[FORECAST_SINCE])
        return NAN;
    return figures->weeks[week].planned_so_far - of[FORECAST_PLANNED_BEFORE] +
           of[FORECAST_LOGGED_BEFORE];
}
