/* source: bytes of any kind become clean text, and a message shows where they were not. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/source.h"

/* Reads LENGTH bytes through a file of their own. */
static bool read_bytes(struct pool *pool, const char *bytes, size_t length, struct source *source,
                       struct text *original)
{
    char path[] = P_tmpdir "/roadbook-source-XXXXXX";
    int descriptor = mkstemp(path);

    assert_true(descriptor >= 0);
    assert_int_equal(write(descriptor, bytes, length), length);
    close(descriptor);
    report_reset();
    report_verbosity(-2);
    bool good = source_read(pool, path, source, original);
    unlink(path);
    return good;
}

static void clean_text(void **state)
{
    static const char bytes[] = "\xef\xbb\xbf# A\r\nb\rc\n";
    struct pool *pool = pool_new();
    struct text original = TEXT_INIT;
    struct source source;
    size_t count;

    (void)state;
    assert_true(read_bytes(pool, bytes, sizeof bytes - 1, &source, &original));
    assert_string_equal(source.bytes, "# A\nb\nc\n");
    assert_int_equal(source.length, 8);
    assert_int_equal(original.length, sizeof bytes - 1);
    report_findings(&count);
    assert_int_equal(count, 0);
    text_free(&original);
    pool_free(pool);
}

/* Lines are counted alike, whichever way they end. */
static void places_of_what_is_not_utf8(void **state)
{
    static const char *const texts[] = {"a\nb\nxy\xff", "a\r\nb\r\nxy\xff", "a\rb\rxy\xff",
                                        "\xef\xbb\xbf\n\r\nxy\xff\r\xfe"};

    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        struct pool *pool = pool_new();
        struct source source;
        size_t count;
        assert_true(read_bytes(pool, texts[i], strlen(texts[i]), &source, NULL));
        const struct finding *findings = report_findings(&count);
        assert_int_equal(count, 1);
        assert_int_equal(findings[0].rule, RULE_NOT_UTF_8);
        assert_int_equal(findings[0].place.line, 3);
        assert_int_equal(findings[0].place.column, 3);
        report_reset();
        pool_free(pool);
    }
}

static void what_is_no_text(void **state)
{
    struct pool *pool = pool_new();
    struct source source;

    (void)state;
    assert_false(read_bytes(pool, "PK\0\1", 4, &source, NULL));
    assert_int_equal(report_status(false), STATUS_BAD_INPUT);
    report_reset();
    assert_false(source_read(pool, "tests/nowhere.md", &source, NULL));
    assert_int_equal(report_status(false), STATUS_SYSTEM);
    report_reset();
    pool_free(pool);
}

/* Both ways to a line agree, forwards, backwards and past the end. */
static void lines_by_number(void **state)
{
    static const char *const lines[] = {"one", "", "three", "four"};
    static const int order[] = {1, 3, 3, 4, 2, 1, 4};
    static const char bytes[] = "one\n\nthree\r\nfour";
    const struct source source = {"a.md", bytes, sizeof bytes - 1};
    struct pool *pool = pool_new();
    struct line_starts starts = line_starts_of(pool, &source);
    struct line_cursor cursor = {0};
    const char *line;
    size_t length;

    (void)state;
    for (size_t i = 0; i < sizeof order / sizeof order[0]; i++) {
        const char *expected = lines[order[i] - 1];
        assert_true(source_line_next(&cursor, &source, order[i], &line, &length));
        assert_int_equal(length, strlen(expected));
        assert_memory_equal(line, expected, length);
        assert_ptr_equal(source_line(&source, &starts, order[i], &length), line);
        assert_int_equal(length, strlen(expected));
    }
    assert_false(source_line_next(&cursor, &source, 5, &line, &length));
    assert_false(source_line_next(&cursor, &source, 0, &line, &length));
    assert_true(source_line_next(&cursor, &source, 2, &line, &length));
    pool_free(pool);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(clean_text),
        cmocka_unit_test(places_of_what_is_not_utf8),
        cmocka_unit_test(what_is_no_text),
        cmocka_unit_test(lines_by_number),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
