/* portions: how far through its time an item is in a week, told from plan time and the weeks before
 * alone, so that a later change of pace leaves what was lived as it was. */
#ifndef ROADBOOK_SCHEDULE_PORTIONS_H
#define ROADBOOK_SCHEDULE_PORTIONS_H

#include "schedule/assign.h"

/* The time an item has: plan time in days, or, where it has REAL dates, days of the calendar. What
 * has neither has the whole plan. */
struct extent {
    double from, to;
    bool real;
};

struct extent extent_of(const struct schedule *schedule, const struct item *item);

/* true where A comes to its end before B does; real dates come before plan time. */
bool ends_before(const struct schedule *schedule, const struct item *a, const struct item *b);

/* true where, as fast as plan time runs in this week (an index), the extent ends with it, or within
 * the MORE weeks behind it. */
bool extent_ends_with(const struct schedule *schedule, int week, struct extent extent, int more);

/* How much of each item its sessions have gone through. */
struct portions {
    /* beside plan->items: of 1 */
    double *done;
    /* in which each was worked at */
    int *weeks;
    /* How often plan time went back so far, as a replan of one who is behind sets it back, and
     * where to; and which of these times each item was set back with it. */
    int setbacks, *setback_of;
    double back_to;
};

/* Nothing done yet; in POOL. */
struct portions portions_new(struct pool *pool, const struct plan *plan);

/* Gives each of the week's SHARES (beside its sessions) how far its main item is before and after
 * it: as far as its time has run, and as much further as it will run until its next turn if turns
 * come as they did so far; to the end in the week with which its time ends. Where plan time goes
 * back, what was missed comes again. */
void portions_share_out(struct portions *portions, const struct schedule *schedule, int week,
                        struct session_share *shares);

#endif
