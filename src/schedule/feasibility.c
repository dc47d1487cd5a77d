/* feasibility: what a roadmap asks for, phase by phase, and whether the hours are there. */
#include "schedule/feasibility.h"

#include <math.h>

#include "schedule/allotments.h"
#include "schedule/weeks.h"

/* The section whose own time an item lies in, or NULL. */
static const struct section *time_of(const struct item *item)
{
    const struct section *section = item->section;

    while (section && section->when_from != WHEN_OWN)
        section = section->parent;
    return section;
}

/* What is added up for a phase, or for what lies beside all of them, item by item. */
struct tally {
    /* there is an allocation, and the place of the first line that asks */
    bool has_lines;
    struct place place;
    /* a week, by the lines of the allocation; those of one time add up, and where a phase has
     * several times the one that asks for most counts */
    double low, high;
    /* the time that is added up now, and what it came to so far */
    const struct section *time;
    double here_low, here_high;
    /* pieces of work that state their hours, the hours, and those that don't */
    size_t stating, silent;
    double stated_low, stated_high;
};

static void add_line(struct tally *tally, const struct item *item)
{
    const struct section *time = time_of(item);

    tally->has_lines = true;
    if (tally->high == 0)
        tally->place = item->section->place.line > 0 ? item->section->place : item->place;
    if (tally->time != time)
        tally->here_low = tally->here_high = 0;
    tally->time = time;
    tally->here_low += effort_weekly(item->effort.low, item->effort.per);
    tally->here_high += effort_weekly(item->effort.high, item->effort.per);
    if (tally->here_high > tally->high) {
        tally->low = tally->here_low;
        tally->high = tally->here_high;
    }
}

/* What hours can be asked for: work, checks, and what runs along with it; not a specialization,
 * whose hours are those of the courses in it. A line that adds hours up, advice and exams are none.
 */
static bool is_asked_for(enum item_kind kind)
{
    return kind_is_work(kind) || kind == ITEM_CHECK ||
           (kind_runs_along(kind) && kind != ITEM_SPECIALIZATION);
}

static bool states_hours(const struct item *item)
{
    return is_asked_for(item->kind) && item->effort.high > 0 && item->effort.per == UNIT_NONE;
}

/* What makes up a phase's hours: its work and the steps of it. */
static bool is_counted(const struct item *item)
{
    return (kind_is_work(item->kind) || item->kind == ITEM_STEP) && !item->dropped &&
           !item_offered(item);
}

/* Of nested items the outer one that states hours counts. */
static void add_work(struct tally *tally, const struct item *item)
{
    for (const struct item *above = item->parent; above; above = above->parent)
        if (states_hours(above))
            return;
    if (!states_hours(item)) {
        tally->silent += !item->parent;
        return;
    }
    tally->stating++;
    tally->stated_low += item->effort.low;
    tally->stated_high += item->effort.high;
}

/* A tally for each phase, and a last one beside them. */
static const struct tally *tally_up(struct pool *pool, const struct plan *plan)
{
    struct tally *tallies = pool_alloc(pool, (plan->phase_count + 1) * sizeof *tallies);

    for (size_t i = 0; i < plan->item_count; i++) {
        const struct item *item = &plan->items[i];
        int phase = item->section->phase;
        struct tally *tally = &tallies[phase >= 0 ? (size_t)phase : plan->phase_count];
        if (is_allocation(item))
            add_line(tally, item);
        else if (is_counted(item))
            add_work(tally, item);
    }
    return tallies;
}

/* What is asked for by the week makes no minutes in all. */
static int whole_hours(double minutes)
{
    return whole_minutes(round(minutes / 60) * 60);
}

/* What TALLY makes of the DAYS of plan time that there are: hours by the week, the heading's before
 * those of its lines; else the hours that the work states itself, where at least half of it does:
 * the length of one exam says nothing of the phase. */
static void ask(const struct plan *plan, const struct tally *tally, double days,
                struct phase_demand *demand)
{
    if (demand->phase >= 0) {
        const struct phase *phase = &plan->phases[demand->phase];
        demand->place = phase->section->place;
        demand->weekly_low = whole_minutes(effort_weekly(phase->weekly.low, phase->weekly.per));
        demand->weekly_high = whole_minutes(effort_weekly(phase->weekly.high, phase->weekly.per));
    }
    if (tally->has_lines)
        demand->place = tally->place;
    if (demand->weekly_high <= 0) {
        demand->weekly_low = whole_minutes(tally->low);
        demand->weekly_high = whole_minutes(tally->high);
    }
    /* Beside phases the hours of work lie over them, and sum them up. */
    bool own_work = demand->phase >= 0 || plan->phase_count == 0;
    if (demand->weekly_high > 0) {
        demand->low = whole_hours(demand->weekly_low * days / 7);
        demand->high = whole_hours(demand->weekly_high * days / 7);
    } else if (own_work && tally->stating >= tally->silent) {
        demand->low = whole_minutes(tally->stated_low);
        demand->high = whole_minutes(tally->stated_high);
    }
    demand->asks = demand->high > 0;
}

/* Days of plan time that lie in no phase. */
static double days_beside(const struct plan *plan)
{
    double days = plan->length_days;

    for (size_t i = 0; i < plan->phase_count; i++)
        if (plan->phases[i].when.from >= 0)
            days -= plan->phases[i].when.to - plan->phases[i].when.from;
    return days > 0 ? days : 0;
}

/* What the schedule has for each: the weeks of each phase, and those of none. */
static void supply(const struct schedule *schedule, struct phase_demand *demands)
{
    size_t beside = schedule->plan->phase_count;

    for (size_t i = 0; i <= beside; i++)
        demands[i].first = demands[i].last = DAY_NONE;
    for (size_t w = 0; w < schedule->week_count; w++) {
        const struct week *week = &schedule->weeks[w];
        struct phase_demand *demand = &demands[week->phase >= 0 ? (size_t)week->phase : beside];
        if (demand->weeks++ == 0)
            demand->first = week->first;
        demand->last = week->last;
        demand->available += week->minutes;
    }
}

/* Weeks are whole and a phase's edge may fall within one, so that what is missing up to half a week
 * does not count. */
static void weigh(const struct schedule *schedule, struct phase_demand *demand)
{
    if (demand->asks && demand->available + schedule->rhythm.minutes / 2 < demand->low)
        demand->missing = demand->low - demand->available;
}

const struct phase_demand *feasibility(struct pool *pool, const struct schedule *schedule,
                                       size_t *count)
{
    const struct plan *plan = schedule->plan;
    const struct tally *tallies = tally_up(pool, plan);
    struct phase_demand *demands = pool_alloc(pool, (plan->phase_count + 1) * sizeof *demands);

    supply(schedule, demands);
    for (size_t i = 0; i < plan->phase_count; i++) {
        struct interval when = plan->phases[i].when;
        demands[i].phase = (int)i;
        ask(plan, &tallies[i], when.from < 0 ? 0 : when.to - when.from, &demands[i]);
        weigh(schedule, &demands[i]);
    }
    struct phase_demand *beside = &demands[plan->phase_count];
    beside->phase = -1;
    beside->place = (struct place){plan->source, 0, 0};
    if (beside->weeks > 0) {
        ask(plan, &tallies[plan->phase_count], days_beside(plan), beside);
        weigh(schedule, beside);
    }
    *count = plan->phase_count + (beside->weeks > 0 ? 1 : 0);
    return demands;
}

/* "6 h", "6 h to 8 h". */
static const char *say_range(struct pool *pool, int low, int high)
{
    char first[DURATION_TEXT], last[DURATION_TEXT];

    duration_print(low, first);
    return low == high ? pool_print(pool, "%s", first)
                       : pool_print(pool, "%s to %s", first, duration_print(high, last));
}

void feasibility_report(const struct schedule *schedule)
{
    struct pool *pool = pool_new();
    char available[DURATION_TEXT], missing[DURATION_TEXT];
    size_t count;
    const struct phase_demand *demands = feasibility(pool, schedule, &count);

    for (size_t i = 0; i < count; i++) {
        const struct phase_demand *demand = &demands[i];
        if (demand->missing == 0)
            continue;
        const char *who = "the plan";
        if (demand->phase >= 0)
            who = pool_print(pool, "phase %d", schedule->plan->phases[demand->phase].number);
        const char *weekly = "";
        if (demand->weekly_high > 0)
            weekly = pool_print(pool, "%s a week, ",
                                say_range(pool, demand->weekly_low, demand->weekly_high));
        report(demand->place, SEVERITY_WARNING, RULE_HOURS_SHORT,
               "%s asks for %s%s in all; in its %d weeks there are %s, %s too few", who, weekly,
               say_range(pool, demand->low, demand->high), demand->weeks,
               duration_print(demand->available, available),
               duration_print(demand->missing, missing));
    }
    pool_free(pool);
}

day last_day_at(const struct plan *plan, const struct rhythm *rhythm)
{
    struct pool *pool = pool_new();
    struct rhythm whole = rhythm_complete(pool, plan, rhythm);
    day last = weeks_last_day(plan, &whole);

    pool_free(pool);
    return last;
}

static bool is_absurd(const struct plan *plan, int minutes)
{
    int stated = plan->hours_high > plan->hours_low ? plan->hours_high : plan->hours_low;

    return minutes > ABSURD_MINUTES || (stated > 0 && minutes > ABSURD_TIMES * stated);
}

enum reach fewest_minutes(const struct plan *plan, last_day_of_pace *last_at, const void *context,
                          day end, int *minutes)
{
    int low = FEWEST_MINUTES / STEP, high = MOST_MINUTES / STEP;

    *minutes = MOST_MINUTES;
    if (last_at(context, MOST_MINUTES) > end)
        return REACH_TOO_LATE;
    while (low < high) {
        int middle = (low + high) / 2;
        if (last_at(context, middle * STEP) <= end)
            high = middle;
        else
            low = middle + 1;
    }
    *minutes = low * STEP;
    return is_absurd(plan, *minutes) ? REACH_ABSURD : REACH_GOOD;
}

/* A plan that keeps its places, and the rhythm that is tried with other hours. */
struct trial {
    const struct plan *plan;
    const struct rhythm *rhythm;
};

static day last_day_of_trial(const void *context, int minutes)
{
    const struct trial *trial = context;
    struct rhythm tried = *trial->rhythm;

    tried.minutes = minutes;
    return last_day_at(trial->plan, &tried);
}

enum reach minutes_by_end(const struct plan *plan, const struct rhythm *rhythm, day end,
                          int *minutes)
{
    struct trial trial = {plan, rhythm};

    if (plan->hours_low <= 0 || plan->hours_high <= 0) {
        *minutes = 0;
        return last_day_of_trial(&trial, 0) <= end ? REACH_FIXED_GOOD : REACH_FIXED_LATE;
    }
    return fewest_minutes(plan, last_day_of_trial, &trial, end, minutes);
}
