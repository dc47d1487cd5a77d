/* Tests of review_lengths: where things end against what the title says, and how often they come.
 */
#include "support/examine.h"

static void length_against_phases_and_tracks(void **state)
{
    (void)state;
    static const struct fault faults[] = {
        {.text = "# Knots (12 Weeks)\n\n## Phase 1: Bends (Weeks 1-4)\n- Tie\n\n"
                 "## Phase 2: Hitches (Weeks 5-8)\n- Tie\n",
         .near = "# Knots (8 Weeks)\n\n## Phase 1: Bends (Weeks 1-4)\n- Tie\n\n"
                 "## Phase 2: Hitches (Weeks 5-8)\n- Tie\n",
         .rule = RULE_TITLE_LENGTH,
         .words = "12 weeks are stated, the phases end after 8 weeks",
         .line = 1,
         .column = 10},
        {.text = "# Knots (8 Weeks)\n\n## Phase 1: Bends (Weeks 1-4)\n- Tie\n\n"
                 "## Phase 2: Hitches (Weeks 5-8)\n- Tie\n\n## Slow Track\n\n"
                 "### Weeks 1-2: Rope\n- Look\n\n### Weeks 3-4: Wire\n- Look\n",
         .near = "# Knots (8 Weeks)\n\n## Phase 1: Bends (Weeks 1-4)\n- Tie\n\n"
                 "## Phase 2: Hitches (Weeks 5-8)\n- Tie\n\n## Slow Track\n\n"
                 "### Weeks 1-4: Rope\n- Look\n\n### Weeks 5-8: Wire\n- Look\n",
         .rule = RULE_TITLE_LENGTH,
         .words = "\"Slow Track\" (line 9) after 4 weeks",
         .line = 1,
         .column = 10},
    };
    EXPECT_FAULTS(faults);
}

static void how_often_things_come(void **state)
{
    (void)state;
    static const struct fault faults[] = {
        {.text =
             "# Knots (6 Months)\n\n## Tasks (One per month, ever harder)\n"
             "- **Months 1-2**: **Net**\n- **Months 3-4**: **Mat**\n- **Months 5-6**: **Bag**\n",
         .near =
             "# Knots (6 Months)\n\n## Tasks (One every 2 months, ever harder)\n"
             "- **Months 1-2**: **Net**\n- **Months 3-4**: **Mat**\n- **Months 5-6**: **Bag**\n",
         .rule = RULE_CADENCE,
         .words = "\"One per month\", but the 3 below begin 2 months apart",
         .line = 3,
         .column = 11},
        {.text = "# Knoten (4 Wochen)\n\n## Aufgaben (zwei pro Woche)\n- **Woche 1**: **Netz**\n"
                 "- **Woche 2**: **Matte**\n- **Woche 3**: **Sack**\n",
         .near = "# Knoten (4 Wochen)\n\n## Aufgaben (eine pro Woche)\n- **Woche 1**: **Netz**\n"
                 "- **Woche 2**: **Matte**\n- **Woche 3**: **Sack**\n",
         .rule = RULE_CADENCE,
         .words = "begin 1 week apart",
         .line = 3,
         .column = 14},
    };
    EXPECT_FAULTS(faults);
}

static void what_comes_often_is_no_item_of_the_list(void **state)
{
    (void)state;
    examine("# Knots (6 Months)\n\n## Books (1 chapter per week)\n- **Months 1-3**: **Bends**\n"
            "- **Months 4-6**: **Hitches**\n");
    expect_nothing();
    /* Nor is a price by the month a total, or a month of four weeks an error. */
    examine("# Knots (3 Months)\n\n## Phase 1: Bends (Weeks 1-6)\n- Tie\n\n"
            "## Phase 2: Hitches (Weeks 7-12)\n- Tie\n\n## Costs ($9/month)\n- **Club** = $5\n"
            "- **Rope** = $6\n");
    expect_nothing();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(length_against_phases_and_tracks),
        cmocka_unit_test(how_often_things_come),
        cmocka_unit_test(what_comes_often_is_no_item_of_the_list),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
