/* Tests of weeks: their edges and numbers, how far plan time gets, and where it ends. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "schedule/weeks.h"
#include "support/plan_build.h"

static const day thursday = 20454; /* 2026-01-01 */

static struct schedule *weeks_of(struct plan *plan, int minutes)
{
    struct schedule *schedule = pool_alloc(plan->pool, sizeof *schedule);
    struct rhythm rhythm = {.minutes = minutes, .start = thursday};

    schedule->plan = plan;
    schedule->rhythm = rhythm_complete(plan->pool, plan, &rhythm);
    weeks_make(plan->pool, schedule);
    assert_int_equal(weeks_last_day(plan, &schedule->rhythm), schedule->end);
    return schedule;
}

/* The first week is what is left of it, and named as ISO 8601 does. */
static void the_first_week_is_shorter(void **state)
{
    (void)state;
    struct plan *plan = build_plan(UNIT_WEEK, 8, 8, 300, 300);
    const struct schedule *schedule = weeks_of(plan, 300);

    assert_int_equal(schedule->weeks[0].first, thursday);
    assert_int_equal(schedule->weeks[0].last, thursday + 3);
    assert_int_equal(schedule->weeks[0].iso_year, 2026);
    assert_int_equal(schedule->weeks[0].iso_week, 1);
    assert_true(schedule->weeks[0].to == 4);
    assert_int_equal(schedule->weeks[1].last - schedule->weeks[1].first, 6);
    assert_int_equal(schedule->weeks[1].number, 2);
    assert_true(schedule->weeks[1].middle == 7.5);
    pool_free(plan->pool);
}

static void half_the_hours_take_twice_as_long(void **state)
{
    (void)state;
    struct plan *plan = build_plan(UNIT_WEEK, 8, 8, 300, 300);

    assert_in_range(weeks_of(plan, 300)->week_count, 8, 9);
    assert_in_range(weeks_of(plan, 150)->week_count, 16, 17);
    assert_true(weeks_of(plan, 150)->weeks[2].to - weeks_of(plan, 150)->weeks[2].from == 3.5);
    pool_free(plan->pool);
}

/* Of phases that overlap the later one has the week; between phases there is none. */
static void the_later_phase_has_the_week(void **state)
{
    (void)state;
    struct plan *plan = build_plan(UNIT_WEEK, 10, 10, 300, 300);
    build_phase(plan, "First", 1, 4);
    build_phase(plan, "Second", 3, 6);
    build_phase(plan, "Third", 9, 10);
    const struct schedule *schedule = weeks_of(plan, 300);

    assert_int_equal(schedule->weeks[1].phase, 0);
    assert_int_equal(schedule->weeks[3].phase, 1);
    assert_int_equal(schedule->weeks[7].phase, -1);
    assert_int_equal(schedule->weeks[9].phase, 2);
    pool_free(plan->pool);
}

static void a_plan_of_days_ends_on_its_day(void **state)
{
    (void)state;
    struct plan *plan = build_plan(UNIT_DAY, 12, 12, 0, 0);

    assert_int_equal(weeks_of(plan, 300)->end, thursday + 11);
    pool_free(plan->pool);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_first_week_is_shorter),
        cmocka_unit_test(half_the_hours_take_twice_as_long),
        cmocka_unit_test(the_later_phase_has_the_week),
        cmocka_unit_test(a_plan_of_days_ends_on_its_day),
    };

    report_verbosity(-1);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
