/* clock_times_test: weekdays, clock times and lengths of time out of words. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "words/quantity.h"

static void weekday_sets(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        weekday_set days;
    } rows[] = {
        {"Monday/Wednesday/Friday: 1.5 hours", 0x15},
        {"Mon, Wed and Fri", 0x15},
        {"Mon-Thu: 1 h", 0x0f},
        {"Fri–Mon", 0x71},
        {"Daily: 1 hour", EVERY_DAY},
        {"Weekdays: 30 min", WORKDAYS},
        {"Weekend: 2 hours", WEEKEND},
        {"Mo-Fr: 1 Std", WORKDAYS},
        {"Täglich: 1 Stunde", EVERY_DAY},
        {"lunes y jueves", 0x09},
        {"Segunda-feira: 1h", 0x01},
        {"mercredi : 2 h", 0x04},
        {"Пн-Пт: 1 час", WORKDAYS},
        {"周一至周五：2小时", WORKDAYS},
        {"平日: 1時間", WORKDAYS},
        {"週末: 3時間", WEEKEND},
        {"毎日", EVERY_DAY},
        {"Do it now", 0},
        {"So far so good", 0},
        {"2 longer sessions", 0},
        {"Sunny day", 0},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        weekday_set days = 0;
        bool found = weekdays_at_start(rows[i].text, strlen(rows[i].text), &days, NULL);
        if (found != (rows[i].days != 0) || (found && days != rows[i].days))
            fail_msg("'%s': got %x, want %x", rows[i].text, days, rows[i].days);
    }
}

static void clocks(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        int minute;
    } rows[] = {{"19:00", 1140},   {"7 pm", 1140}, {"7:30pm", 1170}, {"12 am", 0},
                {"12:15 pm", 735}, {"0:05", 5},    {"20 Uhr", 1200}, {"25:00", -1},
                {"19:61", -1},     {"13 pm", -1},  {"7", -1},        {"noon", -1}};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        int minute = -1;
        bool found = clock_at_start(rows[i].text, strlen(rows[i].text), &minute, NULL);
        if (found != (rows[i].minute >= 0) || minute != rows[i].minute)
            fail_msg("'%s': %d", rows[i].text, minute);
    }
}

static void durations(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        int minutes;
    } rows[] = {{"1h30", 90}, {"1 h 30 min", 90}, {"90m", 90}, {"2h", 120},
                {"1.5h", 90}, {"45 min", 45},     {"", 0},     {"h", 0},
                {"90", 0},    {"1h90", 0},        {"-2h", 0},  {"2h later", 0}};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        int minutes = 0;
        bool found = duration_parse(rows[i].text, strlen(rows[i].text), &minutes);
        if (found != (rows[i].minutes > 0) || minutes != rows[i].minutes)
            fail_msg("'%s': %d", rows[i].text, minutes);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(weekday_sets),
        cmocka_unit_test(clocks),
        cmocka_unit_test(durations),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
