/* astray_test: entries that do not count are named, the first few of them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "text/astray.h"

static const struct logged many[] = {
    {LOGGED_MANY, 20461, 90 * 60, "", "", "90", "", 7, 0},
    {LOGGED_FEW, 20461, 6, "", "", "0.1", "", 8, 0},
    {LOGGED_UNREAD, 20461, 0, "", "", "a while", "", 9, 0},
    {LOGGED_UNDATED, DAY_NONE, 60, "", "", "1", "", 10, 0},
};

static void assert_lines(size_t count, const char *words)
{
    const struct entries entries = {.astray = many, .astray_count = count};
    struct text out = TEXT_INIT;

    add_all_astray(&out, &entries, 20465);
    assert_string_equal(text_string(&out), words);
    text_free(&out);
}

static void the_first_few_each_in_a_line(void **state)
{
    (void)state;
    assert_lines(0, "");
    assert_lines(1,
                 "           One entry does not count yet: Thu 8 January says 90 h; for minutes, "
                 "type 1.5\n");
    assert_lines(4, "           4 entries do not count yet: Thu 8 January says 90 h; for minutes, "
                    "type 1.5\n"
                    "           Thu 8 January says 0.1 h; from 0.25 on it counts, and 0 says that "
                    "nothing was done\n"
                    "           Thu 8 January says a while; for two hours, write 2 or 2:00\n"
                    "           the Log shows the others in red\n");
}

static void a_formula_without_a_value(void **state)
{
    static const struct logged row = {LOGGED_UNREAD, 20461, 0, "", "", "", "", 7, 0};
    const struct entries entries = {.astray = &row, .astray_count = 1};
    struct text out = TEXT_INIT;

    (void)state;
    add_all_astray(&out, &entries, 20465);
    assert_string_equal(
        text_string(&out),
        "           One entry does not count yet: Thu 8 January has hours without a "
        "value; open the tracker and save it\n");
    text_free(&out);
}

static void all_in_one_line(void **state)
{
    static const struct {
        size_t count;
        const char *words;
    } cases[] = {
        {0, ""},
        {1, "One entry does not count yet: Thu 8 January says 90 h; for minutes, type 1.5; see the "
            "column Counts? of the Log\n"},
        {4, "4 entries do not count yet: Thu 8 January says 90 h; for minutes, type 1.5; see the "
            "column Counts? of the Log\n"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct entries entries = {.astray = many, .astray_count = cases[i].count};
        struct text out = TEXT_INIT;
        add_astray_line(&out, &entries, 20465);
        assert_string_equal(text_string(&out), cases[i].words);
        text_free(&out);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_first_few_each_in_a_line),
        cmocka_unit_test(a_formula_without_a_value),
        cmocka_unit_test(all_in_one_line),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
