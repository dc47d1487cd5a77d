/* quotes: each language's marks close their own quotation, and one that is left open is none. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "words/quotes.h"

static void marks_close_their_own(void **state)
{
    static const struct {
        const char *text, *quotation;
        size_t mark;
    } cases[] = {
        {"\"Dune\" by Herbert", "\"Dune\"", 1},
        {"“Dune” und „Emma“", "“Dune”", 3},
        {"„Emma“ und “Dune”", "„Emma“", 3},
        {"«Анна Каренина», гл. 1", "«Анна Каренина»", 2},
        {"《三体》、《球状闪电》", "《三体》", 3},
        {"「雪国」と『こころ』", "「雪国」", 3},
        {"『心「こころ」』", "『心「こころ」』", 3},
        {"\"\"", "\"\"", 1},
        {"Dune \"by\" Herbert", "", 0}, /* not at its start */
        {"\"Dune by Herbert", "", 0},
        {"\"", "", 0},
        {"“Dune\"", "", 0},
        {"", "", 0},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        size_t mark = 0, length = strlen(cases[i].text);
        assert_int_equal(quotation_length(cases[i].text, length, &mark),
                         strlen(cases[i].quotation));
        assert_int_equal(mark, cases[i].mark);
        assert_int_equal(quotation_length(cases[i].text, length, NULL), strlen(cases[i].quotation));
    }
    assert_int_equal(quotation_length("\"Dune\"", 5, NULL), 0); /* closed beyond its end */
}

static void a_mark_that_closes_late_is_anothers(void **state)
{
    char text[400];

    (void)state;
    memset(text, 'a', sizeof text);
    text[0] = text[200] = '"';
    assert_int_equal(quotation_length(text, sizeof text, NULL), 201);
    text[200] = 'a';
    text[350] = '"';
    assert_int_equal(quotation_length(text, sizeof text, NULL), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(marks_close_their_own),
        cmocka_unit_test(a_mark_that_closes_late_is_anothers),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
