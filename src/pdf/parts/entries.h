/* entries: entries with room to write below each, sharing out what a page leaves: reading logs, task
 * cards, questions. */
#ifndef ROADBOOK_PDF_PARTS_ENTRIES_H
#define ROADBOOK_PDF_PARTS_ENTRIES_H

#include "pdf/parts/book.h"

struct log_entry {
    const struct item *item; /* its id becomes a target; NULL: a heading over those that follow */
    const char *heading;     /* of a heading: its words */
    const char *note;        /* grey, at the right of the title; NULL: none */
    const char *target;      /* of a heading: its name in the file; NULL: none */
    bool whole;   /* the item's whole line is the text; else its title, and below it its detail */
    bool breaks;  /* begins a new page */
    bool started; /* fields before the rules: started, finished, and what log->fields adds */
    bool rating;  /* five circles at the right of the title */
    bool boxed;   /* a box to tick before the title */
};

struct log {
    const char *title; /* of continuation pages */
    const char *write; /* label of the rules: "What I took from it"; NULL: none */
    const char *more;  /* label of the rules below all entries; NULL: none */
    const char *extra; /* a third field after started and finished; NULL: none */
    int least, most;   /* rules an entry */
    const struct log_entry *entries;
    size_t count;
};

/* Draws it from the book's y down, onto as many pages as it takes; each page is filled to its foot.
 */
void log_draw(struct book *book, const struct log *log);

#endif
