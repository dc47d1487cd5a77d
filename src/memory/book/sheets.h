/* sheets: which sheets of a printed book are to be replaced for it to become a new one. Pages are
 * told apart by digests of what is drawn on them. */
#ifndef ROADBOOK_MEMORY_BOOK_SHEETS_H
#define ROADBOOK_MEMORY_BOOK_SHEETS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/pool.h"

/* Of a book's pages, in their order. */
struct page_digests {
    const uint64_t *list;
    size_t count;
};

/* Numbers of pages, both included; first 0: none. */
struct page_range {
    size_t first, last;
};

/* What makes the printed book the new one. Numbers are those of pages, from 1; both sides of a
 * sheet are among them. */
struct sheet_changes {
    /* to take out, and put the new book's pages of these numbers in */
    const struct page_range *replaced;
    size_t replaced_count;
    /* to put in behind, or to take out from there: the new book is longer or shorter */
    struct page_range added, removed;
    /* of the new book's pages, which are to be put in; how many they are, on how many sheets */
    const bool *inserted;
    size_t page_count, sheet_count;
};

/* From the book printed to the one that is NOW. DUPLEX: pages 1 and 2, 3 and 4 and so on are a
 * sheet's two sides, else each page is one by itself. In POOL. */
struct sheet_changes sheets_compare(struct pool *pool, const struct page_digests *printed,
                                    const struct page_digests *now, bool duplex);

/* true where the printed book is the new one already. */
bool sheets_same(const struct sheet_changes *changes);

#endif
