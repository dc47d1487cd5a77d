/* order: the weeks in which each item is offered, so that nothing comes before what it requires. */
#ifndef ROADBOOK_SCHEDULE_ORDER_H
#define ROADBOOK_SCHEDULE_ORDER_H

#include "schedule/prerequisites.h"
#include "schedule/schedule.h"

/* Weeks (indexes), both included; within the item's own weeks. -1, -1: it has none. */
struct window {
    int first, last;
};

/* The windows of all items of the plan, beside them, in POOL. An item waits until what it requires
 * has ended; where their weeks overlap so that nothing would be left, those that hang together
 * share the weeks, each its part, in order. What is dated before the thing that it requires stays
 * where it is, and is reported. */
const struct window *order_windows(struct pool *pool, const struct schedule *schedule,
                                   const struct prerequisites *prerequisites);

#endif
