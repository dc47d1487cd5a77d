/* dues_test: what is due next, by date, as far as it is wanted. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "support/kite_life.h"
#include "text/dues.h"

static void by_date_and_no_more_than_wanted(void **state)
{
    struct plan *plan = kite_plan();
    const struct schedule *schedule = kite_schedule(plan, kite_start, 0);
    const struct item *dues[2] = {NULL};

    (void)state;
    assert_int_equal(dues_find(schedule, kite_start, dues, 2), 2);
    assert_int_equal(dues[0]->kind, ITEM_MILESTONE);
    assert_int_equal(dues[1]->kind, ITEM_TASK);
    assert_int_equal(dues_find(schedule, kite_start, dues, 1), 1); /* the later comes first */
    assert_int_equal(dues[0]->kind, ITEM_MILESTONE);
    assert_int_equal(dues_find(schedule, kite_start, dues, 0), 0);
    assert_int_equal(dues_find(schedule, kite_start + 20, dues, 2), 1); /* the first went by */
    assert_int_equal(dues[0]->kind, ITEM_TASK);
    assert_int_equal(dues_find(schedule, kite_start + 60, dues, 2), 0);
    pool_free(plan->pool);
}

static void what_is_done_is_not_due(void **state)
{
    struct plan *plan = kite_plan();
    const struct schedule *schedule = kite_schedule(plan, kite_start, 0);
    const struct item *dues[2];

    (void)state;
    ((struct item_progress *)schedule->rhythm.progress->items)[0].done = true;
    assert_int_equal(dues_find(schedule, kite_start, dues, 2), 1);
    assert_int_equal(dues[0]->kind, ITEM_MILESTONE);
    pool_free(plan->pool);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(by_date_and_no_more_than_wanted),
        cmocka_unit_test(what_is_done_is_not_due),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
