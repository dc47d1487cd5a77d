/* journey_test: what is done so far, in a sum. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "support/kite_life.h"
#include "text/journey.h"

static void assert_words(const struct schedule *schedule, const char *words)
{
    struct text out = TEXT_INIT;

    add_journey(&out, schedule);
    assert_string_equal(text_string(&out), words);
    text_free(&out);
}

static void the_sum_of_it(void **state)
{
    struct plan *plan = kite_plan();
    struct schedule *schedule = kite_schedule(plan, kite_start + 10, 100);

    (void)state;
    assert_false(journey_is_over(schedule));
    assert_words(schedule, "0 things and 7 h 30 in 6 sessions, 5 January to 14 January 2026");
    kite_finish(schedule);
    assert_true(journey_is_over(schedule));
    assert_words(schedule, "2 things and 7 h 30 in 6 sessions, 5 January to 14 January 2026");
    ((struct item_progress *)schedule->rhythm.progress->items)[0].done_on = kite_start + 10;
    assert_words(schedule, "2 things and 7 h 30 in 6 sessions, 5 January to 15 January 2026");
    ((struct item_progress *)schedule->rhythm.progress->items)[0].done_on = kite_start + 90;
    assert_words(schedule, "2 things and 7 h 30 in 6 sessions, 5 January to 14 January 2026");
    schedule = kite_schedule(plan, kite_start, 0);
    kite_finish(schedule);
    assert_words(schedule, "2 things, since 5 January 2026");
    schedule->rhythm.progress = NULL;
    assert_false(journey_is_over(schedule));
    assert_int_equal(journey_of(schedule).sessions, 0);
    pool_free(plan->pool);
}

static void assert_so_far(const struct schedule *schedule, day today, const char *words)
{
    struct text out = TEXT_INIT;

    add_journey_so_far(&out, schedule, today);
    assert_string_equal(text_string(&out), words);
    text_free(&out);
}

static void so_far_and_when_the_last_was(void **state)
{
    struct plan *plan = kite_plan();
    struct schedule *schedule = kite_schedule(plan, kite_start + 10, 100);

    (void)state;
    assert_so_far(schedule, kite_start + 16, "7 h 30 are logged");
    assert_so_far(schedule, kite_start + 17, "7 h 30 are logged; last entry Wed 14 January");
    assert_so_far(schedule, kite_start + 370, "7 h 30 are logged; last entry Wed 14 January 2026");
    ((struct progress *)schedule->rhythm.progress)->done_count = 1;
    assert_so_far(schedule, kite_start + 17,
                  "7 h 30 and 1 thing are done; last entry Wed 14 January");
    pool_free(plan->pool);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_sum_of_it),
        cmocka_unit_test(so_far_and_when_the_last_was),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
