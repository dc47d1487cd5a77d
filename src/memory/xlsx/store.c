/* store: texts and lists in a pool, counted. */
#include "memory/xlsx/store.h"

#include <ctype.h>
#include <stdint.h>
#include <string.h>

#define STORE_ROOM  (SIZE_MAX / 2) /* bytes: more is no size */
#define PIECE       16             /* bytes: a pool gives no less */
#define ESCAPE_SIZE 7              /* "_x000D_" */
#define REPLACEMENT 0xFFFD

struct store store_new(struct pool *pool, bool made)
{
    return (struct store){.pool = pool,
                          .cells_left = made ? SIZE_MAX : STORE_CELLS,
                          .bytes_left = made ? SIZE_MAX : STORE_BYTES};
}

void *store_room(struct store *store, size_t size)
{
    size_t taken = (size / PIECE + 1) * PIECE;

    if (size > STORE_ROOM || taken > store->bytes_left)
        return NULL;
    store->bytes_left -= taken;
    return pool_alloc(store->pool, size);
}

const char *store_text(struct store *store, const char *bytes, size_t length)
{
    if (length == 0)
        return "";
    if (length >= STORE_ROOM)
        return NULL;
    char *copy = store_room(store, length + 1);
    if (copy)
        memcpy(copy, bytes, length);
    return copy;
}

/* The UTF-16 unit that "_xHHHH_" at BYTES stands for. */
static bool escaped_unit(const char *bytes, size_t length, uint32_t *unit)
{
    *unit = 0;
    if (length < ESCAPE_SIZE || bytes[0] != '_' || bytes[1] != 'x' || bytes[6] != '_')
        return false;
    for (int i = 2; i < 6; i++) {
        int letter = tolower((unsigned char)bytes[i]);
        if (!isxdigit(letter))
            return false;
        *unit = *unit << 4 | (uint32_t)(isdigit(letter) ? letter - '0' : letter - 'a' + 10);
    }
    return true;
}

/* The character at BYTES, which stands there as one or two units; gives how many bytes they take.
 */
static size_t escaped_character(const char *bytes, size_t length, uint32_t *character)
{
    uint32_t second;

    if (!escaped_unit(bytes, length, character))
        return 0;
    if (*character >= 0xD800 && *character < 0xDC00 &&
        escaped_unit(bytes + ESCAPE_SIZE, length - ESCAPE_SIZE, &second) && second >= 0xDC00 &&
        second < 0xE000) {
        *character = 0x10000 + ((*character - 0xD800) << 10) + (second - 0xDC00);
        return (size_t)2 * ESCAPE_SIZE;
    }
    if (*character == 0 || (*character >= 0xD800 && *character < 0xE000))
        *character = REPLACEMENT;
    return ESCAPE_SIZE;
}

void text_add_decoded(struct text *out, const char *bytes, size_t length)
{
    while (length > 0) {
        uint32_t character;
        const char *next = memchr(bytes + 1, '_', length - 1);
        size_t size = escaped_character(bytes, length, &character);
        if (size > 0) {
            text_add_code_point(out, character);
        } else {
            size = next ? (size_t)(next - bytes) : length;
            text_add_bytes(out, bytes, size);
        }
        bytes += size;
        length -= size;
    }
}
