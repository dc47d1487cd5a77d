/* sheets: which of a printed book's sheets are replaced, and the pages that go in. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "memory/book/sheets.h"

#define MOST 16

/* A letter a page. */
static struct page_digests digests_of(uint64_t list[MOST], const char *letters)
{
    for (size_t i = 0; letters[i]; i++)
        list[i] = (uint64_t)letters[i];
    return (struct page_digests){list, strlen(letters)};
}

static struct sheet_changes compare(struct pool *pool, const char *printed, const char *now,
                                    bool duplex)
{
    uint64_t old[MOST], new[MOST];
    struct page_digests from = digests_of(old, printed), to = digests_of(new, now);

    return sheets_compare(pool, &from, &to, duplex);
}

static void assert_range(struct page_range range, size_t first, size_t last)
{
    assert_int_equal(range.first, first);
    assert_int_equal(range.last, last);
}

static void same_books_have_no_changes(void **state)
{
    static const char *const books[] = {"", "a", "abcde"};
    struct pool *pool = pool_new();

    (void)state;
    for (size_t i = 0; i < sizeof books / sizeof *books; i++) {
        struct sheet_changes changes = compare(pool, books[i], books[i], i % 2 == 0);
        assert_true(sheets_same(&changes));
        assert_int_equal(changes.page_count, 0);
        assert_int_equal(changes.sheet_count, 0);
    }
    pool_free(pool);
}

/* Where one side changed, both go in; sheets that follow each other are one range. */
static void both_sides_of_a_sheet(void **state)
{
    struct pool *pool = pool_new();
    struct sheet_changes changes = compare(pool, "abcdefghij", "abcDEfghiJ", true);

    (void)state;
    assert_false(sheets_same(&changes));
    assert_int_equal(changes.replaced_count, 2);
    assert_range(changes.replaced[0], 3, 6);
    assert_range(changes.replaced[1], 9, 10);
    assert_range(changes.added, 0, 0);
    assert_range(changes.removed, 0, 0);
    for (size_t i = 0; i < 10; i++)
        assert_int_equal(changes.inserted[i], (i >= 2 && i < 6) || i >= 8);
    assert_int_equal(changes.page_count, 6);
    assert_int_equal(changes.sheet_count, 3);
    pool_free(pool);
}

static void single_pages(void **state)
{
    struct pool *pool = pool_new();
    struct sheet_changes changes = compare(pool, "abcdef", "abCdEF", false);

    (void)state;
    assert_int_equal(changes.replaced_count, 2);
    assert_range(changes.replaced[0], 3, 3);
    assert_range(changes.replaced[1], 5, 6);
    assert_int_equal(changes.page_count, 3);
    assert_int_equal(changes.sheet_count, 3);
    pool_free(pool);
}

static void longer_and_shorter_books(void **state)
{
    struct pool *pool = pool_new();
    struct sheet_changes longer = compare(pool, "abcde", "abcdefgh", true);
    struct sheet_changes shorter = compare(pool, "abcdefgh", "abc", true);

    (void)state;
    assert_int_equal(longer.replaced_count, 1); /* page 5 gets a back */
    assert_range(longer.replaced[0], 5, 6);
    assert_range(longer.added, 7, 8);
    assert_range(longer.removed, 0, 0);
    assert_int_equal(longer.page_count, 4);
    assert_int_equal(longer.sheet_count, 2);
    assert_int_equal(shorter.replaced_count, 1); /* page 3 loses its */
    assert_range(shorter.replaced[0], 3, 4);
    assert_range(shorter.removed, 5, 8);
    assert_int_equal(shorter.page_count, 1);
    assert_int_equal(shorter.sheet_count, 1);
    assert_false(sheets_same(&shorter));
    pool_free(pool);
}

static void only_less(void **state)
{
    struct pool *pool = pool_new();
    struct sheet_changes changes = compare(pool, "abcd", "ab", true);

    (void)state;
    assert_false(sheets_same(&changes));
    assert_int_equal(changes.replaced_count, 0);
    assert_range(changes.removed, 3, 4);
    assert_int_equal(changes.page_count, 0);
    pool_free(pool);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(same_books_have_no_changes),
        cmocka_unit_test(both_sides_of_a_sheet),
        cmocka_unit_test(single_pages),
        cmocka_unit_test(longer_and_shorter_books),
        cmocka_unit_test(only_less),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
