/* outline: a Markdown text as a flat list of lines, each with its carrier, nesting, place and its
 * text without Markdown's signs. With inlines.[ch] the only user of cmark-gfm. */
#ifndef ROADBOOK_READ_OUTLINE_H
#define ROADBOOK_READ_OUTLINE_H

#include "plan/plan.h"

enum carrier {
    CARRIER_HEADING,
    CARRIER_SUMMARY, /* of a <details>: a heading until CARRIER_DETAILS_END */
    CARRIER_DETAILS_END,
    CARRIER_RULE,   /* a thematic break: no text */
    CARRIER_TEXT,   /* a paragraph, or a line of one that stands for itself */
    CARRIER_SIGN,   /* a line of a paragraph that starts with a bullet sign */
    CARRIER_BULLET, /* a list item's first line */
    CARRIER_HEADER, /* a table's header row */
    CARRIER_ROW,
    CARRIER_CODE
};

#define HEADING_LEVELS 6

/* A span at a place in a title where one may stand, and what it takes up there. */
struct title_span {
    struct span span;
    struct found found;
};

/* A line that starts with a bold label. */
struct label {
    /* of the label in the line: strong text, parentheses behind it, colon or dash */
    size_t end;
    /* where what follows starts */
    size_t rest;
    /* nothing follows */
    bool standing;
};

struct outline_line {
    enum carrier carrier;
    /* CARRIER_HEADING: 1-6 */
    int level;
    /* list items around it: a BULLET of the outermost list has 1 */
    int depth;
    /* in an ordered list, as written; 0: none */
    int number;
    /* not the first line of its paragraph */
    bool follows;
    enum checkbox checkbox;
    /* without bullet sign and checkbox; a row's cells parted by " · " */
    struct prose prose;
    /* ROW, HEADER */
    const struct prose *cells;
    size_t cell_count;
    /* ROW: its table's header */
    const struct outline_line *header;
    struct place place;
    /* What the words say by themselves; lines_read() fills it in. */
    /* HEADING, SUMMARY: the number of a phase, 0: none; and the text behind it. Else all of it. */
    int phase;
    struct prose title;
    bool labelled;
    struct label label;
    /* in the label; in the title of a heading, the text of any other; NULL: none */
    const struct title_span *label_span, *span;
    /* by level: a heading below, up to the next of that level or a higher one, has a place in time
     */
    bool dated_below[HEADING_LEVELS + 1];
};

struct outline {
    struct outline_line *lines;
    size_t count;
};

/* Reads SOURCE from byte SKIP on (what stands before, the front matter, is no part of it). Lines
 * beyond LINES_MOST are left out with a report; so are nesting and tables past any use. The texts
 * are the pool's, the lines the caller's: outline_free(). */
struct outline outline_read(struct pool *pool, const struct source *source, size_t skip);

void outline_free(struct outline *outline);

#define LINES_MOST   500000
#define NESTING_MOST 32
#define COLUMNS_MOST 64

#endif
