/* columns: columns that fill one after the other and go on to a next page. */
#ifndef ROADBOOK_PDF_PARTS_COLUMNS_H
#define ROADBOOK_PDF_PARTS_COLUMNS_H

#include "pdf/parts/book.h"

struct columns {
    struct book *book;
    /* of the short head on a next page */
    const char *title;
    int count, column;
    double gap;
    /* where this page's columns start */
    double top;
    /* how far down any of them reaches */
    double lowest;
};

/* Columns from the book's y down. */
struct columns columns_start(struct book *book, int count, double gap, const char *title);

double columns_x(const struct columns *columns); /* left edge of the column in use */
double columns_width(const struct columns *columns);
double columns_room(const struct columns *columns); /* what is left of the column */

/* Goes to the next column, or page, where less than HEIGHT is left of this one; true if it did. */
bool columns_need(struct columns *columns, double height);

/* Goes to the next column now. */
void columns_next(struct columns *columns);

/* Draws a text of any length, on to as many columns as it takes; never a line alone at the foot of
 * one or the head of the next. INDENT from the column's left edge. */
void columns_prose(struct columns *columns, const struct style *style, const struct prose *prose,
                   double indent);

/* Sets the book's y below the longest column. */
void columns_end(struct columns *columns);

#endif
