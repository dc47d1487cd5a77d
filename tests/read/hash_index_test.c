/* hash_index: places of one hash stand together, in the list's order. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "read/hash_index.h"

static void places_of_one_hash(void **state)
{
    static const uint64_t hashes[] = {7, UINT64_MAX, 0, 7, 9, UINT64_MAX, 7};
    struct pool *pool = pool_new();
    struct hash_index index = hash_index_new(pool, 7);
    size_t count;

    (void)state;
    for (size_t i = 0; i < 7; i++)
        hash_index_add(&index, hashes[i], i);
    hash_index_sort(&index);
    size_t first = hash_index_find(&index, 7, &count);
    assert_int_equal(count, 3);
    assert_int_equal(index.entries[first].place, 0);
    assert_int_equal(index.entries[first + 1].place, 3);
    assert_int_equal(index.entries[first + 2].place, 6);
    assert_int_equal(index.taken[first], 0);
    assert_int_equal(hash_index_count(&index, UINT64_MAX), 2);
    assert_int_equal(hash_index_count(&index, 0), 1);
    assert_int_equal(hash_index_count(&index, 8), 0);
    pool_free(pool);
}

static void an_empty_list(void **state)
{
    struct pool *pool = pool_new();
    struct hash_index index = hash_index_new(pool, 0);

    (void)state;
    hash_index_sort(&index);
    assert_int_equal(hash_index_count(&index, 0), 0);
    pool_free(pool);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(places_of_one_hash),
        cmocka_unit_test(an_empty_list),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
