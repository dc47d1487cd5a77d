/* lookup: numbers by text, and what makes two texts the same. */
#ifndef ROADBOOK_MEMORY_LOOKUP_H
#define ROADBOOK_MEMORY_LOOKUP_H

#include <stddef.h>

#include "base/pool.h"

#define LOOKUP_NONE ((size_t)-1)

struct lookup;

/* An empty one with room for MOST numbers. In POOL. */
struct lookup *lookup_new(struct pool *pool, size_t most);

/* Puts VALUE in under TEXT, which must stay, behind those that are there. */
void lookup_add(struct lookup *lookup, const char *text, size_t value);

/* The first number under TEXT; LOOKUP_NONE: none. */
size_t lookup_find(const struct lookup *lookup, const char *text);

/* As that, and takes it out. */
size_t lookup_take(struct lookup *lookup, const char *text);

/* TEXT as it is compared: programs normalise what they save, so blanks, case and the way that
 * letters are composed make no difference. In POOL. */
const char *plain_words(struct pool *pool, const char *text);

#endif
