/* formula: a formula that a cell shares with others, written out for each of them; and one that is
 * carried over into a file in which what it refers to stands elsewhere. */
#ifndef ROADBOOK_MEMORY_XLSX_FORMULA_H
#define ROADBOOK_MEMORY_XLSX_FORMULA_H

#include <stdbool.h>
#include <stddef.h>
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

/* A sheet of an old file, in a new one. */
struct moved_sheet {
    /* as it was called, and as it is called now */
    const char *tab, *called;
    /* by column: where it stands now, from 0; -1: nowhere. Nothing stood right of them, and nothing
     * stands now in the WIDTH-th column and right of it. */
    const int *columns;
    size_t column_count;
    int width;
};

struct formula_map {
    const struct moved_sheet *sheets;
    size_t sheet_count;
    /* the sheet that the formula stands on; NULL: it has not moved */
    const struct moved_sheet *here;
    /* how far down the formula moves */
    int64_t down;
};

/* Appends FORMULA as it reads in the new file: columns of sheets that moved are those where the
 * same stands now, be they absolute or not; relative rows of its own sheet move along. A row that
 * would leave the sheet stays. false: it refers to a column that is nowhere now, or to a range of
 * columns that stand no longer together, or to several sheets at once; what is appended is of no
 * use then. */
bool formula_mapped(struct text *out, const char *formula, const struct formula_map *map);

#endif
