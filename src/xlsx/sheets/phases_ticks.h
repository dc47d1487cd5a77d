/* phases_ticks: how many of a phase's tasks, checks and things to read are done. */
#ifndef ROADBOOK_XLSX_SHEETS_PHASES_TICKS_H
#define ROADBOOK_XLSX_SHEETS_PHASES_TICKS_H

#include "xlsx/sheets/sheets.h"

/* Rows of items that name a phase. */
struct phase_ticks {
    size_t ticked, tickable;
};

/* Those that name the phase NAME, as they stand when the sheets of items are filled. */
struct phase_ticks count_phase_ticks(const struct tracker *tracker, const char *name);

/* The formula that counts them: all that name the phase that NAME, a cell, holds, or only those
 * that are DONE. Rows typed below the tables count, too. */
const char *phase_ticks_formula(struct tracker *tracker, const char *name, bool done);

/* "7 of 24"; "": there is nothing to tick. */
const char *phase_ticks_words(struct tracker *tracker, struct phase_ticks ticks);

#endif
