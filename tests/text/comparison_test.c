/* Tests of the comparison in print: a column a pace, and where it does not fit. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <jansson.h>

#include "support/plan_build.h"
#include "text/comparison.h"

static const struct comparison *two_paces(struct plan *plan)
{
    struct section *phase = build_phase(plan, "Roots", 1, 8);
    struct outlook *outlooks = pool_alloc(plan->pool, 2 * sizeof *outlooks);
    struct comparison *comparison = pool_alloc(plan->pool, sizeof *comparison);

    build_allocation(plan, phase, "Reading", 360, 420);
    for (int i = 0; i < 2; i++) {
        struct rhythm rhythm = {.minutes = 300 * (i + 1), .start = day_of(2026, 1, 5)};
        struct wish wish = {rhythm.minutes, i == 0 ? DAY_NONE : day_of(2026, 2, 1)};
        outlooks[i] = outlook_of(plan->pool, schedule_make(plan->pool, plan, &rhythm), wish,
                                 i == 0 ? REACH_GOOD : REACH_ABSURD);
    }
    *comparison = (struct comparison){plan, outlooks, 2};
    return comparison;
}

static void side_by_side(void **state)
{
    (void)state;
    struct plan *plan = build_plan(UNIT_WEEK, 8, 8, 300, 300);
    struct text out = TEXT_INIT;
    static const char *const wanted[] = {
        "5 h a week                by 2026-02-01\n",
        "  hours a week          5 h                       10 h (absurd)\n",
        "  ends                  2026-03-01                2026-02-01\n",
        "  weeks                 8                         4\n",
        "\nPhase 1 · Roots\n",
        "  asked for             48 h - 56 h               48 h - 56 h\n",
        "  fits                  8 h too few               8 h too few\n",
        ("\nWhere it does not fit\n  5 h a week: phase 1 asks for 6 h - 7 h a week, 48 h in all at "
         "least"),
    };

    comparison_text(two_paces(plan), &out);
    for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++)
        if (!strstr(text_string(&out), wanted[i]))
            fail_msg("missing: %s\nin: %s", wanted[i], text_string(&out));
    text_free(&out);
    pool_free(plan->pool);
}

static void for_programs(void **state)
{
    (void)state;
    struct plan *plan = build_plan(UNIT_WEEK, 8, 8, 300, 300);
    struct text out = TEXT_INIT;

    comparison_json(two_paces(plan), &out);
    json_t *object = json_loads(text_string(&out), 0, NULL);
    json_t *paces = json_object_get(object, "paces");
    assert_int_equal(json_array_size(paces), 2);
    json_t *pace = json_array_get(paces, 1);
    assert_string_equal(json_string_value(json_object_get(pace, "by")), "2026-02-01");
    assert_string_equal(json_string_value(json_object_get(pace, "reach")), "absurd");
    assert_int_equal(json_integer_value(json_object_get(pace, "hours_per_week")), 10);
    assert_true(json_is_null(json_object_get(json_array_get(paces, 0), "by")));
    json_t *phase = json_array_get(json_object_get(pace, "phases"), 0);
    assert_int_equal(json_integer_value(json_object_get(phase, "missing")), 480);
    json_decref(object);
    text_free(&out);
    pool_free(plan->pool);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(side_by_side),
        cmocka_unit_test(for_programs),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
