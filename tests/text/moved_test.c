/* moved_test: what a build moved, in words that fit a terminal and do not scold. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <string.h>
#include <cmocka.h>

#include "support/done_build.h"
#include "support/plan_build.h"
#include "text/moved.h"

static const day monday = 20458; /* 2026-01-05 */
static const struct rhythm five_hours = {.minutes = 300, .start = 20458, .timezone = "UTC"};

/* Twenty weeks with two milestones; and what memory has of them as first planned. */
struct life {
    struct plan *plan;
    const struct schedule *before;
    struct memory memory;
    struct known_item known[2];
};

static void begin(struct life *life)
{
    struct plan *plan = life->plan = build_plan(UNIT_WEEK, 20, 20, 300, 300);
    struct section *phase = build_phase(plan, "All of It", 1, 20);

    build_item(plan, phase, ITEM_TASK, "A kite", 1, 20);
    build_item(plan, phase, ITEM_MILESTONE, "It flies", 10, 10)->point = true;
    build_item(plan, phase, ITEM_MILESTONE, "It flies higher than the steeple of the church does",
               20, 20)
        ->point = true;
    life->before = schedule_make(plan->pool, plan, &five_hours);
    for (size_t i = 0; i < 2; i++)
        life->known[i] = (struct known_item){.id = plan->items[1 + i].id,
                                             .table = "milestones",
                                             .due = life->before->items[1 + i].due};
    life->memory = (struct memory){.known = life->known, .known_count = 2};
}

/* The plan laid out on TODAY by what was logged of it, and what memory has of the last one. */
static struct moved again(struct life *life, day today, int percent, bool replan)
{
    struct pool *pool = life->plan->pool;
    const struct progress *progress =
        progress_of(pool, life->before, today, percent, TICKED_NOTHING);
    struct rhythm rhythm = replanning(life->before, five_hours, today, progress);

    rhythm.replan = replan;
    life->memory.past = *rhythm.past;
    return (struct moved){.schedule = schedule_make(pool, life->plan, &rhythm),
                          .memory = &life->memory,
                          .today = today,
                          .replanned = replan,
                          .replanned_end = DAY_NONE};
}

static void assert_says(const struct moved *moved, const char *words)
{
    struct text out = TEXT_INIT;

    moved_text(moved, &out);
    assert_string_equal(text_string(&out), words);
    text_free(&out);
}

static void a_replan_is_told_in_five_lines(void **state)
{
    struct life life;

    (void)state;
    begin(&life);
    struct moved moved = again(&life, monday + 8 * 7, 50, true);
    moved.minutes_to_keep = 400;
    assert_says(&moved,
                "All of the past stands; the rest is laid out again from today:\n"
                "  The end     21 June 2026, was 24 May; 6.7 h a week keeps 24 May\n"
                "  Milestones  all 2 are 4 weeks later; the next, It flies, 12 April 2026 (was 15 "
                "March)\n"
                "  You         on time, counted from today; the first plan stays as a line\n"
                "  Next        Mon 2 March, 19:00: A kite, 33 of 96\n");
    pool_free(life.plan->pool);
}

/* The lines that are kept: only where something moved. */
static void what_moved_is_told_once(void **state)
{
    struct life life;
    struct text out = TEXT_INIT;
    const day replans[] = {monday + 8 * 7};

    (void)state;
    begin(&life);
    struct moved moved = again(&life, monday + 8 * 7, 50, true);
    moved_lines(&moved, &out);
    assert_non_null(strstr(text_string(&out),
                           "again from today:\nThe end: 21 June 2026, was 24 May\n"
                           "Milestones: all 2 are 4 weeks later; the next, It "
                           "flies, 12 April 2026 (was 15 March)\nYou: on time"));
    text_clear(&out);
    moved = again(&life, monday + 8 * 7, 50, false);
    moved_lines(&moved, &out);
    assert_int_equal(out.length, 0);
    moved = again(&life, monday + 8 * 7, 100, true);
    moved_lines(&moved, &out);
    assert_non_null(
        strstr(text_string(&out), "The end: 24 May 2026, as before\nMilestones: as before"));
    text_clear(&out);
    life.memory.replans = replans; /* on that day before */
    life.memory.replan_count = 1;
    moved_lines(&moved, &out);
    assert_int_equal(out.length, 0);
    moved.memory = NULL;
    moved_lines(&moved, &out);
    assert_int_equal(out.length, 0);
    text_free(&out);
    pool_free(life.plan->pool);
}

static void without_one_it_is_one_line(void **state)
{
    struct life life;

    (void)state;
    begin(&life);
    struct moved moved = again(&life, monday + 8 * 7, 50, false);
    moved.replanned_end = day_of(2026, 6, 21);
    moved.minutes_to_keep = 312;
    assert_says(&moved, "20 h 16 behind; --replan would end on 21 June 2026; 5.2 h a week keeps 24 "
                        "May 2026\n");
    moved = again(&life, monday + 8 * 7, 100, false);
    assert_says(&moved, "");
    moved = again(&life, monday + 8 * 7, 150, false);
    moved.replanned_end = day_of(2026, 4, 26);
    assert_says(&moved, "19 h 44 ahead; --replan would end on 26 April 2026\n");
    pool_free(life.plan->pool);
}

static void who_logs_nothing_hears_nothing(void **state)
{
    struct life life;

    (void)state;
    begin(&life);
    struct moved moved = again(&life, monday, 0, false);
    assert_says(&moved, "");
    moved.memory = NULL;
    assert_says(&moved, "");
    pool_free(life.plan->pool);
}

static void a_long_title_is_cut_at_a_word(void **state)
{
    struct life life;
    struct text out = TEXT_INIT;

    (void)state;
    begin(&life);
    struct moved moved = again(&life, monday + 12 * 7, 50, true);
    moved_text(&moved, &out);
    assert_non_null(strstr(text_string(&out), "the next, It flies, "));
    text_free(&out);
    life.known[0].id = "gone";
    moved_text(&moved, &out);
    assert_non_null(strstr(text_string(&out),
                           "the one to come is 6 weeks later; the next, It flies higher than the "
                           "…, 5 July 2026"));
    text_free(&out);
    pool_free(life.plan->pool);
}

static void the_paper_comes_last(void **state)
{
    struct life life;
    struct text out = TEXT_INIT;

    (void)state;
    begin(&life);
    struct moved moved = again(&life, monday + 8 * 7, 50, true);
    moved.paper = "a-insert.pdf replaces pages 3-16";
    moved_text(&moved, &out);
    assert_non_null(strstr(text_string(&out), "33 of 96\n  Paper       a-insert.pdf replaces pages "
                                              "3-16\n"));
    text_free(&out);
    pool_free(life.plan->pool);
}

static void where_nothing_moved_the_paper_has_a_line(void **state)
{
    struct life life;

    (void)state;
    begin(&life);
    struct moved moved = again(&life, monday + 8 * 7, 100, false);
    moved.pages_stand = true;
    assert_says(&moved, "Nothing moved; no page to print again\n");
    moved.pages_stand = false;
    assert_says(&moved, "");
    moved.paper = "pages 3-4 changed";
    assert_says(&moved, "Paper: pages 3-4 changed\n");
    moved.memory = NULL;
    assert_says(&moved, "Paper: pages 3-4 changed\n");
    moved.paper = "";
    moved.pages_stand = true; /* of a build that has no other to go by */
    assert_says(&moved, "");
    pool_free(life.plan->pool);
}

/* Nobody who has done all of it is behind; a replan ends the plan, and the word has the sum. */
static void all_is_done(void **state)
{
    struct life life;
    day today = monday + 8 * 7;

    (void)state;
    begin(&life);
    for (int replan = 0; replan < 2; replan++) {
        const struct progress *progress =
            progress_of(life.plan->pool, life.before, today, 50, TICKED_ALL);
        struct rhythm rhythm = replanning(life.before, five_hours, today, progress);
        struct moved moved = {.memory = &life.memory,
                              .today = today,
                              .replanned = replan,
                              .replanned_end = today - 1};
        rhythm.replan = replan;
        life.memory.past = *rhythm.past;
        moved.schedule = schedule_make(life.plan->pool, life.plan, &rhythm);
        assert_says(&moved, replan
                                ? "All of the past stands; the rest is laid out again from today:\n"
                                  "  The end     1 March 2026, was 24 May\n"
                                  "  You         everything is done: 3 things and 19 h 44 in 32 "
                                  "sessions, 5 January to 1 March 2026\n"
                                : "Everything is done: 3 things and 19 h 44 in 32 sessions, 5 "
                                  "January to 1 March 2026; --replan ends the plan on 1 March "
                                  "2026\n");
    }
    pool_free(life.plan->pool);
}

/* Who is behind, but whose hours keep the end, is told that. */
static void hours_that_keep_the_end(void **state)
{
    struct life life;

    (void)state;
    begin(&life);
    struct moved moved = again(&life, monday + 8 * 7, 97, false);
    moved.replanned_end = moved.schedule->end;
    moved.minutes_to_keep = 290;
    assert_says(&moved, "1 h 36 behind; your 5 h a week keep 24 May 2026\n");
    pool_free(life.plan->pool);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(all_is_done),
        cmocka_unit_test(hours_that_keep_the_end),
        cmocka_unit_test(a_replan_is_told_in_five_lines),
        cmocka_unit_test(what_moved_is_told_once),
        cmocka_unit_test(without_one_it_is_one_line),
        cmocka_unit_test(who_logs_nothing_hears_nothing),
        cmocka_unit_test(a_long_title_is_cut_at_a_word),
        cmocka_unit_test(the_paper_comes_last),
        cmocka_unit_test(where_nothing_moved_the_paper_has_a_line),
    };

    report_verbosity(-1);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
