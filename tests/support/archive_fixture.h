/* archive_fixture: small ZIP files made of parts given as text, and read. */
#ifndef ROADBOOK_TESTS_ARCHIVE_FIXTURE_H
#define ROADBOOK_TESTS_ARCHIVE_FIXTURE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <zip.h>
#include <cmocka.h>

#include "base/pool.h"
#include "base/text.h"
#include "memory/xlsx/archive.h"
#include "memory/xlsx/store.h"

#define COUNT(items) (sizeof(items) / sizeof *(items))

struct part_text {
    const char *name, *bytes;
};

/* The bytes of an archive of these parts; the caller frees them. A part without bytes is left out.
 */
static inline struct text archive_of(const struct part_text *parts, size_t count)
{
    zip_source_t *source = zip_source_buffer_create(NULL, 0, 0, NULL);
    struct text out = TEXT_INIT;
    char buffer[4096];
    zip_int64_t size;

    assert_non_null(source);
    zip_source_keep(source);
    zip_t *zip = zip_open_from_source(source, ZIP_TRUNCATE, NULL);
    assert_non_null(zip);
    for (size_t i = 0; i < count; i++) {
        if (!parts[i].bytes)
            continue;
        zip_source_t *part = zip_source_buffer(zip, parts[i].bytes, strlen(parts[i].bytes), 0);
        assert_true(zip_file_add(zip, parts[i].name, part, 0) >= 0);
    }
    assert_int_equal(zip_close(zip), 0);
    assert_int_equal(zip_source_open(source), 0);
    while ((size = zip_source_read(source, buffer, sizeof buffer)) > 0)
        text_add_bytes(&out, buffer, (size_t)size);
    zip_source_close(source);
    zip_source_free(source);
    return out;
}

/* An archive that is open, with what it stands on. */
struct opened {
    struct text bytes, why;
    struct pool *pool;
    struct store store;
    struct archive *archive;
};

static inline struct opened open_parts(const struct part_text *parts, size_t count)
{
    struct opened opened = {.bytes = archive_of(parts, count), .pool = pool_new()};

    opened.store = store_new(opened.pool, false);
    opened.archive = archive_open(opened.bytes.bytes, opened.bytes.length, false, &opened.why);
    assert_non_null(opened.archive);
    return opened;
}

static inline struct opened open_part(const char *name, const char *bytes)
{
    return open_parts(&(struct part_text){name, bytes}, 1);
}

static inline void close_parts(struct opened *opened)
{
    archive_close(opened->archive);
    text_free(&opened->bytes);
    text_free(&opened->why);
    pool_free(opened->pool);
}

#endif
