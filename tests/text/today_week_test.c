/* today_week_test: the rows of a week. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "support/kite_life.h"
#include "text/today_week.h"

/* Hours on a day without a session stand among the sessions. */
static void hours_beside_the_plan_are_in_the_week(void **state)
{
    struct plan *plan = kite_plan();
    struct schedule *schedule = kite_schedule(plan, kite_start + 3, 100);
    struct progress *progress = (struct progress *)schedule->rhythm.progress;
    struct logged list[] = {progress->entries->list[0],
                            {.date = kite_start + 1,
                             .minutes = 90,
                             .milliseconds = 90 * 60000,
                             .category = "",
                             .task = "A reel",
                             .hours = "",
                             .session = ""},
                            {.date = kite_start + 3,
                             .minutes = 30,
                             .milliseconds = 30 * 60000,
                             .category = "",
                             .task = "",
                             .hours = "",
                             .session = ""}};
    const int64_t sums[] = {0, 75 * 60000, 165 * 60000, 195 * 60000};
    const struct entries entries = {.list = list, .count = 3, .before = sums};
    struct today today = {
        .schedule = schedule, .date = kite_start + 3, .roadmap = "kite.md", .built = true};
    struct text out = TEXT_INIT;

    (void)state;
    progress->entries = &entries;
    add_today_week(&today, &out);
    assert_string_equal(text_string(&out), "\nThis week  3 h 15 of 5 h  █████████████░░░░░░░\n"
                                           "           ✓ Mon  A kite, 1 of 16  1 h 15\n"
                                           "           ✓ Tue  A reel           1 h 30\n"
                                           "           – Wed  A kite, 2 of 16  1 h 15\n"
                                           "           ✓ Thu  beside the plan  30 min\n"
                                           "             Fri  A kite, 3 of 16  1 h 15\n"
                                           "             Sun  A kite, 4 of 16  1 h 15\n");
    text_free(&out);
    pool_free(plan->pool);
}

static void assert_week(const struct rhythm *rhythm, day date, int percent, const char *words)
{
    struct plan *plan = kite_plan();
    struct schedule schedule = *schedule_make(plan->pool, plan, rhythm);
    struct today today = {.schedule = &schedule, .date = date, .roadmap = "kite.md", .built = true};
    struct text out = TEXT_INIT;

    schedule.rhythm.progress = progress_of(plan->pool, &schedule, date, percent, TICKED_NOTHING);
    add_today_week(&today, &out);
    assert_string_equal(text_string(&out), words);
    text_free(&out);
    pool_free(plan->pool);
}

/* Days off are not days that went by without. */
static void days_off_are_said(void **state)
{
    const struct period periods[] = {{kite_start + 3, kite_start + 4, 0},
                                     {kite_start + 7, kite_start + 13, 0}};
    const struct rhythm rhythm = {.minutes = 300,
                                  .start = kite_start,
                                  .timezone = "UTC",
                                  .workday_time = 9 * 60,
                                  .periods = periods,
                                  .period_count = 2};

    (void)state;
    assert_week(&rhythm, kite_start + 2, 0,
                "\nThis week  0 h of 3 h 35  ░░░░░░░░░░░░░░░░░░░░\n"
                "           – Mon  A kite, 1 of 15  1 h 15\n"
                "           › Wed  A kite, 2 of 15  1 h 10  today\n"
                "             Thu  off to Fri\n"
                "             Sun  A kite, 3 of 15  1 h 10\n");
    assert_week(&rhythm, kite_start + 9, 100, "\nThis week  a week off\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(hours_beside_the_plan_are_in_the_week),
        cmocka_unit_test(days_off_are_said),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
