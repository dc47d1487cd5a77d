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
        cmocka_unit_test(test_places),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
