/* Tests of quantities: efforts, money, chapters, weekdays and clock times out of words. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <stdio.h>
#include <string.h>
#include <cmocka.h>

#include "words/quantity.h"

static void efforts(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        int low, high;
        enum unit per;
        bool each;
    } rows[] = {
        {"2-3 hours (and more)", 120, 180, UNIT_NONE, false},
        {"1 hour/week", 60, 60, UNIT_WEEK, false},
        {"1.5 hours each", 90, 90, UNIT_NONE, true},
        {"1,5 Stunden", 90, 90, UNIT_NONE, false},
        {"10h", 600, 600, UNIT_NONE, false},
        {"12h+", 720, 720, UNIT_NONE, false},
        {"45 min", 45, 45, UNIT_NONE, false},
        {"1h30", 90, 90, UNIT_NONE, false},
        {"1 h 30 min", 90, 90, UNIT_NONE, false},
        {"6-10 hours/week", 360, 600, UNIT_WEEK, false},
        {"10–15 hours per week", 600, 900, UNIT_WEEK, false},
        {"2 hours a day", 120, 120, UNIT_DAY, false},
        {"2 hours/month", 120, 120, UNIT_MONTH, false},
        {"5-Hour Week Schedule", 300, 300, UNIT_WEEK, false},
        {"Time (6-8 hours/week)", 360, 480, UNIT_WEEK, false},
        {"Posts (Optional, 1 hour/week)", 60, 60, UNIT_WEEK, false},
        {"Plan (24 Months, 5-10 hours/week)", 300, 600, UNIT_WEEK, false},
        {"2 Stunden pro Woche", 120, 120, UNIT_WEEK, false},
        {"3 heures par semaine", 180, 180, UNIT_WEEK, false},
        {"4 horas por semana", 240, 240, UNIT_WEEK, false},
        {"5 часов в неделю", 300, 300, UNIT_WEEK, false},
        {"每天4-6小时", 240, 360, UNIT_DAY, false},
        {"毎日2時間", 120, 120, UNIT_DAY, false},
        {"~20 hrs", 1200, 1200, UNIT_NONE, false},
        {"10K req/sec", 0, 0, UNIT_NONE, false},
        {"3 houses", 0, 0, UNIT_NONE, false},
        {"500+ lines", 0, 0, UNIT_NONE, false},
        {"hours", 0, 0, UNIT_NONE, false},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct effort effort = {0};
        bool found = effort_find(rows[i].text, strlen(rows[i].text), &effort, NULL);
        if (found != (rows[i].high > 0) || effort.low != rows[i].low ||
            effort.high != rows[i].high || effort.per != rows[i].per || effort.each != rows[i].each)
            fail_msg("'%s': %d-%d per %d%s", rows[i].text, effort.low, effort.high, (int)effort.per,
                     effort.each ? " each" : "");
    }
}

static void prices(void **state)
{
    (void)state;
    static const struct {
        const char *text, *currency;
        long low, high;
        bool at_most;
    } rows[] = {
        {"Two books = $60", "$", 6000, 6000, false},
        {"€40 a year", "€", 4000, 4000, false},
        {"40 €", "€", 4000, 4000, false},
        {"(<$150 total)", "$", 15000, 15000, true},
        {"$50-100", "$", 5000, 10000, false},
        {"$9.99", "$", 999, 999, false},
        {"$1,500", "$", 150000, 150000, false},
        {"20 EUR", "EUR", 2000, 2000, false},
        {"Premium plugins", "", 0, 0, false},
        {"3 books", "", 0, 0, false},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct money money = {0};
        bool found = money_find(rows[i].text, strlen(rows[i].text), &money, NULL);
        assert_int_equal(found, rows[i].high > 0);
        if (!found)
            continue;
        assert_int_equal(money.low, rows[i].low);
        assert_int_equal(money.high, rows[i].high);
        assert_int_equal(money.at_most, rows[i].at_most);
        assert_string_equal(money.currency, rows[i].currency);
    }
}

static void chapter_ranges(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        int from, to;
    } rows[] = {
        {"Chapters 1-10 thoroughly", 1, 10},
        {"The Book chapter 16, examples", 16, 16},
        {"ch.9–13 drills", 9, 13},
        {"Kapitel 3", 3, 3},
        {"Capítulo 2 (recursión)", 2, 2},
        {"Главы 1-3", 1, 3},
        {"第1-3章", 1, 3},
        {"\"Why chapter 11 fails\" - chapters 1-16", 1, 16},
        {"“Why chapter 11 fails”, chapter 3", 3, 3},
        {"„Warum Kapitel 11 fehlt“: Kapitel 2-4", 2, 4},
        {"«Глава 7», главы 1-3", 1, 3},
        {"《第3章》第1-2章", 1, 2},
        {"\"Chapter 11\" and \"Chapters 2-5\"", 2, 5},
        {"\"Chapters 2-5\" and \"Chapter 11\"", 2, 5},
        {"\"Why chapter 11 fails\"", 11, 11},
        {"chapter 4, then \"chapters 1-16\"", 4, 4},
        {"a 5\" disk: chapter 4, chapters 5-6", 4, 4},
        {"selected chapters", 0, 0},
        {"Torch 2 basics", 0, 0},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct chapters chapters = {0};
        bool found = chapters_find(rows[i].text, strlen(rows[i].text), &chapters);
        if (found != (rows[i].from > 0) || chapters.from != rows[i].from ||
            chapters.to != rows[i].to)
            fail_msg("'%s': got %d-%d", rows[i].text, chapters.from, chapters.to);
    }
}

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
        bool found = weekdays_find(rows[i].text, strlen(rows[i].text), &days, NULL);
        if (found != (rows[i].days != 0) || (found && days != rows[i].days))
            fail_msg("'%s': got %x, want %x", rows[i].text, days, rows[i].days);
    }
}

static void clocks_and_durations(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        int minute;
    } clocks[] = {{"19:00", 1140},   {"7 pm", 1140}, {"7:30pm", 1170}, {"12 am", 0},
                  {"12:15 pm", 735}, {"0:05", 5},    {"20 Uhr", 1200}, {"25:00", -1},
                  {"19:61", -1},     {"13 pm", -1},  {"7", -1},        {"noon", -1}};
    for (size_t i = 0; i < sizeof clocks / sizeof clocks[0]; i++) {
        int minute = -1;
        bool found = clock_find(clocks[i].text, strlen(clocks[i].text), &minute, NULL);
        if (found != (clocks[i].minute >= 0) || minute != clocks[i].minute)
            fail_msg("'%s': %d", clocks[i].text, minute);
    }
    static const struct {
        const char *text;
        int minutes;
    } durations[] = {{"1h30", 90}, {"1 h 30 min", 90}, {"90m", 90}, {"2h", 120},
                     {"1.5h", 90}, {"45 min", 45},     {"", 0},     {"h", 0},
                     {"90", 0},    {"1h90", 0},        {"-2h", 0},  {"2h later", 0}};
    for (size_t i = 0; i < sizeof durations / sizeof durations[0]; i++) {
        int minutes = 0;
        bool found = duration_parse(durations[i].text, strlen(durations[i].text), &minutes);
        if (found != (durations[i].minutes > 0) || minutes != durations[i].minutes)
            fail_msg("'%s': %d", durations[i].text, minutes);
    }
}

/* Every beginning of every text, in a buffer of just that size: a reader past its end is found by
 * the sanitizers. */
static void any_bytes(void **state)
{
    (void)state;
    static const char text[] =
        "Week 1-2, 3 & 4 (Jan 5 - Feb 1, 2026) | 第1～2週 by end of W3+ <$1,500.99 "
        "chapters 1-10 Mon/Wed-Fri 7:30 pm 1h30 each/week \xFF\xC3(";
    for (size_t start = 0; start < sizeof text; start++)
        for (size_t length = 0; start + length < sizeof text; length++) {
            char *copy = test_malloc(length + 1);
            memcpy(copy, text + start, length);
            copy[length] = '\0';
            struct span span;
            struct found found;
            struct effort effort;
            struct money money;
            struct chapters chapters;
            weekday_set days;
            int minute;
            if (span_in_title(copy, length, &span, &found))
                assert_true(found.start <= found.end && found.end <= length);
            if (effort_find(copy, length, &effort, &found))
                assert_true(found.start < found.end && found.end <= length);
            if (money_find(copy, length, &money, &found))
                assert_true(found.end <= length);
            chapters_find(copy, length, &chapters);
            weekdays_find(copy, length, &days, &found);
            clock_find(copy, length, &minute, &found);
            duration_parse(copy, length, &minute);
            length_find(copy, length, &span, &found);
            test_free(copy);
        }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(efforts),
        cmocka_unit_test(prices),
        cmocka_unit_test(chapter_ranges),
        cmocka_unit_test(weekday_sets),
        cmocka_unit_test(clocks_and_durations),
        cmocka_unit_test(any_bytes),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
