/* kite_life: four weeks of making a kite, and what was logged of them, for tests of words. */
#ifndef ROADBOOK_TESTS_KITE_LIFE_H
#define ROADBOOK_TESTS_KITE_LIFE_H

#include "support/done_build.h"
#include "support/plan_build.h"

static const day kite_start = 20458; /* Monday 2026-01-05 */

/* The plan: a task through all of it with a link, and a milestone halfway. In a pool of its own. */
static inline struct plan *kite_plan(void)
{
    struct plan *plan = build_plan(UNIT_WEEK, 4, 4, 300, 300);
    struct section *phase = build_phase(plan, "All of It", 1, 4);

    build_item(plan, phase, ITEM_TASK, "A kite", 1, 4)->link = "https://example.org/kite";
    build_item(plan, phase, ITEM_MILESTONE, "It flies", 2, 2)->point = true;
    return plan;
}

/* Laid out at five hours a week, as seen on TODAY with PERCENT of each session before it logged. */
static inline struct schedule *kite_schedule(struct plan *plan, day today, int percent)
{
    struct rhythm rhythm = {.minutes = 300, .start = kite_start, .timezone = "UTC"};
    const struct schedule *planned = schedule_make(plan->pool, plan, &rhythm);
    struct schedule *schedule = pool_alloc(plan->pool, sizeof *schedule);

    *schedule = *planned;
    schedule->rhythm.progress = progress_of(plan->pool, planned, today, percent, TICKED_NOTHING);
    return schedule;
}

/* Ticks all that can be ticked. */
static inline void kite_finish(struct schedule *schedule)
{
    schedule->rhythm.progress = progress_of(schedule->plan->pool, schedule,
                                            schedule->rhythm.progress->today, 100, TICKED_ALL);
}

#endif
