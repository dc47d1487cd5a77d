/* Tests of review_hours: the title's hours against the phases', what lies on the table at once, and
 * hours without a time. */
#include "support/examine.h"

#define PHASE(name, when, hours)                                                                   \
    "## Phase " name " (" when ")\n\n### Weekly Time Allocation (" hours " hours/week)\n"          \
    "- **Rope**: " hours " hours\n\n"

static void title_against_phases(void **state)
{
    (void)state;
    static const struct fault faults[] = {
        {.text = "# Knots (8 Weeks, 3-6 hours/week)\n\n" PHASE("1: Bends", "Weeks 1-4", "4-6")
             PHASE("2: Hitches", "Weeks 5-8", "5-7"),
         .near = "# Knots (8 Weeks, 4-7 hours/week)\n\n" PHASE("1: Bends", "Weeks 1-4", "4-6")
             PHASE("2: Hitches", "Weeks 5-8", "5-7"),
         .rule = RULE_HOURS_RANGE,
         .words = "no phase's own range takes 3 h, phase 2 asks for up to 7 h",
         .line = 1,
         .column = 19},
    };
    EXPECT_FAULTS(faults);
}

static void too_many_items_at_once(void **state)
{
    (void)state;
    static const char three[] =
        "# Knots (8 Weeks, 2 hours/week)\n\n## Phase 1: Bends (Weeks 1-8)\n\n### Topics\n"
        "- **Weeks 1-4**: **Fibres**\n- **Weeks 3-6**: **Splices**\n\n### Projects\n"
        "- **Weeks 4-8**: **A hammock**\n";
    static const struct fault faults[] = {
        {.text = three,
         .near = "# Knots (8 Weeks, 2 hours/week)\n\n## Phase 1: Bends (Weeks 1-8)\n\n### Topics\n"
                 "- **Weeks 1-3**: **Fibres**\n- **Weeks 4-6**: **Splices**\n\n### Projects\n"
                 "- **Weeks 4-8**: **A hammock**\n",
         .rule = RULE_LOAD,
         .words = "week 4 holds 3 items at once (from line 6 on): 40 min",
         .line = 10,
         .column = 5},
    };
    EXPECT_FAULTS(faults);
    examine_from(three, 180, day_of(2026, 1, 5)); /* an hour a week for each is enough */
    expect_nothing();
    report_reset();
}

static void hours_outside_the_weeks(void **state)
{
    (void)state;
    static const struct fault faults[] = {
        {.text = "# Knots (8 Weeks, 2 hours/week)\n\n## Week 1\n- Tie\n\n"
                 "## Community Engagement (1 hour/week)\n- **Club**: Come on Fridays\n\n"
                 "## Networking (Optional, 2 hours/month)\n- **Fair**: Go there\n",
         .near = "# Knots (8 Weeks, 2 hours/week)\n\n## Week 1\n- Tie\n\n"
                 "## Community Engagement\n- **Club**: Come on Fridays\n",
         .rule = RULE_EXTRA_HOURS,
         .words = "1 h a week, optional 2 h a month (here and in line",
         .line = 6,
         .column = 26},
        {.text = "# Knots (8 Weeks, 2 hours/week)\n\n## Week 1\n- Tie\n\n## Time Management\n"
                 "- **Intensive Periods**: 6-8 hours at sea\n",
         .near = "# Knots (8 Weeks, 2 hours/week)\n\n## Week 1\n- Tie\n\n## Time Management\n"
                 "- **Intensive Periods**: 2 hours at sea\n",
         .rule = RULE_NO_PERIOD,
         .words = "--period FROM..TO=6",
         .line = 7,
         .column = 26},
    };
    EXPECT_FAULTS(faults);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(title_against_phases),
        cmocka_unit_test(too_many_items_at_once),
        cmocka_unit_test(hours_outside_the_weeks),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
