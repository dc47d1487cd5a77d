/* progress: what was really done of a plan: hours and ticks of the tracker, ticks of the roadmap.
 */
#ifndef ROADBOOK_SCHEDULE_PROGRESS_H
#define ROADBOOK_SCHEDULE_PROGRESS_H

#include "memory/entries.h"
#include "plan/plan.h"

/* Of one item. */
struct item_progress {
    /* it has a place where it is ticked, read or reached */
    bool tickable;
    bool done;
    /* DAY_NONE: nobody wrote it down */
    day done_on;
    /* logged for it */
    int minutes;
    /* What the last replan made of it: done, it left the table on this day; not done in its time,
     * it was held on the table up to this day. DAY_NONE: neither. */
    day left, held;
};

struct progress {
    /* what lies before it counts for where the learner stands */
    day today;
    const struct entries *entries;
    /* beside plan->items */
    const struct item_progress *items;
    size_t tickable_count, done_count;
    /* logged, before today */
    int minutes;
    /* the days on which the plan was laid out anew, in order */
    const day *replans;
    size_t replan_count;
};

/* What PLAN's learner did before TODAY, by MEMORY (NULL: nothing but the roadmap's own ticks). In
 * POOL. */
const struct progress *progress_make(struct pool *pool, const struct plan *plan,
                                     const struct memory *memory, day today);

/* Of an item of that plan. */
const struct item_progress *item_progress(const struct progress *progress, const struct plan *plan,
                                          const struct item *item);

/* true where it is ticked, read or reached: by PROGRESS, or, where that is NULL, in the roadmap. */
bool item_is_done(const struct progress *progress, const struct plan *plan,
                  const struct item *item);

/* A copy for a replan on its today: nothing is held, and of what left the table only that is off it
 * which is done. *ITEMS are the copy's, for who lays the plan out to say the rest. In POOL. */
struct progress *progress_replanned(struct pool *pool, const struct plan *plan,
                                    const struct progress *progress, struct item_progress **items);

/* true where all that can be ticked is. */
bool progress_complete(const struct progress *progress);

#endif
