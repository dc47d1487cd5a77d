/* sheet_lists: what a task's or project's sheet lists: when it is done, its steps, facts of it. */
#ifndef ROADBOOK_PDF_PAGES_SHEET_LISTS_H
#define ROADBOOK_PDF_PAGES_SHEET_LISTS_H

#include "pdf/parts/agenda.h"
#include "pdf/parts/book.h"

/* A task or project: an item, or a section that is one project whose items say what it takes. */
struct subject {
    /* NULL: the section is the subject */
    const struct item *item;
    const struct section *section;
    enum item_kind kind;
    /* its name alone */
    const char *title;
};

struct sheet_lists {
    /* what must be there for it to be done */
    struct agenda done;
    /* in their order */
    struct agenda steps;
    /* "Duration: 6 weeks": said of it, nothing to tick */
    struct agenda facts;
};

/* The lists of SUBJECT, out of what stands below it, else out of its detail; in the book's pool. */
struct sheet_lists sheet_lists_of(struct book *book, const struct subject *subject);

/* true where the plan is about software, whose work lies in a repository and has lines. */
bool is_about_software(const struct plan *plan);

#endif
