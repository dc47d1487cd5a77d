/* prose: text with marks, made, cut and joined. */
#ifndef ROADBOOK_PLAN_PROSE_H
#define ROADBOOK_PLAN_PROSE_H

#include "base/text.h"
#include "plan/plan.h"

#define MARK_DEPTH 16 /* marks nested deeper are left out; their text stays */

/* A prose being written. */
struct prose_writer {
    struct text text;
    /* the caller's: free() by prose_free() */
    struct mark *marks;
    size_t mark_count, mark_capacity;
    /* indexes in marks of those not closed yet */
    size_t open[MARK_DEPTH];
    size_t open_count, ignored;
    /* as the marks */
    struct anchor *anchors;
    size_t anchor_count, anchor_capacity;
};

/* Empties WRITER for another prose; what it holds in memory stays for that. */
void prose_clear(struct prose_writer *writer);

/* Frees what WRITER holds; it may be written to again. */
void prose_free(struct prose_writer *writer);

/* Begins a mark where the text ends now. URL (NULL where the style has none) is not copied: it
 * must last as long as what is made. Within MARK_DEPTH open marks it is left out. */
void prose_open(struct prose_writer *writer, enum mark_style style, const char *url);

/* Ends the mark that was opened last; nothing where none is open. */
void prose_close(struct prose_writer *writer);

/* What is written from byte OFFSET on stands at PLACE in its source. Offsets never go back. */
void prose_stand_at(struct prose_writer *writer, size_t offset, struct place place);

/* Adds PROSE with its marks and anchors. */
void prose_append(struct prose_writer *writer, const struct prose *prose);

/* A copy of what was written, in the pool. */
struct prose prose_made(struct pool *pool, const struct prose_writer *writer);

/* Bytes [start, end) of PROSE without the blanks around them; marks are cut to fit. */
struct prose prose_slice(struct pool *pool, const struct prose *prose, size_t start, size_t end);

/* PROSE without bytes [start, end), and without the blanks that are left doubled or at its ends. */
struct prose prose_without(struct pool *pool, const struct prose *prose, size_t start, size_t end);

/* PROSE in a pool's memory, of plain text. */
struct prose prose_plain(struct pool *pool, const char *text, size_t length);

/* Where byte OFFSET of PROSE is written; OTHERWISE where that is not known. */
struct place prose_place(const struct prose *prose, size_t offset, struct place otherwise);

/* The end of the strong text that PROSE starts with; 0: it starts otherwise. */
size_t prose_leading_strong(const struct prose *prose);

#endif
