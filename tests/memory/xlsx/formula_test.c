/* formula_test: references move with the cell that shares a formula; nothing else does. */
#include "memory/xlsx/formula.h"
#include "support/archive_fixture.h"

static void test_shift(void **state)
{
    static const struct {
        const char *formula, *shifted;
        int rows, columns;
    } cases[] = {
        {"A1+$A1+A$1+$A$1", "B3+$A3+B$1+$A$1", 2, 1},
        {"SUM(A1:B2)*LOG10(C3)", "SUM(A2:B3)*LOG10(C4)", 1, 0},
        {"\"A1\"&'A1'!B1&Sheet1!B1", "\"A1\"&'A1'!B2&Sheet1!B2", 1, 0},
        {"\"a\"\"A1\"&A1", "\"a\"\"A1\"&A2", 1, 0},
        {"'it''s A1'!A1", "'it''s A1'!A2", 1, 0},
        {"SUM(A:C)+SUM($A:C)+SUM(1:3)", "SUM(B:D)+SUM($A:D)+SUM(2:4)", 1, 1},
        {"Table1[A1]+T1[[#This Row],[B2]]", "Table1[A1]+T1[[#This Row],[B2]]", 1, 1},
        {"[1]S!A1", "[1]S!A2", 1, 0},
        {"1.5+1E5+12+TRUE+rate_A1+A1.B", "1.5+1E5+12+TRUE+rate_A1+A1.B", 1, 1},
        {"A1", "#REF!", -1, 0},
        {"B1:A1", "A1:#REF!", 0, -1},
        {"XFD1048576", "#REF!", 1, 0},
        {"XFE1+A1048577+A0", "XFE1+A1048577+A0", 1, 1},
        {"IF(A1>B1,\"x", "IF(A2>B2,\"x", 1, 0},
        {"_xlfn.XLOOKUP(A1,\xC3\x84"
         "1,a1#)",
         "_xlfn.XLOOKUP(A2,\xC3\x84"
         "1,A2#)",
         1, 0},
        {"", "", 1, 1},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct text out = TEXT_INIT;
        formula_shift(&out, cases[i].formula, cases[i].rows, cases[i].columns);
        assert_string_equal(text_string(&out), cases[i].shifted);
        text_free(&out);
    }
}

/* Of the old Log: A, B and D stand, C moved behind two new columns, E is gone; Own is right of all.
 */
static const struct moved_sheet moved[] = {
    {"Log", "Log", (const int[]){0, 1, 5, 2, -1}, 5, 6},
    {"My chores", "Tasks", (const int[]){0, 2, 1}, 3, 3},
    {"It's", "Sheet's", (const int[]){0}, 1, 1},
};

static const char *map(struct text *out, const char *formula, const struct moved_sheet *here,
                       int down)
{
    const struct formula_map about = {moved, COUNT(moved), here, down};

    text_clear(out);
    return formula_mapped(out, formula, &about) ? text_string(out) : NULL;
}

static void test_columns_are_mapped(void **state)
{
    static const struct {
        const char *formula, *mapped;
    } cases[] = {
        {"C5*2+$C$5+A5", "F5*2+$F$5+A5"},
        {"c5+d5+a5", "F5+C5+a5"},
        {"SUM(A5:B9)+SUM(A:B)", "SUM(A5:B9)+SUM(A:B)"},
        {"SUM(C:C)+SUM(D$5:D9)", "SUM(F:F)+SUM(C$5:C9)"},
        {"F5+H5", "G5+I5"}, /* nothing stands there */
        {"Log!D7+LOG!$C$7", "Log!C7+LOG!$F$7"},
        {"SUM(Log!D5:D9)*D5", "SUM(Log!C5:C9)*C5"},
        {"SUM(Log!D5:Log!D9)", "SUM(Log!C5:Log!C9)"},
        {"'My chores'!B2&\"C5\"&C5", "'Tasks'!C2&\"C5\"&F5"},
        {"'It''s'!A1", "'Sheet''s'!A1"},
        {"Books!C5+'C5'!C5+LOG10(C5)+Rate5", "Books!C5+'C5'!C5+LOG10(F5)+Rate5"},
        {"5:9", "5:9"},
        {"IF(A5<>\"\",Log!C5,C5)", "IF(A5<>\"\",Log!F5,F5)"},
    };
    static const char *const none[] = {
        "E5",           "Log!E:E",       "SUM(Log!D5:E9)", "A5:C5", "SUM(Log!B5:D5)+C5",
        "Log:Tasks!A1", "'Log:Tasks'!A1"};
    struct text out = TEXT_INIT;

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++)
        assert_string_equal(map(&out, cases[i].formula, &moved[0], 0), cases[i].mapped);
    assert_string_equal(map(&out, "C5+Log!C5", NULL, 0), "C5+Log!F5");
    for (size_t i = 0; i < COUNT(none); i++)
        assert_null(map(&out, none[i], &moved[0], 0));
    text_free(&out);
}

static void test_rows_move_along(void **state)
{
    static const struct {
        const char *from, *to;
        int down;
    } cases[] = {
        {"D5*2", "D7*2", 2},
        {"$D5+D$5+$D$5", "$D7+D$5+$D$5", 2},
        {"SUM(D5:AB6)", "SUM(D3:AB4)", -2},
        {"Log!D5+D5", "Log!C5+D8", 3},
        {"SUM(Log!D5:D9)+D5", "SUM(Log!C5:C9)+D6", 1},
        {"'Own D5'!D5&\"D5\"&D5", "'Own D5'!D5&\"D5\"&D6", 1},
        {"LOG10(D5)", "LOG10(D6)", 1},
        {"Rate5*D5+RATES1", "Rate5*D6+RATES1", 1},
        {"SUM(5:6)", "SUM(6:7)", 1},
        {"A1", "A1", -1},
        {"D5", "D5", 0},
    };
    struct text out = TEXT_INIT;

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++)
        assert_string_equal(map(&out, cases[i].from, NULL, cases[i].down), cases[i].to);
    text_free(&out);
}

static void test_places(void **state)
{
    uint32_t row = 0, column = 0;

    (void)state;
    assert_string_equal(place_parse("AB12:C3", &row, &column), ":C3");
    assert_int_equal(row, 11);
    assert_int_equal(column, 27);
    assert_non_null(place_parse("XFD1048576", &row, &column));
    assert_int_equal(row, SHEET_ROWS - 1);
    assert_int_equal(column, SHEET_COLUMNS - 1);
    static const char *const none[] = {"",         "A",    "1",     "A0",  "XFE1",
                                       "A1048577", "$A$1", "AAAA1", "A1B", "A99999999999999999999"};
    for (size_t i = 0; i < COUNT(none); i++)
        assert_null(place_parse(none[i], &row, &column));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_shift),
        cmocka_unit_test(test_columns_are_mapped),
        cmocka_unit_test(test_rows_move_along),
        cmocka_unit_test(test_places),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
