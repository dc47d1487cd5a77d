/* money_test: prices out of words. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "words/quantity.h"

static void prices(void **state)
{
    (void)state;
    static const struct {
        const char *text, *currency;
        long low, high;
        bool at_most;
    } rows[] = {
        {"Two books = $60", "$", 6000, 6000, false},
        {"€40 a year", "€", 4000, 4000, false},
        {"40 €", "€", 4000, 4000, false},
        {"(<$150 total)", "$", 15000, 15000, true},
        {"$50-100", "$", 5000, 10000, false},
        {"$9.99", "$", 999, 999, false},
        {"$1,500", "$", 150000, 150000, false},
        {"20 EUR", "EUR", 2000, 2000, false},
        {"Premium plugins", "", 0, 0, false},
        {"3 books", "", 0, 0, false},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct money money = {0};
        bool found = money_find(rows[i].text, strlen(rows[i].text), &money, NULL);
        assert_int_equal(found, rows[i].high > 0);
        if (!found)
            continue;
        assert_int_equal(money.low, rows[i].low);
        assert_int_equal(money.high, rows[i].high);
        assert_int_equal(money.at_most, rows[i].at_most);
        assert_string_equal(money.currency, rows[i].currency);
    }
}

static void place_of_a_price(void **state)
{
    (void)state;
    struct money money;
    struct found found;

    assert_true(money_find("Books (<$150 total)", 19, &money, &found));
    assert_int_equal(found.start, 7);
    assert_int_equal(found.end, 12);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(prices),
        cmocka_unit_test(place_of_a_price),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
