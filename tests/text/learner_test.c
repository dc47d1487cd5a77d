/* learner_test: the learner's standing in words, and which session is next. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "support/kite_life.h"
#include "text/learner.h"

static void assert_standing(int percent, int minutes_to_keep, bool behind, const char *words)
{
    struct plan *plan = kite_plan();
    const struct schedule *schedule = kite_schedule(plan, kite_start + 14, percent);
    struct text out = TEXT_INIT;

    assert_int_equal(learner_is_behind(schedule), behind);
    add_standing(&out, schedule, minutes_to_keep);
    assert_string_equal(text_string(&out), words);
    text_free(&out);
    pool_free(plan->pool);
}

static void standing_in_words(void **state)
{
    (void)state;
    assert_standing(100, 0, false, "on time for 1 February 2026");
    assert_standing(80, 425, true, "2 h behind; 7.1 h a week keeps 1 February 2026");
    assert_standing(80, 0, true,
                    "2 h behind; build --replan lays out the rest from where you stand");
    assert_standing(120, 0, false, "2 h ahead; the end is 1 February 2026");
}

static void a_logged_session_is_not_next(void **state)
{
    struct plan *plan = kite_plan();
    const struct schedule *schedule = kite_schedule(plan, kite_start + 14, 100);
    struct text out = TEXT_INIT;

    (void)state;
    assert_ptr_equal(session_next(schedule, kite_start), &schedule->sessions[8]);
    assert_int_equal(session_logged(schedule, &schedule->sessions[7]), 75);
    assert_int_equal(session_logged(schedule, &schedule->sessions[8]), 0);
    assert_null(session_next(schedule, schedule->end + 1));
    add_week_hours(&out, schedule, &schedule->weeks[1]);
    assert_string_equal(text_string(&out), "5 h of 5 h");
    text_free(&out);
    pool_free(plan->pool);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(standing_in_words),
        cmocka_unit_test(a_logged_session_is_not_next),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
