/* Tests of review_order: choices due after they are needed, checks before the end, circles. */
#include "support/examine.h"

#define ROAD(due, milestone)                                                                       \
    "# Knots (8 Weeks)\n\n## Phase 1: Bends (Weeks 1-4)\n- Tie\n\n"                                \
    "## Phase 2: Hitches (Weeks 5-8)\n\n### Topics (Focus on chosen specialization)\n- Tie\n\n"    \
    "## Specialization Recommendations (Choose by Week " due ")\n\n### Fishing\n- Nets\n\n"        \
    "### Climbing\n- Ropes\n\n## Milestones\n- **Week " milestone "**: specialization found\n"

static void chosen_after_it_is_needed(void **state)
{
    (void)state;
    static const struct fault faults[] = {
        {.text = ROAD("6", "3"),
         .near = ROAD("4", "3"),
         .rule = RULE_ORDER,
         .words = "needs it from week 5 on, and the milestone in line 20 has it by week 3",
         .line = 11,
         .column = 43},
    };
    examine(faults[0].text);
    assert_int_equal(findings_of(RULE_ORDER), 1);
    examine(faults[0].near);
    assert_int_equal(findings_of(RULE_ORDER), 0);
    EXPECT_FAULTS(faults);
}

static void checked_before_the_end(void **state)
{
    (void)state;
    static const struct fault faults[] = {
        {.text = "# Knots (4 Weeks)\n\n## Phase 1: Bends (Weeks 1-4)\n- Tie\n\n"
                 "### Exit Checklist (Week 3)\n- [ ] It holds\n",
         .near = "# Knots (4 Weeks)\n\n## Phase 1: Bends (Weeks 1-4)\n- Tie\n\n"
                 "### Exit Checklist (Week 4)\n- [ ] It holds\n",
         .rule = RULE_ORDER,
         .words = "due with week 3, its phase ends with week 4",
         .line = 6,
         .column = 21},
    };
    EXPECT_FAULTS(faults);
}

#define TABLE(first)                                                                               \
    "# Knots (4 Weeks)\n\n## Projects\n\n| Project | When | Prerequisites |\n|---|---|---|\n"      \
    "| Netting | Week 1-4 | " first " |\n| Matting | Week 1-4 | Netting |\n"                       \
    "| Hatting | Week 1-4 | Matting |\n"

static void waiting_for_itself(void **state)
{
    (void)state;
    examine(TABLE("Hatting"));
    assert_int_equal(findings_of(RULE_PREREQUISITE_CYCLE), 1);
    examine(TABLE("none"));
    assert_int_equal(findings_of(RULE_PREREQUISITE_CYCLE), 0);
    report_reset();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(chosen_after_it_is_needed),
        cmocka_unit_test(checked_before_the_end),
        cmocka_unit_test(waiting_for_itself),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
