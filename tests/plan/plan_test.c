/* Tests of the plan's own words: spans in print. */
#include "support/reading.h"

static void spans_in_print(void **state)
{
    (void)state;
    struct pool *pool = pool_new();
    static const struct {
        const char *text, *printed;
    } rows[] = {{"Months 1-4", "months 1–4"},
                {"Month 6", "month 6"},
                {"Month 4+", "month 4 on"},
                {"by Month 18", "by month 18"},
                {"3 weeks", "3 weeks"},
                {"~1 week", "about 1 week"},
                {"4-6 weeks", "4–6 weeks"},
                {"Jan 5, 2026", "5 Jan 2026"},
                {"Jan 25 - Feb 7, 2026", "25 Jan – 7 Feb 2026"}};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct span span;
        assert_true(span_parse(rows[i].text, strlen(rows[i].text), &span));
        assert_string_equal(span_print(pool, &span), rows[i].printed);
    }
    assert_string_equal(span_print(pool, &(struct span){0}), "");
    pool_free(pool);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(spans_in_print),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
