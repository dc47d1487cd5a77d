/* Tests of review_efforts: hours in all that do or don't fit into the weeks there are. */
#include "support/examine.h"

static void hours_for_each_topic(void **state)
{
    (void)state;
    examine(
        "# Knots\n\nAim for 100-120 hours of study of each topic.\n\n## Week 1-2: Bends\n- Tie\n\n"
        "## Week 3-4: Hitches\n- Tie\n");
    expect_finding(RULE_HOURS_LENGTH, 3, 9, "for each of 2 topics are 50-60 h a week over 4 weeks");
    examine(
        "# Knots\n\nAim for 60-70 hours of study of each topic.\n\n## Week 1-2: Bends\n- Tie\n\n"
        "## Week 3-4: Hitches\n- Tie\n"); /* below a full week's work */
    expect_nothing();
}

#define TABLE(first)                                                                               \
    "# Knots (3 Weeks, 5 hours/week)\n\n## Projects\n\n| Project | Effort |\n|---|---|\n"          \
    "| Hammock | " first " hours |\n| Net | 5 hours |\n| Fender | 5 hours |\n"

static void hours_listed_against_the_length(void **state)
{
    (void)state;
    examine(TABLE("10"));
    assert_int_equal(findings_of(RULE_HOURS_LENGTH), 1);
    examine(TABLE("4"));
    assert_int_equal(findings_of(RULE_HOURS_LENGTH), 0);
}

#define COURSES(weeks)                                                                             \
    "# Knots\n\nYou may finish within about " weeks " weeks at roughly 10 hours/week.\n\n"         \
    "## Courses\n\n| Course | Effort |\n|---|---|\n| Bends | 40 hours |\n| Hitches | 40 hours |\n"

static void length_in_prose(void **state)
{
    (void)state;
    examine(COURSES("4"));
    assert_int_equal(findings_of(RULE_HOURS_LENGTH), 1);
    examine(COURSES("8"));
    assert_int_equal(findings_of(RULE_HOURS_LENGTH), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(hours_for_each_topic),
        cmocka_unit_test(hours_listed_against_the_length),
        cmocka_unit_test(length_in_prose),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
