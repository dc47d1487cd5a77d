/* Tests of folding. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
/* cmocka wants those before it. */
#include <string.h>
#include <cmocka.h>

#include "ics/fold.h"

/* The lines of a component with that address and summary, checked; unfolded into PLAIN. */
static void print(const char *url, const char *summary, struct text *plain)
{
    struct text text = TEXT_INIT;
    icalcomponent *component = icalcomponent_new(ICAL_VEVENT_COMPONENT);

    icalcomponent_add_property(component, icalproperty_new_summary(summary));
    icalcomponent_add_property(component, icalproperty_new_url(url));
    component_print(component, &text);
    icalcomponent_free(component);
    const char *at = text_string(&text), *end;
    text_clear(plain);
    for (; (end = strstr(at, "\r\n")); at = end + 2) {
        size_t length = (size_t)(end - at), first = 0;
        uint32_t code_point;
        assert_in_range(length, 1, 75);
        assert_null(memchr(at, '\r', length));
        assert_null(memchr(at, '\n', length));
        for (size_t i = 0; i < length; i += utf8_next(at + i, length - i, &code_point)) {
            utf8_next(at + i, length - i, &code_point);
            assert_int_not_equal(code_point, 0xfffd);
        }
        if (*at == ' ')
            first = 1;
        else if (plain->length > 0)
            text_add(plain, "\n");
        text_add_bytes(plain, at + first, length - first);
    }
    assert_string_equal(at, "");
    text_free(&text);
}

static void any_length_of_line(void **state)
{
    (void)state;
    struct text url = TEXT_INIT, plain = TEXT_INIT, expected = TEXT_INIT;
    text_add(&url, "https://example.org/");
    for (int length = 20; length < 330; length++) {
        text_add_char(&url, (char)('a' + length % 26));
        print(text_string(&url), "x", &plain);
        text_clear(&expected);
        text_print(&expected, "BEGIN:VEVENT\nSUMMARY:x\nURL:%s\nEND:VEVENT", text_string(&url));
        assert_string_equal(text_string(&plain), text_string(&expected));
    }
    text_free(&url);
    text_free(&plain);
    text_free(&expected);
}

static void no_character_is_split(void **state)
{
    (void)state;
    static const char *const characters[] = {"\xc3\xa9", "\xe6\xbc\xa2", "\xf0\x9f\x93\x9a", "a "};
    struct text summary = TEXT_INIT, plain = TEXT_INIT, expected = TEXT_INIT;
    for (int shift = 0; shift < 6; shift++) {
        for (size_t i = 0; i < sizeof characters / sizeof characters[0]; i++) {
            text_clear(&summary);
            text_add_bytes(&summary, "......", (size_t)shift);
            for (int count = 0; count < 120; count++)
                text_add(&summary, characters[(i + (size_t)(count % 7 == 0)) % 4]);
            text_add(&summary, ".");
            print("https://example.org", text_string(&summary), &plain);
            text_clear(&expected);
            text_print(&expected, "BEGIN:VEVENT\nSUMMARY:%s\nURL:https://example.org\nEND:VEVENT",
                       text_string(&summary));
            assert_string_equal(text_string(&plain), text_string(&expected));
        }
    }
    text_free(&summary);
    text_free(&plain);
    text_free(&expected);
}

/* Lines that were kept are folded as those of a component. */
static void kept_lines_are_folded(void **state)
{
    (void)state;
    struct text lines = TEXT_INIT, out = TEXT_INIT;

    text_add(&lines, "A:1\nB:");
    for (int i = 0; i < 150; i++)
        text_add_char(&lines, 'x');
    text_add(&lines, "\nC:2\n");
    lines_fold(text_string(&lines), &out);
    assert_memory_equal(out.bytes, "A:1\r\nB:x", 8);
    const char *fold = strstr(out.bytes, "\r\n ");
    assert_int_equal(fold - out.bytes, 5 + 75);
    assert_int_equal(strstr(fold + 3, "\r\n ") - fold, 2 + 75);
    assert_string_equal(out.bytes + out.length - 7, "\r\nC:2\r\n");
    text_free(&lines);
    text_free(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(any_length_of_line),
        cmocka_unit_test(no_character_is_split),
        cmocka_unit_test(kept_lines_are_folded),
    };

    return cmocka_run_group_tests_name("ics/fold", tests, NULL, NULL);
}
