/* feed_text: iCalendar's content lines (RFC 5545, 3.1), taken apart. The bytes may have been
 * through other programs, or be no feed at all: nothing is taken for granted. Where lines are kept
 * together in one string they are unfolded, each ended by '\n'. */
#ifndef ROADBOOK_MEMORY_FEED_FEED_TEXT_H
#define ROADBOOK_MEMORY_FEED_FEED_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/date.h"
#include "base/text.h"

/* Room for "20260105T180000Z". */
#define STAMP_TEXT 20

/* Where reading stands. */
struct feed_lines {
    const char *at, *end;
};

/* The lines of LENGTH bytes; a byte order mark before them is none of them. */
struct feed_lines feed_lines_of(const char *bytes, size_t length);

/* Unfolds the next line into LINE, whatever its end; false behind the last. */
bool feed_lines_next(struct feed_lines *lines, struct text *line);

/* The bytes of the next of lines kept in a string, and in *LENGTH how many, its '\n' left out; *AT
 * moves behind it. NULL behind the last. */
const char *kept_line_next(const char **at, size_t *length);

/* What follows the LENGTH bytes' first colon outside of quotes; NULL where they are no property. */
const char *line_value(const char *line, size_t length);

/* true where the line is the property NAME, in whatever case, with or without parameters. */
bool line_is(const char *line, size_t length, const char *name);

/* The value of the property's parameter NAME without its quotes, *FOUND bytes; NULL: none. */
const char *line_parameter(const char *line, size_t length, const char *name, size_t *found);

/* The day that a date or a time ("20260105", "20260105T180000") begins with; DAY_NONE: none. */
day feed_day(const char *value);

/* "20260105T180000Z" in seconds since 1970; -1 where it is none. */
int64_t feed_instant(const char *value);

/* Seconds since 1970 as that, into OUT, and gives OUT. */
const char *feed_instant_print(int64_t instant, char out[STAMP_TEXT]);

#endif
