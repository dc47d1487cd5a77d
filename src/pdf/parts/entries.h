/* entries: entries with room to write below each, sharing out what a page leaves: reading logs,
 * task cards, questions. */
#ifndef ROADBOOK_PDF_PARTS_ENTRIES_H
#define ROADBOOK_PDF_PARTS_ENTRIES_H

#include "pdf/parts/book.h"

struct entry {
    /* its id becomes a target; NULL: a heading over those that follow */
    const struct item *item;
    /* of a heading: its words */
    const char *heading;
    /* grey, at the right of the title; NULL: none */
    const char *note;
    /* of a heading: its name in the file; NULL: none */
    const char *target;
    /* the item's whole line is the text; else its title, and below it its detail */
    bool whole;
    /* begins a new page */
    bool breaks;
    /* fields before the rules: started, finished, and what the extra one adds */
    bool started;
    /* five circles at the right of the title */
    bool rating;
    /* a box to tick before the title */
    bool boxed;
};

struct entries {
    /* of continuation pages */
    const char *title;
    /* label of the rules: "What I took from it"; NULL: none */
    const char *write;
    /* label of the rules below all entries; NULL: none */
    const char *more;
    /* a third field after started and finished; NULL: none */
    const char *extra;
    /* rules an entry */
    int least, most;
    const struct entry *list;
    size_t count;
};

/* Draws it from the book's y down, onto as many pages as it takes; each page is filled to its foot.
 */
void entries_draw(struct book *book, const struct entries *entries);

#endif
