/* Tests of review_spans: what lies outside, between, over and beyond. */
#include "support/examine.h"

#define PHASES(one, two)                                                                           \
    "# Knots (8 Weeks)\n\n## Phase 1: Bends (Weeks " one ")\n- Tie\n\n"                            \
    "## Phase 2: Hitches (Weeks " two ")\n- Tie\n"

static void gaps_and_overlaps(void **state)
{
    (void)state;
    static const struct fault faults[] = {
        {.text = PHASES("1-3", "5-8"),
         .near = PHASES("1-4", "5-8"),
         .rule = RULE_GAP,
         .words = "nothing stands in week 4, between phase 1 and phase 2",
         .line = 6,
         .column = 22},
        {.text = PHASES("1-5", "5-8"),
         .near = PHASES("1-4", "5-8"),
         .rule = RULE_OVERLAP,
         .words = "week 5 lies in phase 1 as well as in phase 2",
         .line = 6,
         .column = 22},
        {.text = "# Knots\n\n## Week 1\n- Tie\n\n## Week 2\n- Tie\n\n## Week 4\n- Tie\n",
         .near = "# Knots\n\n## Week 1\n- Tie\n\n## Week 2\n- Tie\n\n## Week 3\n- Tie\n",
         .rule = RULE_GAP,
         .words = "nothing stands in week 3, between week 2 and week 4",
         .line = 9,
         .column = 4},
        {.text = "# Knots\n\n## Tasks\n- Day 1: Cut\n- Day 2: Melt\n- Day 3: Tie\n- Day 4: Pull\n"
                 "- Day 6: Rest\n",
         .near = "# Knots\n\n## Tasks\n- Day 1: Cut\n- Day 2: Melt\n- Day 3: Tie\n- Day 4: Pull\n"
                 "- Day 5: Rest\n",
         .rule = RULE_GAP,
         .words = "nothing stands in day 5",
         .line = 8,
         .column = 3},
        {.text = "# Knots\n\n## Week 1\n- Tie\n\n## Week 3\n- Tie\n\n## Week 2\n- Tie\n\n"
                 "## Week 4\n- Tie\n",
         .near = "# Knots\n\n## Week 1\n- Tie\n\n## Week 2\n- Tie\n\n## Week 3\n- Tie\n\n"
                 "## Week 4\n- Tie\n",
         .rule = RULE_ORDER,
         .words = "week 2 comes before week 3",
         .line = 9,
         .column = 4},
    };
    for (size_t i = 0; i < sizeof faults / sizeof faults[0]; i++) {
        examine(faults[i].text);
        assert_true(findings_of(faults[i].rule) >= 1);
        examine(faults[i].near);
        expect_nothing();
    }
    expect_faults(faults, 4);
}

static void every_third_month_is_no_gap(void **state)
{
    (void)state;
    examine("# Knots (12 Months)\n\n## Milestones\n- **Month 3**: One\n- **Month 6**: Two\n"
            "- **Month 9**: Three\n- **Month 12**: Four\n");
    expect_nothing();
    examine("# Knots (6 Months)\n\n## Bends (Months 1-6)\n\n### Month 1\n- One\n\n"
            "### Month 3\n- Two\n\n### Month 6\n- Three\n");
    expect_nothing();
}

static void outside_of_what_encloses_it(void **state)
{
    (void)state;
    static const struct fault faults[] = {
        {.text = "# Knots (8 Weeks)\n\n## Phase 1: Bends (Weeks 1-4)\n\n### Topics\n"
                 "- **Weeks 3-5**: **Splices**\n- **Weeks 4-6**: **Whippings**\n\n"
                 "## Phase 2: Hitches (Weeks 5-8)\n- Tie\n",
         .near = "# Knots (8 Weeks)\n\n## Phase 1: Bends (Weeks 1-4)\n\n### Topics\n"
                 "- **Weeks 3-4**: **Splices**\n- **Weeks 1-4**: **Whippings**\n\n"
                 "## Phase 2: Hitches (Weeks 5-8)\n- Tie\n",
         .rule = RULE_SPAN_OUTSIDE,
         .words = "weeks 3-5 lie outside weeks 1-4 of \"Bends\", and so does 1 more below",
         .line = 6,
         .column = 5},
        {.text = "# Knots\n\n## Month 1: Bends\n\n### Weeks 3-6: Splices\n- Tie\n\n## Month 2: "
                 "Hitches\n- Tie\n",
         .near = "# Knots\n\n## Month 1: Bends\n\n### Weeks 3-4: Splices\n- Tie\n\n## Month 2: "
                 "Hitches\n- Tie\n",
         .rule = RULE_SPAN_OUTSIDE,
         .words = "outside month 1",
         .line = 5,
         .column = 5},
        {.text = "# Knots (8 Weeks)\n\n## Tasks\n- **Weeks 1-4**: **Bends**\n"
                 "  - By week 5: **Show one**\n- **Weeks 5-8**: **Hitches**\n",
         .near = "# Knots (8 Weeks)\n\n## Tasks\n- **Weeks 1-4**: **Bends**\n"
                 "  - By week 4: **Show one**\n- **Weeks 5-8**: **Hitches**\n",
         .rule = RULE_SPAN_OUTSIDE,
         .words = "outside weeks 1-4 of \"Bends\"",
         .line = 5},
    };
    EXPECT_FAULTS(faults);
}

static void over_the_edge_of_a_phase(void **state)
{
    (void)state;
    static const struct fault faults[] = {
        {.text = PHASES("1-4", "5-8") "\n## Bridge (Weeks 4-6)\n- Tie both\n",
         .near = PHASES("1-4", "5-8") "\n## Bridge (Weeks 5-6)\n- Tie both\n",
         .rule = RULE_PHASE_EDGE,
         .words = "weeks 4-6 reach from phase 1 into phase 2",
         .line = 9,
         .column = 12},
    };
    EXPECT_FAULTS(faults);
    examine(faults[0].text);
    size_t count;
    assert_int_equal(report_findings(&count)->severity, SEVERITY_NOTE);
    report_reset();
}

static void without_an_end_or_backwards(void **state)
{
    (void)state;
    static const struct fault faults[] = {
        {.text = "# Knots (8 Weeks)\n\n## Steps\n- **Week 1-4**: Rope\n- **Week 5+**: Wire\n",
         .near = "# Knots (8 Weeks)\n\n## Steps\n- **Week 1-4**: Rope\n- **Week 5-8**: Wire\n",
         .rule = RULE_OPEN_END,
         .words = "week 5 and on names no end; taken to the end of week 8",
         .line = 5,
         .column = 5},
        {.text =
             "# Knots (8 Weeks)\n\n## Bends (Weeks 8-5)\n- Tie\n\n## Hitches\n- **Week 1**: Tie\n",
         .near =
             "# Knots (8 Weeks)\n\n## Bends (Weeks 5-8)\n- Tie\n\n## Hitches\n- **Week 1**: Tie\n",
         .rule = RULE_RANGE_REVERSED,
         .words = "weeks 8-5 run backwards",
         .line = 3,
         .column = 11},
    };
    EXPECT_FAULTS(faults);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(gaps_and_overlaps),
        cmocka_unit_test(every_third_month_is_no_gap),
        cmocka_unit_test(outside_of_what_encloses_it),
        cmocka_unit_test(over_the_edge_of_a_phase),
        cmocka_unit_test(without_an_end_or_backwards),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
