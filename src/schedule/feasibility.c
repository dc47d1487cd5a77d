/* feasibility: what a roadmap asks for, phase by phase, and whether the hours are there. */
#include "schedule/feasibility.h"

#include "schedule/assign.h"
#include "schedule/weeks.h"

/* An effort as minutes a week, the low or the high end of it. */
static double by_week(const struct effort *effort, int minutes)
{
    double days = effort->per == UNIT_NONE ? 7 : unit_days(effort->per);

    return minutes * 7 / days;
}

/* The section whose own time an item lies in, or NULL. */
static const struct section *time_of(const struct item *item)
{
    const struct section *section = item->section;

    while (section && section->dated != DATED_OWN)
        section = section->parent;
    return section;
}

/* The hours that the lines of allocations in PHASE ask for, and the place of the first. Lines of
 * one time add up; where a phase has several times, the one that asks for most counts. */
static void add_lines(const struct plan *plan, int phase, struct phase_demand *demand)
{
    const struct section *time = NULL;
    double low = 0, high = 0, here_low = 0, here_high = 0;

    for (size_t i = 0; i < plan->item_count; i++) {
        const struct item *item = &plan->items[i];
        if (item->section->phase != phase || !is_allocation(item))
            continue;
        if (demand->weekly_high == 0 && high == 0)
            demand->place = item->section->place.line > 0 ? item->section->place : item->place;
        if (time != time_of(item))
            here_low = here_high = 0;
        time = time_of(item);
        here_low += by_week(&item->effort, item->effort.low);
        here_high += by_week(&item->effort, item->effort.high);
        low = here_high > high ? here_low : low;
        high = here_high > high ? here_high : high;
    }
    if (demand->weekly_high == 0) {
        demand->weekly_low = (int)low;
        demand->weekly_high = (int)high;
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

/* The hours that the work of PHASE states itself, where at least half of it does: the length of one
 * exam says nothing of the phase. Of nested items the outer one that states hours counts. */
static void add_items(const struct plan *plan, int phase, struct phase_demand *demand)
{
    size_t stating = 0, silent = 0;
    int low = 0, high = 0;

    for (size_t i = 0; i < plan->item_count; i++) {
        const struct item *item = &plan->items[i];
        bool inside = false;
        for (const struct item *above = item->parent; above; above = above->parent)
            inside = inside || states_hours(above);
        if (item->section->phase != phase || inside || !is_counted(item))
            continue;
        if (!states_hours(item)) {
            silent += !item->parent;
            continue;
        }
        stating++;
        low += item->effort.low;
        high += item->effort.high;
    }
    if (stating < silent)
        return;
    demand->low += low;
    demand->high += high;
}

/* What is asked for by the week makes no minutes in all. */
static int whole_hours(double minutes)
{
    return (int)(minutes / 60 + 0.5) * 60;
}

static void ask(const struct plan *plan, double days, struct phase_demand *demand)
{
    if (demand->phase >= 0) {
        const struct phase *phase = &plan->phases[demand->phase];
        demand->place = phase->section->place;
        demand->weekly_low = (int)by_week(&phase->weekly, phase->weekly.low);
        demand->weekly_high = (int)by_week(&phase->weekly, phase->weekly.high);
    }
    bool heading = demand->weekly_high > 0;
    demand->weekly_high = heading ? demand->weekly_high : 0;
    struct phase_demand lines = {.phase = demand->phase, .place = demand->place};
    add_lines(plan, demand->phase, &lines);
    demand->place = lines.place;
    if (!heading) {
        demand->weekly_low = lines.weekly_low;
        demand->weekly_high = lines.weekly_high;
    }
    if (demand->weekly_high > 0) {
        demand->low = whole_hours(demand->weekly_low * days / 7);
        demand->high = whole_hours(demand->weekly_high * days / 7);
    } else if (demand->phase >= 0 || plan->phase_count == 0) {
        add_items(plan, demand->phase, demand); /* beside phases they lie over them, and sum up */
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

/* What the schedule has for it. Weeks are whole and a phase's edge may fall within one, so that
 * what is missing up to half a week does not count. */
static void supply(const struct schedule *schedule, struct phase_demand *demand)
{
    demand->first = demand->last = DAY_NONE;
    for (size_t w = 0; w < schedule->week_count; w++) {
        const struct week *week = &schedule->weeks[w];
        if (week->phase != demand->phase)
            continue;
        if (demand->weeks++ == 0)
            demand->first = week->first;
        demand->last = week->last;
        demand->available += week->minutes;
    }
    if (demand->weeks > 0)
        demand->weekly = demand->available / demand->weeks;
    if (demand->asks && demand->available + schedule->rhythm.minutes / 2 < demand->low)
        demand->missing = demand->low - demand->available;
}

const struct phase_demand *feasibility(struct pool *pool, const struct schedule *schedule,
                                       size_t *count)
{
    const struct plan *plan = schedule->plan;
    struct phase_demand *demands = pool_alloc(pool, (plan->phase_count + 1) * sizeof *demands);

    for (size_t i = 0; i < plan->phase_count; i++) {
        struct interval when = plan->phases[i].when;
        demands[i].phase = (int)i;
        ask(plan, when.from < 0 ? 0 : when.to - when.from, &demands[i]);
        supply(schedule, &demands[i]);
    }
    struct phase_demand *beside = &demands[plan->phase_count];
    beside->phase = -1;
    beside->place = (struct place){plan->source, 0, 0};
    supply(schedule, beside);
    if (beside->weeks > 0) {
        *beside = (struct phase_demand){.phase = -1, .place = {plan->source, 0, 0}};
        ask(plan, days_beside(plan), beside);
        supply(schedule, beside);
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

enum reach minutes_by_end(const struct plan *plan, const struct rhythm *rhythm, day end,
                          int *minutes)
{
    struct rhythm tried = *rhythm;

    if (plan->hours_low <= 0 || plan->hours_high <= 0) {
        *minutes = 0;
        tried.minutes = 0;
        return last_day_at(plan, &tried) <= end ? REACH_FIXED_GOOD : REACH_FIXED_LATE;
    }
    /* More hours never end later, so that halving finds the fewest. */
    int low = FEWEST_MINUTES / STEP, high = MOST_MINUTES / STEP;
    tried.minutes = *minutes = MOST_MINUTES;
    if (last_day_at(plan, &tried) > end)
        return REACH_TOO_LATE;
    while (low < high) {
        int middle = (low + high) / 2;
        tried.minutes = middle * STEP;
        if (last_day_at(plan, &tried) <= end)
            high = middle;
        else
            low = middle + 1;
    }
    *minutes = low * STEP;
    return is_absurd(plan, *minutes) ? REACH_ABSURD : REACH_GOOD;
}
