/* nearest: the known word that a mistyped one was probably meant to be. */
#ifndef ROADBOOK_BASE_NEAREST_H
#define ROADBOOK_BASE_NEAREST_H

#include <stddef.h>

/* The one of COUNT words that takes the fewest typing errors (optimal string alignment distance,
 * without regard to case) to become WORD; NULL where even that takes more than a third of its
 * letters. */
const char *nearest_word(const char *word, const char *const *words, size_t count);

#endif
