/* axis: the plan's time from left to right, with ticks for its months or weeks. */
#ifndef ROADBOOK_PDF_PAGES_AXIS_H
#define ROADBOOK_PDF_PAGES_AXIS_H

#include "pdf/parts/book.h"

#define AXIS_ROOM 23.0 /* of the two lines of words above it, points */

struct axis {
    struct book *book;
    /* where the plan begins and ends, points */
    double left, right;
};

/* Whether a plan of that length is told by its months; a shorter one is by its weeks. */
bool axis_counts_months(const struct schedule *schedule);

/* The x at which a day begins; a day outside of the plan is at its end. */
double axis_x(const struct axis *axis, day date);

/* Draws a line from TOP to BOTTOM at every few months or weeks, above it its words in the plan's
 * time and the calendar's, each a link to its page. */
void axis_draw(const struct axis *axis, double top, double bottom);

#endif
