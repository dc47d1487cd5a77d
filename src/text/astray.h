/* astray: entries of the Log that do not count yet, and what to type there. */
#ifndef ROADBOOK_TEXT_ASTRAY_H
#define ROADBOOK_TEXT_ASTRAY_H

#include "base/text.h"
#include "memory/entries.h"

/* Appends a line of a page for each of the first few: "One entry does not count yet: Sat 18 July
 * says 90 h; for minutes, type 1.5". TODAY's year is not said. */
void add_all_astray(struct text *out, const struct entries *entries, day today);

/* Appends one line of them all, with the first: "7 entries do not count yet: Sat 18 July says 90 h;
 * for minutes, type 1.5; see the column Counts? of the Log"; nothing where all count. */
void add_astray_line(struct text *out, const struct entries *entries, day today);

#endif
