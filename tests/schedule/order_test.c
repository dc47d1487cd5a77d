/* Tests of windows: what is required comes first, and those that share weeks get a part each. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "schedule/order.h"
#include "support/plan_build.h"

static struct dates dates[3];

/* Windows of three items in weeks FIRST..LAST each, of which the second requires the first. */
static const struct window *windows_of(struct plan *plan, const int weeks[3][2])
{
    static struct item items[3];
    static struct prerequisite list[1];
    struct schedule *schedule = pool_alloc(plan->pool, sizeof *schedule);

    for (int i = 0; i < 3; i++) {
        items[i] = (struct item){.kind = ITEM_TOPIC, .title = words("Topic")};
        dates[i] = (struct dates){.first_week = weeks[i][0], .last_week = weeks[i][1]};
    }
    plan->items = items;
    plan->item_count = 3;
    *schedule = (struct schedule){.plan = plan, .items = dates};
    list[0] = (struct prerequisite){&items[0], &items[1]};
    struct prerequisites *all = pool_alloc(plan->pool, sizeof *all);
    *all = (struct prerequisites){list, 1};
    return order_windows(plan->pool, schedule, all);
}

static void check(struct window window, int first, int last)
{
    assert_int_equal(window.first, first);
    assert_int_equal(window.last, last);
}

static void weeks_are_shared_in_order(void **state)
{
    (void)state;
    struct plan *plan = build_plan(UNIT_WEEK, 8, 8, 300, 300);
    const struct window *windows = windows_of(plan, (const int[3][2]){{0, 7}, {0, 7}, {0, 7}});

    check(windows[0], 0, 3);
    check(windows[1], 4, 7);
    check(windows[2], 0, 7); /* nothing hangs on it */
    pool_free(plan->pool);
}

/* Where the weeks of the two hardly overlap the later one waits, and the first keeps all of its. */
static void the_later_one_waits(void **state)
{
    (void)state;
    struct plan *plan = build_plan(UNIT_WEEK, 8, 8, 300, 300);
    const struct window *windows = windows_of(plan, (const int[3][2]){{0, 4}, {3, 7}, {-1, -1}});

    check(windows[0], 0, 4);
    check(windows[1], 5, 7);
    check(windows[2], -1, -1);
    pool_free(plan->pool);
}

static void a_wrong_order_stays_and_is_said(void **state)
{
    (void)state;
    struct plan *plan = build_plan(UNIT_WEEK, 8, 8, 300, 300);
    size_t count;
    report_reset();
    const struct window *windows = windows_of(plan, (const int[3][2]){{5, 7}, {0, 2}, {0, 7}});
    const struct finding *findings = report_findings(&count);

    check(windows[0], 5, 7);
    check(windows[1], 0, 2);
    assert_int_equal(count, 1);
    assert_int_equal(findings[0].rule, RULE_PREREQUISITE_LATE);
    report_reset();
    pool_free(plan->pool);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(weeks_are_shared_in_order),
        cmocka_unit_test(the_later_one_waits),
        cmocka_unit_test(a_wrong_order_stays_and_is_said),
    };

    report_verbosity(-1);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
