/* lists: where the hidden sheet Lists keeps the ranges that cells to write in choose from. */
#ifndef ROADBOOK_XLSX_CELLS_LISTS_H
#define ROADBOOK_XLSX_CELLS_LISTS_H

#include "words/ticks.h"
#include "xlsx/cells/cells.h"

#define LISTS_TAB "Lists"

/* Columns: category, its criterion, its activity, then the fixed lists, and what the Log offers. */
enum {
    CATEGORY_COLUMN,
    CRITERION_COLUMN,
    ACTIVITY_COLUMN,
    TICK_COLUMN,
    STATUS_COLUMN,
    RATING_COLUMN,
    DONE_COLUMN,
    /* as the Log offers them: what the phase of the day as of has, first */
    CATEGORY_CHOICE_COLUMN,
    TASK_CHOICE_COLUMN
};

/* Where Lists keeps its ranges, absolute references for data validation and formulas. */
const char *list_of_categories(struct tracker *tracker);
/* As that, in the order in which the Log offers them. */
const char *list_of_category_choices(struct tracker *tracker);
const char *cell_of_criterion(struct tracker *tracker, size_t category); /* "Lists!$B$5" */
#define LIST_OF_TICKS    LISTS_TAB "!$D$5:$D$6"
#define LIST_OF_STATUSES LISTS_TAB "!$E$5:$E$8"
#define LIST_OF_RATINGS  LISTS_TAB "!$F$5:$F$9"
/* of done_words, without the last and with it */
#define LIST_OF_TICK_WORDS LISTS_TAB "!$G$5:$G$13"
#define LIST_OF_DONE_WORDS LISTS_TAB "!$G$5:$G$14"

#endif
