/* prerequisites: which items ask for others to come before them.
 *
 * Read are lines that name another item by its title, letter case, blanks and signs aside: "...
 * (requires Systematic Design)", "Prerequisites: Calculus, Logic", "after the Chat Server", also as
 * a column of a table or as a line below the item. What names no item of the roadmap ("basic
 * algebra") asks for nothing that could be planned. */
#ifndef ROADBOOK_SCHEDULE_PREREQUISITES_H
#define ROADBOOK_SCHEDULE_PREREQUISITES_H

#include "plan/plan.h"

struct prerequisite {
    const struct item *earlier, *later;
};

struct prerequisites {
    /* in the document's order of the later one; none twice */
    struct prerequisite *list;
    size_t count;
};

/* All of PLAN, in POOL. Time grows in a straight line with the roadmap's length. */
const struct prerequisites *prerequisites_find(struct pool *pool, const struct plan *plan);

#endif
