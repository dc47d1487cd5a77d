/* months: the month of a week, the weeks of a month. */
#include "pdf/parts/months.h"
#include "schedule/lived/progress.h"
#include "support/page_fixture.h"

/* A week that lies in two months belongs to the one that holds its middle. */
static void a_week_belongs_to_the_month_of_its_middle(void **state)
{
    (void)state;
    struct fixture *f = fixture_new(4, 4);
    struct month month = week_month(&f->weeks[4]); /* 2-8 February */
    assert_int_equal(month.month, 2);
    assert_int_equal(week_month(&f->weeks[3]).month, 1);  /* 26 January - 1 February */
    assert_int_equal(week_month(&f->weeks[12]).month, 4); /* 30 March - 5 April */
    assert_int_equal(month_number(&f->schedule, month), 2);
    month = week_month(&f->weeks[WEEKS - 1]); /* 22-28 February 2027 */
    assert_int_equal(month_number(&f->schedule, month), 14);
    month = (struct month){2026, 2};
    assert_ptr_equal(month_first_week(&f->schedule, month), &f->weeks[4]);
    assert_null(month_first_week(&f->schedule, (struct month){2027, 3}));
    fixture_free(f);
}

static void weeks_of_a_month_stand_in_a_row(void **state)
{
    (void)state;
    struct fixture *f = fixture_new(4, 2);
    struct month_weeks weeks = month_weeks(&f->schedule, (struct month){2026, 1});
    assert_ptr_equal(weeks.first, f->weeks);
    assert_int_equal(weeks.count, 4);
    assert_int_equal(weeks.minutes, 120 + 3 * 240);
    weeks = month_weeks(&f->schedule, (struct month){2025, 12});
    assert_null(weeks.first);
    assert_int_equal(weeks.count, 0);
    assert_int_equal(minutes_before(&f->schedule, f->weeks), 0);
    assert_int_equal(minutes_before(&f->schedule, &f->weeks[3]), 120 + 2 * 240);
    fixture_free(f);
}

/* What was logged shows once the month's weeks of the phase are over, and never before. */
static void hours_of_a_month_that_is_over(void **state)
{
    static const struct logged list[] = {{.date = 20458 + 2, .minutes = 90},
                                         {.date = 20458 + 8, .minutes = 60}};
    static const int64_t before[] = {0, 90 * 60000, 150 * 60000};
    struct entries entries = {.list = list, .count = 2, .before = before};
    struct progress progress = {.entries = &entries};
    struct month january = {2026, 1};

    (void)state;
    struct fixture *f = fixture_new(4, 2);
    int phase = f->weeks[0].phase;
    struct month_hours hours = month_hours(&f->schedule, january, phase);
    assert_int_equal(hours.planned, 120 + 3 * 240);
    assert_int_equal(hours.logged, 0);
    assert_false(hours.lived); /* nobody asked */
    f->schedule.rhythm.progress = &progress;
    progress.today = f->weeks[3].last;
    hours = month_hours(&f->schedule, january, phase);
    assert_int_equal(hours.logged, 150);
    assert_false(hours.lived); /* its last day goes on */
    progress.today++;
    assert_true(month_hours(&f->schedule, january, phase).lived);
    entries.count = 0;
    assert_false(month_hours(&f->schedule, january, phase).lived); /* nothing is logged */
    assert_int_equal(month_hours(&f->schedule, january, phase + 7).planned, 0);
    fixture_free(f);
}

/* So of the month in all, in whatever phases its weeks lie. */
static void a_month_that_is_over(void **state)
{
    static const struct logged list[] = {{.date = 20458 + 2, .minutes = 90},
                                         {.date = 20458 + 8, .minutes = 60}};
    static const int64_t before[] = {0, 90 * 60000, 150 * 60000};
    struct entries entries = {.list = list, .count = 2, .before = before};
    struct progress progress = {.entries = &entries};
    const struct month_weeks none = {0};

    (void)state;
    struct fixture *f = fixture_new(4, 2);
    struct month_weeks weeks = month_weeks(&f->schedule, (struct month){2026, 1});
    assert_false(month_weeks_lived(&f->schedule, &weeks));
    assert_int_equal(month_weeks_logged(&f->schedule, &weeks), 0);
    f->schedule.rhythm.progress = &progress;
    progress.today = f->weeks[3].last;
    assert_false(month_weeks_lived(&f->schedule, &weeks));
    progress.today++;
    assert_true(month_weeks_lived(&f->schedule, &weeks));
    assert_int_equal(month_weeks_logged(&f->schedule, &weeks), 150);
    assert_int_equal(week_logged(&f->schedule, &f->weeks[1]), 60);
    assert_false(month_weeks_lived(&f->schedule, &none));
    assert_int_equal(month_weeks_logged(&f->schedule, &none), 0);
    entries.count = 0;
    assert_false(month_weeks_lived(&f->schedule, &weeks));
    fixture_free(f);
}

/* What is planned counts until the rest is laid out anew; from that week on what was logged does.
 */
static void a_replan_counts_what_was_logged(void **state)
{
    static const struct logged list[] = {{.date = 20458 + 2, .minutes = 90},
                                         {.date = 20458 + 14, .minutes = 60}};
    static const int64_t before[] = {0, 90 * 60000, 150 * 60000};
    static const day replans[] = {20458 + 16};
    struct entries entries = {.list = list, .count = 2, .before = before};
    struct progress progress = {.entries = &entries, .replans = replans, .replan_count = 1};

    (void)state;
    struct fixture *f = fixture_new(4, 2);
    f->schedule.rhythm.progress = &progress;
    assert_int_equal(f->weeks[2].first, 20458 + 14);
    assert_int_equal(studied_before(&f->schedule, &f->weeks[1]), 120);
    assert_int_equal(studied_before(&f->schedule, &f->weeks[2]), 90);
    assert_int_equal(studied_before(&f->schedule, &f->weeks[3]), 150 + 120);
    fixture_free(f);
}

static void reviews_lead_to_a_month_that_has_weeks(void **state)
{
    (void)state;
    struct fixture *f = fixture_new(4, 4);
    struct session session = {.date = day_of(2026, 2, 1), .week = 3};
    assert_int_equal(session_review_month(&f->schedule, &session).month, 2);
    session = (struct session){.date = day_of(2027, 3, 1), .week = WEEKS - 1};
    assert_int_equal(session_review_month(&f->schedule, &session).month, 2);
    fixture_free(f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_week_belongs_to_the_month_of_its_middle),
        cmocka_unit_test(weeks_of_a_month_stand_in_a_row),
        cmocka_unit_test(hours_of_a_month_that_is_over),
        cmocka_unit_test(a_month_that_is_over),
        cmocka_unit_test(a_replan_counts_what_was_logged),
        cmocka_unit_test(reviews_lead_to_a_month_that_has_weeks),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
