/* Tests of whose turn it is: weekdays, parents and children, readings, categories of their own. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "support/plan_build.h"

static const day monday = 20458; /* 2026-01-05 */

static const struct schedule *at(struct plan *plan, int minutes)
{
    struct rhythm rhythm = {.minutes = minutes, .start = monday, .timezone = "Europe/Berlin"};

    return schedule_make(plan->pool, plan, &rhythm);
}

static struct plan *one_phase(double weeks, struct section **phase)
{
    struct plan *plan = build_plan(UNIT_WEEK, weeks, weeks, 300, 300);

    *phase = build_phase(plan, "Term", 1, weeks);
    return plan;
}

static void weekdays_are_kept(void **state)
{
    (void)state;
    struct section *phase;
    struct plan *plan = one_phase(6, &phase);
    build_item(plan, phase, ITEM_TOPIC, "Sun: 2 hrs chamber music", 0, 0);
    build_item(plan, phase, ITEM_TOPIC, "Mon: 1 hr long tones", 0, 0);
    build_item(plan, phase, ITEM_TOPIC, "Intervals", 0, 0);
    const struct schedule *schedule = at(plan, 300);
    bool seen[7] = {false};
    for (size_t i = 0; i < schedule->session_count; i++) {
        const struct session *session = &schedule->sessions[i];
        enum weekday weekday = weekday_of(session->date);
        seen[weekday] = true;
        assert_string_equal(session->focus, weekday == SUNDAY   ? "chamber music"
                                            : weekday == MONDAY ? "long tones"
                                                                : "Intervals");
    }
    assert_true(seen[SUNDAY] && seen[MONDAY]);
    pool_free(plan->pool);
}

/* "Monday - Technique" over a list: all of it on Mondays, in one session. */
static void headings_name_weekdays(void **state)
{
    (void)state;
    struct section *phase;
    struct plan *plan = one_phase(3, &phase);
    struct section *day_section =
        build_section(plan, phase, 3, "Monday - Technique", ITEM_TASK, 0, 0);
    build_item(plan, day_section, ITEM_TASK, "Long tones", 0, 0);
    build_item(plan, day_section, ITEM_TASK, "Shifts", 0, 0);
    struct section *other = build_section(plan, phase, 3, "Pieces", ITEM_TASK, 0, 0);
    build_item(plan, other, ITEM_TASK, "A minuet", 0, 0);
    const struct schedule *schedule = at(plan, 300);
    for (size_t i = 0; i < schedule->session_count; i++) {
        const struct session *session = &schedule->sessions[i];
        bool on_monday = weekday_of(session->date) == MONDAY;
        assert_string_equal(session->focus, on_monday ? "Long tones; Shifts" : "A minuet");
        assert_int_equal(session->item_count, on_monday ? 2 : 1);
    }
    pool_free(plan->pool);
}

static void the_current_child_has_the_time(void **state)
{
    (void)state;
    struct section *phase;
    struct plan *plan = one_phase(6, &phase);
    struct item *parent = build_item(plan, phase, ITEM_TOPIC, "Dances", 1, 6);
    parent->child_count = 2;
    for (int i = 0; i < 2; i++) {
        struct item *child =
            build_item(plan, phase, ITEM_TOPIC, i ? "Gavotte" : "Minuet", i ? 3 : 1, i ? 4 : 2);
        child->parent = parent;
        child->depth = 1;
    }
    const struct schedule *schedule = at(plan, 300);
    for (size_t i = 0; i < schedule->session_count; i++) {
        int week = schedule->sessions[i].week;
        assert_string_equal(schedule->sessions[i].focus, week < 2   ? "Minuet"
                                                         : week < 4 ? "Gavotte"
                                                                    : "Dances");
    }
    pool_free(plan->pool);
}

/* Readings go to the category for reading alone, and an article of 12 minutes has one session. */
static void readings_keep_to_their_category(void **state)
{
    (void)state;
    struct section *phase;
    struct plan *plan = one_phase(10, &phase);
    struct item *scale = build_item(plan, phase, ITEM_TOPIC, "Scales in thirds", 0, 0);
    struct item *piece = build_item(plan, phase, ITEM_PROJECT, "A house concert", 0, 0);
    struct item *book = build_item(plan, phase, ITEM_READING, "A Book of Bows", 0, 0);
    book->chapters = (struct chapters){1, 12};
    struct item *article = build_item(plan, phase, ITEM_READING, "An article", 0, 0);
    article->effort = (struct effort){12, 12, UNIT_NONE, false};
    build_allocation(plan, phase, "Scales", 100, 100);
    build_allocation(plan, phase, "Concert", 100, 100);
    build_allocation(plan, phase, "Reading", 100, 100);
    const struct schedule *schedule = at(plan, 300);
    for (size_t i = 0; i < schedule->session_count; i++) {
        const struct session *session = &schedule->sessions[i];
        const char *category = schedule->categories[session->category].name;
        assert_int_equal(session->items[0]->kind == ITEM_READING, strcmp(category, "Reading") == 0);
        if (strcmp(category, "Scales") == 0)
            assert_ptr_equal(session->items[0], scale);
        if (strcmp(category, "Concert") == 0)
            assert_ptr_equal(session->items[0], piece);
    }
    assert_true(item_dates(schedule, article)->minutes > 0);
    assert_true(item_dates(schedule, article)->minutes <= 90);
    assert_true(item_dates(schedule, book)->minutes > 500);
    pool_free(plan->pool);
}

/* A category for learning goes round among topics and readings. */
static void topics_beside_readings(void **state)
{
    (void)state;
    struct section *phase;
    struct plan *plan = one_phase(10, &phase);
    struct item *topic = build_item(plan, phase, ITEM_TOPIC, "Harmony", 0, 0);
    struct item *book = build_item(plan, phase, ITEM_READING, "A Long Book", 0, 0);
    build_allocation(plan, phase, "Theory and Study", 300, 300);
    const struct schedule *schedule = at(plan, 300);
    int learned = item_dates(schedule, topic)->minutes, read = item_dates(schedule, book)->minutes;
    assert_int_equal(learned + read, schedule->minutes);
    assert_in_range(learned - read + 150, 0, 300);
    pool_free(plan->pool);
}

/* Where no category is for reading, each reading has its one session all the same. */
static void no_reading_is_forgotten(void **state)
{
    (void)state;
    struct section *phase;
    struct plan *plan = one_phase(10, &phase);
    build_item(plan, phase, ITEM_TOPIC, "Scales in thirds", 0, 0);
    struct item *book = build_item(plan, phase, ITEM_READING, "A Long Book", 0, 0);
    build_allocation(plan, phase, "Scales", 100, 100);
    const struct schedule *schedule = at(plan, 300);
    assert_in_range(item_dates(schedule, book)->minutes, 1, 120);
    pool_free(plan->pool);
}

static void hours_are_no_category(void **state)
{
    (void)state;
    struct section *phase;
    struct plan *plan = one_phase(3, &phase);
    build_item(plan, phase, ITEM_TOPIC, "Harmony", 0, 0);
    build_allocation(plan, phase, "12-15 hours", 720, 900);
    const struct schedule *schedule = at(plan, 300);
    for (size_t i = 0; i < schedule->category_count; i++)
        assert_string_not_equal(schedule->categories[i].name, "12-15 hours");
    pool_free(plan->pool);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(weekdays_are_kept),
        cmocka_unit_test(headings_name_weekdays),
        cmocka_unit_test(the_current_child_has_the_time),
        cmocka_unit_test(readings_keep_to_their_category),
        cmocka_unit_test(topics_beside_readings),
        cmocka_unit_test(no_reading_is_forgotten),
        cmocka_unit_test(hours_are_no_category),
    };

    report_verbosity(-1);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
