/* days: ranges and calendars become one list of days off, in order and each once. */
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "support/settings_fixture.h"

static const char calendar[] =
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//bakers//EN\r\nBEGIN:VEVENT\r\nUID:1\r\n"
    "DTSTAMP:20260101T000000Z\r\nDTSTART;VALUE=DATE:20260501\r\nDTEND;VALUE=DATE:20260503\r\n"
    "SUMMARY:Fair\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

static void test_ranges_and_calendars(void **state)
{
    struct fixture *fixture = *state;
    const struct rhythm *rhythm = &fixture->settings.rhythm;
    char path[] = P_tmpdir "/roadbook-days-XXXXXX";
    int file = mkstemp(path);

    assert_true(file >= 0);
    assert_int_equal(write(file, calendar, strlen(calendar)), strlen(calendar));
    close(file);
    assert_true(set(fixture, SETTING_OFF, "2026-12-30..2027-01-02"));
    assert_true(set(fixture, SETTING_OFF, "2026-05-02..2026-05-03"));
    assert_true(set(fixture, SETTING_HOLIDAYS, path));
    assert_true(settings_read_holidays(&fixture->settings));
    static const int expected[][3] = {{2026, 5, 1},   {2026, 5, 2}, {2026, 5, 3}, {2026, 12, 30},
                                      {2026, 12, 31}, {2027, 1, 1}, {2027, 1, 2}};
    assert_int_equal(rhythm->day_off_count, sizeof expected / sizeof expected[0]);
    for (size_t i = 0; i < rhythm->day_off_count; i++)
        assert_int_equal(rhythm->days_off[i],
                         day_of(expected[i][0], expected[i][1], expected[i][2]));
    unlink(path);
}

static void test_no_days(void **state)
{
    struct fixture *fixture = *state;

    assert_true(settings_read_holidays(&fixture->settings));
    assert_int_equal(fixture->settings.rhythm.day_off_count, 0);
}

static void test_missing_calendar(void **state)
{
    struct fixture *fixture = *state;

    assert_true(set(fixture, SETTING_HOLIDAYS, "/nowhere/days.ics"));
    assert_false(settings_read_holidays(&fixture->settings));
    assert_int_equal(report_status(false), STATUS_SYSTEM);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        SETTINGS_TEST(test_ranges_and_calendars),
        SETTINGS_TEST(test_no_days),
        SETTINGS_TEST(test_missing_calendar),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
