/* Tests of feasibility: what is asked for, what there is, and the hours to be done by a day. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <time.h>

#include <cmocka.h>

#include "schedule/feasibility.h"
#include "support/plan_build.h"

static const day monday = 20458; /* 2026-01-05 */

/* Two phases of ten weeks and a gap of four, at 5 hours. */
static struct plan *gapped_plan(void)
{
    struct plan *plan = build_plan(UNIT_WEEK, 24, 24, 300, 300);
    struct section *first = build_phase(plan, "Lines", 1, 10);

    first->place.line = 3;
    build_allocation(plan, first, "Drawing", 240, 300);
    build_allocation(plan, first, "Looking", 120, 180);
    struct section *second = build_phase(plan, "Colours", 15, 24);
    struct item *item = build_item(plan, second, ITEM_TASK, "A Wash", 15, 16);
    item->effort = (struct effort){1200, 1800, UNIT_NONE, false};
    return plan;
}

static const struct phase_demand *demands_at(struct plan *plan, int minutes, size_t *count)
{
    struct rhythm rhythm = {.minutes = minutes, .start = monday};

    return feasibility(plan->pool, schedule_make(plan->pool, plan, &rhythm), count);
}

static void asked_and_available(void **state)
{
    (void)state;
    size_t count;
    struct plan *plan = gapped_plan();
    const struct phase_demand *demands = demands_at(plan, 300, &count);
    assert_int_equal(count, 3);
    assert_int_equal(demands[0].weekly_low, 360);
    assert_int_equal(demands[0].weekly_high, 480);
    assert_int_equal(demands[0].low, 3600);
    assert_int_equal(demands[0].high, 4800);
    assert_int_equal(demands[0].available, 3000);
    assert_int_equal(demands[0].missing, 600);
    assert_int_equal(demands[0].place.line, 3);
    assert_int_equal(demands[0].first, monday);
    assert_int_equal(demands[0].last, monday + 69);
    /* Hours of items, where no week is allocated. */
    assert_int_equal(demands[1].low, 1200);
    assert_int_equal(demands[1].missing, 0);
    assert_int_equal(demands[2].phase, -1);
    assert_int_equal(demands[2].weeks, 4);
    assert_false(demands[2].asks);
    /* The heading's hours win over the lines'. */
    plan->phases[0].weekly = (struct effort){30, 60, UNIT_DAY, false};
    demands = demands_at(plan, 300, &count);
    assert_int_equal(demands[0].weekly_low, 210);
    assert_int_equal(demands[0].missing, 0);
    pool_free(plan->pool);
}

/* Weeks are whole: what is missing up to half a week does not count. */
static void half_a_week_is_let_pass(void **state)
{
    (void)state;
    size_t count;
    struct plan *plan = gapped_plan();
    plan->phases[0].weekly = (struct effort){300 + 12, 300 + 12, UNIT_WEEK, false};
    assert_int_equal(demands_at(plan, 300, &count)[0].missing, 0);
    plan->phases[0].weekly = (struct effort){300 + 24, 300 + 24, UNIT_WEEK, false};
    assert_int_equal(demands_at(plan, 300, &count)[0].missing, 240);
    pool_free(plan->pool);
}

/* More hours than a number holds are the most that are told. */
static void sums_have_a_limit(void **state)
{
    (void)state;
    size_t count;
    struct plan *plan = gapped_plan();
    for (int i = 0; i < 3; i++) {
        struct item *item = build_item(plan, &plan->sections[2], ITEM_TASK, "A Mural", 15, 16);
        item->effort = (struct effort){1000000000, 1000000000, UNIT_NONE, false};
        build_allocation(plan, &plan->sections[1], "Staring", 1000000000, 1000000000);
    }
    const struct phase_demand *demands = demands_at(plan, 300, &count);
    assert_int_equal(demands[0].weekly_low, MOST_EFFORT);
    assert_int_equal(demands[0].high, MOST_EFFORT);
    assert_int_equal(demands[1].low, MOST_EFFORT);
    assert_int_equal(demands[1].high, MOST_EFFORT);
    pool_free(plan->pool);
}

static enum reach reach_of(const struct plan *plan, int weeks, int *minutes)
{
    struct rhythm rhythm = {.start = monday};

    return minutes_by_end(plan, &rhythm, monday + 7 * weeks - 1, minutes);
}

static void hours_to_be_done_by_a_day(void **state)
{
    (void)state;
    int minutes;
    struct plan *plan = build_plan(UNIT_WEEK, 24, 24, 300, 300);
    assert_int_equal(reach_of(plan, 24, &minutes), REACH_GOOD);
    assert_true(minutes <= 300 && minutes > 290);
    assert_int_equal(reach_of(plan, 12, &minutes), REACH_GOOD);
    assert_true(minutes <= 600 && minutes > 570);
    assert_int_equal(reach_of(plan, 5, &minutes), REACH_ABSURD);
    assert_true(minutes > ABSURD_TIMES * 300);
    assert_int_equal(reach_of(plan, 1, &minutes), REACH_TOO_LATE);
    assert_int_equal(minutes, MOST_MINUTES);
    assert_int_equal(reach_of(plan, 1000, &minutes), REACH_GOOD);
    assert_int_equal(minutes, FEWEST_MINUTES);
    plan->hours_low = plan->hours_high = 0;
    assert_int_equal(reach_of(plan, 24, &minutes), REACH_FIXED_GOOD);
    assert_int_equal(reach_of(plan, 23, &minutes), REACH_FIXED_LATE);
    pool_free(plan->pool);
}

/* Processor time of feasibility() for that many phases of an item each, in milliseconds. */
static double milliseconds(size_t phases)
{
    struct plan *plan = build_plan(UNIT_WEEK, 24, 24, 300, 300);
    struct section top = {.phase = -1, .when = {-1, -1}};
    struct week week = {.phase = 0, .minutes = 300};
    struct schedule schedule = {.plan = plan, .weeks = &week, .week_count = 1};
    size_t count;

    plan->phases = pool_alloc(plan->pool, phases * sizeof *plan->phases);
    plan->items = pool_alloc(plan->pool, phases * sizeof *plan->items);
    struct section *sections = pool_alloc(plan->pool, phases * sizeof *sections);
    for (size_t i = 0; i < phases; i++) {
        sections[i] = (struct section){.parent = &top, .phase = (int)i, .when = {0, 7}};
        plan->phases[i] = (struct phase){.section = &sections[i], .when = {0, 7}};
        plan->items[i] = (struct item){.kind = ITEM_TASK,
                                       .title = words("Draw"),
                                       .section = &sections[i],
                                       .effort = {60, 60, UNIT_NONE, false}};
    }
    plan->phase_count = plan->item_count = phases;
    clock_t begin = clock();
    const struct phase_demand *demands = feasibility(plan->pool, &schedule, &count);
    double spent = 1000.0 * (double)(clock() - begin) / CLOCKS_PER_SEC;
    assert_int_equal(count, phases);
    assert_int_equal(demands[phases - 1].low, 60);
    pool_free(plan->pool);
    return spent;
}

/* Phases times items would take a hundred times as long for ten times as much. */
static void time_grows_in_a_straight_line(void **state)
{
    (void)state;
    double few = milliseconds(3000), many = milliseconds(30000);

    if (many > 20 * few + 50)
        fail_msg("3,000 phases take %.1f ms, 30,000 take %.1f", few, many);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(asked_and_available),
        cmocka_unit_test(half_a_week_is_let_pass),
        cmocka_unit_test(sums_have_a_limit),
        cmocka_unit_test(hours_to_be_done_by_a_day),
        cmocka_unit_test(time_grows_in_a_straight_line),
    };

    report_verbosity(-1);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
