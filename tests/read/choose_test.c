/* Tests of choices: what is picked stays, and a wish that fits nothing is said. */
#include "support/reading.h"

static const char offers[] = "# Pottery (4 months)\n\n"
                             "## Phase 1: Clay (Months 1-2)\n\n"
                             "### Projects (Choose one)\n"
                             "- **Bowl**: thrown\n- **Tea Pot**: with a lid\n";

static struct plan *choose(const char *wanted)
{
    const struct roadmap_hints hints = {.chosen = &wanted, .chosen_count = 1};
    struct plan *plan = read_with(offers, &hints);

    assert_non_null(plan);
    return plan;
}

static void what_is_not_picked_drops_out(void **state)
{
    (void)state;
    size_t count;
    struct plan *plan = choose("tea");
    assert_false(find(plan, "Tea Pot")->dropped);
    assert_true(find(plan, "Bowl")->dropped);
    (void)report_findings(&count);
    assert_int_equal(count, 0);
    pool_free(plan->pool);
}

static void an_unknown_title_is_said(void **state)
{
    (void)state;
    size_t count;
    struct plan *plan = choose("Tea Pit");
    const struct finding *findings = report_findings(&count);
    assert_int_equal(count, 1);
    assert_int_equal(findings[0].rule, RULE_UNKNOWN_CHOICE);
    assert_non_null(strstr(findings[0].message, "did you mean 'Tea Pot'?"));
    assert_non_null(strstr(findings[0].message, "'Bowl', 'Tea Pot'"));
    assert_false(find(plan, "Bowl")->dropped);
    pool_free(plan->pool);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_not_picked_drops_out),
        cmocka_unit_test(an_unknown_title_is_said),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
