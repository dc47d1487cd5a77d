/* Tests of review_dates: weekdays, numbers and years of real dates. 2026-01-05 is a Monday. */
#include "support/examine.h"

static void weekdays_against_dates(void **state)
{
    (void)state;
    static const struct fault faults[] = {
        {.text = "# Knoten\n\n## Woche 1 (05.01. - 11.01.2026)\n\n| Tag | Datum | Thema |\n"
                 "|---|---|---|\n| Di | 05.01. | Netz |\n| Mi | 06.01. | Matte |\n",
         .near = "# Knoten\n\n## Woche 1 (05.01. - 11.01.2026)\n\n| Tag | Datum | Thema |\n"
                 "|---|---|---|\n| Mo | 05.01. | Netz |\n| Di | 06.01. | Matte |\n",
         .rule = RULE_WEEKDAY_DATE,
         .words = "2026-01-05 is a Monday, not a Tuesday, and so with 1 more weekday",
         .line = 7,
         .column = 3},
        {.text = "# Knots\n\n## Week 1\n\nFriday, 01/05/26 - Sunday, 01/11/26\n\n- Tie\n",
         .near = "# Knots\n\n## Week 1\n\nMonday, 01/05/26 - Sunday, 01/11/26\n\n- Tie\n",
         .rule = RULE_WEEKDAY_DATE,
         .words = "2026-01-05 is a Monday, not a Friday",
         .line = 5,
         .column = 1},
    };
    EXPECT_FAULTS(faults);
    /* All in one other year: one cause, said once, with the year. */
    examine("# Knots\n\n## Week 1\n\nSunday, Jan 5, 2026\n\n- Tie\n\n## Week 2\n\n"
            "Sunday, Jan 12, 2026\n\n- Tie\n");
    expect_finding(RULE_WEEKDAY_DATE, 5, 1, "all fit the year 2025");
    report_reset();
}

static void weeks_against_their_dates(void **state)
{
    (void)state;
    static const struct fault faults[] = {
        {.text = "# Knots\n\n## Week 1 (Jan 5 - Jan 11, 2026)\n- Tie\n\n"
                 "## Week 2 (Jan 19 - Jan 25, 2026)\n- Tie\n",
         .near = "# Knots\n\n## Week 1 (Jan 5 - Jan 11, 2026)\n- Tie\n\n"
                 "## Week 2 (Jan 12 - Jan 18, 2026)\n- Tie\n",
         .rule = RULE_DATE_MISMATCH,
         .words = "week 2 begins on 2026-01-19 by its dates, on 2026-01-12",
         .line = 6,
         .column = 4},
        {.text = "# Knots\n\n## Week 2 (Jan 5 - Jan 11, 2026)\n- Tie\n",
         .near = "# Knots\n\n## Week 2 (Jan 12 - Jan 18, 2026)\n- Tie\n",
         .rule = RULE_START_MISMATCH,
         .words = "--start 2025-12-29 would fit",
         .line = 3,
         .column = 4},
    };
    EXPECT_FAULTS(faults);
}

static void dates_that_are_over(void **state)
{
    (void)state;
    static const struct fault faults[] = {
        {.text = "# Knots\n\n## Tasks\n- **2025-01-06 - 2025-01-12**: **Net**\n"
                 "- **2026-01-12 - 2026-01-18**: **Mat**\n",
         .near = "# Knots\n\n## Tasks\n- **2026-01-05 - 2026-01-11**: **Net**\n"
                 "- **2026-01-12 - 2026-01-18**: **Mat**\n",
         .rule = RULE_DATES_PAST,
         .words = "1 of 2 dates with a year is over",
         .line = 4},
    };
    EXPECT_FAULTS(faults);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(weekdays_against_dates),
        cmocka_unit_test(weeks_against_their_dates),
        cmocka_unit_test(dates_that_are_over),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
