/* hash_index: which places of a list have a hash, in the list's order; for matching two lists whose
 * members may say the same. */
#ifndef ROADBOOK_READ_HASH_INDEX_H
#define ROADBOOK_READ_HASH_INDEX_H

#include <stdint.h>

#include "base/pool.h"

struct hash_entry {
    uint64_t hash;
    /* in the list */
    size_t place;
};

struct hash_index {
    /* by hash, then place, once sorted */
    struct hash_entry *entries;
    size_t count;
    /* beside entries, for the caller: at the first of a hash how many of it are taken for good */
    size_t *taken;
};

/* An empty one with room for COUNT places. In POOL. */
struct hash_index hash_index_new(struct pool *pool, size_t count);

/* Puts PLACE in; what was put in is found only after hash_index_sort(). */
void hash_index_add(struct hash_index *index, uint64_t hash, size_t place);
void hash_index_sort(struct hash_index *index);

/* Where in the entries those of HASH begin; *COUNT of them. */
size_t hash_index_find(const struct hash_index *index, uint64_t hash, size_t *count);

/* How many have HASH. */
size_t hash_index_count(const struct hash_index *index, uint64_t hash);

#endif
