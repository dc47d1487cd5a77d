/* lookup_test: numbers come out in the order in which they went in; texts that programs normalise
 * are the same. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "memory/lookup.h"

static void test_queue(void **state)
{
    struct pool *pool = pool_new();
    struct lookup *lookup = lookup_new(pool, 3);

    (void)state;
    assert_int_equal(lookup_find(lookup, "a"), LOOKUP_NONE);
    lookup_add(lookup, "a", 5);
    lookup_add(lookup, "b", 6);
    lookup_add(lookup, "a", 4);
    assert_int_equal(lookup_find(lookup, "a"), 5);
    assert_int_equal(lookup_take(lookup, "a"), 5);
    assert_int_equal(lookup_take(lookup, "a"), 4);
    assert_int_equal(lookup_take(lookup, "a"), LOOKUP_NONE);
    lookup_add(lookup, "a", 9);
    assert_int_equal(lookup_find(lookup, "a"), 9);
    assert_int_equal(lookup_find(lookup, "b"), 6);
    pool_free(pool);
}

static void test_many(void **state)
{
    enum { MANY = 100000 };
    struct pool *pool = pool_new();
    struct lookup *lookup = lookup_new(pool, MANY);

    (void)state;
    for (size_t i = 0; i < MANY; i++)
        lookup_add(lookup, pool_print(pool, "key %zu", i / 2), i);
    for (size_t i = 0; i < MANY; i++)
        assert_int_equal(lookup_take(lookup, pool_print(pool, "key %zu", i / 2)), i);
    pool_free(pool);
}

static void test_plain_words(void **state)
{
    static const char *const same[][2] = {
        {"Read  the\tBook ", "read the book"},
        {"\xC2\xA0Read\nthe book", "read the book"},
        {"\xC3\x9C"
         "bung 1",
         "\xC3\xBC"
         "bung 1"},
        {"U\xCC\x88"
         "bung 1",
         "\xC3\xBC"
         "bung 1"},
        {"Stra\xC3\x9F"
         "e",
         "strasse"},
        {"", ""},
        {" \n ", ""},
    };
    struct pool *pool = pool_new();

    (void)state;
    for (size_t i = 0; i < sizeof same / sizeof *same; i++)
        assert_string_equal(plain_words(pool, same[i][0]), same[i][1]);
    pool_free(pool);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_queue),
        cmocka_unit_test(test_many),
        cmocka_unit_test(test_plain_words),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
