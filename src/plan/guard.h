/* guard: Markdown made safe for a parser whose time could grow faster than its input, and the
 * source's lines by number. */
#ifndef ROADBOOK_PLAN_GUARD_H
#define ROADBOOK_PLAN_GUARD_H

#include "base/text.h"
#include "plan/plan.h"

struct line_starts {
    const size_t *offsets; /* of each line's first byte */
    size_t count;
};

struct line_starts line_starts_of(struct pool *pool, const struct source *source);

/* The source's line NUMBER (from 1) and its length without the line's end; "" past the end. */
const char *source_line(const struct source *source, const struct line_starts *starts, int number,
                        size_t *length);

/* Appends the source from byte SKIP on to OUT, byte for byte the same but where it would cost the
 * parser more than a straight line: quotes and lists nested too deep, tables too wide, paragraphs
 * with too many brackets lose their signs there (never a letter), each with one report. */
void guard_markdown(struct text *out, const struct source *source, size_t skip);

#endif
