/* siblings_test: copies of a tracker are known by their names, and by the plan that they hold. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "memory/beside/siblings.h"

static void test_names(void **state)
{
    static const char *const copies[] = {
        "plan (1).xlsx",    "plan(1).xlsx",         "plan-1.xlsx",
        "plan_2.xlsx",      "plan 2.xlsx",          "plan copy.xlsx",
        "plan - Copy.xlsx", "plan - Copy (2).xlsx", "plan copy 3.XLSX",
    };
    static const char *const others[] = {
        "plan.xlsx",
        "plan.XLSX",
        "planner.xlsx",
        "plan (a).xlsx",
        "plan (1).xlsx.bak",
        "plan-1.pdf",
        "plan (1.xlsx",
        "plan 2026.xlsx",
        "a plan (1).xlsx",
        ".~lock.plan.xlsx#",
        "plan copying.xlsx",
        "plan (1) x.xlsx",
        "plan",
    };

    (void)state;
    for (size_t i = 0; i < sizeof copies / sizeof *copies; i++)
        if (!is_name_of_copy("plan.xlsx", copies[i]))
            fail_msg("%s is a copy's name", copies[i]);
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (is_name_of_copy("plan.xlsx", others[i]))
            fail_msg("%s is no copy's name", others[i]);
    assert_false(is_name_of_copy("plan.pdf", "plan (1).xlsx"));
    assert_false(is_name_of_copy(".xlsx", "x"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_names),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
