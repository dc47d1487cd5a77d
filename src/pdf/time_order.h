/* time_order: the pages that stand in the order of time: phases with their months and weeks. */
#ifndef ROADBOOK_PDF_TIME_ORDER_H
#define ROADBOOK_PDF_TIME_ORDER_H

#include "pdf/page_order.h"

/* Adds all pages of phases, months and weeks, of the kinds that the look lists, then of what
 * belongs to no phase. */
void time_order(const struct schedule *schedule, const struct look *look, struct page_order *order);

/* Only the pages of the weeks numbered FIRST to LAST, with the numbers that they have in the WHOLE
 * book: of the kinds that the look lists, or where it lists none about weeks, of all of them. */
void only_weeks(struct book *book, int first, int last, const struct book *whole);

#endif
