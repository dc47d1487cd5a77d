/* reprint: which pages of a printed book are to be printed again, in words. */
#ifndef ROADBOOK_TEXT_REPRINT_H
#define ROADBOOK_TEXT_REPRINT_H

#include "export.h"

/* Appends, without an end of line, "rust-insert.pdf replaces pages 3-16 and 33-268" where a printed
 * book was named, INSERT being the file; else what of the book in place changed: "pages 3-16
 * changed; --since OLD.pdf prints only them". Nothing where that is not known, or none did. */
void reprint_text(const struct reprint *reprint, const char *insert, struct text *out);

/* Appends "256 pages on 128 sheets". */
void reprint_count(const struct sheet_changes *changes, struct text *out);

#endif
