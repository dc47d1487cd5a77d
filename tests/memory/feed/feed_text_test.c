/* Tests of content lines. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
/* cmocka wants those before it. */
#include <string.h>
#include <cmocka.h>

#include "memory/feed/feed_text.h"

/* BYTES unfolded, a line each, into PLAIN. */
static void unfold(const char *bytes, size_t length, struct text *plain)
{
    struct feed_lines lines = feed_lines_of(bytes, length);
    struct text line = TEXT_INIT;

    text_clear(plain);
    while (feed_lines_next(&lines, &line)) {
        text_add_bytes(plain, text_string(&line), line.length);
        text_add_char(plain, '|');
    }
    text_free(&line);
}

static void lines_are_unfolded(void **state)
{
    (void)state;
    static const char *const texts[][2] = {
        {"", ""},
        {"A:1\r\nB:2\r\n", "A:1|B:2|"},
        {"A:1\nB:2", "A:1|B:2|"},
        {"A:1\r\n 2\r\n\t3\r\n  4\r\nB:\r\n", "A:123 4|B:|"},
        {"A:1\n 2", "A:12|"},
        {"\xef\xbb\xbf"
         "A:1\r\n",
         "A:1|"},
        {"A:1\r\n\r\nB:2\r\n", "A:1||B:2|"},
        {"A:1\r2\r\n", "A:1\r2|"},
        {"A:1\r\n ", "A:1|"},
    };
    struct text plain = TEXT_INIT;

    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        unfold(texts[i][0], strlen(texts[i][0]), &plain);
        assert_string_equal(text_string(&plain), texts[i][1]);
    }
    unfold("A:\0b\r\n", 6, &plain);
    assert_int_equal(plain.length, 5);
    text_free(&plain);
}

static void values_follow_the_colon(void **state)
{
    (void)state;
    static const char *const lines[][2] = {
        {"UID:a", "a"},
        {"UID:", ""},
        {"ATTENDEE;CN=\"Smith: J.\";ROLE=CHAIR:mailto:a@b", "mailto:a@b"},
        {"X-A;P=\"open", NULL},
        {"no property", NULL},
        {":value", NULL},
        {"", NULL},
    };

    for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++) {
        const char *value = line_value(lines[i][0], strlen(lines[i][0]));
        if (lines[i][1])
            assert_string_equal(value, lines[i][1]);
        else
            assert_null(value);
    }
    assert_true(line_is("dtstart;TZID=X:1", 16, "DTSTART"));
    assert_true(line_is("DTSTART:1", 9, "DTSTART"));
    assert_false(line_is("DTSTART-X:1", 11, "DTSTART"));
    assert_false(line_is("DTSTART", 7, "DTSTART"));
}

static void parameters_are_found(void **state)
{
    (void)state;
    static const char *const lines[][2] = {
        {"DTSTART;TZID=Europe/Rome:20260101T100000", "Europe/Rome"},
        {"DTSTART;VALUE=DATE-TIME;tzid=\"Rome; or: so\":20260101T100000", "Rome; or: so"},
        {"DTSTART;TZID=:1", ""},
        {"DTSTART;TZIDX=a:1", NULL},
        {"SUMMARY:a;TZID=b", NULL},
        {"SUMMARY;X=\";TZID=b\":a", NULL},
        {"DTSTART;TZID", NULL},
        {"DTSTART;", NULL},
    };

    for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++) {
        size_t length = 99;
        const char *value = line_parameter(lines[i][0], strlen(lines[i][0]), "TZID", &length);
        if (!lines[i][1]) {
            assert_null(value);
            continue;
        }
        assert_int_equal(length, strlen(lines[i][1]));
        assert_memory_equal(value, lines[i][1], length);
    }
}

static void kept_lines_come_one_by_one(void **state)
{
    (void)state;
    const char *at = "A:1\n\nB:22";
    size_t length;

    assert_memory_equal(kept_line_next(&at, &length), "A:1", 3);
    assert_int_equal(length, 3);
    assert_non_null(kept_line_next(&at, &length));
    assert_int_equal(length, 0);
    assert_memory_equal(kept_line_next(&at, &length), "B:22", 4);
    assert_int_equal(length, 4);
    assert_null(kept_line_next(&at, &length));
}

static void times_are_read_and_printed(void **state)
{
    (void)state;
    static const char *const bad[] = {
        "20261302T030405Z", "20260102T030405",  "yesterday",         "20260102T250405Z", "",
        "-0260102T030405Z", "2026 102T030405Z", "20260102T030405ZZ", "20260102T 30405Z",
    };
    char stamp[STAMP_TEXT];

    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++)
        assert_true(feed_instant(bad[i]) == -1);
    assert_true(feed_instant("20260102T030405Z") == 1767323045);
    assert_string_equal(feed_instant_print(1767323045, stamp), "20260102T030405Z");
    assert_string_equal(feed_instant_print(0, stamp), "19700101T000000Z");
    assert_int_equal(feed_day("20260102T030405Z"), day_of(2026, 1, 2));
    assert_int_equal(feed_day("20260102"), day_of(2026, 1, 2));
    assert_int_equal(feed_day("20260230"), DAY_NONE);
    assert_int_equal(feed_day("2026010"), DAY_NONE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_are_unfolded),         cmocka_unit_test(values_follow_the_colon),
        cmocka_unit_test(parameters_are_found),       cmocka_unit_test(kept_lines_come_one_by_one),
        cmocka_unit_test(times_are_read_and_printed),
    };

    return cmocka_run_group_tests_name("memory/feed/feed_text", tests, NULL, NULL);
}
