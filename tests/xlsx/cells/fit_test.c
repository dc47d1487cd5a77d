/* fit: what may stand in a cell, as a link, and as a name. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/text.h"
#include "xlsx/cells/fit.h"

static void test_text(void **state)
{
    struct pool *pool = pool_new();
    bool cut;

    (void)state;
    assert_string_equal(cell_text(pool, "café → ☑\n\tend", &cut), "café → ☑\n\tend");
    assert_string_equal(cell_text(pool, "a\x01\x1b[31mb\r\n", &cut), "a\ufffd\ufffd[31mb\n");
    assert_string_equal(cell_text(pool, "_x0041_ _x41_ _xZZZZ_", &cut),
                        "_x005F_x0041_ _x41_ _xZZZZ_");
    assert_string_equal(cell_text(pool, "\xff\xfe", &cut), "\ufffd\ufffd");
    assert_string_equal(cell_text(pool, "\xef\xbf\xbf", &cut), "\ufffd"); /* U+FFFF */
    assert_false(cut);
    pool_free(pool);
}

static void test_long_text_is_cut_between_characters(void **state)
{
    struct pool *pool = pool_new();
    struct text long_text = TEXT_INIT;
    bool cut;

    (void)state;
    for (int i = 0; i < 32767; i++)
        text_add_char(&long_text, 'x');
    assert_int_equal(strlen(cell_text(pool, text_string(&long_text), &cut)), 32767);
    assert_false(cut);
    long_text.length -= 1;
    long_text.bytes[long_text.length] = '\0';
    text_add(&long_text, "😀"); /* two UTF-16 units: one too many */
    assert_int_equal(strlen(cell_text(pool, text_string(&long_text), &cut)), 32766);
    assert_true(cut);
    text_free(&long_text);
    pool_free(pool);
}

static void test_links(void **state)
{
    char url[2100] = "https://example.org/";

    (void)state;
    assert_true(link_allowed("https://example.org/a?b=1&c=2#d"));
    assert_true(link_allowed("HTTP://example.org"));
    assert_true(link_allowed("mailto:somebody@example.org"));
    assert_false(link_allowed("javascript:alert(1)"));
    assert_false(link_allowed("file:///etc/passwd"));
    assert_false(link_allowed("internal:Log!A1"));
    assert_false(link_allowed("external:other.xlsx"));
    assert_false(link_allowed("https://"));
    assert_false(link_allowed("https://example.org/a b"));
    assert_false(link_allowed("https://example.org/\"onclick"));
    assert_false(link_allowed("https://example.org/\x01"));
    assert_false(link_allowed(NULL));
    memset(url + strlen(url), 'a', 2079 - strlen(url));
    assert_true(link_allowed(url));
    url[2079] = 'a';
    assert_false(link_allowed(url));
}

static void test_names(void **state)
{
    (void)state;
    assert_true(sheet_name_allowed("Weeks"));
    assert_false(sheet_name_allowed(""));
    assert_false(sheet_name_allowed("history"));
    assert_false(sheet_name_allowed("a/b"));
    assert_false(sheet_name_allowed("'quoted"));
    assert_false(sheet_name_allowed("a name of more than thirty-one characters"));
    assert_true(defined_name_allowed("AsOf"));
    assert_true(defined_name_allowed("Categories"));
    assert_true(defined_name_allowed("Road1"));
    assert_false(defined_name_allowed("A1"));
    assert_false(defined_name_allowed("xfd12"));
    assert_false(defined_name_allowed("R1C1"));
    assert_false(defined_name_allowed("r"));
    assert_false(defined_name_allowed("C7"));
    assert_false(defined_name_allowed("two words"));
    assert_false(defined_name_allowed("1st"));
}

static void test_criteria_match_themselves_only(void **state)
{
    struct pool *pool = pool_new();

    (void)state;
    assert_string_equal(criterion(pool, "Reading"), "=Reading");
    assert_string_equal(criterion(pool, "Why? *Practice*~"), "=Why~? ~*Practice~*~~");
    assert_string_equal(criterion(pool, ">5"), "=>5");
    pool_free(pool);
}

static void words_are_the_same_whatever_their_case(void **state)
{
    (void)state;
    assert_true(same_words("Reading", "rEADING"));
    assert_true(same_words("Übung", "übung"));
    assert_true(same_words("e\xcc\x81tude", "É"
                                            "tude"));
    assert_false(same_words("Reading", "Reading "));
    assert_false(same_words("Übung", "Ubung"));
    assert_false(same_words("", "x"));
}

static void escapes_are_read_again(void **state)
{
    struct pool *pool = pool_new();
    bool cut;

    (void)state;
    assert_string_equal(text_as_read(pool, "plain"), "plain");
    assert_string_equal(text_as_read(pool, cell_text(pool, "_x0041_ and _x", &cut)),
                        "_x0041_ and _x");
    pool_free(pool);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_text),
        cmocka_unit_test(test_long_text_is_cut_between_characters),
        cmocka_unit_test(test_links),
        cmocka_unit_test(test_names),
        cmocka_unit_test(test_criteria_match_themselves_only),
        cmocka_unit_test(words_are_the_same_whatever_their_case),
        cmocka_unit_test(escapes_are_read_again),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
