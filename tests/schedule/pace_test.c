/* Tests of pace: how long a plan takes, and what the days of a week hold. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <math.h>
#include <cmocka.h>

#include "support/plan_build.h"

#define NEAR 1e-9

static double in_months(const struct plan *plan, int minutes)
{
    return pace_days(plan, minutes) / DAYS_PER_MONTH;
}

/* 24-30 months at 5-10 hours a week. */
static void a_range_of_both(void **state)
{
    (void)state;
    struct plan *plan = build_plan(UNIT_MONTH, 24, 30, 300, 600);
    assert_true(fabs(in_months(plan, 300) - 30) < NEAR);
    assert_true(fabs(in_months(plan, 600) - 24) < NEAR);
    assert_true(fabs(in_months(plan, 450) - 27) < NEAR);
    assert_true(fabs(in_months(plan, 1200) - 12) < NEAR);
    assert_true(fabs(in_months(plan, 150) - 60) < NEAR);
    assert_true(fabs(pace_week(plan, 300) - 7) < NEAR);
    assert_true(fabs(pace_week(plan, 600) - 8.75) < NEAR);
    assert_true(pace_week(plan, 0) == 0);
    pool_free(plan->pool);
}

static void one_effort(void **state)
{
    (void)state;
    struct plan *plan = build_plan(UNIT_WEEK, 12, 12, 600, 600);
    assert_true(fabs(pace_days(plan, 600) - 84) < NEAR);
    assert_true(fabs(pace_days(plan, 300) - 168) < NEAR);
    assert_true(fabs(pace_days(plan, 1200) - 42) < NEAR);
    pool_free(plan->pool);
}

static void no_hours_stated(void **state)
{
    (void)state;
    struct plan *plan = build_plan(UNIT_WEEK, 8, 8, 0, 0);
    assert_true(fabs(pace_days(plan, 60) - 56) < NEAR);
    assert_true(fabs(pace_days(plan, 2400) - 56) < NEAR);
    pool_free(plan->pool);
}

static void more_hours_are_never_slower(void **state)
{
    (void)state;
    struct dice dice = {20260105};
    for (int round = 0; round < 500; round++) {
        struct plan *plan = random_plan(&dice);
        for (int minutes = 30; minutes < 3600; minutes += 30)
            assert_true(pace_days(plan, minutes + 30) <= pace_days(plan, minutes) + NEAR);
        pool_free(plan->pool);
    }
}

static void defaults(void **state)
{
    (void)state;
    struct plan *plan = build_plan(UNIT_MONTH, 24, 30, 240, 600);
    struct rhythm bare = {.start = 0};
    struct rhythm whole = rhythm_complete(plan->pool, plan, &bare);
    assert_int_equal(whole.minutes, 240);
    assert_int_equal(whole.workday_time, 19 * 60);
    assert_int_equal(whole.weekend_time, 10 * 60);
    assert_string_equal(whole.timezone, "UTC");
    plan->hours_low = 0;
    assert_int_equal(rhythm_complete(plan->pool, plan, &bare).minutes, 300);
    plan->hours_low = 82 * 60;
    assert_int_equal(rhythm_complete(plan->pool, plan, &bare).minutes, 3600);
    pool_free(plan->pool);
}

static void parts_of_a_week(void **state)
{
    (void)state;
    day monday = day_of(2026, 1, 5);
    struct rhythm rhythm = {.minutes = 300};
    struct stretch stretch = rhythm_stretch(&rhythm, monday, monday + 6);
    assert_int_equal(stretch.minutes, 300);
    assert_int_equal(stretch.days, EVERY_DAY);
    /* Five days: 214.3 minutes, on a grid of five. */
    stretch = rhythm_stretch(&rhythm, monday + 2, monday + 6);
    assert_int_equal(stretch.minutes, 215);
    assert_int_equal(stretch.rate, 300);
    assert_int_equal(stretch.days, EVERY_DAY & ~3u);
    rhythm.minutes = 301;
    assert_int_equal(rhythm_stretch(&rhythm, monday, monday + 6).minutes, 301);
}

static void periods_bend_their_days(void **state)
{
    (void)state;
    day monday = day_of(2026, 1, 5);
    struct period periods[] = {{monday, monday + 6, 900}, {monday + 5, monday + 6, 0}};
    struct rhythm rhythm = {.minutes = 300, .periods = periods, .period_count = 1};
    struct plan *plan = build_plan(UNIT_MONTH, 24, 30, 300, 600);
    assert_int_equal(rhythm_stretch(&rhythm, monday, monday + 6).minutes, 900);
    assert_int_equal(rhythm_stretch(&rhythm, monday + 7, monday + 13).minutes, 300);
    /* The later one wins on its days: the weekend is off. */
    rhythm.period_count = 2;
    struct stretch stretch = rhythm_stretch(&rhythm, monday, monday + 6);
    assert_int_equal(stretch.minutes, 645);
    assert_int_equal(stretch.rate, 900);
    assert_int_equal(stretch.days, WORKDAYS);
    double edges[8];
    pace_edges(plan, &rhythm, monday, monday + 6, 10, edges);
    assert_true(edges[0] == 10 && edges[5] == edges[7]);
    assert_true(fabs(edges[5] - 10 - 5 * pace_week(plan, 900) / 7) < NEAR);
    pool_free(plan->pool);
}

/* A day off gives its hours to the others of its week; a week of nothing else stands still. */
static void days_off_move_their_hours(void **state)
{
    (void)state;
    day monday = day_of(2026, 1, 5);
    day off[] = {monday + 2,  monday + 7,  monday + 8,  monday + 9,
                 monday + 10, monday + 11, monday + 12, monday + 13};
    struct rhythm rhythm = {.minutes = 300, .days_off = off, .day_off_count = 8};
    struct plan *plan = build_plan(UNIT_MONTH, 24, 30, 300, 600);
    double edges[8];
    struct stretch stretch = rhythm_stretch(&rhythm, monday, monday + 6);
    assert_int_equal(stretch.minutes, 300);
    assert_int_equal(stretch.rate, 300);
    assert_int_equal(stretch.days, EVERY_DAY & ~4u);
    pace_edges(plan, &rhythm, monday, monday + 6, 0, edges);
    assert_true(fabs(edges[7] - 7) < NEAR);
    stretch = rhythm_stretch(&rhythm, monday + 7, monday + 13);
    assert_int_equal(stretch.minutes, 0);
    assert_int_equal(stretch.days, 0);
    pace_edges(plan, &rhythm, monday + 7, monday + 13, 7, edges);
    assert_true(edges[7] == 7);
    /* Where the day is the grain, it stands still by itself. */
    rhythm.off_stands_still = true;
    stretch = rhythm_stretch(&rhythm, monday, monday + 6);
    assert_int_equal(stretch.minutes, 255);
    pace_edges(plan, &rhythm, monday, monday + 6, 0, edges);
    assert_true(edges[2] == edges[3] && edges[7] > 5.99 && edges[7] < 6.01);
    assert_true(rhythm_day_off(&rhythm, monday + 13));
    assert_false(rhythm_day_off(&rhythm, monday + 14));
    assert_false(rhythm_day_off(&rhythm, monday));
    pool_free(plan->pool);
}

static void a_part_of_a_week_holds_one_sitting(void **state)
{
    (void)state;
    day monday = day_of(2026, 1, 5);
    struct rhythm rhythm = {.minutes = 30};
    assert_int_equal(rhythm_stretch(&rhythm, monday, monday + 6).minutes, 30);
    assert_int_equal(rhythm_stretch(&rhythm, monday + 5, monday + 6).minutes, SHORTEST_SITTING);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_range_of_both),
        cmocka_unit_test(one_effort),
        cmocka_unit_test(no_hours_stated),
        cmocka_unit_test(more_hours_are_never_slower),
        cmocka_unit_test(defaults),
        cmocka_unit_test(parts_of_a_week),
        cmocka_unit_test(periods_bend_their_days),
        cmocka_unit_test(days_off_move_their_hours),
        cmocka_unit_test(a_part_of_a_week_holds_one_sitting),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
