/* figures: the tracker's formulas, worked out in C as spreadsheets work them out. */
#include "xlsx/cells/figures.h"

#include <math.h>
#include <string.h>

#include "xlsx/cells/cells.h"

static bool category_is_known(const struct schedule *schedule, const char *category)
{
    for (size_t c = 0; c < schedule->category_count; c++)
        if (same_words(category, schedule->categories[c].name))
            return true;
    return false;
}

enum verdict verdict_of(const struct schedule *schedule, const struct log_entry *entry, day as_of)
{
    if (!entry->written || entry->hours == 0)
        return VERDICT_NONE;
    if (!isfinite(entry->hours))
        return VERDICT_UNREAD;
    if (entry->hours < HOURS_LEAST)
        return VERDICT_FEW;
    if (entry->hours > HOURS_MOST)
        return VERDICT_MANY;
    if (!entry->dated)
        return VERDICT_UNDATED;
    if (entry->date == DAY_NONE || entry->date < day_of(FIRST_YEAR_READ, 1, 1) ||
        entry->date > day_of(LAST_YEAR_READ, 12, 31))
        return VERDICT_MISDATED;
    if (entry->date > as_of)
        return entry->date > as_of + DAYS_AHEAD_MOST ? VERDICT_FAR : VERDICT_TO_COME;
    if (entry->category[0] == '\0')
        return VERDICT_BARE;
    return category_is_known(schedule, entry->category) ? VERDICT_COUNTS : VERDICT_UNKNOWN;
}

/* What counts of the entry at INDEX; 0 where it does not. */
static double hours_of(const struct figures *figures, const struct logbook *logbook, size_t index)
{
    return verdict_counts(figures->verdicts[index]) ? logbook->entries[index].hours : 0.0;
}

/* What there is to say of each row, and what all come to. */
static void fill_verdicts(struct figures *figures, struct pool *pool,
                          const struct schedule *schedule, const struct logbook *logbook)
{
    enum verdict *verdicts = pool_alloc(pool, (logbook->entry_count + 1) * sizeof *verdicts);

    figures->verdicts = verdicts;
    for (size_t i = 0; i < logbook->entry_count; i++) {
        const struct log_entry *entry = &logbook->entries[i];
        verdicts[i] = verdict_of(schedule, entry, figures->as_of);
        if (!entry->written && entry->planned > 0 && entry->date == figures->as_of)
            verdicts[i] = VERDICT_TONIGHT;
        if (verdict_is_astray(verdicts[i]) && figures->odd_rows++ == 0)
            figures->first_odd = i;
        if (verdicts[i] == VERDICT_UNKNOWN && figures->unknown_rows++ == 0)
            figures->first_unknown = i;
        figures->logged += hours_of(figures, logbook, i);
    }
}

static double first_plan_until(const struct schedule *schedule, const struct logbook *logbook,
                               day last)
{
    double minutes = 0.0;

    if (logbook->first_plan_count == 0) {
        for (size_t i = 0; i < schedule->week_count; i++)
            if (schedule->weeks[i].first <= last)
                minutes += schedule->weeks[i].minutes;
        return minutes / 60.0;
    }
    for (size_t i = 0; i < logbook->first_plan_count; i++)
        if (logbook->first_plan[i].first <= last)
            minutes += logbook->first_plan[i].minutes;
    return minutes / 60.0;
}

static void plan_categories(struct figures *figures, const struct schedule *schedule,
                            const struct week *week, struct week_figures *out)
{
    for (size_t s = 0; s < week->session_count; s++) {
        const struct session *session = &schedule->sessions[week->first_session + s];
        size_t category = (size_t)session->category;
        if (session->category < 0 || category >= figures->categories)
            continue;
        /* minutes for now: hours only once the sum is whole, so that they are exact */
        out->category_planned[category] += session->minutes;
        figures->category_planned[category] += session->minutes;
    }
    for (size_t c = 0; c < figures->categories; c++)
        out->category_planned[c] /= 60.0;
}

/* The index of the week that holds DATE; the count of weeks where none does. */
static size_t week_at(const struct schedule *schedule, day date)
{
    bool placed = date != DAY_NONE && schedule->week_count > 0;
    const struct week *week = placed ? week_of(schedule, date) : NULL;

    return week ? (size_t)(week - schedule->weeks) : schedule->week_count;
}

/* Hours on a day of no week count all the same. */
static void log_outside(struct figures *figures, const struct schedule *schedule,
                        const struct log_entry *entry, double hours)
{
    bool early = schedule->week_count > 0 && entry->date < schedule->weeks[0].first;

    *(early ? &figures->early : &figures->late) += hours;
    for (size_t c = 0; c < figures->categories; c++)
        if (same_words(entry->category, schedule->categories[c].name))
            figures->category_actual[c] += hours;
}

/* The hours of each entry go to its week, there to its category. */
static void log_weeks(struct figures *figures, const struct schedule *schedule,
                      const struct logbook *logbook)
{
    for (size_t i = 0; i < logbook->entry_count; i++) {
        const struct log_entry *entry = &logbook->entries[i];
        double hours = hours_of(figures, logbook, i);
        if (hours <= 0)
            continue;
        size_t week = week_at(schedule, entry->date);
        if (week == figures->week_count) {
            log_outside(figures, schedule, entry, hours);
            continue;
        }
        figures->weeks[week].actual += hours;
        for (size_t c = 0; c < figures->categories; c++)
            if (same_words(entry->category, schedule->categories[c].name))
                figures->weeks[week].category_actual[c] += hours;
    }
}

static void fill_week(struct figures *figures, const struct schedule *schedule,
                      const struct logbook *logbook, size_t index)
{
    const struct week *week = &schedule->weeks[index];
    struct week_figures *out = &figures->weeks[index];
    double known = 0.0;

    out->planned = week->minutes / 60.0;
    plan_categories(figures, schedule, week, out);
    for (size_t c = 0; c < figures->categories; c++) {
        double hours = out->category_actual[c];
        figures->category_actual[c] += hours;
        out->activity_actual[schedule->categories[c].activity] += hours;
        known += hours;
    }
    out->other = sheet_round(out->actual - known, 6);
    out->begun = week->first <= figures->as_of;
    out->first_plan_so_far = first_plan_until(schedule, logbook, week->first);
}

size_t phase_place(const struct schedule *schedule, size_t index)
{
    int phase = schedule->weeks[index].phase;
    size_t count = schedule->plan->phase_count;

    return phase >= 0 && (size_t)phase < count ? (size_t)phase : count;
}

/* Every hour belongs to a phase, and to a category or none. */
static void settle_sums(struct figures *figures, const struct schedule *schedule)
{
    double known = 0.0;

    if (figures->week_count > 0) {
        figures->phases[phase_place(schedule, 0)].actual += figures->early;
        figures->phases[phase_place(schedule, figures->week_count - 1)].actual += figures->late;
    }
    for (size_t c = 0; c < figures->categories; c++) {
        figures->category_planned[c] /= 60.0;
        known += figures->category_actual[c];
    }
    figures->other = sheet_round(figures->logged - known, 6);
}

static void fill_weeks(struct figures *figures, struct pool *pool, const struct schedule *schedule,
                       const struct logbook *logbook)
{
    size_t room = (figures->categories + 1) * sizeof(double);
    long minutes = 0;

    for (size_t i = 0; i < schedule->week_count; i++) {
        figures->weeks[i].category_planned = pool_alloc(pool, room);
        figures->weeks[i].category_actual = pool_alloc(pool, room);
    }
    log_weeks(figures, schedule, logbook);
    double actual = figures->early;
    for (size_t i = 0; i < schedule->week_count; i++) {
        struct week_figures *week = &figures->weeks[i];
        fill_week(figures, schedule, logbook, i);
        minutes += schedule->weeks[i].minutes;
        actual += week->actual;
        week->planned_so_far = (double)minutes / 60.0;
        week->actual_so_far = actual;
        size_t place = phase_place(schedule, i);
        figures->phases[place].planned += week->planned;
        figures->phases[place].actual += week->actual;
    }
    figures->planned = (double)minutes / 60.0;
    settle_sums(figures, schedule);
}

static void fill_today(struct figures *figures, const struct schedule *schedule)
{
    const struct week *week = week_of(schedule, figures->as_of);
    if (week) {
        const struct week_figures *now = &figures->weeks[week - schedule->weeks];
        figures->week_planned = now->planned;
        figures->week_actual = now->actual;
    }
}

const struct figures *figures_make(struct pool *pool, const struct schedule *schedule,
                                   const struct logbook *logbook, day as_of)
{
    static const struct logbook nothing = {0};
    struct figures *figures = pool_alloc(pool, sizeof *figures);

    if (!logbook)
        logbook = &nothing;
    figures->as_of = as_of;
    figures->categories =
        schedule->category_count < CATEGORIES_SHOWN ? schedule->category_count : CATEGORIES_SHOWN;
    figures->week_count = schedule->week_count;
    figures->weeks = pool_alloc(pool, (schedule->week_count + 1) * sizeof *figures->weeks);
    figures->phase_count = schedule->plan->phase_count + 1;
    figures->phases = pool_alloc(pool, figures->phase_count * sizeof *figures->phases);
    size_t room = (figures->categories + 1) * sizeof(double);
    figures->category_planned = pool_alloc(pool, room);
    figures->category_actual = pool_alloc(pool, room);
    fill_verdicts(figures, pool, schedule, logbook);
    fill_weeks(figures, pool, schedule, logbook);
    fill_today(figures, schedule);
    return figures;
}
