/* first_plan: when things were planned for when the plan was first made. */
#ifndef ROADBOOK_XLSX_CELLS_FIRST_PLAN_H
#define ROADBOOK_XLSX_CELLS_FIRST_PLAN_H

#include "xlsx/cells/cells.h"

struct first_days {
    day from, due;
};

/* The days that ITEM, or a phase, had in the first plan; of what was not in it, or where nobody
 * wrote them down, those that it has now. Of an item FROM is DAY_NONE. */
struct first_days first_days_of_item(struct tracker *tracker, const struct item *item);
struct first_days first_days_of_phase(struct tracker *tracker, size_t phase);

#endif
