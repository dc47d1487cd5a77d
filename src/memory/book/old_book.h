/* old_book: what stands in the PDF that a new workbook is about to replace: whose book it is, and
 * what was filled in, drawn or changed in it since it was made. Through qpdf, as printed_book. */
#ifndef ROADBOOK_MEMORY_BOOK_OLD_BOOK_H
#define ROADBOOK_MEMORY_BOOK_OLD_BOOK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/hash.h"
#include "base/pool.h"

/* Entries of a book's information dictionary: the plan's id, and in hexadecimal the digest of its
 * pages. Both stay through most programs that save a PDF again. */
#define BOOK_PLAN_KEY  "RoadbookPlan"
#define BOOK_PAGES_KEY "RoadbookPages"

/* The digest of a book's pages: BOOK_PAGES_START, and each page's operators taken into it. */
#define BOOK_PAGES_START HASH_START
uint64_t book_pages_add(uint64_t digest, const void *content, size_t length);

/* A field that does not say what it said when the book was made. */
struct old_field {
    /* "week-12-line-2"; what it asks for */
    const char *name, *tip;
    /* of a place to write in; NULL: a box */
    const char *text;
    bool ticked;
};

enum old_book_state {
    OLD_BOOK_OURS,
    OLD_BOOK_FOREIGN,    /* no book that roadbook wrote */
    OLD_BOOK_UNREADABLE, /* no PDF, damaged, or locked with a password */
    OLD_BOOK_TOO_MUCH    /* would take longer, or more memory, than any book of its size should */
};

/* Whether pages were added, taken out or drawn on since it was made. */
enum old_pages {
    PAGES_UNKNOWN, /* it does not say what they were */
    PAGES_SAME,
    PAGES_CHANGED
};

struct old_book {
    enum old_book_state state;
    /* "": it does not say, as those of the first edition */
    const char *plan_id;
    /* filled in, by name */
    const struct old_field *fields;
    size_t field_count;
    /* filled in with what nobody can read */
    size_t odd_count;
    /* annotations that are no link and no field: notes, marks, ink */
    size_t note_count;
    enum old_pages pages;
};

/* Reads LENGTH bytes, which may be anything, as a PDF, in a process of its own that is stopped
 * after some time and memory (0.9 s, and 2 s more for each megabyte beyond 640 KB). In POOL; never
 * NULL. */
const struct old_book *old_book_read(struct pool *pool, const char *bytes, size_t length);

#endif
