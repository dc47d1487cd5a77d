/* Feasibility: what a roadmap asks for, phase by phase, and whether the hours are there. */
#include "plan/feasibility.h"

#include "plan/calendar.h"
#include "plan/content.h"

#define GRID 5

/* An effort as minutes a week, the low or the high end of it. */
static double by_week(const struct effort *effort, int minutes)
{
    double days = effort->per == UNIT_NONE ? 7 : unit_days(effort->per);
    return minutes * 7 / days;
}

/* The hours that the lines of allocations in PHASE ask for, and the place of the first. */
static void add_lines(const struct plan *plan, int phase, struct demand *demand)
{
    double low = 0, high = 0;
    for (size_t i = 0; i < plan->item_count; i++) {
        const struct item *item = &plan->items[i];
        if (item->section->phase != phase || !is_allocation(item))
            continue;
        if (demand->weekly_high == 0 && high == 0)
            demand->place = item->section->place.line > 0 ? item->section->place : item->place;
        low += by_week(&item->effort, item->effort.low);
        high += by_week(&item->effort, item->effort.high);
    }
    if (demand->weekly_high == 0) {
        demand->weekly_low = (int)low;
        demand->weekly_high = (int)high;
    }
}

static bool states_hours(const struct item *item)
{
    return item->effort.high > 0 && item->effort.per == UNIT_NONE;
}

/* The hours that the items of PHASE state themselves; of nested ones the outer. */
static void add_items(const struct plan *plan, int phase, struct demand *demand)
{
    for (size_t i = 0; i < plan->item_count; i++) {
        const struct item *item = &plan->items[i];
        bool inside = false;
        for (const struct item *above = item->parent; above; above = above->parent)
            inside = inside || states_hours(above);
        if (item->section->phase != phase || inside || !states_hours(item) || item->dropped ||
            item->kind == ITEM_ALLOCATION || item->kind == ITEM_SLOT || item_offered(item))
            continue;
        demand->low += item->effort.low;
        demand->high += item->effort.high;
    }
}

/* What is asked for by the week makes no minutes in all. */
static int whole_hours(double minutes)
{
    return (int)(minutes / 60 + 0.5) * 60;
}

static void ask(const struct plan *plan, double days, struct demand *demand)
{
    if (demand->phase >= 0) {
        const struct phase *phase = &plan->phases[demand->phase];
        demand->place = phase->section->place;
        demand->weekly_low = (int)by_week(&phase->weekly, phase->weekly.low);
        demand->weekly_high = (int)by_week(&phase->weekly, phase->weekly.high);
    }
    bool heading = demand->weekly_high > 0;
    demand->weekly_high = heading ? demand->weekly_high : 0;
    struct demand lines = {.phase = demand->phase, .place = demand->place};
    add_lines(plan, demand->phase, &lines);
    demand->place = lines.place;
    if (!heading) {
        demand->weekly_low = lines.weekly_low;
        demand->weekly_high = lines.weekly_high;
    }
    if (demand->weekly_high > 0) {
        demand->low = whole_hours(demand->weekly_low * days / 7);
        demand->high = whole_hours(demand->weekly_high * days / 7);
    } else {
        add_items(plan, demand->phase, demand);
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
static void supply(const struct schedule *schedule, struct demand *demand)
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

const struct demand *feasibility(struct pool *pool, const struct schedule *schedule, size_t *count)
{
    const struct plan *plan = schedule->plan;
    struct demand *demands = pool_alloc(pool, (plan->phase_count + 1) * sizeof *demands);
    for (size_t i = 0; i < plan->phase_count; i++) {
        struct interval when = plan->phases[i].when;
        demands[i].phase = (int)i;
        ask(plan, when.from < 0 ? 0 : when.to - when.from, &demands[i]);
        supply(schedule, &demands[i]);
    }
    struct demand *beside = &demands[plan->phase_count];
    beside->phase = -1;
    beside->place = (struct place){plan->source, 0, 0};
    supply(schedule, beside);
    if (beside->weeks > 0) {
        *beside = (struct demand){.phase = -1, .place = {plan->source, 0, 0}};
        ask(plan, days_beside(plan), beside);
        supply(schedule, beside);
    }
    *count = plan->phase_count + (beside->weeks > 0 ? 1 : 0);
    return demands;
}

day last_day_at(const struct plan *plan, const struct rhythm *rhythm)
{
    struct pool *pool = pool_new();
    struct rhythm whole = rhythm_complete(pool, plan, rhythm);
    day last = calendar_last_day(plan, &whole);
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
    int low = FEWEST_MINUTES / GRID, high = MOST_MINUTES / GRID;
    tried.minutes = *minutes = MOST_MINUTES;
    if (last_day_at(plan, &tried) > end)
        return REACH_TOO_LATE;
    while (low < high) {
        int middle = (low + high) / 2;
        tried.minutes = middle * GRID;
        if (last_day_at(plan, &tried) <= end)
            high = middle;
        else
            low = middle + 1;
    }
    *minutes = low * GRID;
    return is_absurd(plan, *minutes) ? REACH_ABSURD : REACH_GOOD;
}
