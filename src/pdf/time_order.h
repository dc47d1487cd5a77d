/* time_order: the pages that stand in the order of time: phases with their months and weeks. */
#ifndef ROADBOOK_PDF_TIME_ORDER_H
#define ROADBOOK_PDF_TIME_ORDER_H

#include "pdf/parts/book.h"

/* All that happens in time, of the kinds that the look lists, then what belongs to no phase. */
void time_pages(struct book *book);

/* Only the pages of the weeks numbered FIRST to LAST, with the numbers that STARTS[i], the page of
 * plan week i in the whole book, gives them. */
void chosen_weeks(struct book *book, int first, int last, const int *starts);

/* Enters the pages that were added since there were BEFORE of them, and names the first of them;
 * false where none was. */
bool pages_enter(struct book *book, int before, struct listed entry, const char *target);

/* The same for a part of the front or back matter: outlined at the top level and listed. */
void pages_enter_part(struct book *book, int before, const char *title, const char *target);

#endif
