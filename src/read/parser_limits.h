/* parser_limits: Markdown made safe for a parser whose time could grow faster than its input. */
#ifndef ROADBOOK_READ_PARSER_LIMITS_H
#define ROADBOOK_READ_PARSER_LIMITS_H

#include "base/source.h"
#include "base/text.h"

/* Appends the source from byte SKIP on to OUT, byte for byte the same but where it would cost the
 * parser more than a straight line: quotes and lists nested too deep, tables too wide, paragraphs
 * with too many brackets lose their signs there (never a letter), each with one report. */
void limit_markdown(struct text *out, const struct source *source, size_t skip);

#endif
