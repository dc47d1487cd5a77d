/* Tests of the limits: what would cost the parser too much loses its signs, never a letter or a
 * place. */
#include "read/outline.h"
#include "read/parser_limits.h"
#include "support/reading.h"

static void limited(const char *text, struct text *out)
{
    report_reset();
    report_verbosity(-1);
    source = (struct source){"test.md", text, strlen(text)};
    limit_markdown(out, &source, 0);
    assert_int_equal(out->length, source.length);
}

static size_t findings(void)
{
    size_t count;

    report_findings(&count);
    return count;
}

static char *repeated(const char *part, size_t times, const char *end)
{
    struct text text = TEXT_INIT;

    for (size_t i = 0; i < times; i++)
        text_add(&text, part);
    text_add(&text, end);
    return text.bytes;
}

static size_t count_of(const char *text, char c)
{
    size_t count = 0;

    for (; *text; text++)
        count += *text == c;
    return count;
}

static void what_is_usual_stays(void **state)
{
    (void)state;
    struct text out = TEXT_INIT;
    limited(long_roadmap, &out);
    assert_string_equal(text_string(&out), long_roadmap);
    assert_int_equal(findings(), 0);
    text_free(&out);
}

static void nesting(void **state)
{
    (void)state;
    static const char *const signs[] = {"> ", "- ", "1. "};
    for (size_t i = 0; i < sizeof signs / sizeof signs[0]; i++) {
        struct text out = TEXT_INIT;
        char *text = repeated(signs[i], NESTING_MOST + 8, "word\n");
        limited(text, &out);
        char sign = i == 2 ? '.' : signs[i][0];
        assert_int_equal(count_of(text_string(&out), sign), NESTING_MOST);
        assert_non_null(strstr(text_string(&out), "word\n"));
        assert_int_equal(findings(), 1);
        text_free(&out);
        free(text);
    }
}

static void tables(void **state)
{
    (void)state;
    struct text out = TEXT_INIT;
    char *wide = repeated("|-", COLUMNS_MOST + 1, "|\n");
    limited(wide, &out);
    assert_int_equal(count_of(text_string(&out), '|'), 0);
    assert_int_equal(findings(), 1);
    free(wide);
    text_clear(&out);
    limited("|a|b|\n|-|-|\n|c|\n", &out);
    assert_int_equal(count_of(text_string(&out), '|'), 8);
    assert_int_equal(findings(), 0);
    text_free(&out);
}

static void signs_of_one_paragraph(void **state)
{
    (void)state;
    struct text out = TEXT_INIT;
    char *dense = repeated("[a", 5000, "\n");
    limited(dense, &out);
    assert_int_equal(count_of(text_string(&out), '['), 4000);
    assert_int_equal(count_of(text_string(&out), 'a'), 5000);
    assert_int_equal(findings(), 1);
    free(dense);
    text_clear(&out);
    dense = repeated("[a\n\n", 5000, ""); /* each a paragraph of its own */
    limited(dense, &out);
    assert_int_equal(count_of(text_string(&out), '['), 5000);
    free(dense);
    text_free(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_usual_stays),
        cmocka_unit_test(nesting),
        cmocka_unit_test(tables),
        cmocka_unit_test(signs_of_one_paragraph),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
