/* store: where what is read of a workbook is kept, and how much of it: a small file may unpack to
 * more than memory holds. */
#ifndef ROADBOOK_MEMORY_XLSX_STORE_H
#define ROADBOOK_MEMORY_XLSX_STORE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/pool.h"
#include "base/text.h"

/* All sheets of anybody's book together. */
#define STORE_CELLS      ((size_t)500000)
#define STORE_CELLS_SAID "500,000"
/* Of all texts, formulas, names and lists; as many bytes. */
#define STORE_BYTES      ((size_t)16 << 20)
#define STORE_BYTES_SAID "16 MB"

#define STORE_FULL "holds more text than the " STORE_BYTES_SAID " that are read"

struct store {
    struct pool *pool;
    size_t cells_left, bytes_left;
};

/* MADE: for a book that roadbook just made, which may hold any number of cells and texts. */
struct store store_new(struct pool *pool, bool made);

/* A copy of LENGTH bytes, ended by NUL, or SIZE zeroed bytes; NULL: the store is full (STORE_FULL).
 */
const char *store_text(struct store *store, const char *bytes, size_t length);
void *store_room(struct store *store, size_t size);

/* Appends BYTES with "_x000D_" and the like made the characters that they stand for (ISO/IEC
 * 29500-1, 22.9.2.19, ST_Xstring). What XML can't hold but is no character either becomes U+FFFD.
 */
void text_add_decoded(struct text *out, const char *bytes, size_t length);

#endif
