/* Tests of the plan's own words: spans in print, kinds that are worked at, who has a time of its
 * own.
 */
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

/* No kind is in two sets, and what says or sums up is in none. */
static void kinds_of_work(void **state)
{
    (void)state;
    int work = 0, along = 0;

    for (enum item_kind kind = ITEM_TEXT; kind < ITEM_KIND_COUNT; kind++) {
        work += kind_is_work(kind);
        along += kind_runs_along(kind);
        assert_false(kind_is_work(kind) && kind_runs_along(kind));
        assert_true(!kind_is_made(kind) || kind_is_work(kind));
    }
    assert_int_equal(work, 4);
    assert_int_equal(along, 5);
    assert_true(kind_is_work(ITEM_READING) && !kind_is_made(ITEM_READING));
    assert_true(kind_is_made(ITEM_TASK) && kind_runs_along(ITEM_STEP));
    assert_false(kind_is_work(ITEM_CHECK) || kind_runs_along(ITEM_ALLOCATION));
}

static void times_of_their_own(void **state)
{
    (void)state;
    static const bool own[] = {
        [WHEN_NONE] = false,  [WHEN_OWN] = true,  [WHEN_INHERITED] = false,
        [WHEN_PACKED] = true, [WHEN_LAID] = true, [WHEN_SHARED] = true,
    };

    for (enum when_from when_from = WHEN_NONE; when_from <= WHEN_SHARED; when_from++) {
        assert_int_equal(item_has_own_time(&(struct item){.when_from = when_from}), own[when_from]);
        assert_int_equal(section_has_own_time(&(struct section){.when_from = when_from}),
                         own[when_from]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(spans_in_print),
        cmocka_unit_test(kinds_of_work),
        cmocka_unit_test(times_of_their_own),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
