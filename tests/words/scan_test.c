/* scan_test: the small things that spans and efforts are made of, and that a scan which finds
 * nothing stays where it was. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "words/scan.h"

static struct scan at_start_of(const char *text)
{
    return (struct scan){text, strlen(text), 0};
}

static void numbers(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        double value;
        size_t end; /* 0: none */
    } rows[] = {
        {"12", 12, 2},      {"1.5 h", 1.5, 3}, {"1,25", 1.25, 4},
        {"3.", 3, 1},       {"1.2.3", 1.2, 3}, {"1234567", 1234567, 7},
        {"12345678", 0, 0}, {".5", 0, 0},      {"x", 0, 0},
        {"", 0, 0},         {"七", 7, 3},      {"十", 10, 3},
        {"十二", 12, 6},    {"二十", 20, 6},   {"三十六", 36, 9},
        {"〇", 0, 0},
    };

    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct scan scan = at_start_of(rows[i].text);
        double value = 0;
        bool read = scan_number_any(&scan, &value);
        if (read != (rows[i].end > 0) || value != rows[i].value || scan.at != rows[i].end)
            fail_msg("'%s': %g up to %zu", rows[i].text, value, scan.at);
    }
    struct scan scan = at_start_of("七");
    double value;
    assert_false(scan_number(&scan, &value));
    assert_int_equal(digits_at("a123b", 5, 1), 3);
    assert_int_equal(digits_at("12", 1, 0), 1);
}

static void number_words(void **state)
{
    (void)state;
    static const char *const threes[] = {"three", "Drei", "tres", "três", "trois", "три"};
    double number = 0;

    for (size_t i = 0; i < sizeof threes / sizeof threes[0]; i++) {
        struct scan scan = at_start_of(threes[i]);
        assert_true(scan_number_word(&scan, &number) && scan_end(&scan));
        assert_true(number == 3);
    }
    struct scan scan = at_start_of("threefold");
    assert_false(scan_number_word(&scan, &number));
    assert_int_equal(scan.at, 0);
}

static void dashes(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        size_t end;
    } rows[] = {{"-4", 1},         {" – 4", 5}, {"to 4", 0}, {" to 4", 4}, {" bis 4", 5},
                {" a 4", 3},       {"a4", 0},   {"至4", 3},  {"~ 4", 2},   {" tomorrow", 0},
                {" through 4", 9}, {" 4", 0},   {" à 4", 4}};

    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct scan scan = at_start_of(rows[i].text);
        bool read = scan_dash(&scan);
        if (read != (rows[i].end > 0) || scan.at != rows[i].end)
            fail_msg("'%s': up to %zu", rows[i].text, scan.at);
    }
}

static void blanks_and_ornament(void **state)
{
    (void)state;
    struct scan scan = at_start_of(" \u3000\u00a0x");

    scan_blanks(&scan);
    assert_int_equal(scan_peek(&scan), 'x');
    scan = at_start_of("🚀 ** → x");
    scan_ornament(&scan);
    assert_int_equal(scan_take(&scan), 'x');
    assert_true(scan_end(&scan));
    assert_int_equal(scan_peek(&scan), 0);
    assert_int_equal(scan_take(&scan), 0);
    assert_false(scan_char(&scan, 0));
    scan = at_start_of("𠀀"); /* a letter beyond the signs */
    scan_ornament(&scan);
    assert_int_equal(scan.at, 0);
}

static void words_of_any_language(void **state)
{
    (void)state;
    const struct language *language = NULL;
    struct scan scan = at_start_of("Stunden");

    assert_true(scan_word(&scan, words_hours, &language));
    assert_string_equal(language->code, "de");
    assert_true(scan_end(&scan));
    scan = at_start_of("hourly");
    assert_false(scan_word(&scan, words_hours, NULL));
    assert_int_equal(scan.at, 0);
    scan = at_start_of("- hours");
    assert_false(scan_word(&scan, words_hours, NULL));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers),
        cmocka_unit_test(number_words),
        cmocka_unit_test(dashes),
        cmocka_unit_test(blanks_and_ornament),
        cmocka_unit_test(words_of_any_language),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
