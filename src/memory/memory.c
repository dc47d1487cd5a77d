/* memory: a tracker read back. */
#include "memory/memory.h"

#include <errno.h>
#include <string.h>

#include "base/file.h"
#include "base/hash.h"
#include "memory/keys.h"
#include "memory/recall.h"
#include "memory/tables.h"
#include "memory/xlsx_file.h"

#define MOST_MEGABYTES ((int)(XLSX_FILE_MOST >> 20))

enum memory_state memory_read(struct pool *pool, const char *path, const struct memory **memory,
                              struct text *why)
{
    struct text file = TEXT_INIT;
    enum memory_state state = MEMORY_REFUSED;

    *memory = NULL;
    errno = 0;
    if (!file_replaceable(path))
        text_add(why, "a folder, pipe or device stands there");
    else if (file_read(path, XLSX_FILE_MOST, &file))
        state = memory_read_bytes(pool, path, text_string(&file), file.length, memory, why);
    else if (errno == ENOENT)
        state = MEMORY_NONE;
    else if (errno == EFBIG)
        text_print(why, "it is larger than %d MB", MOST_MEGABYTES);
    else {
        text_print(why, "it cannot be read: %s", strerror(errno));
        state = MEMORY_UNREAD;
    }
    text_free(&file);
    return state;
}

static struct memory *memory_new(struct pool *pool, const char *path)
{
    struct memory *memory = pool_alloc(pool, sizeof *memory);

    *memory = (struct memory){
        .path = pool_copy(pool, path, strlen(path)),
        .plan_id = "",
        .title = "",
        .built = DAY_NONE,
        .last_build = {.date = DAY_NONE, .moved_on = DAY_NONE},
        .start = DAY_NONE,
        .carried_from = "",
        .past.today = DAY_NONE,
        .lost = "",
    };
    return memory;
}

enum memory_state memory_read_bytes(struct pool *pool, const char *path, const char *bytes,
                                    size_t length, const struct memory **memory, struct text *why)
{
    const struct read_book *book = NULL;
    enum memory_state state;

    *memory = NULL;
    if (length > XLSX_FILE_MOST) {
        text_print(why, "it is larger than %d MB", MOST_MEGABYTES);
        return MEMORY_REFUSED;
    }
    state = xlsx_file_read(pool, bytes, length, &book, why);
    if (state != MEMORY_READ)
        return state;
    struct memory *read = memory_new(pool, path);
    read->digest = hash_bytes(HASH_START, bytes, length);
    state = tables_find(pool, book, false, read, why);
    if (state != MEMORY_READ)
        return state;
    recall_record(pool, read);
    tables_drop_ours(pool, read);
    keys_match(pool, read);
    *memory = read;
    return MEMORY_READ;
}

enum memory_state memory_of_made(struct pool *pool, const char *path, const struct read_book *book,
                                 const struct memory **memory, struct text *why)
{
    struct memory *made = memory_new(pool, path);
    enum memory_state state = tables_find(pool, book, true, made, why);

    *memory = NULL;
    if (state != MEMORY_READ)
        return state;
    tables_drop_ours(pool, made);
    *memory = made;
    return MEMORY_READ;
}

const char *memory_digest(struct pool *pool, uint64_t digest)
{
    return pool_print(pool, "%016llx", (unsigned long long)digest);
}
