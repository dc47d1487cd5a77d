/* standing_test: how far ahead or behind, counted to yesterday and from the last replan on. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "schedule/lived/standing.h"
#include "support/done_build.h"
#include "support/plan_build.h"

static const day monday = 20458; /* 2026-01-05 */
static const struct rhythm five_hours = {.minutes = 300, .start = 20458, .timezone = "UTC"};

/* Ten weeks of five hours, PERCENT of them logged up to TODAY. */
static struct schedule ten_weeks(day today, int percent)
{
    struct plan *plan = build_plan(UNIT_WEEK, 10, 10, 300, 300);

    build_item(plan, build_phase(plan, "All of It", 1, 10), ITEM_TASK, "A Task", 1, 10);
    struct schedule schedule = *schedule_make(plan->pool, plan, &five_hours);
    schedule.rhythm.progress = progress_of(plan->pool, &schedule, today, percent, TICKED_NOTHING);
    return schedule;
}

static void assert_words(const struct standing *standing, const char *words)
{
    struct text out = TEXT_INIT;

    standing_print(standing, &out);
    assert_string_equal(text_string(&out), words);
    text_free(&out);
}

static void hours_count_to_yesterday(void **state)
{
    struct schedule schedule = ten_weeks(monday + 28, 60);
    struct standing standing = standing_of(&schedule);

    (void)state;
    assert_int_equal(standing.since, monday);
    assert_int_equal(standing.planned, 1200);
    assert_int_equal(standing.logged, 720);
    assert_false(standing_on_time(&standing));
    assert_words(&standing, "8 h behind");
    pool_free(schedule.plan->pool);
}

/* Hours that somebody put in before the plan began are hours of the plan. */
static void an_early_start_counts(void **state)
{
    struct schedule schedule = ten_weeks(monday + 28, 100);
    struct progress progress = *schedule.rhythm.progress;
    static const day replans[] = {20458 + 7};

    (void)state;
    progress.minutes += 60;
    schedule.rhythm.progress = &progress;
    struct standing standing = standing_of(&schedule);
    assert_int_equal(standing.logged, 1260);
    assert_words(&standing, "1 h ahead");
    progress.replans = replans;
    progress.replan_count = 1;
    standing = standing_of(&schedule);
    assert_words(&standing, "on time"); /* the replan took them in */
    pool_free(schedule.plan->pool);
}

static void half_an_hour_off_is_on_time(void **state)
{
    struct standing standing = {.ahead = -30};

    (void)state;
    assert_true(standing_on_time(&standing));
    assert_words(&standing, "on time");
    standing.ahead = 65;
    assert_words(&standing, "1 h 05 ahead");
}

static void a_replan_begins_the_count_anew(void **state)
{
    struct schedule schedule = ten_weeks(monday + 28, 50);
    struct progress progress = *schedule.rhythm.progress;
    static const day replans[] = {20458 + 7, 20458 + 21};

    (void)state;
    progress.replans = replans;
    progress.replan_count = 2;
    schedule.rhythm.progress = &progress;
    struct standing standing = standing_of(&schedule);
    assert_int_equal(standing.since, monday + 21);
    assert_words(&standing, "2 h 32 behind");
    schedule.rhythm.progress = NULL;
    standing = standing_of(&schedule);
    assert_words(&standing, "on time");
    pool_free(schedule.plan->pool);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(hours_count_to_yesterday),
        cmocka_unit_test(an_early_start_counts),
        cmocka_unit_test(half_an_hour_off_is_on_time),
        cmocka_unit_test(a_replan_begins_the_count_anew),
    };

    report_verbosity(-1);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
