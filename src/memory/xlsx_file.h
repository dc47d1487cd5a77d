/* xlsx_file: a workbook (.xlsx) of anybody's, read whole: every cell that holds something. It may
 * be hostile: whatever the bytes are, they are read or refused within a second and 64 MB of memory,
 * and nothing is written anywhere. */
#ifndef ROADBOOK_MEMORY_XLSX_FILE_H
#define ROADBOOK_MEMORY_XLSX_FILE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/pool.h"
#include "base/text.h"
#include "memory/memory.h"

/* The longest file that is read, in bytes. */
#define XLSX_FILE_MOST ((size_t)64 << 20)

struct read_sheet {
    const char *name;
    bool hidden;
    /* by row, then column; those that hold a value, a formula or a comment */
    const struct placed_cell *cells;
    size_t cell_count;
    /* by column, as many as the cells reach to: the width in characters as spreadsheet programs
     * show it (0: not said), and whether the column is hidden */
    const double *widths;
    const bool *hidden_columns;
    size_t width_count;
    /* what of it is lost where only its cells are carried over: "charts, merged cells"; "": nothing
     */
    const char *lost;
    /* of these, how many charts there are */
    size_t charts;
};

/* A defined name, and what it stands for: "Log!$A$1". */
struct read_name {
    const char *name, *reference;
};

#define DAYS_TO_1904 1462 /* from 1900, as spreadsheets count them */

struct read_book {
    /* its days count from 1904, not from 1900 */
    bool mac_epoch;
    /* in the order of their tabs */
    const struct read_sheet *sheets;
    size_t sheet_count;
    const struct read_name *names;
    size_t name_count;
};

/* Reads LENGTH bytes of a file. MEMORY_READ with *BOOK, in POOL, or MEMORY_REFUSED with *BOOK NULL;
 * WHY, added to, says then what is wrong and, where there is one, the way out: "it is an
 * OpenDocument sheet: save it as .xlsx". Of a cell: texts are joined and decoded, results of
 * formulas are those that the file holds, dates are serial numbers as they stand there (an ISO 8601
 * date, which few programs write, is a text), a value that is no number is a text. */
enum memory_state xlsx_file_read(struct pool *pool, const char *bytes, size_t length,
                                 const struct read_book **book, struct text *why);

/* As that, of a file that roadbook just made: what it counts must be there. BOUNDLESS: there is no
 * limit to what it may hold. */
enum memory_state xlsx_file_read_made(struct pool *pool, const char *bytes, size_t length,
                                      bool boundless, const struct read_book **book,
                                      struct text *why);

#endif
