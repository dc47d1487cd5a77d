/* time_order: the pages that stand in the order of time: phases with their months and weeks. */
#ifndef ROADBOOK_PDF_TIME_ORDER_H
#define ROADBOOK_PDF_TIME_ORDER_H

#include "pdf/pages/pages.h"

/* All pages of phases, months and weeks, of the kinds that the look lists, then what belongs to no
 * phase. */
void time_pages(struct book *book);

/* Only the pages of the weeks numbered FIRST to LAST, with the numbers that they have in the WHOLE
 * book: of the kinds that the look lists, or where it lists none about weeks, of all of them. */
void only_weeks(struct book *book, int first, int last, const struct book *whole);

#endif
