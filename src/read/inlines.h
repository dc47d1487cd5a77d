/* inlines: what stands inside a block of cmark-gfm's tree, as prose, line by line. */
#ifndef ROADBOOK_READ_INLINES_H
#define ROADBOOK_READ_INLINES_H

#include <cmark-gfm.h>

#include "plan/prose.h"

/* Takes one line: DRAFT holds its text; NEWLINES source lines of the block stand before it. */
typedef void inlines_sink(void *context, const struct prose_draft *draft, int newlines);

/* Reads the inline content of BLOCK. A paragraph's lines go to SINK one by one where they stand for
 * themselves (after a hard break; before a bullet sign or a bold label); other line breaks become
 * blanks. DRAFT is only working memory. */
void inlines_read(struct pool *pool, cmark_node *block, struct prose_draft *draft,
                  inlines_sink *sink, void *context);

/* Bytes of the bullet sign that TEXT starts with; 0: none. */
size_t bullet_sign(const char *text, size_t length);

#endif
