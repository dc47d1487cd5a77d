/* month_calendar: the calendar of a month, as its page shows it. */
#ifndef ROADBOOK_PDF_PAGES_MONTH_CALENDAR_H
#define ROADBOOK_PDF_PAGES_MONTH_CALENDAR_H

#include "pdf/parts/book.h"
#include "pdf/parts/months.h"

/* Draws the weeks of MONTH from the book's y down, at most HEIGHT high: a row a week, each a link
 * to its page, with the sessions of the weeks that belong to the month and all that is due. Moves y
 * below it. */
void month_calendar_draw(struct book *book, struct month month, double height);

#endif
