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

/* A calendar that the last build read and that is gone since gives what it gave then. */
static void test_remembered_calendar(void **state)
{
    struct fixture *fixture = *state;
    struct settings *settings = &fixture->settings;
    struct period then = {.from = day_of(2026, 5, 1), .to = day_of(2026, 5, 2)};

    assert_true(
        settings_set(settings, SETTING_HOLIDAYS, "/nowhere/days.ics", ORIGIN_MEMORY, NOWHERE));
    settings->remembered_calendar_days = (struct ranges){&then, 1, 1};
    assert_true(settings_read_holidays(settings));
    assert_int_equal(settings->rhythm.day_off_count, 2);
    assert_int_equal(settings->rhythm.days_off[0], then.from);
    assert_int_equal(settings->calendar_days.count, 1); /* and are remembered again */
    assert_int_equal(settings->calendar_days.list[0].to, then.to);
    assert_complaint(0, "is not there any more");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        SETTINGS_TEST(test_ranges_and_calendars),
        SETTINGS_TEST(test_no_days),
        SETTINGS_TEST(test_missing_calendar),
        SETTINGS_TEST(test_remembered_calendar),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
