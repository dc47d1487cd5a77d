/* counted_test: an element has as many children as it says, or is found out. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "memory/xlsx/counted.h"

static const char *none[] = {NULL}, *two[] = {"id", "9", "count", "2", NULL},
                  *one_of_three[] = {"count", "3", "uniqueCount", "1", NULL};

static void children_are_counted(void **state)
{
    struct counted counted = {.depth = 0};

    (void)state;
    assert_true(counted_starts(&counted, two));
    assert_true(counted_starts(&counted, none));
    assert_true(counted_ends(&counted));
    assert_true(counted_starts(&counted, one_of_three));
    assert_false(counted_ends(&counted));
    assert_true(counted_ends(&counted));
    assert_true(counted_starts(&counted, two));
    assert_true(counted_starts(&counted, none));
    assert_true(counted_ends(&counted));
    assert_false(counted_ends(&counted));
}

static void depth_has_an_end(void **state)
{
    struct counted counted = {.depth = 0};

    (void)state;
    for (int i = 0; i < COUNTED_DEPTH_MOST; i++)
        assert_true(counted_starts(&counted, none));
    assert_false(counted_starts(&counted, none));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(children_are_counted),
        cmocka_unit_test(depth_has_an_end),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
