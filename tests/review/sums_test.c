/* Tests of review_sums: parts that make their whole, and parts that don't. */
#include "support/examine.h"

static void hours_of_an_allocation(void **state)
{
    (void)state;
    static const struct fault faults[] = {
        {.text = "# Knots (4 Weeks)\n\n## Weekly Time Allocation (6-8 hours/week)\n"
                 "- **Rope**: 2-3 hours\n- **Books**: 3-4 hours\n- **Club**: 1-2 hours\n",
         .near = "# Knots (4 Weeks)\n\n## Weekly Time Allocation (6-9 hours/week)\n"
                 "- **Rope**: 2-3 hours\n- **Books**: 3-4 hours\n- **Club**: 1-2 hours\n",
         .rule = RULE_SUM_MISMATCH,
         .words = "6-8 h a week, its parts come to 6-9 h a week",
         .line = 3,
         .column = 28},
        /* One figure may be any that the parts allow. */
        {.text = "# Knots (4 Weeks)\n\n## Weekly Time Allocation (6 hours/week)\n"
                 "- **Rope**: 1-2 hours\n- **Books**: 2-3 hours\n",
         .near = "# Knots (4 Weeks)\n\n## Weekly Time Allocation (5 hours/week)\n"
                 "- **Rope**: 1-2 hours\n- **Books**: 2-3 hours\n",
         .rule = RULE_SUM_MISMATCH,
         .words = "this says 6 h a week",
         .line = 3,
         .column = 28},
    };
    EXPECT_FAULTS(faults);
}

static void a_total_below_its_parts(void **state)
{
    (void)state;
    static const struct fault faults[] = {
        {.text =
             "# Knots (2 Weeks)\n\n## Week 1\n- Sat: 4-5 hours of rope\n- Sun: 4 hours of rope\n\n"
             "**Hours:** 8-10 hours\n\n## Week 2\n- Sat: Rest\n",
         .near =
             "# Knots (2 Weeks)\n\n## Week 1\n- Sat: 4-5 hours of rope\n- Sun: 4 hours of rope\n\n"
             "**Hours:** 8-9 hours\n\n## Week 2\n- Sat: Rest\n",
         .rule = RULE_SUM_MISMATCH,
         .words = "8-10 h, its parts come to 8-9 h",
         .line = 7,
         .column = 12},
        {.text = "# Knots (2 Weeks)\n\n## Week 1\n- Mon-Thu: 1 hour of rope\n- Sat: 2 hours\n\n"
                 "**Hours:** 3 hours\n\n## Week 2\n- Sat: Rest\n",
         .near = "# Knots (2 Weeks)\n\n## Week 1\n- Mon-Thu: 1 hour of rope\n- Sat: 2 hours\n\n"
                 "**Hours:** 6 hours\n\n## Week 2\n- Sat: Rest\n",
         .rule = RULE_SUM_MISMATCH,
         .words = "come to 6 h",
         .line = 7,
         .column = 12},
    };
    EXPECT_FAULTS(faults);
}

static void prices_against_their_total(void **state)
{
    (void)state;
    static const struct fault faults[] = {
        {.text =
             "# Knots (4 Weeks)\n\n## Costs (<$50 in all)\n- **Rope** = $30\n- **Book** = $20\n",
         .near =
             "# Knots (4 Weeks)\n\n## Costs (<$51 in all)\n- **Rope** = $30\n- **Book** = $20\n",
         .rule = RULE_PRICE_SUM,
         .words = "less than $50, the prices below come to $50",
         .line = 3,
         .column = 11},
        {.text = "# Knots (4 Weeks)\n\n## Costs ($60 in all)\n- **Rope** = $30\n- **Book** = $20\n",
         .near = "# Knots (4 Weeks)\n\n## Costs ($50 in all)\n- **Rope** = $30\n- **Book** = $20\n",
         .rule = RULE_PRICE_SUM,
         .words = "come to $50",
         .line = 3,
         .column = 11},
    };
    EXPECT_FAULTS(faults);
}

static void every_timetable_is_added_up_once(void **state)
{
    (void)state;
    examine("# Knots (4 Weeks)\n\n## Time\n\n**3-Hour Week Schedule**:\n"
            "- Monday/Wednesday: 1.5 hours each\n- Sunday: 2 hours\n\n**9-Hour Week Schedule**:\n"
            "- Monday/Wednesday: 2 hours each\n- Sunday: 4 hours\n");
    assert_int_equal(findings_of(RULE_TIMETABLE_SUM), 2);
    examine("# Knots (4 Weeks)\n\n## Time\n\n**5-Hour Week Schedule**:\n"
            "- Monday/Wednesday: 1.5 hours each\n- Sunday: 2 hours\n\n**8-Hour Week Schedule**:\n"
            "- Monday/Wednesday: 2 hours each\n- Sunday: 4 hours\n");
    expect_nothing();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(hours_of_an_allocation),
        cmocka_unit_test(a_total_below_its_parts),
        cmocka_unit_test(prices_against_their_total),
        cmocka_unit_test(every_timetable_is_added_up_once),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
