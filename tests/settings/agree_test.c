/* agree: what contradicts itself, and whether it is wrong usage or bad input. */
#include "support/settings_fixture.h"

static void test_comma_for_a_point(void **state)
{
    struct fixture *fixture = *state;

    assert_true(set(fixture, SETTING_HOURS, "7,5"));
    assert_false(settings_agree(&fixture->settings, false));
    assert_complaint(0, "write 7.5");
}

/* Lists of hours and ends are for `compare`; hours and an end exclude each other at one origin. */
static void test_hours_and_ends(void **state)
{
    struct fixture *fixture = *state;
    struct settings *settings = &fixture->settings;
    struct source file = source_of("end: 2027-12-31\n");

    assert_true(set(fixture, SETTING_HOURS, "5, 7.5,10"));
    assert_int_equal(settings->hours.count, 3);
    assert_int_equal(settings->hours.list[1].minutes, 450);
    assert_int_equal(settings->rhythm.minutes, 300);
    assert_true(settings_agree(settings, true));
    assert_false(settings_agree(settings, false));
    assert_int_equal(report_status(false), STATUS_USAGE);
    assert_false(set(fixture, SETTING_HOURS, "5,sometimes"));
    assert_true(set(fixture, SETTING_HOURS, "5"));
    assert_true(settings_read_file(settings, &file));
    assert_true(settings_agree(settings, false));
    assert_false(settings_by_end(settings)); /* the command line is stronger */
    assert_true(set(fixture, SETTING_END, "2027-12-31"));
    assert_false(settings_agree(settings, false));
    assert_true(set(fixture, SETTING_COMPARE, "5,2027-12-31"));
    assert_int_equal(settings->compare.list[0].minutes, 300);
    assert_int_equal(settings->compare.list[1].end, day_of(2027, 12, 31));
    assert_false(set(fixture, SETTING_COMPARE, "5,2027-02-30"));
    assert_false(set(fixture, SETTING_END, "10"));
}

/* Typed, a contradiction is wrong usage; in a file it is bad input, and its place is told. */
static void test_form_or_archive(void **state)
{
    struct fixture *fixture = *state;
    struct source file = source_of("pdfa: yes\nfillable: yes\n");

    assert_true(settings_read_file(&fixture->settings, &file));
    assert_true(settings_agree(&fixture->settings, true)); /* comparing makes neither */
    assert_false(settings_agree(&fixture->settings, false));
    assert_int_equal(report_status(false), STATUS_BAD_INPUT);
    report_reset();
    assert_true(set(fixture, SETTING_FILLABLE, "yes"));
    assert_false(settings_agree(&fixture->settings, false));
    assert_int_equal(report_status(false), STATUS_USAGE);
    assert_complaint(0, "leave one out");
    assert_true(set(fixture, SETTING_FILLABLE, "no"));
    assert_true(settings_agree(&fixture->settings, false));
}

static void test_hours_and_end_of_one_file(void **state)
{
    struct fixture *fixture = *state;
    struct source file = source_of("hours: 5\nend: 2027-12-31\n");

    assert_true(settings_read_file(&fixture->settings, &file));
    assert_false(settings_agree(&fixture->settings, false));
    assert_int_equal(report_status(false), STATUS_BAD_INPUT);
    report_reset();
    assert_true(set(fixture, SETTING_END, "2027-06-30"));
    assert_true(settings_by_end(&fixture->settings));
    assert_true(settings_agree(&fixture->settings, false));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        SETTINGS_TEST(test_comma_for_a_point),
        SETTINGS_TEST(test_hours_and_ends),
        SETTINGS_TEST(test_form_or_archive),
        SETTINGS_TEST(test_hours_and_end_of_one_file),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
