/* Tests of slots and timetables: sizes that sum, sittings that fit the day, readings of words. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "schedule/slots.h"
#include "support/plan_build.h"

static struct pattern pattern_of(struct plan *plan, struct rhythm *rhythm, int minutes,
                                 weekday_set days)
{
    struct rhythm whole = rhythm_complete(plan->pool, plan, rhythm);
    struct rhythm *kept = pool_alloc(plan->pool, sizeof *kept);

    *kept = whole;
    struct slot_maker maker = {.pool = plan->pool, .plan = plan, .rhythm = kept};
    struct stretch stretch = {minutes, minutes, days};
    return *slots_for(&maker, &stretch);
}

static void shares_by_largest_remainder(void **state)
{
    (void)state;
    int shares[4];
    assert_true(share_out(300, (int[]){90, 90, 90, 120}, 4, 240, shares));
    assert_int_equal(shares[0], 70);
    assert_int_equal(shares[2], 70);
    assert_int_equal(shares[3], 90);
    /* What is below a step goes to the longest. */
    assert_true(share_out(103, (int[]){1, 2}, 2, 240, shares));
    assert_int_equal(shares[0], 35);
    assert_int_equal(shares[1], 68);
    /* Held at the most, the others take the rest. */
    assert_true(share_out(500, (int[]){1, 1, 8}, 3, 240, shares));
    assert_int_equal(shares[0], 130);
    assert_int_equal(shares[1], 130);
    assert_int_equal(shares[2], 240);
    assert_false(share_out(500, (int[]){1, 1}, 2, 240, shares));
    assert_false(share_out(500, NULL, 0, 240, shares));
}

/* From 1 to 40 hours: sum, 20 minutes to 4 hours, within the day, no overlap. */
static void even_default_is_sensible(void **state)
{
    (void)state;
    struct plan *plan = build_plan(UNIT_WEEK, 10, 10, 0, 0);
    struct rhythm rhythm = {.minutes = 300};
    for (int minutes = 60; minutes <= 2400; minutes += 7) {
        struct pattern pattern = pattern_of(plan, &rhythm, minutes, EVERY_DAY);
        int sum = 0;
        for (size_t i = 0; i < pattern.count; i++) {
            const struct slot *slot = &pattern.slots[i];
            sum += slot->minutes;
            assert_in_range(slot->minutes, 20, 240);
            assert_true(slot->start >= 7 * 60 && slot->start + slot->minutes <= 23 * 60);
            if (i > 0 && slot[-1].weekday == slot->weekday)
                assert_true(slot[-1].start + slot[-1].minutes <= slot->start);
            else if (i > 0)
                assert_true(slot[-1].weekday < slot->weekday);
        }
        assert_int_equal(sum, minutes);
    }
    assert_int_equal(pattern_of(plan, &rhythm, 60, EVERY_DAY).count, 1);
    assert_int_equal(pattern_of(plan, &rhythm, 300, EVERY_DAY).count, 4);
    assert_int_equal(pattern_of(plan, &rhythm, 300, 1u << FRIDAY).slots[0].weekday, FRIDAY);
    pool_free(plan->pool);
}

static void chosen_slots_are_kept(void **state)
{
    (void)state;
    struct plan *plan = build_plan(UNIT_WEEK, 10, 10, 0, 0);
    struct slot slots[] = {{SATURDAY, 600, 120}, {MONDAY, -1, 0}, {WEDNESDAY, 1125, 0}};
    struct rhythm rhythm = {.minutes = 300, .slots = slots, .slot_count = 3, .workday_time = 1200};
    struct pattern pattern = pattern_of(plan, &rhythm, 300, EVERY_DAY);
    assert_int_equal(pattern.count, 3);
    assert_int_equal(pattern.slots[0].weekday, MONDAY);
    assert_int_equal(pattern.slots[0].start, 1200);
    assert_int_equal(pattern.slots[0].minutes, 90);
    assert_int_equal(pattern.slots[1].start, 1125);
    assert_int_equal(pattern.slots[2].minutes, 120);
    /* Two at the same time, late: one after the other, before midnight. */
    struct slot late[] = {{MONDAY, 1380, 90}, {MONDAY, 1380, 90}};
    rhythm.slots = late;
    rhythm.slot_count = 2;
    pattern = pattern_of(plan, &rhythm, 180, EVERY_DAY);
    assert_int_equal(pattern.slots[1].start, 1350);
    assert_int_equal(pattern.slots[0].start, 1260);
    pool_free(plan->pool);
}

static void slots_that_cannot_hold_it(void **state)
{
    (void)state;
    struct plan *plan = build_plan(UNIT_WEEK, 10, 10, 0, 0);
    struct slot slot = {SATURDAY, 600, 0};
    struct rhythm rhythm = {.minutes = 2400, .slots = &slot, .slot_count = 1};
    struct pattern pattern = pattern_of(plan, &rhythm, 2400, EVERY_DAY);
    assert_true(pattern.count > 7);
    for (size_t i = 0; i < pattern.count; i++)
        assert_true(pattern.slots[i].minutes <= 240);
    pool_free(plan->pool);
}

static struct timetable_part *table_of(struct plan *plan, int minutes, size_t part_count)
{
    struct timetable *table = pool_alloc(plan->pool, sizeof *table);

    table->minutes = minutes;
    table->parts = pool_alloc(plan->pool, part_count * sizeof *table->parts);
    table->part_count = part_count;
    for (size_t i = 0; i < part_count; i++)
        table->parts[i].start = -1;
    plan->timetables = table;
    plan->timetable_count = 1;
    return table->parts;
}

/* "Tue/Thu: 3 hours" under a title of three hours: both together. */
static void several_days_together(void **state)
{
    (void)state;
    struct plan *plan = build_plan(UNIT_WEEK, 10, 10, 0, 0);
    struct timetable_part *part = table_of(plan, 180, 1);
    part->days = 1u << TUESDAY | 1u << THURSDAY;
    part->minutes = 180;
    part->start = 18 * 60;
    struct pattern pattern;
    size_t count;
    report_reset();
    assert_true(proposed_slots(plan->pool, plan, 180, &pattern));
    assert_int_equal(pattern.count, 2);
    assert_int_equal(pattern.slots[1].minutes, 90);
    assert_int_equal(pattern.slots[1].start, 18 * 60);
    assert_int_equal(pattern.slots[1].weekday, THURSDAY);
    report_findings(&count);
    assert_int_equal(count, 1);
    report_reset();
    pool_free(plan->pool);
}

/* A timetable at hours for which it is too short or too long. */
static void timetable_far_from_its_hours(void **state)
{
    (void)state;
    struct plan *plan = build_plan(UNIT_WEEK, 10, 10, 0, 0);
    struct rhythm rhythm = {.minutes = 300};
    struct timetable_part *part = table_of(plan, 300, 1);
    part->days = WORKDAYS;
    part->minutes = 60;
    assert_int_equal(pattern_of(plan, &rhythm, 300, EVERY_DAY).count, 5);
    assert_int_equal(pattern_of(plan, &rhythm, 60, EVERY_DAY).count, 2);
    assert_int_equal(pattern_of(plan, &rhythm, 1200, EVERY_DAY).slots[0].minutes, 240);
    assert_true(pattern_of(plan, &rhythm, 2400, EVERY_DAY).count > 7);
    pool_free(plan->pool);
}

/* "28 short sessions" in a row of parts: each of them, until no week could hold so many. */
static void every_sitting_of_a_timetable(void **state)
{
    (void)state;
    struct plan *plan = build_plan(UNIT_WEEK, 10, 10, 0, 0);
    struct timetable_part *part = table_of(plan, 0, 13);
    struct pattern pattern;
    size_t count;
    for (int i = 0; i < 13; i++) {
        part[i].sessions = 28;
        part[i].minutes = 25;
    }
    plan->timetables->part_count = 3;
    report_reset();
    assert_true(proposed_slots(plan->pool, plan, 300, &pattern));
    assert_int_equal(pattern.count, 3 * 28);
    plan->timetables->part_count = 13;
    assert_false(proposed_slots(plan->pool, plan, 300, &pattern));
    const struct finding *findings = report_findings(&count);
    assert_int_equal(count, 1);
    assert_int_equal(findings[0].rule, RULE_SLOTS_MANY);
    report_reset();
    pool_free(plan->pool);
}

/* What the settings say of a length holds; where they say nothing, four hours are the most. */
static void chosen_lengths_are_the_limits(void **state)
{
    (void)state;
    struct plan *plan = build_plan(UNIT_WEEK, 10, 10, 0, 0);
    struct slot slots[] = {{SATURDAY, 10 * 60, 0}};
    struct rhythm rhythm = {.minutes = 600, .slots = slots, .slot_count = 1};
    struct pattern pattern = pattern_of(plan, &rhythm, 600, EVERY_DAY);
    assert_int_equal(pattern.count, 4);
    for (int i = 0; i < 4; i++) {
        bool chosen = pattern.slots[i].weekday == SATURDAY;
        assert_int_equal(pattern.slots[i].minutes, chosen ? 240 : 120);
    }
    slots[0].minutes = 600;
    pattern = pattern_of(plan, &rhythm, 600, EVERY_DAY);
    assert_int_equal(pattern.count, 1);
    assert_int_equal(pattern.slots[0].minutes, 600);
    slots[0].minutes = 10;
    pattern = pattern_of(plan, &rhythm, 10, EVERY_DAY);
    assert_int_equal(pattern.count, 1);
    assert_int_equal(pattern.slots[0].minutes, 10);
    pool_free(plan->pool);
}

static void midnight_is_a_time(void **state)
{
    (void)state;
    struct plan *plan = build_plan(UNIT_WEEK, 10, 10, 0, 0);
    struct rhythm rhythm = {.minutes = 300, .workday_time = 1440, .weekend_time = 600};
    struct pattern pattern = pattern_of(plan, &rhythm, 300, WORKDAYS);
    for (size_t i = 0; i < pattern.count; i++)
        assert_int_equal(pattern.slots[i].start, 0);
    pool_free(plan->pool);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(shares_by_largest_remainder),
        cmocka_unit_test(even_default_is_sensible),
        cmocka_unit_test(chosen_slots_are_kept),
        cmocka_unit_test(slots_that_cannot_hold_it),
        cmocka_unit_test(several_days_together),
        cmocka_unit_test(timetable_far_from_its_hours),
        cmocka_unit_test(every_sitting_of_a_timetable),
        cmocka_unit_test(chosen_lengths_are_the_limits),
        cmocka_unit_test(midnight_is_a_time),
    };

    report_verbosity(-1);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
