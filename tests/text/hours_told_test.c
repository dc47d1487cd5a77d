/* hours_told_test: each number is what its words say. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "support/kite_life.h"
#include "text/hours_told.h"

static void assert_told(const struct schedule *schedule, const char *words)
{
    struct text out = TEXT_INIT;

    add_hours_told(&out, schedule);
    assert_string_equal(text_string(&out), words);
    text_free(&out);
}

static void a_plan_that_nobody_logs(void **state)
{
    struct plan *plan = kite_plan();
    struct schedule *schedule = kite_schedule(plan, kite_start + 14, 100);

    (void)state;
    schedule->rhythm.progress = NULL;
    assert_told(schedule, "  sessions  16, 20 h\n");
    assert_told(kite_schedule(plan, kite_start, 100), "  sessions  16, 20 h\n");
    pool_free(plan->pool);
}

/* Two weeks of five hours, half of them logged; the rest is to come. */
static void what_was_lived_and_logged(void **state)
{
    struct plan *plan = kite_plan();

    (void)state;
    assert_told(kite_schedule(plan, kite_start + 14, 50),
                "  sessions  16\n"
                "  lived     8 sessions of 10 h, 4 h 56 logged\n"
                "  to come   8 sessions of 10 h\n");
    pool_free(plan->pool);
}

/* All hours are those logged up to the replan and those planned from there. */
static void a_plan_laid_out_anew(void **state)
{
    struct plan *plan = kite_plan();
    struct schedule *schedule = kite_schedule(plan, kite_start + 14, 50);
    struct progress progress = *schedule->rhythm.progress;
    const day replans[] = {kite_start + 3, kite_start + 7};

    (void)state;
    progress.replans = replans;
    progress.replan_count = 2;
    schedule->rhythm.progress = &progress;
    assert_told(schedule, "  sessions  16\n"
                          "  lived     8 sessions of 10 h, 4 h 56 logged\n"
                          "  to come   8 sessions of 10 h\n"
                          "  in all    17 h 28: logged before the replan of 2026-01-12, and "
                          "planned from then on\n");
    pool_free(plan->pool);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_plan_that_nobody_logs),
        cmocka_unit_test(what_was_lived_and_logged),
        cmocka_unit_test(a_plan_laid_out_anew),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
