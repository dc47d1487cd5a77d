/* html: HTML blocks inside Markdown, as far as roadmaps use them. */
#ifndef ROADBOOK_READ_HTML_H
#define ROADBOOK_READ_HTML_H

#include "read/inlines.h"

enum markup_part { MARKUP_TEXT, MARKUP_SUMMARY, MARKUP_DETAILS_END };

/* Takes one piece of text (entities decoded, tags gone), NEWLINES source lines below the start. */
typedef void markup_sink(void *context, enum markup_part part, const struct prose_writer *writer,
                         int newlines);

/* Gives the text of an HTML block, which starts in line LINE of the source, piece by piece;
 * comments, scripts and styles are left out. */
void markup_read(const char *html, const struct written *written, int line, markup_sink *sink,
                 void *context);

#endif
