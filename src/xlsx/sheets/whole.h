/* whole: all hours of a plan, and what of them belongs to a phase or a category, in formulas and as
 * worked out.
 *
 * ALL HOURS, wherever a sheet says "of 984 h", are what was logged before the plan was last laid
 * out anew, and what is planned from that day on; of a plan that never was, what is planned. So
 * they stay as they are from one replan to the next, and all that is logged and done comes to 100
 * %: hours that were missed before a replan are laid out again, and would count twice. The book
 * counts so, too (studied_before() in pdf/parts/months.h). LOGGED are all hours that count,
 * whenever they were put in: those before the plan's first day belong to its first week's phase,
 * those behind the last day to the last's. Phases and categories add up to both. */
#ifndef ROADBOOK_XLSX_SHEETS_WHOLE_H
#define ROADBOOK_XLSX_SHEETS_WHOLE_H

#include "xlsx/sheets/sheets.h"

/* Pieces of formulas: all hours of the phase at INDEX (figures->phases), and those logged;
 * forecast->phases[INDEX] and figures->phases[INDEX].actual. */
const char *whole_of_phase(struct tracker *tracker, size_t index);
const char *logged_of_phase(struct tracker *tracker, size_t index);

/* As that, of the category at INDEX; that behind the last shown is all others':
 * forecast->categories[INDEX] and logged_in_category(). */
const char *whole_of_category(struct tracker *tracker, size_t index);
const char *logged_of_category(struct tracker *tracker, size_t index);
double logged_in_category(const struct tracker *tracker, size_t index);

/* Criteria of days before the plan was last laid out anew, as far as their hours count yet. */
const char *before_replan(struct tracker *tracker);

#endif
