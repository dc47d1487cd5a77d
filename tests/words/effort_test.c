/* effort_test: efforts out of words. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "words/quantity.h"

static void efforts(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        int low, high;
        enum unit per;
        bool each;
    } rows[] = {
        {"2-3 hours (and more)", 120, 180, UNIT_NONE, false},
        {"1 hour/week", 60, 60, UNIT_WEEK, false},
        {"1.5 hours each", 90, 90, UNIT_NONE, true},
        {"1,5 Stunden", 90, 90, UNIT_NONE, false},
        {"10h", 600, 600, UNIT_NONE, false},
        {"12h+", 720, 720, UNIT_NONE, false},
        {"45 min", 45, 45, UNIT_NONE, false},
        {"1h30", 90, 90, UNIT_NONE, false},
        {"1 h 30 min", 90, 90, UNIT_NONE, false},
        {"6-10 hours/week", 360, 600, UNIT_WEEK, false},
        {"10–15 hours per week", 600, 900, UNIT_WEEK, false},
        {"2 hours a day", 120, 120, UNIT_DAY, false},
        {"2 hours/month", 120, 120, UNIT_MONTH, false},
        {"5-Hour Week Schedule", 300, 300, UNIT_WEEK, false},
        {"Time (6-8 hours/week)", 360, 480, UNIT_WEEK, false},
        {"Posts (Optional, 1 hour/week)", 60, 60, UNIT_WEEK, false},
        {"Plan (24 Months, 5-10 hours/week)", 300, 600, UNIT_WEEK, false},
        {"2 Stunden pro Woche", 120, 120, UNIT_WEEK, false},
        {"3 heures par semaine", 180, 180, UNIT_WEEK, false},
        {"4 horas por semana", 240, 240, UNIT_WEEK, false},
        {"5 часов в неделю", 300, 300, UNIT_WEEK, false},
        {"每天4-6小时", 240, 360, UNIT_DAY, false},
        {"毎日2時間", 120, 120, UNIT_DAY, false},
        {"~20 hrs", 1200, 1200, UNIT_NONE, false},
        {"10K req/sec", 0, 0, UNIT_NONE, false},
        {"3 houses", 0, 0, UNIT_NONE, false},
        {"500+ lines", 0, 0, UNIT_NONE, false},
        {"hours", 0, 0, UNIT_NONE, false},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct effort effort = {0};
        bool found = effort_find(rows[i].text, strlen(rows[i].text), &effort, NULL);
        if (found != (rows[i].high > 0) || effort.low != rows[i].low ||
            effort.high != rows[i].high || effort.per != rows[i].per || effort.each != rows[i].each)
            fail_msg("'%s': %d-%d per %d%s", rows[i].text, effort.low, effort.high, (int)effort.per,
                     effort.each ? " each" : "");
    }
}

static void place_of_an_effort(void **state)
{
    (void)state;
    struct effort effort;
    struct found found;

    assert_true(effort_find("2-3 hours (and more)", 20, &effort, &found));
    assert_int_equal(found.start, 0);
    assert_int_equal(found.end, 9);
    /* The brackets and the blank before them only set it off. */
    assert_true(effort_find("Posts (optional, 1 hour/week) and more", 38, &effort, &found));
    assert_int_equal(found.start, 5);
    assert_int_equal(found.end, 29);
}

/* Hours anywhere in a text; not within a word, nor the end of a range. */
static void efforts_within_a_text(void **state)
{
    (void)state;
    static const char text[] = "F16h, 4-6 and (2-3 hours) or ~10 hours/week";
    struct effort effort;
    struct found found;

    assert_true(effort_search(text, strlen(text), 0, &effort, &found));
    assert_int_equal(found.start, 15);
    assert_int_equal(found.end, 24);
    assert_int_equal(effort.high, 180);
    assert_true(effort_search(text, strlen(text), found.end, &effort, &found));
    assert_int_equal(effort.low, 600);
    assert_int_equal(effort.per, UNIT_WEEK);
    assert_false(effort_search(text, strlen(text), found.end, &effort, &found));
    /* What stands before FROM counts: "12h" does not begin at its second digit. */
    assert_false(effort_search("12h", 3, 1, &effort, &found));
}

static void efforts_by_the_week(void **state)
{
    (void)state;
    assert_true(effort_weekly(60, UNIT_DAY) == 420);
    assert_true(effort_weekly(60, UNIT_WEEK) == 60);
    assert_true(effort_weekly(60, UNIT_NONE) == 60);
    assert_true(effort_weekly(60, UNIT_MONTH) < 14);
}

static void minutes_have_a_limit(void **state)
{
    (void)state;
    assert_int_equal(whole_minutes(89.5), 90);
    assert_int_equal(whole_minutes(4.86e10), MOST_EFFORT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(efforts),
        cmocka_unit_test(place_of_an_effort),
        cmocka_unit_test(efforts_within_a_text),
        cmocka_unit_test(efforts_by_the_week),
        cmocka_unit_test(minutes_have_a_limit),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
