/* cells_test: which paper a sheet is printed on, and how high a text stands. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "xlsx/sheets/sheets.h"

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
        cmocka_unit_test(test_papers),
        cmocka_unit_test(test_heights),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
