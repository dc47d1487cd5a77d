/* Tests of what fits a category of its own. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "schedule/fitting.h"
#include "support/plan_build.h"

static void words_of_the_category(void **state)
{
    (void)state;
    struct plan *plan = build_plan(UNIT_WEEK, 8, 8, 300, 300);
    struct section *phase = build_phase(plan, "All", 1, 8);
    struct item *item = build_item(plan, phase, ITEM_TOPIC, "Minor scale in thirds", 1, 8);
    struct item *list = build_item(plan, phase, ITEM_TOPIC, "Warm-up", 1, 8);
    struct item *below = build_item(plan, phase, ITEM_TASK, "Chromatic scales", 0, 0);
    below->parent = list;
    below->depth = 1;
    struct item *other = build_item(plan, phase, ITEM_TOPIC, "Upscaled prints", 1, 8);

    assert_true(fits_category(plan, item, "Scales"));
    assert_true(fits_category(plan, list, "Scales"));
    assert_false(fits_category(plan, other, "Scales"));  /* inside a word */
    assert_false(fits_category(plan, item, "Duo in C")); /* too short to tell */
    pool_free(plan->pool);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_of_the_category),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
