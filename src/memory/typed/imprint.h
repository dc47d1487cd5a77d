/* imprint: what roadbook put into the cells that it alone writes, as marks: titles, hints, headers,
 * whole sheets that fill themselves, the record. By it a later build tells what somebody typed
 * there since, whichever program saved the file and wherever the cells moved. */
#ifndef ROADBOOK_MEMORY_IMPRINT_H
#define ROADBOOK_MEMORY_IMPRINT_H

#include "memory/roles.h"

#define MARK_TEXT 9 /* "1a2b3c4d" with its NUL */

/* What CELL says, as it is understood: blanks, case and the form of a number make no difference.
 * Of a formula what it is, not what it comes to. SCRATCH is for what it takes on the way. */
uint32_t cell_mark(struct pool *scratch, const struct kept_cell *cell);

/* The mark of a cell of a column that only shows, a day being a day in
 * whatever form; "-": nothing stands there. In POOL. */
const char *mark_of_shown(struct pool *pool, const struct kept_cell *cell);

/* A cell that roadbook alone writes. */
struct imprint_cell {
    /* "weeks:planned", a column of a table; "": no table's */
    const char *of;
    /* OF is the record's: what it says is read, and only looked over as a whole */
    bool recorded;
    const struct placed_cell *placed;
    uint32_t mark;
};

/* Calls SEEN, with DATA, for each cell of SHEET, one of roadbook's, that the learner has no
 * business to write in and that holds something. The COUNT tokens are those of its tables
 * (roles.h); none: all of the sheet fills itself. Cells in columns of the learner's own are left
 * out. In POOL. */
void imprint_walk(struct pool *pool, const struct read_book *book, const struct read_sheet *sheet,
                  const struct role_token *tokens, size_t count, bool in_headers,
                  void (*seen)(void *data, const struct imprint_cell *cell), void *data);

#endif
