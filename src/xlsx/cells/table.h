/* table: what a sheet is, and its table: columns by what they hold, roles, headers, rows of items,
 * and cells to write in. */
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
    /* last part of what the role row says of it, "hours" of "#roadbook:log:hours" */
    const char *role;
    const char *header;
    double width;
    enum column_kind kind;
    bool hidden;
};

/* A sheet of the tracker. */
struct sheet {
    /* its name, in formulas too */
    const char *tab;
    /* middle part of what the role row says of its columns: "log" */
    const char *role;
    const char *title, *hint;
    /* of its table; none: the sheet lays itself out */
    const struct column *columns;
    size_t column_count;
    /* the items that its rows are; NULL: none, its rows are other things */
    bool (*belongs)(const struct item *item);
    /* A row is done where its cell in that column passes the test, a piece of a formula such as
     * "<>\"\""; NULL: rows are never done. */
    lxw_col_t done;
    const char *done_test;
    /* whether this tracker has it; NULL: each has */
    bool (*wanted)(const struct tracker *tracker);
    /* Fills SHEET, which is there and empty; NULL: with the items that belong, and empty rows of
     * the learner's own below them. */
    void (*fill)(struct tracker *tracker, lxw_worksheet *sheet);
};

/* "Log!$C:$C": the whole column, so that rows typed below the table count too. */
const char *whole_column(struct tracker *tracker, const struct sheet *about, lxw_col_t column);

/* Gives SHEET its title, roles, headers, widths and print set-up. */
void table_open(struct tracker *tracker, lxw_worksheet *sheet, const struct sheet *about);

/* Makes rows FIRST..LAST ready to write in: tint, lists and checks of the input columns. */
void table_inputs(struct tracker *tracker, lxw_worksheet *sheet, const struct sheet *about,
                  lxw_row_t first, lxw_row_t last);

/* All of a sheet whose rows are items, and empty rows of the learner's own below. */
void table_of_items(struct tracker *tracker, lxw_worksheet *sheet, const struct sheet *about);

/* How many items such a sheet holds, and how many of them the roadmap itself ticks. */
size_t items_held(const struct tracker *tracker, const struct sheet *about);
size_t items_ticked(const struct tracker *tracker, const struct sheet *about);

/* A cost's price for the budget: of a range the upper end; 0 for a limit ("<$150") and for none. */
double planned_price(const struct item *item);

#endif
