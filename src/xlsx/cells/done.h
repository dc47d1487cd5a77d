/* done: how formulas ask whether rows are done. What says so are the words and signs of
 * words/ticks.h, which stand on the hidden sheet Lists, and but in a status a number from 1 on, as
 * days are, and TRUE, too. The programs count so differently that what asks for one cell, counts,
 * or goes along a range are three forms; counts_as_done() (kept_cells.h) is what all come to. */
#ifndef ROADBOOK_XLSX_CELLS_DONE_H
#define ROADBOOK_XLSX_CELLS_DONE_H

#include "xlsx/cells/table.h"

/* Each is a piece of a formula, without "=", in the tracker's pool; KIND is the column's. */

/* The test of whether CELL says done. */
const char *done_test(struct tracker *tracker, enum column_kind kind, const char *cell);

/* How many of CELLS, a range of the column, say done in rows that have something in TITLES. */
const char *done_count(struct tracker *tracker, enum column_kind kind, const char *cells,
                       const char *titles);

/* As that, cell by cell, to multiply with what else is asked: "((A=B)+...>0)". */
const char *done_cells(struct tracker *tracker, enum column_kind kind, const char *cells);

#endif
