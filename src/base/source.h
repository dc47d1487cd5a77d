/* source: a file as a text to read and to point messages into. */
#ifndef ROADBOOK_BASE_SOURCE_H
#define ROADBOOK_BASE_SOURCE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/pool.h"
#include "base/report.h"
#include "base/text.h"

#define SOURCE_LIMIT (16u << 20) /* bytes; nobody writes so much by hand */

/* Reads the file at PATH ("-": standard input) into SOURCE: valid UTF-8 without a byte order mark,
 * lines ended by LF; bytes that are no UTF-8 become U+FFFD, with a warning. Its bytes as they were
 * are appended to ORIGINAL (may be NULL). All of SOURCE is POOL's. false after a report: the file
 * cannot be read, is larger than SOURCE_LIMIT, or binary. */
bool source_read(struct pool *pool, const char *path, struct source *source, struct text *original);

struct line_starts {
    /* of each line's first byte */
    const size_t *offsets;
    size_t count;
};

struct line_starts line_starts_of(struct pool *pool, const struct source *source);

/* The source's line NUMBER (from 1) and its length without the line's end; "" past the end. */
const char *source_line(const struct source *source, const struct line_starts *starts, int number,
                        size_t *length);

/* Where a line was found last: those asked for in order need not be looked for from the start. */
struct line_cursor {
    /* NULL: not in use */
    const struct source *source;
    /* the source's: another one may come to stand at its address */
    const char *bytes;
    /* the first byte of LINE */
    const char *at;
    int line;
};

/* The same line in *LINE and *LENGTH by a cursor, where no starts are kept; false past the end. */
bool source_line_next(struct line_cursor *cursor, const struct source *source, int number,
                      const char **line, size_t *length);

#endif
