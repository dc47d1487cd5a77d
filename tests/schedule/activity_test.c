/* Tests of activities: which of the four the words of a category speak of. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "schedule/assign.h"
#include "support/plan_build.h"

static void by_the_first_word_that_is_known(void **state)
{
    (void)state;
    static const struct {
        const char *name, *detail;
        enum activity activity;
    } rows[] = {
        {"Reading/Theory", "", ACTIVITY_LEARN},
        {"Implementation & Coding", "", ACTIVITY_BUILD},
        {"Debugging", "", ACTIVITY_SHARPEN},
        {"Community", "teaching", ACTIVITY_SHARE},
        {"刷题", "", ACTIVITY_SHARPEN},
        {"Evenings", "write a blog", ACTIVITY_SHARE},
        {"Evenings", "", ACTIVITY_LEARN},
        {"Misreading", "", ACTIVITY_LEARN},
        {"Project review", "", ACTIVITY_BUILD},
        {"Review of projects", "", ACTIVITY_SHARPEN},
        {"Coding Practice", "", ACTIVITY_BUILD},
        {"Problem Solving", "with the compiler", ACTIVITY_SHARPEN},
        {"System Design/Implementation", "", ACTIVITY_BUILD},
        {"Mentoring/Leadership", "", ACTIVITY_SHARE},
        {"Testing/Optimization", "", ACTIVITY_SHARPEN},
        {"Évaluation", "exercices notés", ACTIVITY_SHARPEN},
        {"Übungen", "", ACTIVITY_SHARPEN},
        {"LESEN", "", ACTIVITY_LEARN},
        {"ПРАКТИКА", "проект", ACTIVITY_BUILD},
        {"复习", "", ACTIVITY_SHARPEN},
        {"Threads", "", ACTIVITY_LEARN}, /* no "read" in it, nothing known: learning */
        {"Latest things", "a talk for the team", ACTIVITY_SHARE},
    };

    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (activity_of(rows[i].name, rows[i].detail) != rows[i].activity)
            fail_msg("%s | %s: %s", rows[i].name, rows[i].detail,
                     activity_name(activity_of(rows[i].name, rows[i].detail)));
}

static void what_is_named_at_all(void **state)
{
    (void)state;
    assert_true(names_activity("Coding", ""));
    assert_true(names_activity("Evenings", "coding"));
    assert_false(names_activity("Scales", "arpeggios"));
    assert_false(names_activity("Misreading", "")); /* inside a word */
    assert_true(names_reading("Books"));
    assert_false(names_reading("Video courses"));
    assert_string_equal(activity_name(ACTIVITY_SHARPEN), "Sharpen");
}

static void readings_to_exercise_with(void **state)
{
    (void)state;
    struct item kata = {.title = words("Exercism"), .detail = words("the Rust katas")};
    struct item book = {.title = words("The Book"), .detail = words("chapters 1-4")};

    assert_true(speaks_of_exercise(&kata));
    assert_false(speaks_of_exercise(&book));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(by_the_first_word_that_is_known),
        cmocka_unit_test(what_is_named_at_all),
        cmocka_unit_test(readings_to_exercise_with),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
