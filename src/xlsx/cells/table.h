/* table: a sheet's table: its columns by what they hold, roles, headers, rows of items, and cells
 * to write in. */
#ifndef ROADBOOK_XLSX_CELLS_TABLE_H
#define ROADBOOK_XLSX_CELLS_TABLE_H

#include "xlsx/cells/cells.h"

enum column_kind {
    /* what the roadmap says */
    COLUMN_KEY,
    COLUMN_TITLE,
    COLUMN_LINKED_TITLE,
    COLUMN_DETAIL,
    COLUMN_PHASE,
    COLUMN_SECTION,
    COLUMN_FROM,
    COLUMN_DUE,
    COLUMN_PRICE,
    COLUMN_CURRENCY,
    COLUMN_WRITTEN, /* the whole line as it stands in the roadmap */
    COLUMN_SHOWN,   /* filled by the sheet itself */
    COLUMN_NUMBER,  /* so too, with numbers */
    /* what the learner writes */
    COLUMN_TICK,
    COLUMN_CATEGORY,
    COLUMN_STATUS,
    COLUMN_RATING,
    COLUMN_NOTE,
    COLUMN_DAY,
    COLUMN_HOURS,
    COLUMN_COUNT,
    COLUMN_MONEY
};

struct column {
    /* last part of its role, "#roadbook:log:hours" */
    const char *token;
    const char *header;
    double width;
    enum column_kind kind;
    bool hidden;
};

struct table {
    /* the sheet's name */
    const char *sheet;
    /* middle part of its roles */
    const char *token;
    const char *title, *hint;
    const struct column *columns;
    size_t column_count;
    /* a row is done where its cell of that column passes the test, a piece of a formula such as
     * "<>\"\""; NULL: rows are never done */
    const char *done_token, *done_test;
};

/* The column of that token; it must be there. */
lxw_col_t table_column(const struct table *table, const char *token);

/* "Log!$C:$C": the whole column, so that rows typed below the table count too. */
const char *whole_column(struct tracker *tracker, const struct table *table, const char *token);

/* Adds the sheet with title, roles, headers, widths and print set-up. */
lxw_worksheet *table_open(struct tracker *tracker, const struct table *table);

/* Makes rows FIRST..LAST ready to write in: tint, lists and checks of the input columns. */
void table_inputs(struct tracker *tracker, lxw_worksheet *sheet, const struct table *table,
                  lxw_row_t first, lxw_row_t last);

/* The whole sheet of a table with a row for each item of the plan that BELONGS, and empty rows of
 * the learner's own below. Gives how many items it holds. */
size_t table_of_items(struct tracker *tracker, const struct table *table,
                      bool (*belongs)(const struct item *item));

/* How many of them the roadmap itself ticks. */
size_t ticked_items(const struct tracker *tracker, bool (*belongs)(const struct item *item));

/* A cost's price for the budget: of a range the upper end; 0 for a limit ("<$150") and for none. */
double planned_price(const struct item *item);

#endif
