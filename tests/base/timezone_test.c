/* Tests of the zone data's reader, held against libc's. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
/* cmocka wants those before it. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>
#include <cmocka.h>

#include "base/report.h"
#include "base/timezone.h"

#define HOUR 3600

static void knows_names(void **state)
{
    (void)state;
    assert_true(timezone_known("Europe/Berlin"));
    assert_true(timezone_known("UTC"));
    assert_true(timezone_known("America/Argentina/Buenos_Aires"));
    assert_true(timezone_known("Etc/GMT+5"));
    static const char *const unknown[] = {
        "",          "Europe",    "europe/berlin",        "Europe/Nowhere",
        "/etc/zone", "../passwd", "Europe/../Asia/Tokyo", "right/Europe/Berlin",
        "localtime", "zone.tab",  "Europe/Berlin\n",      "Europe/Berlin "};
    for (size_t i = 0; i < sizeof unknown / sizeof unknown[0]; i++)
        assert_false(timezone_known(unknown[i]));
    assert_false(timezone_known(NULL));
    assert_true(timezone_is_utc("Etc/UTC"));
    assert_false(timezone_is_utc("Europe/London"));
}

static void agrees_with_libc(void **state)
{
    (void)state;
    static const char *const names[] = {
        "Europe/Berlin",     "Europe/Dublin",       "America/New_York",  "America/St_Johns",
        "America/Sao_Paulo", "America/Nuuk",        "Asia/Kolkata",      "Asia/Jerusalem",
        "Asia/Gaza",         "Australia/Lord_Howe", "Africa/Casablanca", "Africa/Cairo",
        "Pacific/Apia",      "Pacific/Chatham",     "Antarctica/Troll",  "Etc/GMT-14"};
    char *old = getenv("TZ") ? strdup(getenv("TZ")) : NULL;
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        struct pool *pool = pool_new();
        const struct timezone_data *zone = timezone_read(pool, names[i]);
        assert_non_null(zone);
        setenv("TZ", names[i], 1);
        tzset();
        /* 1950 to 2190, at all hours of the day. */
        for (time_t instant = -631152000; instant < 6942700800; instant += 9 * 86400 + 4321) {
            struct tm local;
            localtime_r(&instant, &local);
            const struct clock_state *clock = timezone_state(zone, instant);
            assert_int_equal(clock->offset, local.tm_gmtoff);
            assert_int_equal(clock->daylight, local.tm_isdst > 0);
            assert_string_equal(clock->name, local.tm_zone);
        }
        pool_free(pool);
    }
    if (old)
        setenv("TZ", old, 1);
    else
        unsetenv("TZ");
    tzset();
    free(old);
}

/* The instant at which those clocks show the time, as seconds after midnight UTC of that date. */
static int seconds_at(const char *name, day date, int minute)
{
    struct pool *pool = pool_new();
    const struct timezone_data *zone = timezone_read(pool, name);
    int64_t instant = timezone_instant(zone, date, minute);

    pool_free(pool);
    return (int)(instant - (int64_t)date * 86400);
}

static void reads_local_times(void **state)
{
    (void)state;
    day winter = day_of(2026, 1, 15), summer = day_of(2026, 7, 15);
    assert_int_equal(seconds_at("Europe/Berlin", winter, 19 * 60), 18 * HOUR);
    assert_int_equal(seconds_at("Europe/Berlin", summer, 19 * 60), 17 * HOUR);
    assert_int_equal(seconds_at("Europe/Berlin", summer, 24 * 60), 22 * HOUR);
    assert_int_equal(seconds_at("Asia/Kolkata", winter, 0), -(5 * HOUR + 1800));
    assert_int_equal(seconds_at("UTC", winter, 75), 75 * 60);
}

static void reads_times_that_are_skipped_or_come_twice(void **state)
{
    (void)state;
    /* RFC 5545, 3.3.5 gives these two for New York in 2007: the first 1:30 of November 4 is EDT,
     * and 2:30 of March 11 is 3:30 EDT. */
    assert_int_equal(seconds_at("America/New_York", day_of(2007, 11, 4), 90), 5 * HOUR + 1800);
    assert_int_equal(seconds_at("America/New_York", day_of(2007, 3, 11), 150), 7 * HOUR + 1800);
    /* Just before and after. */
    assert_int_equal(seconds_at("America/New_York", day_of(2007, 11, 4), 59), 4 * HOUR + 59 * 60);
    assert_int_equal(seconds_at("America/New_York", day_of(2007, 11, 4), 120), 7 * HOUR);
    assert_int_equal(seconds_at("America/New_York", day_of(2007, 3, 11), 119), 6 * HOUR + 59 * 60);
    assert_int_equal(seconds_at("America/New_York", day_of(2007, 3, 11), 180), 7 * HOUR);
    /* A whole day is missing in Samoa: December 30, 2011. */
    assert_int_equal(seconds_at("Pacific/Apia", day_of(2011, 12, 30), 12 * 60), 22 * HOUR);
}

/* A zone that cannot be read for now is not taken for one that does not exist. */
static void unreadable_is_no_unknown(void **state)
{
    char folder[] = P_tmpdir "/roadbook-zones-XXXXXX", path[sizeof folder + 16];

    (void)state;
    assert_non_null(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/Circle", folder);
    assert_int_equal(symlink("Circle", path), 0);
    assert_int_equal(setenv("TZDIR", folder, 1), 0);
    report_verbosity(-1);
    assert_false(timezone_known("Nowhere"));
    assert_int_equal(report_status(false), STATUS_DONE);
    assert_false(timezone_known("Circle"));
    assert_int_equal(report_status(false), STATUS_SYSTEM);
    report_reset();
    assert_int_equal(unsetenv("TZDIR"), 0);
    assert_int_equal(unlink(path), 0);
    assert_int_equal(rmdir(folder), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(knows_names),
        cmocka_unit_test(agrees_with_libc),
        cmocka_unit_test(reads_local_times),
        cmocka_unit_test(reads_times_that_are_skipped_or_come_twice),
        cmocka_unit_test(unreadable_is_no_unknown),
    };

    return cmocka_run_group_tests_name("ics/timezone", tests, NULL, NULL);
}
