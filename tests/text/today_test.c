/* today_test: the page of one day, on all kinds of days. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <string.h>
#include <cmocka.h>

#include "support/kite_life.h"
#include "text/today.h"

/* The kite's page on that day, with PERCENT of each session logged, says just WORDS. */
static void assert_page(day date, int percent, const char *words)
{
    struct plan *plan = kite_plan();
    struct text out = TEXT_INIT;
    struct today today = {.schedule = kite_schedule(plan, date, percent),
                          .date = date,
                          .roadmap = "kite.md",
                          .built = true,
                          .minutes_to_keep = 306,
                          .replanned_end = kite_start + 55};

    today_text(&today, &out);
    assert_string_equal(text_string(&out), words);
    text_free(&out);
    pool_free(plan->pool);
}

static void an_evening_with_a_session(void **state)
{
    (void)state;
    assert_page(kite_start + 9, 50,
                "Wednesday 14 January 2026, week 2 of 4\n"
                "\n"
                "Tonight    19:00-20:15, 1 h 15, Build\n"
                "           A kite, 6 of 16\n"
                "           https://example.org/kite\n"
                "\n"
                "This week  37 min of 5 h  ██░░░░░░░░░░░░░░░░░░\n"
                "           ✓ Mon  A kite, 5 of 16  37 min\n"
                "           › Wed  A kite, 6 of 16  1 h 15  tonight\n"
                "             Fri  A kite, 7 of 16  1 h 15\n"
                "             Sun  A kite, 8 of 16  1 h 15\n"
                "\n"
                "Next       18 January   milestone: It flies\n"
                "           1 February   A kite is due\n"
                "\n"
                "You        3 h 10 behind; 5.1 h a week keeps 1 February 2026\n");
}

static void a_day_without_one(void **state)
{
    (void)state;
    assert_page(kite_start + 24, 100,
                "Thursday 29 January 2026, week 4 of 4\n"
                "\n"
                "Next       Fri 30 January, 19:00-20:15: A kite, 15 of 16\n"
                "\n"
                "This week  2 h 30 of 5 h  ██████████░░░░░░░░░░\n"
                "           ✓ Mon  A kite, 13 of 16  1 h 15\n"
                "           ✓ Wed  A kite, 14 of 16  1 h 15\n"
                "             Fri  A kite, 15 of 16  1 h 15\n"
                "             Sun  A kite, 16 of 16  1 h 15\n"
                "\n"
                "Still open since 18 January   milestone: It flies\n"
                "\n"
                "Next       1 February   A kite is due\n"
                "\n"
                "You        on time for 1 February 2026\n");
}

static void before_the_start_and_after_the_end(void **state)
{
    (void)state;
    assert_page(kite_start - 1, 100,
                "Sunday 4 January 2026; the plan begins on Mon 5 January, in 1 day\n"
                "\n"
                "Next       Mon 5 January, 19:00-20:15: A kite, 1 of 16\n"
                "\n"
                "Next       18 January   milestone: It flies\n"
                "           1 February   A kite is due\n"
                "\n"
                "You        nothing is logged yet; after a session: roadbook log kite.md 1h10\n");
    assert_page(kite_start + 40, 120,
                "Saturday 14 February 2026; the plan ended on Sun 1 February\n"
                "\n"
                "Still open since 18 January   milestone: It flies\n"
                "           since 1 February   A kite\n"
                "\n"
                "You        4 h ahead; the end is 1 February 2026\n");
}

/* Who comes back is told what is there already, and what a replan would do. */
static void after_three_weeks_away(void **state)
{
    struct plan *plan = kite_plan();
    struct schedule *schedule = kite_schedule(plan, kite_start + 6, 100);
    struct today today = {.schedule = schedule,
                          .date = kite_start + 27,
                          .roadmap = "kite.md",
                          .built = true,
                          .replanned_end = kite_start + 48};
    struct text out = TEXT_INIT;

    (void)state;
    ((struct progress *)schedule->rhythm.progress)->today = today.date;
    today_text(&today, &out);
    assert_non_null(
        strstr(text_string(&out),
               "You        15 h behind\n"
               "           3 h 45 are logged; last entry Fri 9 January\n"
               "           --replan lays the rest out from today and would end on 22 February "
               "2026\n"));
    text_free(&out);
    pool_free(plan->pool);
}

/* Nobody who has done all of it is behind. */
static void all_is_done(void **state)
{
    struct plan *plan = kite_plan();
    struct schedule *schedule = kite_schedule(plan, kite_start + 24, 100);
    struct today today = {.schedule = schedule,
                          .date = kite_start + 24,
                          .roadmap = "kite.md",
                          .folder = "out",
                          .built = true};
    struct text out = TEXT_INIT;

    (void)state;
    kite_finish(schedule);
    today_text(&today, &out);
    assert_string_equal(text_string(&out),
                        "Thursday 29 January 2026, week 4 of 4\n"
                        "\n"
                        "Well done  Everything is done: 2 things and 17 h 30 in 14 sessions, 5 "
                        "January to 28 January 2026\n"
                        "           The plan can end here: roadbook build kite.md --replan -o out\n"
                        "\n"
                        "This week  2 h 30 of 5 h  ██████████░░░░░░░░░░\n"
                        "           ✓ Mon  A kite, 13 of 16  1 h 15\n"
                        "           ✓ Wed  A kite, 14 of 16  1 h 15\n");
    text_clear(&out);
    today.date = kite_start + 40;
    today_text(&today, &out);
    assert_null(strstr(text_string(&out), "The plan can end here"));
    assert_null(strstr(text_string(&out), "You "));
    text_free(&out);
    pool_free(plan->pool);
}

static void what_is_done_is_not_due(void **state)
{
    struct plan *plan = kite_plan();
    struct schedule *schedule = kite_schedule(plan, kite_start, 0);
    struct item_progress *items = (struct item_progress *)schedule->rhythm.progress->items;
    struct today today = {.schedule = schedule, .date = kite_start, .roadmap = "kite.md"};
    struct text out = TEXT_INIT;

    (void)state;
    items[0].done = true;
    today_text(&today, &out);
    assert_null(strstr(text_string(&out), "A kite is due"));
    assert_non_null(strstr(text_string(&out), "milestone: It flies"));
    assert_non_null(
        strstr(text_string(&out), "You        nothing is built yet: roadbook build kite.md\n"));
    text_free(&out);
    pool_free(plan->pool);
}

static void what_does_not_count_is_said_with_its_fix(void **state)
{
    static const struct {
        struct logged logged;
        const char *words;
    } cases[] = {
        {{LOGGED_MANY, 20461, 90 * 60, "", "", "90", "", 7, 0},
         "           One entry does not count yet: Thu 8 January says 90 h; for minutes, type "
         "1.5\n"},
        {{LOGGED_MANY, 20461, 9000 * 60, "", "", "9000", "", 7, 0}, " says 9000 h; a day has 24\n"},
        {{LOGGED_FEW, 20461, 6, "", "", "0.1", "", 7, 0},
         " says 0.1 h; from 0.25 on it counts, and 0 says that nothing was done\n"},
        {{LOGGED_FEW, 20461, 0, "", "", "-1", "", 7, 0},
         " says -1 h; from 0.25 on it counts, and 0 says that nothing was done\n"},
        {{LOGGED_FAR, 21461, 60, "", "", "1", "", 7, 0},
         " says 1 h, which is over a year ahead; is the year right?\n"},
        {{LOGGED_UNREAD, 20461, 0, "", "", "two hours", "", 7, 0},
         " says two hours; for two hours, write 2 or 2:00\n"},
        {{LOGGED_UNDATED, DAY_NONE, 60, "", "", "1", "", 7, 0},
         ": row 7 of the Log says 1 h on no date; type one like 2026-03-02\n"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct plan *plan = kite_plan();
        struct schedule *schedule = kite_schedule(plan, kite_start + 9, 100);
        struct progress *progress = (struct progress *)schedule->rhythm.progress;
        struct entries entries = *progress->entries;
        struct today today = {
            .schedule = schedule, .date = kite_start + 9, .roadmap = "kite.md", .built = true};
        struct text out = TEXT_INIT;
        entries.astray = &cases[i].logged;
        entries.astray_count = 1;
        progress->entries = &entries;
        today_text(&today, &out);
        assert_non_null(strstr(text_string(&out), cases[i].words));
        text_free(&out);
        pool_free(plan->pool);
    }
}

/* Commands name the folder that was typed; a tracker elsewhere is named, and nothing else. */
static void the_folder_is_part_of_what_to_type(void **state)
{
    struct plan *plan = kite_plan();
    struct today today = {.schedule = kite_schedule(plan, kite_start, 0),
                          .date = kite_start,
                          .roadmap = "my kite.md",
                          .folder = "out"};
    struct text out = TEXT_INIT;

    (void)state;
    today_text(&today, &out);
    assert_non_null(strstr(text_string(&out), "yet: roadbook build 'my kite.md' -o out\n"));
    text_clear(&out);
    today.built = true;
    today_text(&today, &out);
    assert_non_null(strstr(text_string(&out), "session: roadbook log 'my kite.md' 1h10 -o out\n"));
    text_clear(&out);
    today.folder = NULL;
    today.elsewhere = "the files";
    today_text(&today, &out);
    assert_string_equal(text_string(&out),
                        "the tracker of this plan stands in the files/: roadbook today "
                        "'my kite.md' -o 'the files'\n");
    text_free(&out);
    pool_free(plan->pool);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_evening_with_a_session),
        cmocka_unit_test(a_day_without_one),
        cmocka_unit_test(before_the_start_and_after_the_end),
        cmocka_unit_test(after_three_weeks_away),
        cmocka_unit_test(all_is_done),
        cmocka_unit_test(what_is_done_is_not_due),
        cmocka_unit_test(what_does_not_count_is_said_with_its_fix),
        cmocka_unit_test(the_folder_is_part_of_what_to_type),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
