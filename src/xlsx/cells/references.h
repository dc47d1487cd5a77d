/* references: pieces of formulas that name cells, and look names up in them. Rows and columns are
 * counted from 0; strings are in the tracker's pool. */
#ifndef ROADBOOK_XLSX_CELLS_REFERENCES_H
#define ROADBOOK_XLSX_CELLS_REFERENCES_H

#include <xlsxwriter.h>

struct tracker;

/* "A", "AB" of a column; "$A$5" of a cell. */
const char *column_letters(struct tracker *tracker, lxw_col_t column);
const char *cell_reference(struct tracker *tracker, lxw_row_t row, lxw_col_t column);
/* "Weeks!$D$5:$D$134": rows FIRST..LAST of a column. */
const char *range_reference(struct tracker *tracker, const char *sheet, lxw_col_t column,
                            lxw_row_t first, lxw_row_t last);

/* The month and the weekday of DATE, a cell or a piece of a formula, out of NAMES, a range of
 * twelve or seven cells, from January or Monday on. (TEXT() speaks other formats in other
 * languages.) */
const char *name_of_month(struct tracker *tracker, const char *names, const char *date);
const char *name_of_weekday(struct tracker *tracker, const char *names, const char *date);

#endif
