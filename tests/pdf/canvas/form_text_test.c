/* form_text: what was typed into a field, as viewers are to show it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "pdf/canvas/form.h"

/* The operators for TEXT in a place of 100 by HEIGHT points, in 10 points of type; "": none. */
static const char *shown(const char *text, double height, bool lines)
{
    static char operators[4096];
    struct ruler *ruler = ruler_new();
    struct text out = TEXT_INIT;

    if (form_text_show(ruler, &out, text, 100, height, 10, lines))
        assert_true(out.length < sizeof operators);
    else
        assert_int_equal(out.length, 0);
    strcpy(operators, text_string(&out));
    text_free(&out);
    ruler_free(ruler);
    return operators;
}

static int count_lines(const char *operators)
{
    int count = 0;

    while ((operators = strstr(operators, " Tj\n"))) {
        operators++;
        count++;
    }
    return count;
}

static void on_one_line(void **state)
{
    (void)state;
    assert_string_equal(shown("Two (2) words", 14, false),
                        "/Tx BMC\nq\nBT\n0 g\n/Helv 10 Tf\n2 4.4 Td (Two \\(2\\) words) Tj\n"
                        "ET\nQ\nEMC\n");
    assert_int_equal(count_lines(shown("long, and longer than its place is wide, yet", 14, false)),
                     1);
}

static void letters_of_the_font(void **state)
{
    (void)state;
    assert_non_null(
        strstr(shown("caf\xc3\xa9 \xe2\x82\xac\xe2\x80\x93", 14, false), "(caf\xe9 \x80\x96) Tj"));
    assert_string_equal(shown("\xe6\x97\xa5", 14, false), "");
    assert_string_equal(shown("a\x01", 14, false), "");
}

static void broken_into_lines(void **state)
{
    const char *words = shown("Some words that do not go on one line", 60, true);

    (void)state;
    assert_true(count_lines(words) > 1);
    assert_non_null(strstr(words, " Td (Some words that "));
    assert_int_equal(count_lines(shown("one\n\nthree\n", 60, true)), 3);
    assert_non_null(strstr(shown("one\ntwo", 60, true), "0 -11.5 Td (two) Tj"));
    assert_true(count_lines(shown("wordwithoutanyspaceinitthatislongerthanaline", 60, true)) > 1);
}

/* A text of any length ends where its place does. */
static void cut_at_the_foot(void **state)
{
    (void)state;
    assert_true(count_lines(shown("1\n2\n3\n4\n5\n6\n7\n8\n9\n", 30, true)) <= 4);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(on_one_line),
        cmocka_unit_test(letters_of_the_font),
        cmocka_unit_test(broken_into_lines),
        cmocka_unit_test(cut_at_the_foot),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
