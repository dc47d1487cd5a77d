/* feed_lines: lines of any ends, folded anywhere, and what stands in one. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "memory/feed_lines.h"

static void lines_unfold(void **state)
{
    static const char bytes[] = "\xef\xbb\xbfSUM\r\n MARY:a\n\tb\r\n\r\nEND:X";
    static const char *const expected[] = {"SUMMARY:ab", "", "END:X"};
    struct feed_lines lines = feed_lines_of(bytes, strlen(bytes));
    struct text line = TEXT_INIT;

    (void)state;
    for (size_t i = 0; i < 3; i++) {
        assert_true(feed_lines_next(&lines, &line));
        assert_string_equal(text_string(&line), expected[i]);
    }
    assert_false(feed_lines_next(&lines, &line));
    text_free(&line);
}

static void properties_are_taken_apart(void **state)
{
    static const char line[] = "DtStart;X-A=\"a:b;TZID=no\";TZID=\"Own/Zone\":20260105T190000";
    size_t length;

    (void)state;
    assert_true(is_property(line, "DTSTART"));
    assert_false(is_property(line, "DT"));
    assert_string_equal(property_value(line, "DTSTART"), "20260105T190000");
    assert_null(property_value(line, "DTEND"));
    const char *zone = property_parameter(line, "TZID", &length);
    assert_int_equal(length, strlen("Own/Zone"));
    assert_memory_equal(zone, "Own/Zone", length);
    assert_null(property_parameter(line, "VALUE", &length));
    assert_null(property_parameter("SUMMARY:;TZID=x", "TZID", &length));
    assert_null(property_value("SUMMARY;X=\"open:", "SUMMARY"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_unfold),
        cmocka_unit_test(properties_are_taken_apart),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
