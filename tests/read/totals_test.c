/* Tests of totals: the title, the length and the weekly hours of the whole, and where they are
 * stated. */
#include "support/reading.h"

static void lengths(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        enum unit unit;
        double low, high;
        const char *place;
    } rows[] = {
        {"# Knots (24-30 Months)\n- a\n", UNIT_MONTH, 24, 30, "24-30 Months"},
        {"# 30-Day Knots\n- a\n", UNIT_DAY, 30, 30, "30-Day"},
        {"# Knots (Months 1-12)\n- a\n", UNIT_MONTH, 12, 12, "Months 1-12"},
        {"# Knots\n\n## 7-Week Learning Plan\n- a\n", UNIT_WEEK, 7, 7, "7-Week"},
        {"# Knots\n\n**Timeline:** ~78 weeks\n\n- a\n", UNIT_WEEK, 78, 78, "~78 weeks"},
        {"# Knots in 2 years\n- a\n", UNIT_MONTH, 24, 24, "2 years"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct plan *plan = read_text(rows[i].text);
        assert_true(plan->length_stated);
        assert_int_equal(plan->unit, rows[i].unit);
        assert_true(plan->count_low == rows[i].low && plan->count_high == rows[i].high);
        check_place(plan->length_place, rows[i].place);
        pool_free(plan->pool);
    }
    struct plan *plan = read_text("# 100 Days of Code\n- Week 1: a\n"); /* a name */
    assert_false(plan->length_stated);
    pool_free(plan->pool);
}

static void hours(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        int low, high;
        const char *place;
    } rows[] = {
        {"# Knots (5-10 hours/week)\n- a\n", 300, 600, "5-10 hours"},
        {"# Knots (1 hour/day)\n- a\n", 420, 420, "1 hour/day"},
        {"# Knots\n\nThis plan assumes 4-6 hours per week.\n\n- a\n", 240, 360, "4-6 hours"},
        {"# Knots\n\n## Weekly Schedule\n- Monday: 1 hour\n- Sat: 3 hours\n", 240, 240, "##"},
        {"# Knots\n\n## Week 1\n- a\n\nAt 9 hours per week.\n", 0, 0, NULL},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct plan *plan = read_text(rows[i].text);
        assert_int_equal(plan->hours_low, rows[i].low);
        assert_int_equal(plan->hours_high, rows[i].high);
        if (rows[i].place)
            check_place(plan->hours_place, rows[i].place);
        pool_free(plan->pool);
    }
}

static void titles(void **state)
{
    (void)state;
    static const char *const rows[][2] = {
        {"# Knots: (8 weeks)\n- a\n", "Knots"},
        {"# Knots (https://knots.example/x)\n- a\n", "Knots"},
        {"**Knots for all**\n\n- a\n", "Knots for all"},
        {"words\n\n# One\n- a\n\n# Two\n- b\n", "words"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct plan *plan = read_text(rows[i][0]);
        assert_string_equal(plan->title.text, rows[i][1]);
        pool_free(plan->pool);
    }
    struct plan *plan = read_with("# Knots\n- a\n", &(struct roadmap_hints){.title = "Mine"});
    assert_string_equal(plan->title.text, "Mine");
    assert_string_equal(plan->heading.text, "Knots");
    pool_free(plan->pool);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lengths),
        cmocka_unit_test(hours),
        cmocka_unit_test(titles),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
