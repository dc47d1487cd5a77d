/* references: how formulas name cells, and look up months and weekdays. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "xlsx/cells/cells.h"

static void cells_are_named(void **state)
{
    struct tracker tracker = {.pool = pool_new()};

    (void)state;
    assert_string_equal(column_letters(&tracker, 0), "A");
    assert_string_equal(column_letters(&tracker, 27), "AB");
    assert_string_equal(cell_reference(&tracker, 6, 2), "$C$7");
    assert_string_equal(range_reference(&tracker, "Chores", 3, FIRST_ROW, 133),
                        "Chores!$D$5:$D$134");
    pool_free(tracker.pool);
}

static void days_have_names(void **state)
{
    struct tracker tracker = {.pool = pool_new()};

    (void)state;
    assert_string_equal(name_of_month(&tracker, "Days!$Y$5:$Y$16", "AsOf"),
                        "INDEX(Days!$Y$5:$Y$16,MONTH(AsOf))");
    assert_string_equal(name_of_weekday(&tracker, "Days!$X$5:$X$11", "$B$5+1"),
                        "INDEX(Days!$X$5:$X$11,WEEKDAY($B$5+1,2))");
    pool_free(tracker.pool);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cells_are_named),
        cmocka_unit_test(days_have_names),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
