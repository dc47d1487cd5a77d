/* excerpt: the part of a source line that a message shows. */
#ifndef ROADBOOK_BASE_EXCERPT_H
#define ROADBOOK_BASE_EXCERPT_H

#include "base/text.h"

/* Appends the columns of LINE around the caret's byte, control characters made visible, with an
 * ellipsis where it is cut, and gives the display column of the caret in what was appended. */
int excerpt_add(struct text *out, const char *line, size_t length, size_t caret_byte);

#endif
