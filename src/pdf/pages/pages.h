/* pages: what a kind of page is to the book: when it is drawn, how, and under which names. */
#ifndef ROADBOOK_PDF_PAGES_PAGES_H
#define ROADBOOK_PDF_PAGES_PAGES_H

#include "pdf/look/page_kinds.h"
#include "pdf/parts/book.h"
#include "pdf/parts/months.h"

/* What a page is about, and so when it comes: the book's own once; a phase's as the phase opens or
 * closes; a month's as the month does; a week's. All but the book's stand together, in the order of
 * time. */
enum page_scope {
    SCOPE_BOOK,
    SCOPE_PHASE,
    SCOPE_PHASE_END,
    SCOPE_MONTH,
    SCOPE_MONTH_END,
    SCOPE_WEEK,
};

/* What of the plan pages are about. */
struct occasion {
    /* index, or -1: no phase's */
    int phase;
    /* where the scope is a month's */
    struct month month;
    /* where it is a week's */
    const struct week *week;
};

/* A kind of page. Each file of pdf/pages/ that draws one ends with its descriptor. */
struct page_kind {
    enum page_scope scope;
    /* Of its first page in outline and contents; NULL: it enters its pages itself. */
    const char *title;
    /* That page's name in the file: "guide"; with the phase's index + 1, the month or the week's
     * number behind it where the scope is theirs: "phase-1", "month-2026-03", "week-12". */
    const char *target;
    /* in the outline alone */
    bool unlisted;
    /* The one of its scope adds its pages; no page where there is nothing to show. */
    struct {
        void (*book)(struct book *book);
        /* phase -1: of what belongs to no phase */
        void (*phase)(struct book *book, int phase);
        void (*month)(struct book *book, struct month month);
        /* In the plan's order; none where an earlier week's page shows this one as well. */
        void (*week)(struct book *book, const struct week *week);
    } draw;
    /* Says more of a first page in outline and contents than the title; NULL: nothing. */
    void (*enter)(struct book *book, const struct occasion *at, struct listed *line);
    /* Fills what could not be known before all pages were there; NULL: nothing. */
    void (*finish)(struct book *book);
};

/* All of them, by enum page_index. */
extern const struct page_kind *const page_kinds[PAGE_KIND_COUNT];

#define DECLARE_PAGE_KIND(file, name) extern const struct page_kind file##_pages;
PAGE_KINDS(DECLARE_PAGE_KIND)
#undef DECLARE_PAGE_KIND

/* Adds the pages of KIND about AT, and enters the first of them under its names. */
void pages_add(struct book *book, const struct page_kind *kind, const struct occasion *at);

/* What a kind of page tells others, or does for them: */

/* sheet.c: how many sheets of phases the contents name one by one; 0: too many to name any. */
size_t sheet_lines(const struct plan *plan);

/* other_sections.c: how many lines of the contents the other sections take, by level. */
void other_sections_lines(const struct plan *plan, size_t *heads, size_t *others);

/* notes.c: adds one page to write on, in the colours of PHASE. */
void notes_page(struct book *book, int phase);

/* fortnight.c: adds the page of FIRST and the week after it; false, without a page, where they do
 * not fit. */
bool fortnight_page(struct book *book, const struct week *first);

#endif
