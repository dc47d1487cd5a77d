/* logged_test: what an entry is answered with. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "support/kite_life.h"
#include "text/logged.h"

static const struct past_session sixth = {.focus = "A kite", .part = 6, .parts = 16};

/* Said on the day after the sixth session, all of which were logged. */
static void assert_answer(struct logged_now logged, bool done, const char *words)
{
    struct plan *plan = kite_plan();
    const day today = kite_start + 10;
    struct text out = TEXT_INIT;

    logged.date = today - 1;
    if (logged.minutes == 0)
        logged.minutes = 75;
    if (done)
        logged.done = &plan->items[0];
    logged_text(&logged, kite_schedule(plan, today, 100), today, 0, &out);
    assert_string_equal(text_string(&out), words);
    text_free(&out);
    pool_free(plan->pool);
}

#define REST                                                                                       \
    "This week 2 h 30 of 5 h; on time for 1 February 2026\n"                                       \
    "Next: Fri 16 January, 19:00: A kite, 7 of 16\n"

static void a_session_and_an_item(void **state)
{
    (void)state;
    assert_answer((struct logged_now){.session = &sixth}, false,
                  "Logged 1 h 15 on Wed 14 January: A kite, 6 of 16\n" REST);
    assert_answer((struct logged_now){.session = &sixth}, true,
                  "Logged 1 h 15 on Wed 14 January: A kite, 6 of 16\n"
                  "A kite is done, 2 weeks early\n" REST);
    assert_answer((struct logged_now){.session = &sixth, .done_before = true}, true,
                  "Logged 1 h 15 on Wed 14 January: A kite, 6 of 16\n"
                  "A kite was done already\n" REST);
}

static void what_was_not_planned(void **state)
{
    (void)state;
    assert_answer((struct logged_now){0}, false,
                  "Logged 1 h 15 on Wed 14 January, beside the plan\n" REST);
    assert_answer((struct logged_now){.task = "A reel", .category = "Build"}, false,
                  "Logged 1 h 15 on Wed 14 January, beside the plan: A reel\n" REST);
    assert_answer((struct logged_now){.category = "Wood", .category_new = true}, false,
                  "Logged 1 h 15 on Wed 14 January, beside the plan: Wood\n"
                  "The plan has no category \"Wood\"; its hours count all the same\n" REST);
}

static void a_day_with_more_is_summed_up(void **state)
{
    (void)state;
    assert_answer((struct logged_now){.session = &sixth, .minutes = 45}, false,
                  "Logged 45 min on Wed 14 January: A kite, 6 of 16\n"
                  "Wed 14 January: 30 min + 45 min = 1 h 15\n" REST);
}

static void what_was_taken_back(void **state)
{
    (void)state;
    assert_answer(
        (struct logged_now){
            .taken_back = true,
            .session = &sixth,
            .minutes = 70,
            .note = "around a tree, then a second time with the short rope, and it held"},
        false,
        "Took back 1 h 10 on Wed 14 January: A kite, 6 of 16\n"
        "Wed 14 January has 1 h 15 left\n"
        "Its note was: around a tree, then a second time with the short rope, and it held\n" REST);
}

static void after_the_end_there_is_no_next(void **state)
{
    struct plan *plan = kite_plan();
    const day today = kite_start + 40;
    struct logged_now logged = {.date = today, .minutes = 90};
    struct text out = TEXT_INIT;

    (void)state;
    logged_text(&logged, kite_schedule(plan, today, 100), today, 0, &out);
    assert_string_equal(text_string(&out), "Logged 1 h 30 on Sat 14 February, beside the plan\n");
    text_free(&out);
    pool_free(plan->pool);
}

static void a_tick_alone_and_a_day_before_the_plan(void **state)
{
    struct plan *plan = kite_plan();
    const day today = kite_start + 10;
    struct schedule *schedule = kite_schedule(plan, today, 100);
    struct logged_now logged = {.date = today, .done = &plan->items[0]};
    struct text out = TEXT_INIT;

    (void)state;
    logged_text(&logged, schedule, today, 0, &out);
    assert_string_equal(text_string(&out), "A kite is done, 2 weeks early\n" REST);
    text_clear(&out);
    logged = (struct logged_now){.date = kite_start - 1, .minutes = 60};
    logged_text(&logged, schedule, today, 0, &out);
    assert_string_equal(
        text_string(&out),
        "Logged 1 h on Sun 4 January, beside the plan\n"
        "That is before the plan began, on 5 January; it counts in the total, in no week "
        "of the plan\n" REST);
    text_free(&out);
    pool_free(plan->pool);
}

static void all_is_done(void **state)
{
    struct plan *plan = kite_plan();
    const day today = kite_start + 10;
    struct schedule *schedule = kite_schedule(plan, today, 100);
    struct logged_now logged = {.date = today, .minutes = 90, .done = &plan->items[0]};
    struct text out = TEXT_INIT;

    (void)state;
    kite_finish(schedule);
    logged_text(&logged, schedule, today, 0, &out);
    assert_string_equal(text_string(&out),
                        "Logged 1 h 30 on Thu 15 January, beside the plan\n"
                        "A kite is done, 2 weeks early\n"
                        "Everything is done: 2 things and 7 h 30 in 6 sessions, 5 January to 14 "
                        "January 2026; --replan ends the plan here\n");
    text_free(&out);
    pool_free(plan->pool);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_session_and_an_item),
        cmocka_unit_test(what_was_not_planned),
        cmocka_unit_test(a_day_with_more_is_summed_up),
        cmocka_unit_test(what_was_taken_back),
        cmocka_unit_test(after_the_end_there_is_no_next),
        cmocka_unit_test(a_tick_alone_and_a_day_before_the_plan),
        cmocka_unit_test(all_is_done),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
