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
    COLUMN_CHAPTERS,
    COLUMN_WRITTEN, /* the whole line as it stands in the roadmap */
    COLUMN_SHOWN,   /* filled by the sheet itself */
    COLUMN_NUMBER,  /* so too, with numbers */
    COLUMN_WORKED,  /* a formula in each row, of what stands in it */
    COLUMN_FIRST,   /* the due date of the first plan, where it is another */
    COLUMN_GIVEN,   /* hidden: the tick, status or price that the roadmap gave */
    /* what the learner writes */
    COLUMN_TICK,
    COLUMN_CATEGORY,
    COLUMN_STATUS,
    COLUMN_RATING,
    COLUMN_NOTE,
    COLUMN_DAY,
    COLUMN_HOURS,
    COLUMN_COUNT,
    COLUMN_CHAPTERS_READ, /* how many of them */
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
    /* of a sheet that lays itself out: the column at which links to other sheets end, 0: none; and
     * how many columns each takes, 0: one */
    lxw_col_t jumps_end, jump_columns;
    /* A row is done where its cell in that column says so: a tick, a status, or any date. 0: rows
     * are never done. */
    lxw_col_t done;
    /* whether this tracker has it; NULL: each has */
    bool (*wanted)(const struct tracker *tracker);
    /* Fills SHEET, which is there and empty; NULL: with the items that belong, and empty rows of
     * the learner's own below them. */
    void (*fill)(struct tracker *tracker, lxw_worksheet *sheet);
    /* Fills what depends on all rows of a table of items, which stand in FIRST_ROW to LAST; NULL:
     * nothing */
    void (*finish)(struct tracker *tracker, lxw_worksheet *sheet, lxw_row_t last);
    /* it sums up others, and is filled behind them */
    bool sums_up;
};

/* "Log!$C$4:$C$4000": a column from its header down, well past its last row, so that rows typed
 * below the table count too. (Of whole columns, Gnumeric takes minutes to work out a plan's.) */
const char *column_range(struct tracker *tracker, const struct sheet *about, lxw_col_t column);

/* What lies below that range, down to a sheet's last row. */
const char *column_below(struct tracker *tracker, const struct sheet *about, lxw_col_t column);

/* As the first without the header: for ticks, where the header "Done" would count. */
const char *column_cells(struct tracker *tracker, const struct sheet *about, lxw_col_t column);

/* Gives SHEET its title, roles, headers, widths and print set-up. */
void table_open(struct tracker *tracker, lxw_worksheet *sheet, const struct sheet *about);

/* Makes rows FIRST..LAST ready to write in: tint, lists and checks of the input columns. */
void table_inputs(struct tracker *tracker, lxw_worksheet *sheet, const struct sheet *about,
                  lxw_row_t first, lxw_row_t last);

/* A list to choose from for rows FIRST..LAST, out of RANGE; ASKS: about another word. */
void put_choice(lxw_worksheet *sheet, lxw_row_t first, lxw_row_t last, lxw_col_t column,
                const char *range, bool asks);

/* Rows FIRST..LAST are the learner's own: checks of those columns that the roadmap fills elsewhere.
 */
void table_own_inputs(struct tracker *tracker, lxw_worksheet *sheet, const struct sheet *about,
                      lxw_row_t first, lxw_row_t last);

/* true where words in such a column count for nothing, and are red. */
bool wants_number(enum column_kind kind);

/* Takes a cell that is written into COLUMN into its tally. */
void count_cell(struct tracker *tracker, const struct sheet *about, lxw_col_t column,
                const struct kept_cell *cell);

/* A cell that the learner wrote, as it is understood, DOWN rows from where it stood. */
void put_written(struct tracker *tracker, lxw_worksheet *sheet, const struct sheet *about,
                 lxw_row_t row, lxw_col_t at, const struct kept_cell *cell, int64_t down);

/* A row of the learner's own; KEPT NULL: an empty one. */
void put_own_row(struct tracker *tracker, lxw_worksheet *sheet, const struct sheet *about,
                 lxw_row_t row, const struct kept_row *kept);

/* What the learner wrote in such a row, a cell a column of ABOUT's (NULL: nothing), DOWN rows from
 * where it stood. */
void put_own_words(struct tracker *tracker, lxw_worksheet *sheet, const struct sheet *about,
                   lxw_row_t row, const struct kept_cell *const *cells, int64_t down);

/* The last column of its table, those of the learner's own with it. */
lxw_col_t table_last_column(struct tracker *tracker, const struct sheet *about);

/* All of a sheet whose rows are items, and empty rows of the learner's own below. */
void table_of_items(struct tracker *tracker, lxw_worksheet *sheet, const struct sheet *about);

/* true where ITEM has a row on that sheet. */
bool item_has_row(const struct item *item, const struct sheet *about);

/* Empty rows of the learner's own below the items, and theirs. */
#define OWN_ROWS 30

/* The most rows of items that a sheet has. */
#define ITEM_ROWS_MAX 100000

/* How many items such a sheet holds. */
size_t items_held(const struct tracker *tracker, const struct sheet *about);

/* What was written so far into a column of a sheet. */
const struct tally *tally_of(const struct tracker *tracker, const struct sheet *about,
                             lxw_col_t column);

/* The look of a cell to write in. */
enum style input_style(enum column_kind kind);

/* true for columns that the learner writes in. */
bool is_input(enum column_kind kind);

/* true for columns that the learner writes in in a row of their own. */
bool is_own_input(enum column_kind kind);

/* true for columns that show what the roadmap says of an item beside its name and its due date, be
 * they hidden: what is written over it is told by marks. */
bool shows_item(enum column_kind kind);

/* The column of ABOUT of that KIND; 0: none. */
lxw_col_t column_of_kind(const struct sheet *about, enum column_kind kind);

/* true for the column that says which item it is: in an own row the learner writes it. */
bool names_item(enum column_kind kind);

#endif
