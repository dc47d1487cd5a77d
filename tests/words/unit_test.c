/* unit_test: how long the units are, and what they are called. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "words/unit.h"

static void lengths(void **state)
{
    (void)state;
    assert_true(unit_days(UNIT_DAY) == 1 && unit_days(UNIT_WEEK) == 7);
    assert_true(unit_days(UNIT_NONE) == 0);
    assert_true(fabs(unit_days(UNIT_YEAR) - 365.2425) < 1e-9);
    assert_true(fabs(12 * unit_days(UNIT_MONTH) - unit_days(UNIT_YEAR)) < 1e-9);
    assert_true(fabs(4 * unit_days(UNIT_QUARTER) - unit_days(UNIT_YEAR)) < 1e-9);
    assert_true(fabs(3 * unit_days(UNIT_TERM) - unit_days(UNIT_YEAR)) < 1e-9);
}

static void names(void **state)
{
    (void)state;
    static const char *const plurals[] = {"",         "days",  "weeks", "months",
                                          "quarters", "terms", "years"};

    for (unsigned unit = UNIT_NONE; unit <= UNIT_YEAR; unit++) {
        const char *name = unit_name((enum unit)unit), *plural = unit_plural((enum unit)unit);
        assert_string_equal(plural, plurals[unit]);
        assert_int_equal(strncmp(name, plural, strlen(name)), 0);
        assert_true(unit == UNIT_NONE || strlen(name) + 1 == strlen(plural));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lengths),
        cmocka_unit_test(names),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
