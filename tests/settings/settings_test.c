/* settings: values from each origin, who wins, and what a wrong one is told. */
#include "support/settings_fixture.h"

static void test_stronger_origin_wins(void **state)
{
    struct fixture *fixture = *state;
    struct source roadmap = source_of("---\nroadbook:\n  hours: 7\n  choose: [Web]\n---\n"),
                  file = source_of("hours: 9\nchoose: [Sea]\npaper: a5\n");

    assert_true(set(fixture, SETTING_HOURS, "5"));
    assert_true(settings_read_front_matter(&fixture->settings, &roadmap));
    assert_true(settings_read_file(&fixture->settings, &file));
    assert_int_equal(fixture->settings.rhythm.minutes, 300);
    assert_int_equal(fixture->settings.hints.chosen_count, 1);
    assert_string_equal(fixture->settings.hints.chosen[0], "Web");
    assert_string_equal(fixture->settings.paper, "a5");
}

static void test_comma_for_a_point(void **state)
{
    struct fixture *fixture = *state;

    assert_true(set(fixture, SETTING_HOURS, "7,5"));
    assert_false(settings_agree(&fixture->settings, false));
    assert_complaint(0, "write 7.5");
}

static void test_defaults(void **state)
{
    struct fixture *fixture = *state;

    settings_complete(&fixture->settings, day_of(2026, 1, 7));
    assert_int_equal(fixture->settings.rhythm.start, day_of(2026, 1, 12));
    assert_non_null(fixture->settings.rhythm.timezone);
    fixture->settings.rhythm.start = DAY_NONE;
    settings_complete(&fixture->settings, day_of(2026, 1, 5));
    assert_int_equal(fixture->settings.rhythm.start, day_of(2026, 1, 5));
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

static void test_flags(void **state)
{
    struct fixture *fixture = *state;

    assert_true(set(fixture, SETTING_STRICT, "yes"));
    assert_true(fixture->settings.strict);
    assert_true(set(fixture, SETTING_STRICT, "False"));
    assert_false(fixture->settings.strict);
    assert_false(set(fixture, SETTING_STRICT, "perhaps"));
}

static void test_silence(void **state)
{
    struct fixture *fixture = *state;
    struct source roadmap = source_of("---\nroadbook:\n  silence: [load, gap]\n---\n");
    size_t count;

    assert_true(settings_read_front_matter(&fixture->settings, &roadmap));
    assert_true(fixture->settings.silenced[RULE_LOAD]);
    assert_true(fixture->settings.silenced[RULE_GAP]);
    assert_true(set(fixture, SETTING_SILENCE, "order")); /* the stronger list alone */
    assert_true(fixture->settings.silenced[RULE_ORDER]);
    assert_false(fixture->settings.silenced[RULE_LOAD]);
    assert_false(fixture->settings.silenced[RULE_GAP]);
    assert_true(set(fixture, SETTING_SILENCE, "no-font"));
    assert_false(set(fixture, SETTING_SILENCE, "lood"));
    assert_non_null(strstr(report_findings(&count)[0].message, "did you mean 'load'"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        SETTINGS_TEST(test_stronger_origin_wins),
        SETTINGS_TEST(test_comma_for_a_point),
        SETTINGS_TEST(test_defaults),
        SETTINGS_TEST(test_hours_and_ends),
        SETTINGS_TEST(test_flags),
        SETTINGS_TEST(test_silence),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
