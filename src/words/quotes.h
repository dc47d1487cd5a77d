/* quotes: quotation marks, in pairs: "...", “...”, „...“, «...», 《...》. */
#ifndef ROADBOOK_WORDS_QUOTES_H
#define ROADBOOK_WORDS_QUOTES_H

#include <stddef.h>

/* Bytes of the quotation that TEXT begins with, its marks included; 0 where it begins with none, or
 * with one that closes so late that the mark is another's. Into *MARK the bytes of each of its two
 * marks; MARK may be NULL. */
size_t quotation_length(const char *text, size_t length, size_t *mark);

#endif
