/* formula_form: what a formula says, whichever program spelled it, and however much of it is left
 * when cells, columns and sheets were moved or renamed. */
#ifndef ROADBOOK_MEMORY_FORMULA_FORM_H
#define ROADBOOK_MEMORY_FORMULA_FORM_H

#include <stdint.h>

enum formula_form {
    FORM_WHOLE,   /* all of it; letters' case, blanks, quotes of sheets and "$" are the program's */
    FORM_COLUMNS, /* references without sheet and row: rows may have come and gone */
    FORM_BARE,    /* references are but references: columns may have, too */
    FORM_COUNT
};

/* The hashes of FORMULA, without "=", into HASHES: by form, the first COUNT of them. */
void formula_hashes(const char *formula, enum formula_form count, uint64_t hashes[FORM_COUNT]);

#endif
