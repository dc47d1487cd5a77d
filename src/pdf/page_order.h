/* page_order: in which order a book's pages come, and where they stand: one after another, but
 * those of lived weeks where the last edition had them. */
#ifndef ROADBOOK_PDF_PAGE_ORDER_H
#define ROADBOOK_PDF_PAGE_ORDER_H

#include "pdf/pages/pages.h"

/* Pages that stand together: of one kind, about one thing. */
struct page_group {
    /* NULL: none, a week begins here */
    const struct page_kind *kind;
    struct occasion at;
    /* how many there are, where the book was laid out before */
    int pages;
    /* of a week's begin: the index of the page where it must stand; -1: wherever it comes */
    int pin;
};

struct page_order {
    struct pool *pool;
    struct page_group *groups;
    size_t count, capacity;
    /* up to the last group of the last week with a pin; 0: no week has one */
    size_t pinned;
};

void page_order_add(struct page_order *order, const struct page_kind *kind,
                    const struct occasion *at);
void page_order_begin_week(struct page_order *order, const struct week *week);

/* After the book was laid out once: pins the lived weeks, and the one that holds the edition's
 * TODAY, to the pages that EDITION's memory has of them; from the first on that cannot stand there
 * none, with a note. No week where the last edition had another look or paper. */
void page_order_pin(struct page_order *order, const struct edition *edition);

/* Whether there is a lived week to pin. */
bool page_order_is_lived(const struct schedule *schedule);

/* Draws all groups, and notes how many pages each takes. Before a week with a pin, room that is
 * left becomes pages for notes; what finds no room before one comes after the last of them. */
void page_order_draw(struct page_order *order, struct book *book);

#endif
