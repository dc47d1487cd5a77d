/* lists: where the hidden sheet Lists keeps the ranges that cells to write in choose from. */
#ifndef ROADBOOK_XLSX_CELLS_LISTS_H
#define ROADBOOK_XLSX_CELLS_LISTS_H

#include "xlsx/cells/cells.h"

/* Columns: category, its criterion, its activity, then the fixed lists. */
enum {
    CATEGORY_COLUMN,
    CRITERION_COLUMN,
    ACTIVITY_COLUMN,
    TICK_COLUMN,
    STATUS_COLUMN,
    RATING_COLUMN
};

/* Where Lists keeps its ranges, absolute references for data validation and formulas. */
const char *list_of_categories(struct tracker *tracker);
const char *cell_of_criterion(struct tracker *tracker, size_t category); /* "Lists!$B$5" */
#define LIST_OF_TICKS    SHEET_LISTS "!$D$5:$D$6"
#define LIST_OF_STATUSES SHEET_LISTS "!$E$5:$E$8"
#define LIST_OF_RATINGS  SHEET_LISTS "!$F$5:$F$9"
#define CELL_OF_TICK     SHEET_LISTS "!$D$6" /* TICK_DONE */
#define CELL_OF_READ     SHEET_LISTS "!$E$7" /* the status of a finished book */

#endif
