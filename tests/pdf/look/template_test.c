/* template: what a file gives, and where a value stands in it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "pdf/look/template.h"

static struct source source_of(const char *bytes)
{
    return (struct source){"mine.yaml", bytes, strlen(bytes)};
}

static void only_what_is_there_is_given(void **state)
{
    (void)state;
    struct source source =
        source_of("margins:\n  inner: 30\npages: [cover, weeks]\nfilled: false\n");
    struct template *template = NULL;
    assert_true(template_read(&source, &template));
    assert_non_null(template);
    assert_true(template->margins.inner == 30 && template->margins.outer == 0);
    assert_int_equal(template->pages_count, 2);
    assert_string_equal(template->pages[1], "weeks");
    assert_non_null(template->filled);
    assert_false(*template->filled);
    assert_null(template->duplex);
    assert_null(template->name);
    template_free(template);
}

static void nothing_but_blanks_is_no_template(void **state)
{
    (void)state;
    struct source source = source_of("# a word to the reader\n\n");
    struct template *template = NULL;
    assert_true(template_read(&source, &template));
    assert_null(template);
}

static void a_value_is_found_behind_its_key(void **state)
{
    (void)state;
    struct source source =
        source_of("name: left\nhand: lefty, left\npages:\n  - cover\n  - left\n");
    struct place place = template_place(&source, "hand", "left");
    assert_int_equal(place.line, 2);
    assert_int_equal(place.column, 14); /* "lefty" is another word */
    place = template_place(&source, "pages", "left");
    assert_int_equal(place.line, 5);
    assert_int_equal(place.column, 5);
    place = template_place(&source, "hand", "nowhere");
    assert_int_equal(place.line, 2);
    assert_int_equal(place.column, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(only_what_is_there_is_given),
        cmocka_unit_test(nothing_but_blanks_is_no_template),
        cmocka_unit_test(a_value_is_found_behind_its_key),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
