/* excerpt: what a message shows of a line, and where its caret stands. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/excerpt.h"

static int excerpt(struct text *out, const char *line, size_t caret)
{
    text_clear(out);
    return excerpt_add(out, line, strlen(line), caret);
}

static void short_lines_are_whole(void **state)
{
    struct text out = TEXT_INIT;

    (void)state;
    assert_int_equal(excerpt(&out, "Week 3: bake", 5), 5);
    assert_string_equal(text_string(&out), "Week 3: bake");
    assert_int_equal(excerpt(&out, "Week", 99), 4); /* behind the end */
    /* the caret's column counts what is seen: wide letters, tabs, control characters */
    assert_int_equal(excerpt(&out, "第1週 x", 8), 6);
    assert_int_equal(excerpt(&out, "a\tb", 2), 4);
    assert_string_equal(text_string(&out), "a   b");
    int caret = excerpt(&out, "a\x1b[mb", 4);
    assert_null(strchr(text_string(&out), '\x1b'));
    assert_int_equal(text_string(&out)[caret], 'b');
    text_free(&out);
}

static void long_lines_are_cut_around_the_caret(void **state)
{
    char line[401];
    struct text out = TEXT_INIT;

    (void)state;
    memset(line, '.', 400);
    line[400] = '\0';
    line[300] = 'X';
    int caret = excerpt(&out, line, 300);
    const char *shown = text_string(&out);
    assert_memory_equal(shown, "…", strlen("…"));
    assert_string_equal(shown + out.length - strlen("…"), "…");
    assert_int_equal(utf8_columns(shown, out.length), 76 + 2);
    assert_int_equal(utf8_columns(shown, (size_t)(strchr(shown, 'X') - shown)), caret);
    caret = excerpt(&out, line, 2); /* near the start nothing is cut there */
    assert_int_equal(caret, 2);
    assert_int_equal(text_string(&out)[0], '.');
    caret = excerpt(&out, line, 400);
    assert_int_equal(caret, utf8_columns(text_string(&out), out.length));
    text_free(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(short_lines_are_whole),
        cmocka_unit_test(long_lines_are_cut_around_the_caret),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
