/* Tests of base/text: growing, UTF-8 at its edges, repair, and what may reach a terminal. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "base/text.h"

static void grows_and_stays_terminated(void **state)
{
    (void)state;
    struct text text = TEXT_INIT;
    assert_string_equal(text_string(&text), "");
    for (int i = 0; i < 1000; i++) {
        text_add_char(&text, 'a');
        assert_int_equal(text.bytes[text.length], 0);
    }
    assert_int_equal(text.length, 1000);
    text_clear(&text);
    assert_string_equal(text_string(&text), "");
    text_add(&text, "week ");
    text_print(&text, "%d of %s", 12, "130");
    text_add_bytes(&text, "\0x", 2);
    assert_memory_equal(text.bytes, "week 12 of 130\0x", 17);
    assert_int_equal(text.length, 16);
    text_clear(&text);
    text_print(&text, "%s", "");
    assert_non_null(text.bytes);
    text_print(&text, "%05000d", 1);
    assert_int_equal(text.length, 5000);
    text_free(&text);
    assert_string_equal(text_string(&text), "");
}

static void every_code_point_comes_back(void **state)
{
    (void)state;
    struct text text = TEXT_INIT;
    for (uint32_t code_point = 0; code_point <= 0x10FFFF; code_point++) {
        text_clear(&text);
        text_add_code_point(&text, code_point);
        uint32_t back = 0;
        bool surrogate = code_point >= 0xD800 && code_point <= 0xDFFF;
        assert_int_equal(utf8_next(text.bytes, text.length, &back), text.length);
        assert_int_equal(back, surrogate ? 0xFFFD : code_point);
    }
    text_clear(&text);
    text_add_code_point(&text, 0x110000);
    assert_string_equal(text_string(&text), "\xEF\xBF\xBD");
    text_free(&text);
}

static void what_is_no_utf8(void **state)
{
    (void)state;
    static const char *const wrong[] = {
        "\x80",             /* a continuation alone */
        "\xC0\xAF",         /* overlong, two bytes */
        "\xC1\xBF",         /* overlong */
        "\xC3",             /* cut short */
        "\xC3\x28",         /* no continuation */
        "\xE0\x9F\xBF",     /* overlong, three bytes */
        "\xE2\x82",         /* cut short */
        "\xED\xA0\x80",     /* a surrogate */
        "\xF0\x8F\xBF\xBF", /* overlong, four bytes */
        "\xF0\x9F\x98",     /* cut short */
        "\xF4\x90\x80\x80", /* above U+10FFFF */
        "\xF5\x80\x80\x80",
        "\xFE",
        "\xFF",
    };
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        uint32_t code_point = 0;
        assert_int_equal(utf8_next(wrong[i], strlen(wrong[i]), &code_point), 1);
        assert_int_equal(code_point, 0xFFFD);
    }
    uint32_t code_point = 0;
    assert_int_equal(utf8_next("\xEF\xBF\xBD", 3, &code_point), 3); /* U+FFFD itself is fine */
    assert_int_equal(utf8_next("\xF4\x8F\xBF\xBF", 4, &code_point), 4);
    assert_int_equal(code_point, 0x10FFFF);
}

static void columns(void **state)
{
    (void)state;
    assert_int_equal(utf8_columns("", 0), 0);
    assert_int_equal(utf8_columns("Rust", 4), 4);
    assert_int_equal(utf8_columns("\u00FCber", strlen("\u00FCber")), 4);
    assert_int_equal(utf8_columns("u\u0308ber", strlen("u\u0308ber")), 4); /* combining */
    assert_int_equal(utf8_columns("\u5B66\u4E60", strlen("\u5B66\u4E60")), 4);
    assert_int_equal(utf8_columns("\u2192\u2013", strlen("\u2192\u2013")), 2);
    assert_int_equal(utf8_columns("\xFF"
                                  "a",
                                  2),
                     2);
}

static void expect_repair(const char *given, size_t length, const char *wanted, size_t replaced)
{
    struct text out = TEXT_INIT;

    assert_int_equal(utf8_repair(&out, given, length, NULL), replaced);
    assert_string_equal(text_string(&out), wanted);
    text_free(&out);
}

static void repair(void **state)
{
    (void)state;
    expect_repair("plain \u00E9\n", strlen("plain \u00E9\n"), "plain \u00E9\n", 0);
    expect_repair("a\r\nb\rc\n\r\r\n", 10, "a\nb\nc\n\n\n", 0);
    expect_repair("a\r", 2, "a\n", 0);
    expect_repair("caf\xE9 x", 6, "caf\uFFFD x", 1);
    expect_repair("\xE2\x82", 2, "\uFFFD\uFFFD", 2);
    expect_repair("\uFFFD", 3, "\uFFFD", 0);

    struct text out = TEXT_INIT;
    size_t first = 99;
    assert_int_equal(utf8_repair(&out,
                                 "ab\xFF"
                                 "c\xFE",
                                 5, &first),
                     2);
    assert_int_equal(first, 2);
    first = 99;
    assert_int_equal(utf8_repair(&out, "ab", 2, &first), 0);
    assert_int_equal(first, 99);
    text_free(&out);
}

static void expect_visible(const char *given, bool newlines, const char *wanted)
{
    struct text out = TEXT_INIT;

    text_add_visible(&out, given, strlen(given), newlines);
    assert_string_equal(text_string(&out), wanted);
    text_free(&out);
}

static void nothing_that_a_terminal_obeys(void **state)
{
    (void)state;
    expect_visible("caf\u00E9 \u2192 \u5B66", false, "caf\u00E9 \u2192 \u5B66");
    expect_visible("\x1b[31mred\a\b", false, "\\x1b[31mred\\x07\\x08");
    expect_visible("a\tb\nc", false, "a\\x09b\\x0ac");
    expect_visible("a\nb\r", true, "a\nb\\x0d");
    expect_visible("\x7f", false, "\\x7f");
    expect_visible("\xC2\x9B"
                   "31m",
                   false, "\\x9b31m"); /* C1: a one-character escape */
    expect_visible("\xFF", false, "\\xff");
    expect_visible("\u202Eexe.txt", false, "\\u202eexe.txt");
    expect_visible("\u2066x\u2069", false, "\\u2066x\\u2069");
    struct text out = TEXT_INIT;
    text_add_visible(&out, "a\0b", 3, true);
    assert_string_equal(text_string(&out), "a\\x00b");
    text_free(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(grows_and_stays_terminated),
        cmocka_unit_test(every_code_point_comes_back),
        cmocka_unit_test(what_is_no_utf8),
        cmocka_unit_test(columns),
        cmocka_unit_test(repair),
        cmocka_unit_test(nothing_that_a_terminal_obeys),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
