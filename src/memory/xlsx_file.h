/* xlsx_file: an .xlsx workbook, whoever wrote it, as plain cells. It may be hostile: whatever it
 * holds, it is read or refused within a second and 64 MB, and nothing of it reaches the disk. */
#ifndef ROADBOOK_MEMORY_XLSX_FILE_H
#define ROADBOOK_MEMORY_XLSX_FILE_H

#include "memory/memory.h"

struct read_sheet {
    const char *name;
    bool hidden;
    /* by row, then column; only cells that hold something: a value, a formula or a comment */
    const struct placed_cell *cells;
    size_t cell_count;
    /* by column, WIDTH_COUNT of each: characters (0: not said), and whether it is hidden */
    const double *widths;
    size_t width_count;
    const bool *hidden_columns;
    /* what of it would be lost if only its cells were carried over: "a chart, merged cells"; "" */
    const char *lost;
};

/* A defined name and the formula that it stands for: "Categories", "Lists!$A$5:$A$12". */
struct read_name {
    const char *name, *reference;
};

struct read_book {
    /* its serial numbers count days from 1904 */
    bool mac_epoch;
    struct read_sheet *sheets;
    size_t sheet_count;
    struct read_name *names;
    size_t name_count;
};

/* Reads LENGTH bytes into *BOOK, in POOL: MEMORY_READ. Else MEMORY_REFUSED, and WHY, added to, says
 * in words what is wrong with them. */
enum memory_state xlsx_file_read(struct pool *pool, const char *bytes, size_t length,
                                 const struct read_book **book, struct text *why);

#endif
