/* table_rows: the rows of the tables of one sheet. */
#ifndef ROADBOOK_MEMORY_TABLE_ROWS_H
#define ROADBOOK_MEMORY_TABLE_ROWS_H

#include "memory/roles.h"

#define MOST_CELLS 1000000 /* that the tables may have in all, the empty ones counted */

/* The tables found so far; begins with the first two set. LOST is the caller's to free. */
struct table_rows {
    struct pool *pool;
    const struct read_book *book;
    struct kept_table *tables;
    size_t table_count, table_capacity;
    /* of all rows; no more rows are added once it is above MOST_CELLS */
    size_t cell_count;
    /* what of the sheets cannot be carried, in words: "Log: a chart; Tasks: 2 comments" */
    struct text lost;
};

/* Adds the tables that COUNT tokens make of SHEET (roles.h), with each row that holds anything. */
void table_rows_add(struct table_rows *rows, const struct read_sheet *sheet,
                    const struct role_token *tokens, size_t count, bool in_headers);

/* Notes what stands on SHEET beside its cells, but for what roadbook itself puts there: OWN_CHARTS
 * charts on it are. */
void table_rows_note_lost(struct table_rows *rows, const struct read_sheet *sheet,
                          size_t own_charts);

/* true where the cells FROM..TO, above the role row, are a row of BAND's tables all the same:
 * somebody sorted the whole sheet. They hold an id where ids stand; or, where the role row was
 * moved down, a number and another thing in columns that have roles. */
bool row_was_sorted_away(const struct read_sheet *sheet, const struct band *band, size_t from,
                         size_t to);

/* CELL as memory.h has it: days count from 1900. IS_DAY: it stands where days stand, whatever its
 * format. In POOL. */
struct kept_cell cell_settled(struct pool *pool, const struct read_book *book,
                              const struct kept_cell *cell, bool is_day);

#endif
