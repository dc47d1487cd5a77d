/* formula: a formula that a cell shares with others, written out for each of them. */
#ifndef ROADBOOK_MEMORY_XLSX_FORMULA_H
#define ROADBOOK_MEMORY_XLSX_FORMULA_H

#include <stdint.h>

#include "base/text.h"

/* The limits of a sheet (ISO/IEC 29500-1, 18.17.2.3). */
#define SHEET_ROWS    1048576
#define SHEET_COLUMNS 16384

/* The place that TEXT begins with, "AB12", counted from 0; gives its end, or NULL: there is none.
 */
const char *place_parse(const char *text, uint32_t *row, uint32_t *column);

/* Appends FORMULA as it reads ROWS further down and COLUMNS further right (less than 0: up, left):
 * its relative references move, absolute ones ($) and all that is quoted stay. A reference that
 * leaves the sheet becomes #REF!. */
void formula_shift(struct text *out, const char *formula, int64_t rows, int64_t columns);

#endif
