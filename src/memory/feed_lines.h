/* feed_lines: the content lines of an iCalendar file (RFC 5545, 3.1), unfolded; whatever wrote it.
 */
#ifndef ROADBOOK_MEMORY_FEED_LINES_H
#define ROADBOOK_MEMORY_FEED_LINES_H

#include "base/text.h"

/* What is left of a file's bytes. */
struct feed_lines {
    const char *at, *end;
};

/* LENGTH bytes from their first line on; a byte order mark is skipped. */
struct feed_lines feed_lines_of(const char *bytes, size_t length);

/* The next line, unfolded and without its end, in place of what LINE held; false: no more. Lines
 * end in CRLF, LF, or with the file. */
bool feed_lines_next(struct feed_lines *lines, struct text *line);

/* true where LINE is the property NAME, with or without parameters; case does not count. */
bool is_property(const char *line, const char *name);

/* What follows the colon of LINE where it is the property NAME (a colon within a quoted parameter
 * is none); NULL else. */
const char *property_value(const char *line, const char *name);

/* The value of LINE's parameter NAME, without quotation marks, in *LENGTH; NULL: it has none. */
const char *property_parameter(const char *line, const char *name, size_t *length);

#endif
