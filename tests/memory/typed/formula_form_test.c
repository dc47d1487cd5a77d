/* formula_form_test: which spellings say the same, and what is left of a formula in each form. */
#include "memory/typed/formula_form.h"
#include "support/hand_book.h"

#define COUNT(items) (sizeof(items) / sizeof *(items))

static bool same(enum formula_form form, const char *one, const char *other)
{
    uint64_t left[FORM_COUNT], right[FORM_COUNT];

    formula_hashes(one, FORM_COUNT, left);
    formula_hashes(other, form + 1, right); /* however many are asked for */
    return left[form] == right[form];
}

static void test_spellings(void **state)
{
    (void)state;
    for (enum formula_form form = 0; form < FORM_COUNT; form++) {
        assert_true(same(form, "sum( A1:A$3 )", "SUM(A1:A3)"));
        assert_true(same(form, "IF('Log'!$D$4=TRUE;1;0)", "IF(Log!D4=TRUE(),1,0)"));
        assert_true(same(form, "_xlfn.XLOOKUP(A1,B:B,C:C)", "XLOOKUP(A1,$B:$B,C:C)"));
        assert_true(same(form, "SUM('My ''Log'!A1)", "SUM( 'My ''Log'!A1 )"));
        assert_false(same(form, "A1&\"a b\"", "A1&\"ab\""));
        assert_false(same(form, "SUM(A1:A3)", "MAX(A1:A3)"));
        assert_false(same(form, "ROUND(A1,2)", "ROUND(A1,3)"));
        assert_false(same(form, "A1+7", "A1-7"));
        assert_false(same(form, "A1", "\"A1\""));
    }
}

static void test_moved(void **state)
{
    static const struct {
        const char *one, *other;
        bool whole, columns, bare;
    } pairs[] = {
        {"Log!D4", "Diary!D4", false, true, true},
        {"Log!D4", "'Mon journal'!$D$9", false, true, true},
        {"SUM(Log!$D:$D)", "SUM(Log!$D$1:$D$1048576)", false, true, true},
        {"SUM(D4:D20000)", "SUM(D4:D19999)", false, true, true},
        {"SUM(D4:D20)", "SUM(E4:E20)", false, false, true},
        {"SUM(D:D)", "SUM(Log!E:E)", false, false, true},
        {"AsOf+D4", "BsOf+D4", false, false, false},
        {"LOG10(A1)", "LOG11(A1)", false, false, false},
        {"A1+B1", "A1", false, false, false},
        {"A1", "1", false, false, false},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(pairs); i++) {
        assert_int_equal(same(FORM_WHOLE, pairs[i].one, pairs[i].other), pairs[i].whole);
        assert_int_equal(same(FORM_COLUMNS, pairs[i].one, pairs[i].other), pairs[i].columns);
        assert_int_equal(same(FORM_BARE, pairs[i].one, pairs[i].other), pairs[i].bare);
    }
}

/* What is no formula has an end, too. */
static void test_broken(void **state)
{
    static const char *const broken[] = {"",     " ", "\"a", "'a", "''",     "a!",     "'a'!", "(",
                                         "SUM(", "$", ":",   "A:", "\"\"\"", "_xlfn.", "A1(\t"};

    (void)state;
    for (size_t i = 0; i < COUNT(broken); i++)
        for (enum formula_form form = 0; form < FORM_COUNT; form++)
            assert_true(same(form, broken[i], broken[i]));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_spellings),
        cmocka_unit_test(test_moved),
        cmocka_unit_test(test_broken),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
