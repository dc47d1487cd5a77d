/* feed_parts: a calendar's parts in the file's order, its properties and its components whole, out
 * of bytes that may be anything. */
#ifndef ROADBOOK_MEMORY_FEED_FEED_PARTS_H
#define ROADBOOK_MEMORY_FEED_FEED_PARTS_H

#include "memory/feed/feed_text.h"

#define FEED_DEPTH     8 /* components within each other, the calendar first: alarms are the third */
#define FEED_NAME_ROOM 32 /* for a component's name */

/* Zeroed but for LINES, it stands before the first part. */
struct feed_parts {
    struct feed_lines lines;
    /* the part that was found: lines, unfolded, each ended by '\n', BEGIN and END with them */
    struct text part;
    /* its component's name in capitals; "": a property of the calendar's */
    const char *name;
    /* END:VCALENDAR was the last line */
    bool closed;
    /* something was out of place, or is missing */
    bool odd;
    /* For itself: the line, the components that are open, and whether the part is worth nothing. */
    struct text line;
    char open[FEED_DEPTH][FEED_NAME_ROOM];
    int depth;
    bool spoilt;
};

/* Goes to the next part; false behind the last. What is cut off, nested wrong or not text is left
 * out, which is odd. */
bool feed_parts_next(struct feed_parts *parts);

void feed_parts_free(struct feed_parts *parts);

#endif
