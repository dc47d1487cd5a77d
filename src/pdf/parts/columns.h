/* columns: columns that fill one after the other and go on to a next page. */
#ifndef ROADBOOK_PDF_PARTS_COLUMNS_H
#define ROADBOOK_PDF_PARTS_COLUMNS_H

#include "pdf/parts/book.h"

struct flow {
    struct book *book;
    /* of the short head on a next page */
    const char *title;
    int columns, column;
    double gap;
    /* where this page's columns start */
    double top;
    /* how far down any of them reaches */
    double lowest;
};

/* Columns from the book's y down. */
struct flow flow_start(struct book *book, int columns, double gap, const char *title);

double flow_x(const struct flow *flow); /* left edge of the column in use */
double flow_width(const struct flow *flow);
double flow_room(const struct flow *flow); /* what is left of the column */

/* Goes to the next column, or page, where less than HEIGHT is left of this one; true if it did. */
bool flow_need(struct flow *flow, double height);

/* Goes to the next column now. */
void flow_next(struct flow *flow);

/* Draws a text of any length, on to as many columns as it takes; never a line alone at the foot of
 * one or the head of the next. INDENT from the column's left edge. */
void flow_prose(struct flow *flow, const struct style *style, const struct prose *prose,
                double indent);
void flow_words(struct flow *flow, const struct style *style, const char *text, double indent);

/* Sets the book's y below the longest column. */
void flow_end(struct flow *flow);

#endif
