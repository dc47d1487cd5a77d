/* Tests of chosen slots: lengths that stay, further sittings, overlaps. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "schedule/slots.h"
#include "support/plan_build.h"

static struct pattern chosen(struct plan *plan, const struct slot *slots, size_t count, int minutes)
{
    struct rhythm rhythm = {.minutes = minutes, .slots = slots, .slot_count = count};
    struct rhythm *whole = pool_alloc(plan->pool, sizeof *whole);

    *whole = rhythm_complete(plan->pool, plan, &rhythm);
    struct slot_maker maker = {.pool = plan->pool, .plan = plan, .rhythm = whole};
    struct stretch stretch = {minutes, minutes, EVERY_DAY};
    return *slots_for(&maker, &stretch);
}

static const struct slot *slot_at(const struct pattern *pattern, enum weekday weekday, int start)
{
    for (size_t i = 0; i < pattern->count; i++)
        if (pattern->slots[i].weekday == weekday && pattern->slots[i].start == start)
            return &pattern->slots[i];
    return NULL;
}

/* Ten hours over slots of three and a half: the slots stay, the rest lies on free days. */
static void further_sittings_on_free_days(void **state)
{
    (void)state;
    struct plan *plan = build_plan(UNIT_WEEK, 10, 10, 0, 0);
    struct slot slots[] = {{TUESDAY, 1170, 45}, {THURSDAY, 1170, 45}, {SATURDAY, 600, 120}};
    struct pattern pattern = chosen(plan, slots, 3, 600);
    int sum = 0;
    weekday_set days = 0;
    for (size_t i = 0; i < pattern.count; i++) {
        sum += pattern.slots[i].minutes;
        assert_false(days >> pattern.slots[i].weekday & 1);
        days |= 1u << pattern.slots[i].weekday;
        assert_true(pattern.slots[i].minutes <= 240);
    }
    assert_int_equal(sum, 600);
    assert_int_equal(slot_at(&pattern, TUESDAY, 1170)->minutes, 45);
    assert_int_equal(slot_at(&pattern, THURSDAY, 1170)->minutes, 45);
    assert_int_equal(slot_at(&pattern, SATURDAY, 600)->minutes, 120);
    pool_free(plan->pool);
}

/* Even forty hours leave the times that were chosen, and no sitting is longer than four hours. */
static void chosen_times_do_not_move(void **state)
{
    (void)state;
    struct plan *plan = build_plan(UNIT_WEEK, 10, 10, 0, 0);
    struct slot slots[] = {{SATURDAY, 600, 0}, {SUNDAY, 630, 90}};
    for (int minutes = 300; minutes <= 2400; minutes += 35) {
        struct pattern pattern = chosen(plan, slots, 2, minutes);
        assert_non_null(slot_at(&pattern, SATURDAY, 600));
        assert_non_null(slot_at(&pattern, SUNDAY, 630));
        for (size_t i = 0; i < pattern.count; i++)
            assert_true(pattern.slots[i].minutes <= 240);
    }
    pool_free(plan->pool);
}

static void overlaps_are_said(void **state)
{
    (void)state;
    struct plan *plan = build_plan(UNIT_WEEK, 10, 10, 0, 0);
    struct slot slots[] = {{SATURDAY, 600, 120}, {SATURDAY, 660, 60}};
    size_t count;
    report_reset();
    struct pattern pattern = chosen(plan, slots, 2, 180);
    const struct finding *findings = report_findings(&count);
    assert_int_equal(count, 1);
    assert_int_equal(findings[0].rule, RULE_SLOTS_OVERLAP);
    assert_int_equal(pattern.slots[1].start, 720);
    report_reset();
    slots[1].start = 720;
    chosen(plan, slots, 2, 180);
    report_findings(&count);
    assert_int_equal(count, 0);
    pool_free(plan->pool);
}

/* Six sittings a day, each at its own time, and then more than any week can hold. */
static void many_slots_are_all_taken(void **state)
{
    (void)state;
    struct plan *plan = build_plan(UNIT_WEEK, 10, 10, 0, 0);
    struct slot slots[6 * 7], *crowd = pool_alloc(plan->pool, 400 * sizeof *crowd);
    size_t count;
    report_reset();
    for (int i = 0; i < 6 * 7; i++)
        slots[i] = (struct slot){(enum weekday)(i % 7), 480 + 60 * (i / 7), 40};
    struct pattern pattern = chosen(plan, slots, 6 * 7, 6 * 7 * 40);
    assert_int_equal(pattern.count, 6 * 7);
    for (int i = 0; i < 6 * 7; i++)
        assert_int_equal(slot_at(&pattern, slots[i].weekday, slots[i].start)->minutes, 40);
    report_findings(&count);
    assert_int_equal(count, 0);
    for (int i = 0; i < 400; i++)
        crowd[i] = (struct slot){(enum weekday)(i % 7), 6 * (i / 7), 5};
    chosen(plan, crowd, 400, 2000);
    const struct finding *findings = report_findings(&count);
    assert_int_equal(findings[0].rule, RULE_SLOTS_MANY);
    pool_free(plan->pool);
}

/* Slots that all have a length are the hours, where nobody says others. */
static void slots_are_the_hours(void **state)
{
    (void)state;
    struct plan *plan = build_plan(UNIT_WEEK, 10, 10, 0, 0);
    struct slot slots[] = {{SATURDAY, 600, 120}, {MONDAY, -1, 50}};
    struct rhythm rhythm = {.slots = slots, .slot_count = 2};
    assert_int_equal(rhythm_complete(plan->pool, plan, &rhythm).minutes, 170);
    slots[1].minutes = 0;
    assert_int_equal(rhythm_complete(plan->pool, plan, &rhythm).minutes, 300);
    slots[1].minutes = 50;
    plan->hours_low = plan->hours_high = 240;
    assert_int_equal(rhythm_complete(plan->pool, plan, &rhythm).minutes, 240);
    pool_free(plan->pool);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(further_sittings_on_free_days),
        cmocka_unit_test(chosen_times_do_not_move),
        cmocka_unit_test(overlaps_are_said),
        cmocka_unit_test(many_slots_are_all_taken),
        cmocka_unit_test(slots_are_the_hours),
    };

    report_verbosity(-1);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
