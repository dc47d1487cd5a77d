/* memory_test: from a file to what it says. */
#include <unistd.h>

#include "base/hash.h"
#include "memory/recall.h"
#include "support/hand_book.h"
#include "support/one_file.h"

static struct read_book book;

/* Stand-ins: the book drawn by a test instead of the bytes, and a record that names the plan. */
enum memory_state xlsx_file_read(struct pool *pool, const char *bytes, size_t length,
                                 const struct read_book **read, struct text *why)
{
    (void)pool;
    if (length != 4 || memcmp(bytes, "book", 4) != 0) {
        text_add(why, "it is no spreadsheet");
        return MEMORY_REFUSED;
    }
    *read = &book;
    return MEMORY_READ;
}

bool recall_record(struct pool *pool, struct memory *memory)
{
    (void)pool;
    const struct kept_table *settings = memory_table(memory, "settings");
    if (!settings || !memory_table(memory, "sessions"))
        return false;
    memory->plan_id = settings->rows[0].cells[kept_column_find(settings, "value")].text;
    return true;
}

static enum memory_state read_file(struct pool *pool, const char *bytes,
                                   const struct memory **memory, struct text *why)
{
    write_file(bytes, strlen(bytes));
    text_clear(why);
    return memory_read(pool, path, memory, why);
}

static void test_states(void **state)
{
    struct pool *pool = pool_new();
    struct text why = TEXT_INIT;
    const struct memory *memory;
    struct read_sheet sheet = hand_sheet(pool, "A", "x\n");

    (void)state;
    unlink(path);
    assert_int_equal(memory_read(pool, path, &memory, &why), MEMORY_NONE);
    assert_null(memory);
    assert_string_equal(text_string(&why), "");
    assert_int_equal(memory_read(pool, "/", &memory, &why), MEMORY_REFUSED);
    assert_string_equal(text_string(&why), "a folder, pipe or device stands there");
    assert_int_equal(read_file(pool, "no book", &memory, &why), MEMORY_REFUSED);
    assert_string_equal(text_string(&why), "it is no spreadsheet");
    book = hand_book(&sheet, 1);
    assert_int_equal(read_file(pool, "book", &memory, &why), MEMORY_FOREIGN);
    assert_null(memory);
    assert_int_equal(truncate(path, (off_t)65 << 20), 0);
    text_clear(&why);
    assert_int_equal(memory_read(pool, path, &memory, &why), MEMORY_REFUSED);
    assert_string_equal(text_string(&why), "it is larger than 64 MB");
    unlink(path);
    assert_int_equal(symlink(path, path), 0); /* to itself */
    assert_int_equal(memory_read(pool, path, &memory, &why), MEMORY_UNREAD);
    unlink(path);
    text_free(&why);
    pool_free(pool);
}

static void test_read(void **state)
{
    struct pool *pool = pool_new();
    struct text why = TEXT_INIT;
    const struct memory *memory;
    struct read_sheet sheets[] = {
        hand_sheet(pool, "Log", LOG_TOP "|~46024||~1\n"),
        hand_sheet(pool, "Sessions", "#roadbook:sessions:id\nId\nx\n"),
        hand_sheet(pool, "Roadbook",
                   "#roadbook:settings:name|#roadbook:settings:value\n"
                   "Setting|Value\nplan|p1\n"),
    };

    (void)state;
    book = hand_book(sheets, 3);
    assert_int_equal(read_file(pool, "book", &memory, &why), MEMORY_READ);
    assert_string_equal(memory->plan_id, "p1");
    assert_string_equal(memory->path, path);
    assert_true(memory->digest == hash_bytes(HASH_START, "book", 4));
    assert_string_equal(memory->title, "");
    assert_int_equal(memory->built, DAY_NONE);
    assert_non_null(memory_table(memory, "log"));
    assert_null(memory_table(memory, "sessions"));
    assert_int_equal(kept_column_find(memory_table(memory, "log"), "hours"), 3);
    assert_int_equal(kept_column_find(memory_table(memory, "log"), "planned"), -1);
    /* without a record the entries still are there */
    book = hand_book(sheets, 1);
    assert_int_equal(read_file(pool, "book", &memory, &why), MEMORY_READ);
    assert_string_equal(memory->plan_id, "");
    unlink(path);
    text_free(&why);
    pool_free(pool);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_states),
        cmocka_unit_test(test_read),
    };

    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
