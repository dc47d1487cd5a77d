/* Tests of base/date: the calendar against a slow count of days, known ISO weeks, and the clock. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "base/date.h"

static void every_day_of_1970_to_2199(void **state)
{
    (void)state;
    static const int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    day date = 0;
    for (int year = 1970; year <= 2199; year++) {
        bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        for (int month = 1; month <= 12; month++) {
            int length = month == 2 && leap ? 29 : lengths[month - 1];
            assert_int_equal(days_in_month(year, month), length);
            for (int number = 1; number <= length; number++, date++) {
                struct civil civil = civil_of(date);
                assert_int_equal(day_of(year, month, number), date);
                assert_int_equal(civil.year, year);
                assert_int_equal(civil.month, month);
                assert_int_equal(civil.day, number);
                assert_int_equal(weekday_of(date), (date + THURSDAY) % 7);

                char text[DATE_TEXT];
                day parsed = DAY_NONE;
                assert_true(day_parse(day_print(date, text), 10, &parsed));
                assert_int_equal(parsed, date);
            }
        }
    }
}

static void days_far_from_1970(void **state)
{
    (void)state;
    assert_int_equal(day_of(1969, 12, 31), -1);
    assert_int_equal(day_of(1, 1, 1), -719162);
    assert_int_equal(day_of(9999, 12, 31), 2932896);
    assert_int_equal(weekday_of(day_of(1, 1, 1)), MONDAY);
    assert_int_equal(weekday_of(-1), WEDNESDAY);
    for (day date = day_of(1, 1, 1); date < day_of(1970, 1, 1); date++) {
        struct civil civil = civil_of(date);
        assert_int_equal(day_of(civil.year, civil.month, civil.day), date);
    }
}

static void iso_weeks(void **state)
{
    (void)state;
    static const struct {
        int year, month, day, week, week_year;
    } known[] = {
        {1970, 1, 1, 1, 1970},   {2004, 12, 31, 53, 2004}, {2005, 1, 1, 53, 2004},
        {2005, 1, 2, 53, 2004},  {2005, 12, 31, 52, 2005}, {2006, 1, 1, 52, 2005},
        {2006, 1, 2, 1, 2006},   {2007, 12, 31, 1, 2008},  {2008, 12, 28, 52, 2008},
        {2008, 12, 29, 1, 2009}, {2009, 12, 31, 53, 2009}, {2010, 1, 3, 53, 2009},
        {2010, 1, 4, 1, 2010},   {2020, 12, 31, 53, 2020}, {2024, 12, 30, 1, 2025},
        {2026, 1, 4, 1, 2026},   {2026, 1, 5, 2, 2026},    {2026, 12, 31, 53, 2026},
        {2027, 1, 3, 53, 2026},  {2100, 1, 1, 53, 2099},   {2199, 12, 31, 1, 2200},
    };
    for (size_t i = 0; i < sizeof known / sizeof known[0]; i++) {
        int week_year = 0;
        day date = day_of(known[i].year, known[i].month, known[i].day);
        assert_int_equal(iso_week_of(date, &week_year), known[i].week);
        assert_int_equal(week_year, known[i].week_year);
    }
    assert_int_equal(iso_week_of(0, NULL), 1);
}

/* Weeks follow one another: the number rises on Mondays alone, and starts again at 1. */
static void iso_weeks_in_a_row(void **state)
{
    (void)state;
    int year_before, week_before = iso_week_of(0, &year_before);
    for (day date = 1; date < day_of(2200, 1, 1); date++) {
        int year, week = iso_week_of(date, &year);
        if (weekday_of(date) != MONDAY) {
            assert_int_equal(week, week_before);
            assert_int_equal(year, year_before);
        } else if (year == year_before) {
            assert_int_equal(week, week_before + 1);
        } else {
            assert_int_equal(year, year_before + 1);
            assert_int_equal(week, 1);
            assert_true(week_before == 52 || week_before == 53);
        }
        week_before = week;
        year_before = year;
    }
}

static void valid_dates(void **state)
{
    (void)state;
    assert_true(civil_valid(2024, 2, 29));
    assert_true(civil_valid(2000, 2, 29));
    assert_false(civil_valid(2023, 2, 29));
    assert_false(civil_valid(2100, 2, 29));
    assert_false(civil_valid(2026, 4, 31));
    assert_false(civil_valid(2026, 13, 1));
    assert_false(civil_valid(2026, 0, 1));
    assert_false(civil_valid(2026, 1, 0));
    assert_false(civil_valid(0, 1, 1));
    assert_false(civil_valid(10000, 1, 1));
}

static void dates_that_are_none(void **state)
{
    (void)state;
    static const char *const wrong[] = {
        "",           "2026-1-05",  "2026-01-5",   "2026/01/05", "2026-02-29",  "2026-13-01",
        "2026-00-10", "2026-01-00", "2026-01-055", "+026-01-05", "1969-12-31",  "2200-01-01",
        "2026-01-32", " 026-01-05", "2026-0a-05",  "20260105",   "2026-01-05 ",
    };
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        day date = 4711;
        assert_false(day_parse(wrong[i], strlen(wrong[i]), &date));
        assert_int_equal(date, 4711);
    }
    day date = DAY_NONE;
    assert_true(day_parse("2026-01-05T19:00", 10, &date)); /* LENGTH counts, no NUL is needed */
    assert_int_equal(date, day_of(2026, 1, 5));
}

static void names(void **state)
{
    (void)state;
    assert_string_equal(weekday_name(MONDAY), "Monday");
    assert_string_equal(weekday_name(SUNDAY), "Sunday");
    assert_string_equal(weekday_short_name(WEDNESDAY), "Wed");
    assert_string_equal(month_name(1), "January");
    assert_string_equal(month_name(12), "December");
    assert_string_equal(month_short_name(9), "Sep");
}

static void the_clock_can_be_set(void **state)
{
    (void)state;
    setenv("SOURCE_DATE_EPOCH", "1767639600", 1); /* 2026-01-05 19:00 UTC */
    assert_int_equal(clock_seconds(), 1767639600);
    assert_int_equal(clock_today("UTC"), day_of(2026, 1, 5));
    assert_int_equal(clock_today("Asia/Tokyo"), day_of(2026, 1, 6));
    assert_int_equal(clock_today("Pacific/Kiritimati"), day_of(2026, 1, 6));
    setenv("SOURCE_DATE_EPOCH", "1767592800", 1); /* 06:00 UTC */
    assert_int_equal(clock_today("America/Los_Angeles"), day_of(2026, 1, 4));

    static const char *const wrong[] = {"x",   "12x",        "-5",
                                        " 12", "7258118400", "99999999999999999999"};
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        setenv("SOURCE_DATE_EPOCH", wrong[i], 1);
        assert_false(clock_valid());
    }
    setenv("SOURCE_DATE_EPOCH", "7258118399", 1); /* the last second of 2199 */
    assert_true(clock_valid());
    assert_int_equal(clock_seconds(), 7258118399);
    setenv("SOURCE_DATE_EPOCH", "", 1); /* as if it were not set */
    assert_true(clock_valid());
    assert_true(clock_seconds() > 1700000000);
    unsetenv("SOURCE_DATE_EPOCH");
    assert_true(clock_valid());
}

static void the_zone_is_only_lent(void **state)
{
    (void)state;
    setenv("SOURCE_DATE_EPOCH", "1767639600", 1);
    setenv("TZ", "Asia/Tokyo", 1);
    clock_today("America/New_York");
    assert_string_equal(getenv("TZ"), "Asia/Tokyo");
    assert_int_equal(clock_today(NULL), day_of(2026, 1, 6));
    unsetenv("TZ");
    clock_today("America/New_York");
    assert_null(getenv("TZ"));
    unsetenv("SOURCE_DATE_EPOCH");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_day_of_1970_to_2199),
        cmocka_unit_test(days_far_from_1970),
        cmocka_unit_test(iso_weeks),
        cmocka_unit_test(iso_weeks_in_a_row),
        cmocka_unit_test(valid_dates),
        cmocka_unit_test(dates_that_are_none),
        cmocka_unit_test(names),
        cmocka_unit_test(the_clock_can_be_set),
        cmocka_unit_test(the_zone_is_only_lent),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
