/* Tests of JSON for terminals: what could change what they show is escaped, and means the same. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <jansson.h>
#include <string.h>

#include "text/json.h"

static void controls_are_escaped(void **state)
{
    (void)state;
    /* DEL, a C1 control, a right-to-left override, and a letter that stays. */
    static const char odd[] = "a\x7f\xc2\x9b\xe2\x80\xae\xc3\xa9";
    json_t *object = json_pack("{s:s}", "title", odd);
    struct text out = TEXT_INIT;

    json_add(object, &out);
    const char *text = text_string(&out);
    assert_non_null(strstr(text, "\\u007f"));
    assert_non_null(strstr(text, "\\u009b"));
    assert_non_null(strstr(text, "\\u202e"));
    assert_non_null(strstr(text, "\xc3\xa9"));
    assert_int_equal(text[out.length - 1], '\n');
    json_t *again = json_loads(text, 0, NULL);
    assert_string_equal(json_string_value(json_object_get(again, "title")), odd);
    json_decref(again);
    json_decref(object);
    text_free(&out);
}

static void days(void **state)
{
    (void)state;
    json_t *date = json_day(day_of(2026, 1, 5)), *none = json_day(DAY_NONE);

    assert_string_equal(json_string_value(date), "2026-01-05");
    assert_true(json_is_null(none));
    json_decref(date);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(controls_are_escaped),
        cmocka_unit_test(days),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
