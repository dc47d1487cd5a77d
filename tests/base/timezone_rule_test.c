/* Tests of the yearly rules of zones. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
/* cmocka wants those before it. */
#include <string.h>
#include <cmocka.h>

#include "base/timezone_rule.h"

static bool parse(const char *string, struct tz_rule *rule)
{
    return tz_rule_parse(string, strlen(string), rule);
}

static int64_t instant(int year, int month, int number, int hour)
{
    return (int64_t)day_of(year, month, number) * 86400 + hour * 3600;
}

static void reads_rules(void **state)
{
    (void)state;
    struct tz_rule rule;
    assert_true(parse("CET-1CEST,M3.5.0,M10.5.0/3", &rule));
    assert_int_equal(rule.standard.offset, 3600);
    assert_int_equal(rule.daylight.offset, 7200);
    assert_string_equal(rule.daylight.name, "CEST");
    assert_true(parse("<+0545>-5:45", &rule));
    assert_false(rule.changes);
    assert_int_equal(rule.standard.offset, 20700);
    assert_string_equal(rule.standard.name, "+0545");
}

static void refuses_what_is_none(void **state)
{
    (void)state;
    static const char *const bad[] = {"",
                                      "CET",
                                      "-1",
                                      "CET-1CEST",
                                      "CET-1CEST,M3.5.0",
                                      "CET-1CEST,M13.5.0,M10.5.0",
                                      "CET-1CEST,M3.6.0,M10.5.0",
                                      "CET-1CEST,M3.5.7,M10.5.0",
                                      "CET-1CEST,J0,J5",
                                      "CET-1CEST,M3.5.0,M10.5.0/3x",
                                      "<CET-1",
                                      "CET-999999999999"};
    struct tz_rule rule;
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++)
        assert_false(parse(bad[i], &rule));
}

static void makes_changes(void **state)
{
    (void)state;
    struct tz_rule rule;
    struct clock_change pair[2];
    assert_true(parse("CET-1CEST,M3.5.0,M10.5.0/3", &rule));
    tz_rule_year(&rule, 2026, pair);
    assert_true(pair[0].instant == instant(2026, 3, 29, 1));
    assert_true(pair[0].state.daylight);
    assert_true(pair[1].instant == instant(2026, 10, 25, 1));
    /* The south begins its year in summer. */
    assert_true(parse("NZST-12NZDT,M9.5.0,M4.1.0/3", &rule));
    tz_rule_year(&rule, 2026, pair);
    assert_true(pair[0].instant == instant(2026, 4, 4, 14));
    assert_false(pair[0].state.daylight);
    assert_true(pair[1].instant == instant(2026, 9, 26, 14));
    /* A day by number, with and without February 29; hours beyond a day. */
    assert_true(parse("AAA0BBB,J60/0,60/0", &rule));
    tz_rule_year(&rule, 2028, pair);
    assert_true(pair[0].instant == instant(2028, 2, 29, 23));
    assert_true(pair[1].instant == instant(2028, 3, 1, 0));
    assert_true(parse("IST-2IDT,M3.4.4/26,M10.5.0", &rule));
    tz_rule_year(&rule, 2026, pair);
    assert_true(pair[0].instant == instant(2026, 3, 27, 0));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_rules),
        cmocka_unit_test(refuses_what_is_none),
        cmocka_unit_test(makes_changes),
    };

    return cmocka_run_group_tests_name("ics/tzrule", tests, NULL, NULL);
}
