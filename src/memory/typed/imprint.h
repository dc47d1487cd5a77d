/* imprint: what roadbook put into the cells that it alone writes, as marks: titles, hints, headers,
 * whole sheets that fill themselves, the record. By it a later build tells what somebody typed
 * there since, whichever program saved the file and wherever the cells moved. */
#ifndef ROADBOOK_MEMORY_IMPRINT_H
#define ROADBOOK_MEMORY_IMPRINT_H

#include "memory/roles.h"
#include "memory/typed/formula_form.h"

/* Before what a row of the imprint is of: marks of which form of its formulas, and the row of
 * layout_mark(). */
extern const char *const form_prefixes[FORM_COUNT];
#define IMPRINT_LAYOUT "layout="

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
    /* of a formula, where they are wanted: marks of its forms; that of the first is MARK */
    uint32_t forms[FORM_COUNT];
};

/* What is wanted of a walk, or-ed together. */
enum imprint_wanted {
    IMPRINT_FORMULAS = 1, /* cells with formulas alone */
    IMPRINT_FORMS = 2,    /* the further forms of formulas, too */
};

/* Where the tables' columns stand, which the COUNT tokens of a sheet say: where it differs from
 * what was written, formulas may have changed with them. Of several sheets it adds up. */
uint32_t layout_mark(const struct role_token *tokens, size_t count);

/* Calls SEEN, with DATA, for each cell of SHEET, one of roadbook's, that the learner has no
 * business to write in and that holds something. The COUNT tokens are those of its tables
 * (roles.h); none: all of the sheet fills itself. Cells in columns of the learner's own are left
 * out. WANTED as enum imprint_wanted. In POOL. */
void imprint_walk(struct pool *pool, const struct read_book *book, const struct read_sheet *sheet,
                  const struct role_token *tokens, size_t count, bool in_headers, unsigned wanted,
                  void (*seen)(void *data, const struct imprint_cell *cell), void *data);

#endif
