/* figures_test: the values stored with the tracker's formulas, worked out by hand. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "support/small_plan.h"
#include "xlsx/cells/cells.h"
#include "xlsx/cells/figures.h"

static void assert_near(double is, double should, double at_most)
{
    if (!(fabs(is - should) <= at_most))
        fail_msg("%.12g is not %.12g", is, should);
}

static void test_rounding_and_serials(void **state)
{
    (void)state;
    assert_near(sheet_round(2.5, 0), 3, 0);
    assert_near(sheet_round(-2.5, 0), -3, 0);
    assert_near(sheet_round(1.0 / 3.0, 2), 0.33, 0);
    assert_false(signbit(sheet_round(-1e-9, 6)));
    assert_near(date_serial(day_of(2026, 1, 5)), 46027, 0);
    assert_near(date_serial(day_of(1970, 1, 1)), 25569, 0);
}

static void test_fresh(void **state)
{
    struct small_plan small;

    (void)state;
    small_make(&small, "unused.xlsx");
    struct log_entry rows[SMALL_SESSIONS];
    for (size_t i = 0; i < SMALL_SESSIONS; i++)
        rows[i] = (struct log_entry){.date = small.schedule.sessions[i].date,
                                     .category = "",
                                     .hours = NAN,
                                     .planned = small.schedule.sessions[i].minutes};
    const struct logbook planned = {.entries = rows, .entry_count = SMALL_SESSIONS};
    const struct figures *figures =
        figures_make(small.pool, &small.schedule, &planned, small.edition.today);
    assert_int_equal(figures->odd_rows, 0);
    assert_near(figures->logged, 0, 0);
    assert_near(figures->planned, 22.5, 1e-12);
    assert_near(figures->week_planned, 2.5, 0);
    assert_near(figures->weeks[0].category_planned[0], 70 / 60.0, 0);
    assert_near(figures->weeks[0].category_planned[1], 50 / 60.0, 0);
    assert_near(figures->category_planned[2], SMALL_WEEKS * 0.5, 0);
    assert_near(figures->phases[0].planned, 10, 0);
    assert_near(figures->phases[2].planned, 2.5, 0);
    assert_true(figures->weeks[5].begun);
    assert_false(figures->weeks[6].begun);
    small_free(&small);
}

static void test_logged(void **state)
{
    struct small_plan small;

    (void)state;
    small_make(&small, "unused.xlsx");
    day start = small.schedule.start;
    const struct log_entry entries[] = {
        {start - 1, "Reading", 1.0, 0, true, true},           /* before the plan */
        {start, "READING", 2.0, 70, true, true},              /* case does not matter */
        {start + 4, "Why? *Practice*~", 1.5, 0, true, true},  /* Sunday of the first, short week */
        {start + 5, "Why not Practice~", 0.5, 0, true, true}, /* no wildcards: this is Other */
        {DAY_NONE, "Drill", 4.0, 0, true, true},              /* its date is text */
        {start + 6, "Drill", NAN, 0, true, true},             /* its hours are text */
        {start + 7, "Drill", NAN, 50, false, true},           /* planned, and none yet */
        {start + 30, "Drill", 3.0, 0, true, true},            /* 6 February */
        {start + 30, "Drill", 0.2, 0, true, true},            /* rather minutes */
        {start + 30, "Drill", 90, 0, true, true},
    };
    const struct logbook logbook = {.entries = entries,
                                    .entry_count = sizeof entries / sizeof *entries};
    const struct figures *figures =
        figures_make(small.pool, &small.schedule, &logbook, small.edition.today);
    assert_near(figures->logged, 8.0, 1e-9);
    assert_int_equal(figures->odd_rows, 4);
    assert_int_equal(figures->first_odd, 4);
    assert_int_equal(figures->unknown_rows, 1);
    assert_int_equal(figures->first_unknown, 3);
    assert_near(figures->weeks[0].actual, 3.5, 1e-9);
    assert_near(figures->weeks[0].category_actual[0], 2.0, 1e-9);
    assert_near(figures->weeks[0].category_actual[1], 1.5, 1e-9);
    assert_near(figures->weeks[1].other, 0.5, 1e-9);
    assert_near(figures->weeks[4].activity_actual[ACTIVITY_SHARPEN], 3.0, 1e-9);
    assert_near(figures->weeks[4].actual_so_far, 8.0, 1e-9); /* with what was before the plan */
    assert_near(figures->early, 1.0, 1e-9);
    assert_near(figures->category_actual[0], 3.0, 1e-9);
    assert_near(figures->other, 0.5, 1e-9);
    assert_near(figures->phases[1].actual, 3.0, 1e-9);
    small_free(&small);
}

static void test_verdicts(void **state)
{
    struct small_plan small;

    (void)state;
    small_make(&small, "unused.xlsx");
    day start = small.schedule.start;
    const struct {
        struct log_entry entry;
        enum verdict verdict;
    } cases[] = {
        {{start, "Drill", NAN, 50, false, true}, VERDICT_NONE},
        {{start, "drill", HOURS_LEAST, 0, true, true}, VERDICT_COUNTS},
        {{start, "Drill", HOURS_MOST, 0, true, true}, VERDICT_COUNTS},
        {{start, "", 1, 0, true, true}, VERDICT_BARE},
        {{start, "Drilling", 1, 0, true, true}, VERDICT_UNKNOWN},
        {{DAY_NONE, "Drill", NAN, 0, true, false}, VERDICT_UNREAD},
        {{DAY_NONE, "Drill", 0.24, 0, true, false}, VERDICT_FEW},
        {{DAY_NONE, "Drill", 24.1, 0, true, false}, VERDICT_MANY},
        {{DAY_NONE, "Drill", 1, 0, true, false}, VERDICT_UNDATED},
        {{start, "Drill", 0, 50, true, true}, VERDICT_NONE},
        {{start, "Drill", -1, 50, true, true}, VERDICT_FEW},
        {{start + 41, "Drill", 1, 0, true, true}, VERDICT_TO_COME},
        {{start + 40 + DAYS_AHEAD_MOST, "Drill", 1, 0, true, true}, VERDICT_TO_COME},
        {{start + 41 + DAYS_AHEAD_MOST, "Drill", 1, 0, true, true}, VERDICT_FAR},
        {{DAY_NONE, "Drill", 1, 0, true, true}, VERDICT_MISDATED},
        {{day_of(1969, 12, 31), "Drill", 1, 0, true, true}, VERDICT_MISDATED},
        {{day_of(2200, 1, 1), "Drill", 1, 0, true, true}, VERDICT_MISDATED},
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_int_equal(verdict_of(&small.schedule, &cases[i].entry, start + 40),
                         cases[i].verdict);
    const struct log_entry tonight[] = {
        {small.edition.today, "Drill", NAN, 50, false, true},
        {small.edition.today, "Drill", 1, 50, true, true},
        {small.edition.today, "Drill", NAN, 0, false, true}, /* planned by nobody */
    };
    const struct logbook logbook = {.entries = tonight, .entry_count = 3};
    const struct figures *figures =
        figures_make(small.pool, &small.schedule, &logbook, small.edition.today);
    assert_int_equal(figures->verdicts[0], VERDICT_TONIGHT);
    assert_int_equal(figures->verdicts[1], VERDICT_COUNTS);
    assert_int_equal(figures->verdicts[2], VERDICT_NONE);
    small_free(&small);
}

static void test_first_plan_is_kept(void **state)
{
    struct small_plan small;

    (void)state;
    small_make(&small, "unused.xlsx");
    const struct first_plan_week first[] = {{small.schedule.start, 300},
                                            {small.schedule.start + 5, 60}};
    const struct logbook logbook = {.first_plan = first, .first_plan_count = 2};
    const struct figures *figures =
        figures_make(small.pool, &small.schedule, &logbook, small.edition.today);
    assert_near(figures->weeks[0].first_plan_so_far, 5, 0);
    assert_near(figures->weeks[1].first_plan_so_far, 6, 0);
    assert_near(figures->weeks[8].first_plan_so_far, 6, 0);
    small_free(&small);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_rounding_and_serials),
        cmocka_unit_test(test_fresh),
        cmocka_unit_test(test_logged),
        cmocka_unit_test(test_verdicts),
        cmocka_unit_test(test_first_plan_is_kept),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
