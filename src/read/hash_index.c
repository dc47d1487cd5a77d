/* hash_index: a sorted list of hashes, searched by halving. */
#include "read/hash_index.h"

#include <stdlib.h>

static int by_hash(const void *a, const void *b)
{
    const struct hash_entry *left = a, *right = b;

    if (left->hash != right->hash)
        return left->hash < right->hash ? -1 : 1;
    return (left->place > right->place) - (left->place < right->place);
}

struct hash_index hash_index_new(struct pool *pool, size_t count)
{
    return (struct hash_index){pool_alloc(pool, (count + 1) * sizeof(struct hash_entry)), 0,
                               pool_alloc(pool, (count + 1) * sizeof(size_t))};
}

void hash_index_add(struct hash_index *index, uint64_t hash, size_t place)
{
    index->entries[index->count++] = (struct hash_entry){hash, place};
}

void hash_index_sort(struct hash_index *index)
{
    if (index->count > 0)
        qsort(index->entries, index->count, sizeof *index->entries, by_hash);
}

/* The first entry with a hash of HASH or more. */
static size_t lower_bound(const struct hash_index *index, uint64_t hash)
{
    size_t low = 0, high = index->count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (index->entries[middle].hash < hash)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

size_t hash_index_find(const struct hash_index *index, uint64_t hash, size_t *count)
{
    size_t first = lower_bound(index, hash);

    *count = (hash == UINT64_MAX ? index->count : lower_bound(index, hash + 1)) - first;
    return first;
}

size_t hash_index_count(const struct hash_index *index, uint64_t hash)
{
    size_t count;

    hash_index_find(index, hash, &count);
    return count;
}
