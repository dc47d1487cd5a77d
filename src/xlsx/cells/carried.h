/* carried: what the learner wrote in a table of the old tracker, and which row of the new one each
 * of its rows belongs to. */
#ifndef ROADBOOK_XLSX_CELLS_CARRIED_H
#define ROADBOOK_XLSX_CELLS_CARRIED_H

#include "memory/lookup.h"
#include "xlsx/cells/kept_cells.h"

/* A table of the old tracker beside the sheet that takes it over. */
struct carried {
    const struct sheet *about;
    /* NULL: there was none */
    const struct kept_table *kept;
    /* beside about->columns: which of the table's it is; -1: none */
    const int *columns;
    /* columns of the learner's own, in order */
    const int *own;
    size_t own_count;
    /* rows by key */
    struct lookup *keys;
    /* beside the table's rows: it has its place */
    bool *placed;
    /* what the old build knew of its items: by id */
    const struct memory *memory;
    struct lookup *known;
};

/* That of a sheet, made when it is first asked for; the tracker's. */
struct carried *carried_of(struct tracker *tracker, const struct sheet *about);

/* The row of that key; NULL: none. */
const struct kept_row *carried_find(const struct carried *carried, const char *key);

/* ROW's cell in COLUMN of about->columns; NULL: none, or nothing in it. ROW may be NULL. */
const struct kept_cell *carried_cell(const struct carried *carried, const struct kept_row *row,
                                     size_t column);

/* As that, in COLUMN of the old table itself; -1: none. */
const struct kept_cell *kept_cell_at(const struct kept_row *row, int column);

/* What the old build knew of the item with that key; NULL: nothing. */
const struct known_item *carried_known(const struct carried *carried, const char *key);

/* true where no row of KEPT has anything in COLUMN. */
bool kept_column_is_empty(const struct kept_table *kept, size_t column);

/* true for the role of a column that only roadbook reads; NULL is none. */
bool is_hidden_role(const char *role);

/* true where something stands in ROW in a column of the learner's own. */
bool own_columns_written(const struct carried *carried, const struct kept_row *row);

/* ROW's cell in COLUMN, where it is to stand instead of what the roadmap says: the learner changed
 * what roadbook had written there. NULL: roadbook's word holds. */
const struct kept_cell *decided_cell(struct tracker *tracker, const struct carried *carried,
                                     const struct kept_row *row, size_t column);

/* The headers of the learner's own columns, right of ours; and their cells in one row, which is
 * empty where KEPT is NULL. */
void put_own_headers(struct tracker *tracker, lxw_worksheet *sheet, const struct carried *carried);
void put_own_cells(struct tracker *tracker, lxw_worksheet *sheet, lxw_row_t row,
                   const struct carried *carried, const struct kept_row *kept);

/* How far down KEPT moves when it comes to stand in ROW, counted from 0. */
int64_t moved_down(const struct kept_row *kept, lxw_row_t row);

#endif
