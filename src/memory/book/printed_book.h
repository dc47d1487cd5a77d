/* printed_book: what a book's pages are known by: a digest of each, which travels in the book. */
#ifndef ROADBOOK_MEMORY_BOOK_PRINTED_BOOK_H
#define ROADBOOK_MEMORY_BOOK_PRINTED_BOOK_H

#include "memory/book/old_book.h"
#include "memory/book/sheets.h"

/* The file attached to a book that has a line "NUMBER DIGEST" for each page: its printed number,
 * and book_pages_add() of its operators alone, in hexadecimal. A book that may have no files
 * attached has these lines in a stream that its catalog names. */
#define BOOK_DIGESTS_FILE "roadbook-pages.txt"
#define BOOK_DIGESTS_KEY  "RoadbookDigests"

struct printed_book {
    /* of OLD_BOOK_OURS alone is the rest known */
    enum old_book_state state;
    /* "": it does not say */
    const char *plan_id;
    /* all pages of a book, numbered from 1; else they are some weeks' or an insert's, and PAGES is
     * empty */
    bool whole;
    /* it says none: these are taken of what is drawn */
    bool taken;
    struct page_digests pages;
};

/* Reads LENGTH bytes, which may be anything, as a PDF, in a process of its own as old_book_read()
 * does. In POOL; never NULL. */
const struct printed_book *printed_book_read(struct pool *pool, const char *bytes, size_t length);

#endif
