/* Tests of portions: an item's share grows with its time, in even steps, to the end and no further.
 */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "schedule/portions.h"
#include "support/plan_build.h"

/* Weeks of seven days at the plan's own pace, SESSIONS each. */
static struct schedule *even_weeks(struct plan *plan, size_t count, size_t sessions)
{
    struct schedule *schedule = pool_alloc(plan->pool, sizeof *schedule);

    schedule->plan = plan;
    schedule->weeks = pool_alloc(plan->pool, count * sizeof *schedule->weeks);
    schedule->week_count = count;
    schedule->items = pool_alloc(plan->pool, 8 * sizeof *schedule->items);
    for (size_t w = 0; w < count; w++)
        schedule->weeks[w] = (struct week){.first = 7 * (day)w,
                                           .last = 7 * (day)w + 6,
                                           .from = 7.0 * (double)w,
                                           .to = 7.0 * (double)(w + 1),
                                           .session_count = sessions};
    for (size_t i = 0; i < 8; i++)
        schedule->items[i].first = DAY_NONE;
    return schedule;
}

static void check_share(double share, double wanted)
{
    assert_true(fabs(share - wanted) < 1e-9);
}

static void equal_steps_to_the_end(void **state)
{
    (void)state;
    struct plan *plan = build_plan(UNIT_WEEK, 4, 4, 300, 300);
    struct section *phase = build_phase(plan, "All", 1, 4);
    struct item *item = build_item(plan, phase, ITEM_READING, "Book", 1, 4);
    struct schedule *schedule = even_weeks(plan, 4, 2);
    struct portions portions = portions_new(plan->pool, plan);

    for (int w = 0; w < 4; w++) {
        struct session_share shares[2] = {{.main = item}, {.main = item}};
        portions_share_out(&portions, schedule, w, shares);
        for (int i = 0; i < 2; i++) {
            check_share(shares[i].since, (2 * w + i) / 8.0);
            check_share(shares[i].until, (2 * w + i + 1) / 8.0);
        }
    }
    pool_free(plan->pool);
}

/* Worked at every other week it goes twice as far each time; in its last week, to its end. */
static void turns_that_come_seldom_go_further(void **state)
{
    (void)state;
    struct plan *plan = build_plan(UNIT_WEEK, 8, 8, 300, 300);
    struct section *phase = build_phase(plan, "All", 1, 8);
    struct item *item = build_item(plan, phase, ITEM_READING, "Book", 1, 8);
    struct schedule *schedule = even_weeks(plan, 8, 1);
    struct portions portions = portions_new(plan->pool, plan);

    struct session_share second = {.main = item}, last = {.main = item};
    portions_share_out(&portions, schedule, 1, &second);
    check_share(second.until, 3 / 8.0);
    portions_share_out(&portions, schedule, 7, &last);
    check_share(last.since, 3 / 8.0);
    check_share(last.until, 1);
    pool_free(plan->pool);
}

static void what_ends_first(void **state)
{
    (void)state;
    struct plan *plan = build_plan(UNIT_WEEK, 8, 8, 300, 300);
    struct section *phase = build_phase(plan, "All", 1, 8);
    struct item *early = build_item(plan, phase, ITEM_TOPIC, "Early", 1, 2);
    struct item *late = build_item(plan, phase, ITEM_TOPIC, "Late", 1, 6);
    struct schedule *schedule = even_weeks(plan, 8, 1);

    assert_true(ends_before(schedule, early, late));
    assert_false(ends_before(schedule, late, early));
    struct extent extent = extent_of(schedule, early);
    assert_false(extent_ends_with(schedule, 0, extent, 0));
    assert_true(extent_ends_with(schedule, 0, extent, 1));
    assert_true(extent_ends_with(schedule, 1, extent, 0));
    pool_free(plan->pool);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(equal_steps_to_the_end),
        cmocka_unit_test(turns_that_come_seldom_go_further),
        cmocka_unit_test(what_ends_first),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
