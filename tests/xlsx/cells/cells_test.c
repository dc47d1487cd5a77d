/* cells_test: what may stand in a cell, as a link, and as a name. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "xlsx/sheets/sheets.h"

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

static void test_papers(void **state)
{
    (void)state;
    static const struct {
        struct paper paper;
        int code;
    } cases[] = {{{"a4", 210, 297}, 9},
                 {{"letter", 215.9, 279.4}, 1},
                 {{"legal", 215.9, 355.6}, 5},
                 {{"a5", 148, 210}, 11},
                 {{"of another name", 148.3, 209.8}, 11},
                 /* no number: the nearest shape */
                 {{"remarkable", 157.8, 210.4}, 1},
                 {{"ipad", 160.5, 229.8}, 9},
                 {{"half of a3", 211.5, 297}, 9}};

    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        assert_int_equal(paper_code(&cases[i].paper), cases[i].code);
}

static void test_heights(void **state)
{
    (void)state;
    assert_true(text_height("short", 40) < 20);
    assert_true(text_height("one\ntwo\nthree", 40) > text_height("one\ntwo", 40));
    assert_true(text_height("a text that is much wider than its cell", 10) > 45);
    assert_true(text_height("中文中文中文", 10) > text_height("zhong", 10));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_text),
        cmocka_unit_test(test_long_text_is_cut_between_characters),
        cmocka_unit_test(test_links),
        cmocka_unit_test(test_names),
        cmocka_unit_test(test_criteria_match_themselves_only),
        cmocka_unit_test(test_papers),
        cmocka_unit_test(test_heights),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
