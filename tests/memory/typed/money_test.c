/* money_test: amounts as people write them, and what is none. */
#include <math.h>

#include "memory/typed/money.h"
#include "support/hand_book.h"

static void amounts_are_read(void **state)
{
    static const struct {
        const char *text;
        double amount;
    } cases[] = {
        {"95,50", 95.5},
        {"€95.50", 95.5},
        {"95,5 €", 95.5},
        {"$ 1,500", 1500},
        {"1.500", 1500},
        {"1.234,50 EUR", 1234.5},
        {"1,234.50", 1234.5},
        {"1 500,25", 1500.25},
        {"1'500 CHF", 1500},
        {"0.125", 0.125},
        {"12", 12},
        {"US$20", 20},
        {"1,234,567", 1234567},
        {"1\u00A0500 kr", 1500},
    };
    double amount;

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct kept_cell cell = {CELL_TEXT, cases[i].text, 0, NULL, "General"};
        amount = -1;
        if (!cell_money(&cell, &amount) || fabs(amount - cases[i].amount) > 1e-9)
            fail_msg("'%s' is %g, not %g", cases[i].text, amount, cases[i].amount);
    }
    const struct kept_cell number = {CELL_NUMBER, "95.5", 95.5, NULL, "General"};
    assert_true(cell_money(&number, &amount) && amount == 95.5);
}

static void what_is_none_stays(void **state)
{
    static const char *const texts[] = {"",         "free",   "-5",    "about twenty",    "1,2,3",
                                        "12,34,56", "5 or 6", "1.2.3", "20 dollars each", "$",
                                        "1 50"};
    double amount;

    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct kept_cell cell = {CELL_TEXT, texts[i], 0, NULL, "General"};
        if (cell_money(&cell, &amount))
            fail_msg("'%s' is no amount, not %g", texts[i], amount);
    }
    const struct kept_cell less = {CELL_NUMBER, "-1", -1, NULL, "General"};
    assert_false(cell_money(&less, &amount));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(amounts_are_read),
        cmocka_unit_test(what_is_none_stays),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
