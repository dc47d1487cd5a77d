/* Tests of headings: what they say of themselves, which are items too, and which are phases. */
#include "support/reading.h"

static const struct section *section_of(const struct plan *plan, const char *title)
{
    for (size_t i = 1; i < plan->section_count; i++)
        if (strcmp(plan->sections[i].title.text, title) == 0)
            return &plan->sections[i];
    fail_msg("no section '%s'", title);
    return NULL;
}

static void what_a_heading_says(void **state)
{
    (void)state;
    struct plan *plan =
        read_text("# Plan (9 months)\n\n## Phase 1: Core (Months 1-4)\n"
                  "### Weekly Time Allocation (6-8 hours/week)\n- **Reading**: 2 hours\n"
                  "### Investments (<$150 total)\n- Rope: $20\n"
                  "## Phase 2: More (Months 5-9, optional)\n- a\n");
    const struct section *core = section_of(plan, "Core");
    assert_int_equal(core->phase, 0);
    check_place(core->span_place, "Months 1-4");
    assert_int_equal(plan->phases[0].weekly.high, 480);
    const struct section *weekly = section_of(plan, "Weekly Time Allocation");
    assert_int_equal(weekly->kind, ITEM_ALLOCATION);
    check_place(weekly->effort_place, "6-8 hours");
    const struct section *budget = section_of(plan, "Investments (<$150 total)");
    assert_int_equal(budget->price.high, 15000);
    check_place(budget->price_place, "<$150");
    assert_true(section_of(plan, "More")->optional);
    assert_int_equal(section_of(plan, "More")->phase, 1);
    pool_free(plan->pool);
}

static void headings_that_are_items(void **state)
{
    (void)state;
    struct plan *plan =
        read_text("# Plan (9 weeks)\n\n## Weeks 1-4: Rope\n\n### Week 1: Knots\n- a\n\n"
                  "### Week 2 Objectives\n- b\n\n## Week 5: Sails\n- c\n");
    const struct item *knots = find(plan, "Knots");
    assert_int_equal(knots->kind, ITEM_TOPIC);
    assert_ptr_equal(find(plan, "a")->parent, knots);
    check_place(knots->span_place, "Week 1");
    find(plan, "Sails");
    for (size_t i = 0; i < plan->item_count; i++) {
        assert_string_not_equal(plan->items[i].title.text, "Rope"); /* its weeks stand below it */
        assert_string_not_equal(plan->items[i].title.text, "Objectives");
    }
    pool_free(plan->pool);
}

static void phases(void **state)
{
    (void)state;
    /* An overview lists the phases before the plan unfolds them. */
    struct plan *plan = read_text("# Plan\n\n## Phase 1: Rope\n\n## Phase 2: Sail\n\n"
                                  "## Phase 1: Rope again (Months 1-2)\n- a\n- b\n\n"
                                  "## Phase 2: Sail again (Months 3-4)\n- c\n");
    assert_int_equal(plan->phase_count, 2);
    assert_string_equal(plan->phases[0].title.text, "Rope again");
    assert_int_equal(find(plan, "c")->section->phase, 1);
    pool_free(plan->pool);
    /* Without numbers, headings that hold a month or more each. */
    plan = read_text(
        "# Plan\n\n## Months 1-2: Rope\n- a\n\n## Months 3-4: Sail\n- b\n\n## Week 18\n- c\n");
    assert_int_equal(plan->phase_count, 2);
    assert_int_equal(find(plan, "c")->section->phase, -1);
    pool_free(plan->pool);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_a_heading_says),
        cmocka_unit_test(headings_that_are_items),
        cmocka_unit_test(phases),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
