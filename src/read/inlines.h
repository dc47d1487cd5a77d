/* inlines: what stands inside a block of cmark-gfm's tree, as prose, line by line. */
#ifndef ROADBOOK_READ_INLINES_H
#define ROADBOOK_READ_INLINES_H

#include <cmark-gfm.h>

#include "base/source.h"
#include "plan/prose.h"

/* The text that cmark-gfm was given, which begins SKIPPED lines below the source's first. */
struct written {
    const struct source *source;
    struct line_starts starts;
    int skipped;
};

/* Takes one line: WRITER holds its text; NEWLINES source lines of the block stand before it. */
typedef void inlines_sink(void *context, const struct prose_writer *writer, int newlines);

/* Reads the inline content of BLOCK. A paragraph's lines go to SINK one by one where they stand for
 * themselves (after a hard break; before a bullet sign or a bold label); other line breaks become
 * blanks. WRITER is only working memory. */
void inlines_read(struct pool *pool, const struct written *written, cmark_node *block,
                  struct prose_writer *writer, inlines_sink *sink, void *context);

/* Bytes of the bullet sign that TEXT starts with; 0: none. */
size_t bullet_sign(const char *text, size_t length);

#endif
