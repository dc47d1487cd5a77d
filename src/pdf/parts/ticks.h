/* ticks: a table of things to tick off, with columns to write in, over as many pages as it takes.
 */
#ifndef ROADBOOK_PDF_PARTS_TICKS_H
#define ROADBOOK_PDF_PARTS_TICKS_H

#include "pdf/parts/book.h"

/* A row: an item; or, where ITEM is NULL, a heading over those that follow, with a NOTE at its
 * right (NULL: none). */
struct tick {
    const struct item *item;
    const char *heading, *note;
    /* of a heading's link and its name in the file; NULL: none */
    const char *target;
    /* indents */
    int depth;
};

struct ticks {
    /* of continuation pages */
    const char *title;
    /* head of the first column: "I can ..." */
    const char *words;
    /* of the second */
    const char *date;
    /* of the third */
    const char *proof;
    const struct tick *ticks;
    size_t count;
};

/* Draws it from the book's y down. Rows are higher where there are few, so that a hand has room;
 * SPARE is the height wanted below the table on its last page, points. Every item's id becomes a
 * target. */
void ticks_draw(struct book *book, const struct ticks *ticks, double spare);

#endif
