/* Tests of proposed slots: the nearest timetable, days for what names none, sums that are said. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "schedule/slots.h"
#include "support/plan_build.h"

/* Two timetables: three evenings at 3 hours, and one of 10 hours that names some days only. */
static struct plan *two_timetables(void)
{
    static struct timetable_part evenings[1], long_week[2];
    static struct timetable tables[2];
    struct plan *plan = build_plan(UNIT_WEEK, 10, 10, 0, 0);

    evenings[0] = (struct timetable_part){
        .days = 1u << MONDAY | 1u << WEDNESDAY | 1u << FRIDAY, .minutes = 60, .start = 1140};
    long_week[0] = (struct timetable_part){.sessions = 2, .minutes = 180, .start = -1};
    long_week[1] = (struct timetable_part){
        .days = 1u << SATURDAY | 1u << TUESDAY, .sessions = 2, .minutes = 120, .start = 600};
    tables[0] = (struct timetable){180, {.line = 7}, evenings, 1};
    tables[1] = (struct timetable){600, {.line = 12}, long_week, 2};
    plan->timetables = tables;
    plan->timetable_count = 2;
    return plan;
}

static void the_nearest_hours_are_taken(void **state)
{
    (void)state;
    struct plan *plan = two_timetables();

    assert_ptr_equal(timetable_nearest(plan, 60), &plan->timetables[0]);
    assert_ptr_equal(timetable_nearest(plan, 389), &plan->timetables[0]);
    assert_ptr_equal(timetable_nearest(plan, 391), &plan->timetables[1]);
    plan->timetable_count = 0;
    assert_null(timetable_nearest(plan, 300));
    pool_free(plan->pool);
}

static void what_names_no_day_finds_a_free_one(void **state)
{
    (void)state;
    struct plan *plan = two_timetables();
    struct pattern pattern;
    weekday_set days = 0;

    assert_true(proposed_slots(plan->pool, plan, 600, &pattern));
    assert_int_equal(pattern.count, 4);
    assert_int_equal(pattern.slots[0].weekday, TUESDAY);
    assert_int_equal(pattern.slots[1].weekday, SATURDAY);
    assert_int_equal(pattern.slots[0].start, 600);
    assert_int_equal(pattern.slots[2].start, -1);
    for (size_t i = 0; i < pattern.count; i++) {
        assert_false(days >> pattern.slots[i].weekday & 1);
        days |= 1u << pattern.slots[i].weekday;
    }
    assert_true(days >> SUNDAY & 1);
    pool_free(plan->pool);
}

/* "Daily" is as many days as make the title's hours; what no sense makes is said. */
static void daily_is_five_days_or_seven(void **state)
{
    (void)state;
    struct plan *plan = two_timetables();
    struct pattern pattern;
    size_t count;

    plan->timetables[0].parts[0] =
        (struct timetable_part){.days = EVERY_DAY, .daily = true, .minutes = 60, .start = -1};
    static const struct {
        int minutes;
        size_t sittings, findings;
    } rows[] = {{420, 7, 0}, {300, 5, 1}, {200, 7, 1}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        plan->timetable_count = 1;
        plan->timetables[0].minutes = rows[i].minutes;
        report_reset();
        assert_true(proposed_slots(plan->pool, plan, 300, &pattern));
        assert_int_equal(pattern.count, rows[i].sittings);
        const struct finding *findings = report_findings(&count);
        assert_int_equal(count, rows[i].findings);
        if (count > 0)
            assert_int_equal(findings[0].place.line, 7);
    }
    report_reset();
    pool_free(plan->pool);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_nearest_hours_are_taken),
        cmocka_unit_test(what_names_no_day_finds_a_free_one),
        cmocka_unit_test(daily_is_five_days_or_seven),
    };

    report_verbosity(-1);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
