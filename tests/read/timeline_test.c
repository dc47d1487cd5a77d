/* Tests of the timeline: where plan time begins and ends, its unit, and places of phases. */
#include "support/reading.h"

static void units(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        enum unit unit;
        double count;
    } rows[] = {
        {"# A\n\n## Months 1-2\n- a\n\n## Months 3-4\n- b\n", UNIT_MONTH, 4},
        {"# A\n\n- Week 1: a\n- Week 3: b\n", UNIT_WEEK, 3},
        {"# A\n\n- Day 1: a\n- Day 9: b\n", UNIT_DAY, 9},
        {"# A (1 year)\n\n- Month 1: a\n", UNIT_MONTH, 12},
        {"# A (2 weeks)\n\n- Day 1: a\n- Day 2: b\n- Day 3: c\n- Day 4: d\n", UNIT_DAY, 14},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct plan *plan = read_text(rows[i].text);
        if (plan->unit != rows[i].unit || fabs(plan->count_high - rows[i].count) > 0.01)
            fail_msg("%s: %g %s", rows[i].text, plan->count_high, unit_plural(plan->unit));
        pool_free(plan->pool);
    }
}

static void real_days(void **state)
{
    (void)state;
    /* Day 0 is the first named day; a month named before it is only rough. */
    struct plan *plan =
        read_text("# A\n\n## Start (January 2026)\n- a\n\n"
                  "## Week 1 (Jan 5 - Jan 11, 2026)\n- b\n\n## Sea (Jan 20, 2026)\n- c\n");
    check(plan, "b", ITEM_TOPIC, 0, 7);
    check(plan, "c", ITEM_TOPIC, 15, 16);
    pool_free(plan->pool);
    plan = read_text("# A\n\n## Rope (02.03. - 08.03.)\n- a\n\n## Sail (09.03. - 15.03.)\n- b\n");
    check(plan, "b", ITEM_TOPIC, 7, 14);
    pool_free(plan->pool);
}

static void ends(void **state)
{
    (void)state;
    struct plan *plan = read_text("# A\n\n## Phase 1: Rope\n### Weeks 2-3\n- a\n\n"
                                  "## Phase 2: Sail (Weeks 4-6)\n- **Week 5+**: b\n");
    assert_int_equal(plan->phases[0].when.from, 7); /* of what is in it */
    assert_int_equal(plan->phases[0].when.to, 21);
    check(plan, "b", ITEM_TOPIC, 28, 42);
    assert_int_equal(plan->length_days, 42);
    pool_free(plan->pool);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(units),
        cmocka_unit_test(real_days),
        cmocka_unit_test(ends),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
