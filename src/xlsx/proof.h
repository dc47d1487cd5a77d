/* proof: that a new tracker holds all that the learner wrote in the old one. */
#ifndef ROADBOOK_XLSX_PROOF_H
#define ROADBOOK_XLSX_PROOF_H

#include "xlsx/sheets/sheets.h"

/* MADE is the new tracker, read back. true where each entry of the old one (TRACKER's
 * edition->memory) is in it, as often as it was there, and no hour more is logged; else FAULT,
 * added to, names the first that is not: its sheet, its row, its words. */
bool proof_of_entries(struct tracker *tracker, const struct memory *made, struct text *fault);

#endif
