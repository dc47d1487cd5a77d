/* kept_cells: what a cell that the learner typed becomes, and formulas that move. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "xlsx/cells/kept_cells.h"

static struct kept_cell typed(const char *text)
{
    return (struct kept_cell){.kind = CELL_TEXT, .text = text, .format = "General"};
}

static struct kept_cell number(double value, const char *format)
{
    return (struct kept_cell){.kind = CELL_NUMBER, .text = "0", .number = value, .format = format};
}

static void hours_become_numbers(void **state)
{
    struct pool *pool = pool_new();
    const struct kept_cell half_past_one = number(0.0625, "h:mm"), decimal = typed("1,5"),
                           vague = typed("an evening");
    struct kept_cell by_formula = half_past_one;

    (void)state;
    struct kept_cell settled = settled_cell(pool, COLUMN_HOURS, &half_past_one);
    assert_int_equal(settled.kind, CELL_NUMBER);
    assert_float_equal(settled.number, 1.5, 1e-9);
    assert_string_equal(settled.format, "General");
    assert_float_equal(settled_cell(pool, COLUMN_HOURS, &decimal).number, 1.5, 1e-9);
    assert_string_equal(settled_cell(pool, COLUMN_HOURS, &vague).text, "an evening");
    by_formula.formula = "J5-I5";
    settled = settled_cell(pool, COLUMN_HOURS, &by_formula);
    assert_string_equal(settled.formula, "(J5-I5)*24");
    assert_float_equal(settled.number, 1.5, 1e-9);
    pool_free(pool);
}

/* 0.1 that shows as 2:24, 0.25 that was typed as 6:00: both may be meant otherwise. */
static void some_hours_are_doubtful(void **state)
{
    static const struct {
        double number;
        const char *format;
        bool doubtful;
    } table[] = {
        {0.1, "[>=0.25]0.00;h:mm\" ?\"", true},
        {0.25, "[>=0.25]0.00;h:mm\" ?\"", true},
        {0.5, "[>=0.25]0.00;h:mm\" ?\"", false},
        {0.1, "General", true},
        {1.5, "General", false},
        {0.25, "0.00", false},
        {0.25, "h:mm", false},
        {0.25, "[h]:mm:ss", false},
        {0, "General", false},
        {2, "h:mm", true},
        {1, "[h]:mm:ss", true},
        {0.9, "h:mm", false},
        {2, "[>=0.25]0.00;h:mm\" ?\"", false},
        {48, "0.00", false},
    };
    struct pool *pool = pool_new();
    struct kept_cell text = typed("0:10"), formula = number(0.1, "General");

    (void)state;
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        struct kept_cell cell = number(table[i].number, table[i].format);
        assert_int_equal(hours_are_doubtful(&cell), table[i].doubtful);
        /* once */
        cell = settled_cell(pool, COLUMN_HOURS, &cell);
        assert_false(hours_are_doubtful(&cell));
    }
    formula.formula = "1/10";
    assert_false(hours_are_doubtful(&text));
    assert_false(hours_are_doubtful(&formula));
    pool_free(pool);
}

/* A formula with a value is not one that nobody worked out. */
static void values_of_formulas_stay(void **state)
{
    struct pool *pool = pool_new();
    struct kept_cell cell = number(2, "General"), blank = {CELL_EMPTY, "", 0, "1+1", "General"};

    (void)state;
    cell.text = "2";
    cell.formula = "1+1";
    assert_string_equal(settled_cell(pool, COLUMN_HOURS, &cell).text, "2");
    assert_string_equal(settled_cell(pool, COLUMN_HOURS, &blank).text, "");
    pool_free(pool);
}

/* The column shows what is under a quarter as a time of day: it would be read back as one. */
static void few_hours_stay_few(void **state)
{
    struct pool *pool = pool_new();
    const struct kept_cell few = number(0.1, "General"), minutes = typed("6 min"),
                           none = number(0, "General");
    struct kept_cell by_formula = few;

    (void)state;
    struct kept_cell settled = settled_cell(pool, COLUMN_HOURS, &few);
    assert_float_equal(settled.number, 0.1, 1e-9);
    assert_string_equal(settled.format, "0.00");
    settled = settled_cell(pool, COLUMN_HOURS, &settled);
    assert_float_equal(settled.number, 0.1, 1e-9);
    assert_string_equal(settled_cell(pool, COLUMN_HOURS, &minutes).format, "0.00");
    assert_string_equal(settled_cell(pool, COLUMN_HOURS, &none).format, "General");
    by_formula.formula = "1/10";
    settled = settled_cell(pool, COLUMN_HOURS, &by_formula);
    assert_string_equal(settled.formula, "1/10");
    assert_string_equal(settled.format, "0.00");
    pool_free(pool);
}

static void days_and_ticks_are_understood(void **state)
{
    struct pool *pool = pool_new();
    const struct kept_cell date = typed("2026-03-02"), vague = typed("in spring"),
                           done = typed("X"), on = number(46000, "yyyy-mm-dd"),
                           read = typed("done");

    (void)state;
    assert_float_equal(settled_cell(pool, COLUMN_DAY, &date).number, 46083, 0);
    assert_string_equal(settled_cell(pool, COLUMN_DAY, &vague).text, "in spring");
    assert_string_equal(settled_cell(pool, COLUMN_TICK, &done).text, "☑");
    assert_float_equal(settled_cell(pool, COLUMN_TICK, &on).number, 46000, 0);
    assert_string_equal(settled_cell(pool, COLUMN_STATUS, &read).text, "read");
    assert_string_equal(settled_cell(pool, COLUMN_NOTE, &done).text, "X");
    pool_free(pool);
}

static void what_would_spoil_a_sum_becomes_text(void **state)
{
    struct pool *pool = pool_new();
    struct kept_cell error = {.kind = CELL_ERROR, .text = "#N/A", .format = "General"};
    const struct kept_cell truth = {
        .kind = CELL_TRUTH, .text = "1", .number = 1, .format = "General"};
    struct kept_cell waiting = {.kind = CELL_EMPTY, .text = "", .formula = "1+1"};

    (void)state;
    assert_int_equal(settled_cell(pool, COLUMN_HOURS, &error).kind, CELL_TEXT);
    error.formula = "A1/0";
    assert_string_equal(settled_cell(pool, COLUMN_MONEY, &error).text, "=A1/0");
    assert_int_equal(settled_cell(pool, COLUMN_NOTE, &error).kind, CELL_ERROR);
    assert_string_equal(settled_cell(pool, COLUMN_MONEY, &truth).text, "TRUE");
    assert_int_equal(settled_cell(pool, COLUMN_HOURS, &waiting).kind, CELL_NUMBER);
    pool_free(pool);
}

static void formulas_that_name_what_stays_behind_do_not_come(void **state)
{
    (void)state;
    assert_true(formula_allowed("D5*2"));
    assert_true(formula_allowed("\"[1]\"&A1"));
    assert_false(formula_allowed("[1]Sheet1!A1"));
    assert_false(formula_allowed("'[2]Own sheet'!A1"));
    assert_false(formula_allowed("SUM(Table1[Hours])"));
    assert_false(formula_allowed("A1\x01"));
    assert_false(formula_allowed(""));
}

static void ticks_count_as_the_formulas_count_them(void **state)
{
    const struct kept_cell yes = typed("Yes"), read = typed("read"), open = typed("☐"),
                           one = number(1, "General"), none = number(0, "General"),
                           text_true = typed("true");

    (void)state;
    assert_true(counts_as_done(COLUMN_TICK, &yes));
    assert_true(counts_as_done(COLUMN_TICK, &one));
    assert_true(counts_as_done(COLUMN_TICK, &text_true));
    assert_false(counts_as_done(COLUMN_STATUS, &text_true));
    assert_false(counts_as_done(COLUMN_TICK, &none));
    assert_false(counts_as_done(COLUMN_TICK, &open));
    assert_false(counts_as_done(COLUMN_TICK, &read));
    assert_true(counts_as_done(COLUMN_STATUS, &read));
    assert_false(counts_as_done(COLUMN_STATUS, &one));
}

static void half_done_and_given_up_is_not_done(void **state)
{
    static const char *const words[] = {"half",      "half done", "50 %",    "put aside",
                                        "abandoned", "dropped",   "reading", "to read"};
    const struct kept_cell half = number(0.5, "General"), most = number(0.99, "0%");

    (void)state;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        const struct kept_cell cell = typed(words[i]);
        assert_false(counts_as_done(COLUMN_TICK, &cell));
        assert_false(counts_as_done(COLUMN_STATUS, &cell));
        assert_false(cell_is_ticked(&cell)); /* a build makes no tick of it either */
    }
    assert_false(counts_as_done(COLUMN_TICK, &half));
    assert_false(counts_as_done(COLUMN_TICK, &most));
    assert_false(cell_is_ticked(&half));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(hours_become_numbers),
        cmocka_unit_test(half_done_and_given_up_is_not_done),
        cmocka_unit_test(few_hours_stay_few),
        cmocka_unit_test(some_hours_are_doubtful),
        cmocka_unit_test(values_of_formulas_stay),
        cmocka_unit_test(days_and_ticks_are_understood),
        cmocka_unit_test(what_would_spoil_a_sum_becomes_text),
        cmocka_unit_test(formulas_that_name_what_stays_behind_do_not_come),
        cmocka_unit_test(ticks_count_as_the_formulas_count_them),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
