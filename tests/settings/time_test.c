/* time: hours, slots, periods and times of day out of their text. */
#include "support/settings_fixture.h"

static void test_hours(void **state)
{
    static const struct {
        const char *value;
        int minutes; /* 0: refused */
    } cases[] = {{"5", 300}, {"7.5", 450}, {"0.5", 30}, {"60", 3600}, {"2h30", 150},
                 {"0", 0},   {"61", 0},    {"-5", 0},   {"", 0},      {"five", 0},
                 {"nan", 0}, {"inf", 0},   {"5 x", 0},  {"1e9", 0}};

    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct fixture *fixture = *state;
        fixture->settings.rhythm.minutes = 0;
        assert_int_equal(set(fixture, SETTING_HOURS, cases[i].value), cases[i].minutes != 0);
        assert_int_equal(fixture->settings.rhythm.minutes, cases[i].minutes);
    }
}

static void test_slots(void **state)
{
    struct fixture *fixture = *state;
    const struct rhythm *rhythm = &fixture->settings.rhythm;

    assert_true(set(fixture, SETTING_SLOTS, "Mon,Wed 19:00 1h10; Sat 10:00"));
    assert_int_equal(rhythm->slot_count, 3);
    assert_int_equal(rhythm->slots[1].weekday, WEDNESDAY);
    assert_int_equal(rhythm->slots[1].start, 19 * 60);
    assert_int_equal(rhythm->slots[1].minutes, 70);
    assert_int_equal(rhythm->slots[2].weekday, SATURDAY);
    assert_int_equal(rhythm->slots[2].minutes, 0);
    assert_false(set(fixture, SETTING_SLOTS, "Mon,Wed sometime"));
    assert_false(set(fixture, SETTING_SLOTS, ""));
}

static void test_periods(void **state)
{
    struct fixture *fixture = *state;
    const struct rhythm *rhythm = &fixture->settings.rhythm;

    assert_true(set(fixture, SETTING_OFF, "2026-12-20..2027-01-03"));
    assert_true(set(fixture, SETTING_PERIOD, "2026-07-01..2026-08-15=15"));
    assert_true(set(fixture, SETTING_OFF, "2026-05-01"));
    assert_int_equal(rhythm->period_count, 1);
    assert_int_equal(rhythm->periods[0].minutes, 900);
    assert_int_equal(fixture->settings.off.count, 2);
    assert_int_equal(fixture->settings.off.list[1].from, day_of(2026, 5, 1));
    assert_int_equal(fixture->settings.off.list[1].to, day_of(2026, 5, 1));
    assert_true(settings_read_holidays(&fixture->settings));
    assert_int_equal(rhythm->day_off_count, 16);
    assert_int_equal(rhythm->days_off[0], day_of(2026, 5, 1));
    assert_int_equal(rhythm->days_off[15], day_of(2027, 1, 3));
    assert_false(set(fixture, SETTING_OFF, "2027-01-03..2026-12-20"));
    assert_false(set(fixture, SETTING_OFF, "2026-02-29"));
    assert_false(set(fixture, SETTING_PERIOD, "2026-07-01..2026-08-15"));
}

static void test_wrong_part_of_slots(void **state)
{
    static const struct {
        const char *value, *words;
    } cases[] = {{"Funday 19:00 1h", "\"Funday\" is no day"},
                 {"Mon 25:00 1h", "\"25:00\" is no time"},
                 {"Mon 19:00 1h; Tue 19:00 1x", "\"1x\" is no length"}};

    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        report_reset();
        report_verbosity(-2);
        assert_false(set(*state, SETTING_SLOTS, cases[i].value));
        assert_complaint(0, cases[i].words);
    }
}

static void test_times_of_the_week(void **state)
{
    struct fixture *fixture = *state;
    const struct rhythm *rhythm = &fixture->settings.rhythm;

    assert_true(set(fixture, SETTING_WEEK_START, "Sunday"));
    assert_int_equal(rhythm->week_start, SUNDAY);
    assert_true(set(fixture, SETTING_WEEK_START, "mon"));
    assert_int_equal(rhythm->week_start, MONDAY);
    assert_false(set(fixture, SETTING_WEEK_START, "tuesday"));
    assert_true(set(fixture, SETTING_WORKDAY_TIME, "6:30"));
    assert_int_equal(rhythm->workday_time, 390);
    assert_true(set(fixture, SETTING_WORKDAY_TIME, "0:00"));
    assert_int_equal(rhythm->workday_time, 1440);
    assert_true(set(fixture, SETTING_WEEKEND_TIME, "8 pm"));
    assert_int_equal(rhythm->weekend_time, 1200);
    assert_false(set(fixture, SETTING_WEEKEND_TIME, "25:00"));
    assert_false(set(fixture, SETTING_WEEKEND_TIME, "10:00 sharp"));
}

static void test_weeks_begin_on_two_days(void **state)
{
    struct fixture *fixture = *state;
    const struct rhythm *rhythm = &fixture->settings.rhythm;

    assert_true(set(fixture, SETTING_WEEK_START, "Sunday"));
    assert_int_equal(rhythm->week_start, SUNDAY);
    assert_true(set(fixture, SETTING_WEEK_START, "mon"));
    assert_int_equal(rhythm->week_start, MONDAY);
    assert_false(set(fixture, SETTING_WEEK_START, "tuesday"));
    assert_complaint(0, "neither monday nor sunday");
}

static void test_zones_are_known_ones(void **state)
{
    struct fixture *fixture = *state;

    assert_true(set(fixture, SETTING_TIMEZONE, "Asia/Tokyo"));
    assert_string_equal(fixture->settings.rhythm.timezone, "Asia/Tokyo");
    assert_false(set(fixture, SETTING_TIMEZONE, "Mars/Olympus"));
    assert_complaint(0, "no time zone");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        SETTINGS_TEST(test_hours),
        SETTINGS_TEST(test_slots),
        SETTINGS_TEST(test_periods),
        SETTINGS_TEST(test_wrong_part_of_slots),
        SETTINGS_TEST(test_times_of_the_week),
        SETTINGS_TEST(test_weeks_begin_on_two_days),
        SETTINGS_TEST(test_zones_are_known_ones),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
