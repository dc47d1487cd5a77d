/* kept_cells: cells of the old tracker, understood and written again. */
#ifndef ROADBOOK_XLSX_CELLS_KEPT_CELLS_H
#define ROADBOOK_XLSX_CELLS_KEPT_CELLS_H

#include "xlsx/cells/table.h"

/* CELL as it is to stand in a column of that KIND: hours, days and ticks that were understood as
 * numbers, days and tick signs; all else as it was typed. An error among numbers that are summed
 * becomes its text: it would spoil the sum. Strings in POOL, or CELL's own. */
struct kept_cell settled_cell(struct pool *pool, enum column_kind kind,
                              const struct kept_cell *cell);

/* true where a number among the Log's hours may be a time of day, or fewer hours than anybody logs:
 * the column's form does not tell "6:00" from 0.25; or may be no time of day, though it shows as
 * one: 2 is 48 hours then. What roadbook has written again is settled. */
bool hours_are_doubtful(const struct kept_cell *cell);

/* true where a formula of the learner's can stand in the new file: it names no other workbook and
 * no table, which do not come along. */
bool formula_allowed(const char *formula);

/* Writes CELL: its formula, DOWN rows from where it stood and following what it refers to, with the
 * value stored with it, its text, or its number in its own number format; looks as STYLE says. A
 * formula that is not allowed, or refers to what is nowhere now, is left out, its value stays, and
 * it is told of. */
void put_kept(struct tracker *tracker, lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column,
              const struct kept_cell *cell, enum style style, int64_t down);

/* true where a cell of a Done or Status column counts as done in the tracker's formulas. */
bool counts_as_done(enum column_kind kind, const struct kept_cell *cell);

#endif
