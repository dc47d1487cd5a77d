/* kind_test: the kinds' names, which ids and programs rely on. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "words/kind.h"

static void names_stay(void **state)
{
    (void)state;
    static const char *const names[ITEM_KIND_COUNT] = {
        "text",       "outcome",   "goal",     "topic",    "task",           "project",   "reading",
        "allocation", "check",     "strand",   "step",     "specialization", "portfolio", "job",
        "commitment", "milestone", "question", "resource", "cost",           "slot",      "advice"};

    for (unsigned kind = 0; kind < ITEM_KIND_COUNT; kind++)
        assert_string_equal(item_kind_name((enum item_kind)kind), names[kind]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_stay),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
