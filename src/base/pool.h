/* pool: memory that lives as long as the plan does and is freed at once. */
#ifndef ROADBOOK_BASE_POOL_H
#define ROADBOOK_BASE_POOL_H

#include <stdarg.h>
#include <stddef.h>

struct pool;

/* A new, empty pool; the caller frees it with pool_free(). Allocation never returns NULL anywhere
 * in roadbook: when memory runs out the program says so and exits with STATUS_SYSTEM. */
struct pool *pool_new(void);

/* Frees the pool and all that was taken from it; NULL is allowed. */
void pool_free(struct pool *pool);

/* SIZE bytes, zeroed, aligned for any type; they are the pool's. */
void *pool_alloc(struct pool *pool, size_t size);

/* A NUL-terminated copy of LENGTH bytes. */
char *pool_copy(struct pool *pool, const char *bytes, size_t length);

/* printf into the pool. */
char *pool_print(struct pool *pool, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Room for element number COUNT in an array of the pool: gives ITEMS itself, or, where *CAPACITY is
 * used up, a larger copy (the old one stays allocated). New room is zeroed.
 *     list = pool_extend(pool, list, count, &capacity, sizeof *list); list[count++] = x; */
void *pool_extend(struct pool *pool, void *items, size_t count, size_t *capacity, size_t item_size);

/* Gives MEMORY, which must_alloc() or must_realloc() gave, to the pool, which frees it with the
 * rest; NULL is allowed. */
void pool_adopt(struct pool *pool, void *memory);

/* malloc/realloc/strdup that never return NULL, for what the caller frees himself. */
void *must_alloc(size_t size);
void *must_realloc(void *old, size_t size);
char *must_copy(const char *string);

#endif
