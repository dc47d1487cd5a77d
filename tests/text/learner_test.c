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
    assert_standing(80, 0, true, "2 h behind; --replan lays out the rest from where you stand");
    assert_standing(80, 300, true, "2 h behind; your 5 h a week keep 1 February 2026");
    assert_standing(80, 270, true, "2 h behind; your 5 h a week keep 1 February 2026");
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

/* Only who is behind is told why to go on: by a week's hours, or away for more than a week. */
static void who_was_away(void **state)
{
    static const struct {
        int days, percent;
        day today;
        bool away;
    } cases[] = {
        {14, 80, 14, false}, {14, 50, 14, true},   {14, 80, 20, false},
        {14, 80, 21, true},  {14, 100, 21, false}, {14, 200, 21, false},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct plan *plan = kite_plan();
        const struct schedule *schedule =
            kite_schedule(plan, kite_start + cases[i].days, cases[i].percent);
        assert_int_equal(learner_was_away(schedule, kite_start + cases[i].today), cases[i].away);
        pool_free(plan->pool);
    }
}

static void assert_work(const struct schedule *schedule, const struct session *session,
                        const char *words)
{
    struct text out = TEXT_INIT;

    add_session_work(&out, schedule, session, 60);
    assert_string_equal(text_string(&out), words);
    text_free(&out);
}

/* A session for what is done goes to something else that is on the table, or comes later. */
static void done_things_make_room(void **state)
{
    struct plan *plan = kite_plan();
    build_item(plan, plan->phases[0].section, ITEM_TASK, "A reel", 3, 4);
    const struct schedule *schedule = kite_schedule(plan, kite_start, 0);
    struct item_progress *items = (struct item_progress *)schedule->rhythm.progress->items;
    const struct session *first = schedule->sessions;

    (void)state;
    assert_false(session_is_done(schedule, first));
    assert_work(schedule, first, "A kite, 1 of 12");
    items[0].done = true;
    assert_true(session_is_done(schedule, first));
    assert_ptr_equal(session_instead(schedule, first), &plan->items[2]);
    assert_work(schedule, first, "A kite is done already; next on the table: A reel");
    items[2].done = true;
    assert_null(session_instead(schedule, first));
    assert_work(schedule, first, "A kite is done already; the time is yours");
    pool_free(plan->pool);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(standing_in_words),
        cmocka_unit_test(a_logged_session_is_not_next),
        cmocka_unit_test(who_was_away),
        cmocka_unit_test(done_things_make_room),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
