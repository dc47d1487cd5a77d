/* nearest: mistyped words find the one that was meant, and strangers find none. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/nearest.h"

static const char *const words[] = {"hours", "start", "output", "timezone", "off", "period"};
#define COUNT (sizeof words / sizeof words[0])

static void test_mistyped(void **state)
{
    (void)state;
    assert_string_equal(nearest_word("houers", words, COUNT), "hours");
    assert_string_equal(nearest_word("HOURS", words, COUNT), "hours");
    assert_string_equal(nearest_word("strat", words, COUNT), "start");
    assert_string_equal(nearest_word("time-zone", words, COUNT), "timezone");
    assert_string_equal(nearest_word("of", words, COUNT), "off");
}

static void test_strangers(void **state)
{
    (void)state;
    assert_null(nearest_word("colour", words, COUNT));
    assert_null(nearest_word("", words, COUNT));
    assert_null(nearest_word("a word that is longer than any option could ever be", words, COUNT));
    assert_null(nearest_word("hours", words, 0));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_mistyped),
        cmocka_unit_test(test_strangers),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
