/* weeks: the weeks of a plan, and the place of its items in them. */
#ifndef ROADBOOK_SCHEDULE_WEEKS_H
#define ROADBOOK_SCHEDULE_WEEKS_H

#include "schedule/schedule.h"

/* The cells that plan time is cut into: the weeks, or, for a plan in days, its days. */
struct time_cells {
    const struct schedule *schedule;
    size_t cell_count;
    /* cells are days; else weeks */
    bool days;
    /* Plan time in the middle of each cell: the most up to it, and the least from it on; at the
     * end of each: the most up to it. These never fall, though plan time goes back where hours of
     * the past were taken off. */
    const double *reached, *left, *ended;
};

/* Fills SCHEDULE's weeks (but for their sessions and items), start and end, from its plan and
 * rhythm; gives the cells to date things by. What was lived stands, and the plan goes on from
 * there. At least one week; none past the year 2199. */
struct time_cells weeks_make(struct pool *pool, struct schedule *schedule);

/* The last day of the plan at a complete RHYTHM: the end that weeks_make() would find. */
day weeks_last_day(const struct plan *plan, const struct rhythm *rhythm);

/* Fills SCHEDULE's dates of items, sections and phases, and each week's items on the table. */
void dates_fill(struct pool *pool, const struct time_cells *cells, struct schedule *schedule);

/* true for what is optional or one of several to choose from and has no span of its own (nor stands
 * in an optional part that has one): it is offered, neither dated nor scheduled. */
bool item_offered(const struct item *item);

/* true where a replan took the item off the table. */
bool item_has_left(const struct schedule *schedule, const struct item *item);

/* The real dates that an item has or inherits, or NULL. */
const struct span *item_real_dates(const struct item *item);

/* No date, no week, no minutes. */
#define NO_DATES ((struct dates){DAY_NONE, DAY_NONE, DAY_NONE, -1, -1, -1})

#endif
