/* Tests of assumptions: times for what states none, each said once a section. */
#include "support/reading.h"

static size_t said(const char *words)
{
    size_t count, found = 0;
    const struct finding *findings = report_findings(&count);

    for (size_t i = 0; i < count; i++)
        found += findings[i].rule == RULE_ASSUMED_DATES && strstr(findings[i].message, words);
    return found;
}

static void hours_one_after_the_other(void **state)
{
    (void)state;
    struct plan *plan = read_with("# Knots (2 hours/week)\n\n## Topics\n- **Bend** (2 hours): a\n"
                                  "- **Hitch** (4 hours): b\n  - in it\n",
                                  NULL);
    check(plan, "Bend", ITEM_TOPIC, 0, 7);
    check(plan, "Hitch", ITEM_TOPIC, 7, 21);
    check(plan, "in it", ITEM_TOPIC, 7, 21);
    assert_int_equal(find(plan, "Hitch")->when_from, WHEN_PACKED);
    assert_int_equal(said("3 items without dates taken as weeks 1-3"), 0);
    assert_int_equal(said("2 items without dates taken as weeks 1-3"), 1);
    pool_free(plan->pool);
    /* The settings' hours where the roadmap states none. */
    plan = read_with("# Knots\n\n## Topics\n- **Bend** (2 hours): a\n- **Hitch** (4 hours): b\n",
                     &(struct roadmap_hints){.hours = 240});
    check(plan, "Hitch", ITEM_TOPIC, 3.5, 10.5);
    pool_free(plan->pool);
}

static void lengths_end_to_end(void **state)
{
    (void)state;
    struct plan *plan = read_text("# Knots\n\n## Topics (Weeks 3-6)\n- **Bend** (1 week): a\n"
                                  "- **Hitch** (3 weeks): b\n");
    check(plan, "Bend", ITEM_TOPIC, 14, 21);
    check(plan, "Hitch", ITEM_TOPIC, 21, 42);
    assert_int_equal(said(""), 0); /* they fill the heading's weeks: nothing is guessed */
    pool_free(plan->pool);
}

static void equal_parts(void **state)
{
    (void)state;
    struct plan *plan = read_text("# Knots (4 weeks)\n\n## Topics\n### First\n- Bend\n- Hitch\n"
                                  "### Second\n- Loop\n- Net\n- Lace (optional)\n");
    check(plan, "Bend", ITEM_TOPIC, 0, 7);
    check(plan, "Net", ITEM_TOPIC, 21, 28);
    check(plan, "Lace (optional)", ITEM_TOPIC, -1, -1);
    assert_int_equal(said("the plan's length in equal parts"), 2);
    assert_int_equal(find(plan, "Loop")->section->when.from, 14);
    assert_int_equal(find(plan, "Loop")->section->parent->when.to, 28);
    pool_free(plan->pool);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(hours_one_after_the_other),
        cmocka_unit_test(lengths_end_to_end),
        cmocka_unit_test(equal_parts),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
