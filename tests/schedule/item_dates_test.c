/* Tests of items in the calendar: by midpoints, due days, real dates, what is offered, the table.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "schedule/weeks.h"
#include "support/plan_build.h"

static const day monday = 20458; /* 2026-01-05 */

static const struct schedule *at(struct plan *plan)
{
    struct rhythm rhythm = {.minutes = 300, .start = monday};

    return schedule_make(plan->pool, plan, &rhythm);
}

static void check_days(const struct schedule *schedule, const struct item *item, int first,
                       int last)
{
    const struct dates *dates = item_dates(schedule, item);

    assert_int_equal(dates->first, monday + first);
    assert_int_equal(dates->last, monday + last);
    assert_int_equal(dates->due, dates->last);
}

static bool is_on_table(const struct schedule *schedule, int week, const struct item *item)
{
    for (size_t i = 0; i < schedule->weeks[week].item_count; i++)
        if (schedule->weeks[week].items[i] == item)
            return true;
    return false;
}

/* An item has the weeks whose midpoints it covers; one that covers none, the week of its middle. */
static void midpoints_decide(void **state)
{
    (void)state;
    struct plan *plan = build_plan(UNIT_WEEK, 8, 8, 300, 300);
    struct section *phase = build_phase(plan, "All", 1, 8);
    struct item *whole = build_item(plan, phase, ITEM_TOPIC, "Two Weeks", 2, 3);
    struct item *part = build_item(plan, phase, ITEM_TOPIC, "From Friday On", 1, 1);
    struct item *brief = build_item(plan, phase, ITEM_TOPIC, "An Hour on Friday", 1, 1);
    struct item *point = build_item(plan, phase, ITEM_MILESTONE, "Due", 4, 5);
    part->when = (struct interval){4, 14};
    brief->when = (struct interval){4, 4.1};
    point->point = true;
    const struct schedule *schedule = at(plan);

    check_days(schedule, whole, 7, 20);
    check_days(schedule, part, 7, 13);
    check_days(schedule, brief, 0, 6);
    check_days(schedule, point, 34, 34);
    assert_true(is_on_table(schedule, 1, whole) && is_on_table(schedule, 2, whole));
    assert_false(is_on_table(schedule, 0, whole) || is_on_table(schedule, 3, whole));
    assert_true(is_on_table(schedule, 4, point));
    pool_free(plan->pool);
}

/* Real dates are what they say; without a year the next ones to come. */
static void real_dates_stand(void **state)
{
    (void)state;
    struct plan *plan = build_plan(UNIT_WEEK, 8, 8, 300, 300);
    struct section *phase = build_phase(plan, "All", 1, 8);
    struct item *fair = build_item(plan, phase, ITEM_TOPIC, "Fair", 1, 1);
    struct item *carnival = build_item(plan, phase, ITEM_TOPIC, "Carnival", 1, 1);
    fair->span = (struct span){.form = SPAN_DATES, .first = monday + 9, .last = monday + 10};
    carnival->span = (struct span){.form = SPAN_DATES,
                                   .first = day_of(2000, 1, 2),
                                   .last = day_of(2000, 1, 3),
                                   .yearless = true};
    const struct schedule *schedule = at(plan);

    check_days(schedule, fair, 9, 10);
    assert_int_equal(item_dates(schedule, fair)->first_week, 1);
    assert_int_equal(item_dates(schedule, carnival)->first, day_of(2027, 1, 2));
    assert_int_equal(item_dates(schedule, carnival)->first_week, -1);
    assert_ptr_equal(item_real_dates(fair), &fair->span);
    pool_free(plan->pool);
}

/* Optional things are offered, not dated, unless they have a time of their own. */
static void what_is_optional_is_offered(void **state)
{
    (void)state;
    struct plan *plan = build_plan(UNIT_WEEK, 8, 8, 300, 300);
    struct section *phase = build_phase(plan, "All", 1, 8);
    struct item *loose = build_item(plan, phase, ITEM_TOPIC, "If You Like", 0, 0);
    struct item *dated = build_item(plan, phase, ITEM_TOPIC, "If You Like, Then", 2, 3);
    struct item *dropped = build_item(plan, phase, ITEM_TOPIC, "Not Chosen", 2, 3);
    loose->optional = dated->optional = dropped->dropped = true;
    const struct schedule *schedule = at(plan);

    assert_true(item_offered(loose));
    assert_false(item_offered(dated));
    assert_int_equal(item_dates(schedule, loose)->first, DAY_NONE);
    assert_int_equal(item_dates(schedule, dropped)->first, DAY_NONE);
    check_days(schedule, dated, 7, 20);
    pool_free(plan->pool);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(midpoints_decide),
        cmocka_unit_test(real_dates_stand),
        cmocka_unit_test(what_is_optional_is_offered),
    };

    report_verbosity(-1);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
