/* Tests of an outlook: a schedule summed up. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "schedule/comparison.h"
#include "support/plan_build.h"

static void a_schedule_summed_up(void **state)
{
    (void)state;
    struct plan *plan = build_plan(UNIT_WEEK, 10, 10, 300, 300);
    build_phase(plan, "First", 1, 4);
    build_phase(plan, "Second", 5, 8);
    struct rhythm rhythm = {.minutes = 300, .start = day_of(2026, 1, 5)};
    const struct schedule *schedule = schedule_make(plan->pool, plan, &rhythm);
    struct wish wish = {.end = day_of(2026, 4, 1)};
    struct outlook outlook = outlook_of(plan->pool, schedule, wish, REACH_ABSURD);

    assert_int_equal(outlook.wish.end, wish.end);
    assert_int_equal(outlook.reach, REACH_ABSURD);
    assert_int_equal(outlook.minutes, 300);
    assert_int_equal(outlook.weeks, 10);
    assert_int_equal(outlook.total, 3000);
    assert_int_equal(outlook.end, day_of(2026, 3, 15));
    assert_int_equal(outlook.phase_count, 3); /* two weeks lie in no phase */
    assert_int_equal(outlook.phases[1].available, 1200);
    assert_int_equal(outlook.phases[2].weeks, 2);
    pool_free(plan->pool);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_schedule_summed_up),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
