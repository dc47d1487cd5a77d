/* marks: each is met as often as it was written. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "memory/typed/marks.h"

static void each_is_met_as_often_as_it_was_written(void **state)
{
    struct pool *pool = pool_new();
    struct marks marks = {0};

    (void)state;
    marks_read(pool, &marks, "0000000b 0000000a*2");
    marks_read(pool, &marks, "0000000a ffffffff");
    marks_order(&marks);
    assert_int_equal(marks.count, 3);
    for (int walk = 0; walk < 2; walk++) {
        assert_false(marks_meet(&marks, 12) || (walk > 0 && marks_meet(&marks, 10)));
        marks_meet_again(&marks);
        for (int i = 0; i < 3; i++)
            assert_true(marks_meet(&marks, 10));
        assert_false(marks_meet(&marks, 10));
        assert_true(marks_meet(&marks, 11));
        assert_true(marks_meet(&marks, UINT32_MAX));
        assert_false(marks_meet(&marks, UINT32_MAX));
    }
    pool_free(pool);
}

static void what_is_no_mark_ends_the_list(void **state)
{
    struct pool *pool = pool_new();
    struct marks none = {0}, some = {0};

    (void)state;
    marks_read(pool, &none, "");
    marks_order(&none);
    assert_false(marks_meet(&none, 0));
    marks_read(pool, &some, "1 2 ? 3");
    assert_int_equal(some.count, 2);
    pool_free(pool);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_is_met_as_often_as_it_was_written),
        cmocka_unit_test(what_is_no_mark_ends_the_list),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
