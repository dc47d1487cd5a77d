/* keys: which row of a tracker is which item or session. */
#ifndef ROADBOOK_MEMORY_KEYS_H
#define ROADBOOK_MEMORY_KEYS_H

#include "memory/memory.h"

/* Makes sure of the keys of all rows in MEMORY's tables, by what MEMORY->known and ->past say was
 * written beside each key. A repeated key: the first row keeps it, the others become rows of the
 * learner's own. Words that were sorted away from their keys go by the words, which is said once a
 * sheet; where the words are nobody else's the learner put them right, and the key holds. A table
 * without any key goes by the words. In POOL. */
void keys_match(struct pool *pool, struct memory *memory);

#endif
