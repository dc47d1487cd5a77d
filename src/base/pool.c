/* pool: a chain of blocks from which memory is cut, freed as a whole. */
#include <stdalign.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/pool.h"
#include "base/report.h"

#define BLOCK_SIZE ((size_t)64 * 1024)

struct block {
    struct block *next;
    size_t used, size;
    alignas(max_align_t) unsigned char bytes[];
};

/* Memory that was not cut from a block. */
struct adopted {
    struct adopted *next;
    void *memory;
};

struct pool {
    /* the newest first; pieces are cut from it alone */
    struct block *blocks;
    struct adopted *adopted;
};

void *must_alloc(size_t size)
{
    void *memory = calloc(1, size > 0 ? size : 1);

    if (!memory)
        report_out_of_memory();
    return memory;
}

void *must_realloc(void *old, size_t size)
{
    void *memory = realloc(old, size > 0 ? size : 1);

    if (!memory)
        report_out_of_memory();
    return memory;
}

char *must_copy(const char *string)
{
    size_t size = strlen(string) + 1;

    return memcpy(must_alloc(size), string, size);
}

struct pool *pool_new(void)
{
    return must_alloc(sizeof(struct pool));
}

void pool_free(struct pool *pool)
{
    if (!pool)
        return;
    struct block *next;
    for (struct adopted *adopted = pool->adopted; adopted; adopted = adopted->next)
        free(adopted->memory);
    for (struct block *block = pool->blocks; block; block = next) {
        next = block->next;
        free(block);
    }
    free(pool);
}

static struct block *block_new(size_t size)
{
    if (size > SIZE_MAX - sizeof(struct block))
        report_out_of_memory();
    struct block *block = must_alloc(sizeof *block + size);
    block->size = size;
    return block;
}

void *pool_alloc(struct pool *pool, size_t size)
{
    const size_t alignment = alignof(max_align_t);

    if (size > SIZE_MAX - alignment)
        report_out_of_memory();
    /* Even an empty piece takes room: two pieces never share an address. */
    size = (size / alignment + (size % alignment != 0 || size == 0)) * alignment;

    struct block *newest = pool->blocks;
    if (newest && newest->size - newest->used >= size) {
        void *piece = newest->bytes + newest->used;
        newest->used += size;
        return piece;
    }
    if (newest && size > BLOCK_SIZE / 4) {
        /* A large piece gets a block of its own behind the newest, which keeps its rest. */
        struct block *own = block_new(size);
        own->used = size;
        own->next = newest->next;
        newest->next = own;
        return own->bytes;
    }
    struct block *block = block_new(size > BLOCK_SIZE ? size : BLOCK_SIZE);
    block->used = size;
    block->next = newest;
    pool->blocks = block;
    return block->bytes;
}

void pool_adopt(struct pool *pool, void *memory)
{
    struct adopted *adopted = pool_alloc(pool, sizeof *adopted);

    *adopted = (struct adopted){pool->adopted, memory};
    pool->adopted = adopted;
}

char *pool_copy(struct pool *pool, const char *bytes, size_t length)
{
    if (length == SIZE_MAX)
        report_out_of_memory();
    char *copy = pool_alloc(pool, length + 1);
    if (length > 0)
        memcpy(copy, bytes, length);
    return copy;
}

/* Into what is left of the newest block, where it most often fits: to count first takes as long
 * again. */
char *pool_print(struct pool *pool, const char *format, ...)
{
    struct block *newest = pool->blocks;
    size_t room = newest ? newest->size - newest->used : 0;
    char *rest = room > 0 ? (char *)newest->bytes + newest->used : NULL;
    va_list arguments, again;

    va_start(arguments, format);
    va_copy(again, arguments);
    int length = vsnprintf(rest, room, format, arguments);
    va_end(arguments);
    if (length < 0)
        report_out_of_memory();
    char *string = pool_alloc(pool, (size_t)length + 1);
    if (string != rest) {
        vsnprintf(string, (size_t)length + 1, format, again);
        if (rest)
            memset(rest, 0, room); /* what is given out is zeroed */
    }
    va_end(again);
    return string;
}

void *pool_extend(struct pool *pool, void *items, size_t count, size_t *capacity, size_t item_size)
{
    if (count < *capacity)
        return items;
    size_t larger = *capacity < 8 ? 8 : *capacity * 2;
    if (larger <= count)
        larger = count + 1;
    if (larger > SIZE_MAX / item_size)
        report_out_of_memory();
    void *room = pool_alloc(pool, larger * item_size);
    if (count > 0 && items)
        memcpy(room, items, count * item_size);
    *capacity = larger;
    return room;
}
