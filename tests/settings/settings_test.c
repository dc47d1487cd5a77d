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

int main(void)
{
    const struct CMUnitTest tests[] = {
        SETTINGS_TEST(test_stronger_origin_wins),
        SETTINGS_TEST(test_defaults),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
