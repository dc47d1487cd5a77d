/* Tests of what is dated to the day: nothing is left out, and it lies on its own day. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "support/plan_build.h"

static const day monday = 20458; /* 2026-01-05 */

/* Thirty days, a topic each. */
static struct plan *thirty_days(void)
{
    struct plan *plan = build_plan(UNIT_DAY, 30, 30, 0, 0);
    struct section *phase = build_phase(plan, "Thirty Days", 1, 30);

    for (int i = 1; i <= 30; i++)
        build_item(plan, phase, ITEM_TOPIC, pool_print(plan->pool, "Thing %d", i), i, i);
    return plan;
}

static void nothing_is_left_out(void **state)
{
    (void)state;
    for (int minutes = 60; minutes <= 1500; minutes += 60) {
        struct plan *plan = thirty_days();
        struct rhythm rhythm = {.minutes = minutes, .start = monday};
        const struct schedule *schedule = schedule_make(plan->pool, plan, &rhythm);
        int seen[30] = {0};
        for (size_t i = 0; i < schedule->session_count; i++) {
            const struct session *session = &schedule->sessions[i];
            for (size_t k = 0; k < session->item_count; k++)
                seen[session->items[k] - plan->items]++;
        }
        for (int i = 0; i < 30; i++)
            assert_true(seen[i] > 0);
        pool_free(plan->pool);
    }
}

/* Four sessions a week take two things each where two days have passed, the day's own among them.
 */
static void two_things_in_a_session(void **state)
{
    (void)state;
    struct plan *plan = thirty_days();
    struct rhythm rhythm = {.minutes = 300, .start = monday};
    const struct schedule *schedule = schedule_make(plan->pool, plan, &rhythm);
    assert_string_equal(schedule->sessions[0].focus, "Thing 1");
    assert_string_equal(schedule->sessions[1].focus, "Thing 2; Thing 3");
    for (size_t i = 0; i < schedule->session_count; i++) {
        const struct session *session = &schedule->sessions[i];
        bool own = false;
        for (size_t k = 0; k < session->item_count; k++)
            own = own || item_dates(schedule, session->items[k])->first == session->date;
        assert_true(own);
    }
    pool_free(plan->pool);
}

/* A date in a plan of weeks has the session on its day. */
static void a_date_has_its_session(void **state)
{
    (void)state;
    struct plan *plan = build_plan(UNIT_WEEK, 6, 6, 300, 300);
    struct section *phase = build_phase(plan, "Term", 1, 6);
    build_item(plan, phase, ITEM_TOPIC, "Scales", 0, 0);
    struct item *visit = build_item(plan, phase, ITEM_TASK, "Visit the luthier", 3, 3);
    visit->span = (struct span){.form = SPAN_DATES, .first = monday + 16, .last = monday + 16};
    struct rhythm rhythm = {.minutes = 300, .start = monday};
    const struct schedule *schedule = schedule_make(plan->pool, plan, &rhythm);
    int visits = 0;
    for (size_t i = 0; i < schedule->session_count; i++)
        if (strcmp(schedule->sessions[i].focus, "Visit the luthier") == 0) {
            assert_int_equal(schedule->sessions[i].date, monday + 16);
            visits++;
        }
    assert_int_equal(visits, 1);
    pool_free(plan->pool);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_is_left_out),
        cmocka_unit_test(two_things_in_a_session),
        cmocka_unit_test(a_date_has_its_session),
    };

    report_verbosity(-1);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
