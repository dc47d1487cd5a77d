/* proof: that a new tracker came out whole, and holds all that the learner wrote in the old one. */
#ifndef ROADBOOK_XLSX_PROOF_H
#define ROADBOOK_XLSX_PROOF_H

#include "xlsx/sheets/sheets.h"

/* MADE is the new tracker, read back. true where each entry of the old one (TRACKER's
 * edition->memory) is in it, as often as it was there, and no hour more is logged; else FAULT,
 * added to, names the first that is not: its sheet, its row, its words. */
bool proof_of_entries(struct tracker *tracker, const struct memory *made, struct text *fault);

/* BYTES are the new tracker as TRACKER put it. true where they hold all its cells, and, where there
 * is an old one, its entries, and no more than the next build can read; else FAULT, added to, says
 * what is wrong. */
bool proof_of_book(struct tracker *tracker, const struct text *bytes, struct text *fault);

#endif
