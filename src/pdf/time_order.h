/* time_order: the pages that stand in the order of time: phases with their months and weeks. */
#ifndef ROADBOOK_PDF_TIME_ORDER_H
#define ROADBOOK_PDF_TIME_ORDER_H

#include "pdf/pages/pages.h"

/* All pages of phases, months and weeks, of the kinds that the look lists, then what belongs to no
 * phase. */
void time_pages(struct book *book);

/* Only the pages of the weeks numbered FIRST to LAST, with the numbers that STARTS[i], the page of
 * plan week i in the whole book, gives them. */
void chosen_weeks(struct book *book, int first, int last, const int *starts);

#endif
