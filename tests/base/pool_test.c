/* Tests of base/pool: alignment, zeroed memory, large pieces, growing arrays. */
#include <setjmp.h>
#include <stdalign.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "base/pool.h"

static void pieces_are_zeroed_aligned_and_apart(void **state)
{
    (void)state;
    struct pool *pool = pool_new();
    unsigned char *before = NULL;
    size_t size_before = 0;
    for (size_t size = 0; size < 3000; size += 7) {
        unsigned char *piece = pool_alloc(pool, size);
        assert_int_equal((uintptr_t)piece % alignof(max_align_t), 0);
        for (size_t i = 0; i < size; i++)
            assert_int_equal(piece[i], 0);
        memset(piece, 0xAB, size);
        if (before) {
            assert_ptr_not_equal(before, piece);
            for (size_t i = 0; i < size_before; i++)
                assert_int_equal(before[i], 0xAB);
        }
        before = piece;
        size_before = size;
    }
    pool_free(pool);
}

static void large_pieces_leave_the_small_ones_alone(void **state)
{
    (void)state;
    struct pool *pool = pool_new();
    char *first = pool_copy(pool, "first", 5);
    char *large = pool_alloc(pool, 5000000);
    char *second = pool_copy(pool, "second", 6);
    memset(large, 'x', 5000000);
    assert_string_equal(first, "first");
    assert_string_equal(second, "second");
    /* The block begun before the large piece is still in use. */
    assert_true(second > first && second - first < 64);
    pool_free(pool);
}

static void copies_end_with_nul_and_may_hold_it(void **state)
{
    (void)state;
    struct pool *pool = pool_new();
    assert_string_equal(pool_copy(pool, "reading list", 7), "reading");
    assert_string_equal(pool_copy(pool, NULL, 0), "");
    assert_memory_equal(pool_copy(pool, "a\0b", 3), "a\0b", 4);
    pool_free(pool);
}

static void prints_of_any_length(void **state)
{
    (void)state;
    struct pool *pool = pool_new();
    assert_string_equal(pool_print(pool, "week %d of %s", 3, "March"), "week 3 of March");
    assert_int_equal(strlen(pool_print(pool, "%0100000d", 7)), 100000);
    assert_string_equal(pool_print(pool, "%s", ""), "");
    pool_free(pool);
}

static void arrays_grow_and_keep_what_they_hold(void **state)
{
    (void)state;
    struct pool *pool = pool_new();
    int *list = NULL;
    size_t count = 0, capacity = 0;
    for (int i = 0; i < 1000; i++) {
        list = pool_extend(pool, list, count, &capacity, sizeof *list);
        assert_true(capacity > count);
        assert_int_equal(list[count], 0);
        list[count++] = i;
    }
    for (int i = 0; i < 1000; i++)
        assert_int_equal(list[i], i);
    pool_free(pool);
}

/* Freed with the pool: what leaks is an error with the sanitizer, and under valgrind. */
static void memory_is_adopted(void **state)
{
    (void)state;
    struct pool *pool = pool_new();
    for (size_t size = 1; size < 200000; size *= 10) {
        char *memory = must_alloc(size);
        pool_adopt(pool, memory);
        memory[size - 1] = 'x';
        pool_alloc(pool, size);
        assert_int_equal(memory[size - 1], 'x');
    }
    pool_adopt(pool, NULL);
    pool_free(pool);
}

/* What was printed past the end of a block left nothing in it. */
static void prints_leave_the_rest_zeroed(void **state)
{
    (void)state;
    struct pool *pool = pool_new();
    for (int width = 1; width < 9000; width = width * 3 + 1) {
        char *printed = pool_print(pool, "%*d", width, 7);
        assert_int_equal(strlen(printed), width);
        unsigned char *piece = pool_alloc(pool, 16);
        for (size_t i = 0; i < 16; i++)
            assert_int_equal(piece[i], 0);
    }
    for (int i = 0; i < 500; i++) {
        pool_print(pool, "%0300d", i);
        unsigned char *piece = pool_alloc(pool, 100);
        for (size_t k = 0; k < 100; k++)
            assert_int_equal(piece[k], 0);
    }
    pool_free(pool);
}

static void memory_outside_pools(void **state)
{
    (void)state;
    char *copy = must_copy("slot");
    copy = must_realloc(copy, 100);
    assert_string_equal(copy, "slot");
    free(copy);
    void *nothing = must_alloc(0);
    assert_non_null(nothing);
    free(nothing);
    pool_free(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pieces_are_zeroed_aligned_and_apart),
        cmocka_unit_test(large_pieces_leave_the_small_ones_alone),
        cmocka_unit_test(copies_end_with_nul_and_may_hold_it),
        cmocka_unit_test(prints_of_any_length),
        cmocka_unit_test(arrays_grow_and_keep_what_they_hold),
        cmocka_unit_test(memory_is_adopted),
        cmocka_unit_test(prints_leave_the_rest_zeroed),
        cmocka_unit_test(memory_outside_pools),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
