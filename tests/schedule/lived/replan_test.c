/* Tests of the replan: plan time runs by the hours that were logged, ticks take things off the
 * table, and the past stands. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <stdlib.h>
#include <cmocka.h>

#include "schedule/lived/replan.h"
#include "schedule/weeks.h"
#include "support/done_build.h"
#include "support/plan_build.h"
#include "support/slowness.h"

#define ROUNDS rounds(80)

static const day monday = 20458; /* 2026-01-05 */

/* Twenty weeks at 5 hours a week, a task every other week. */
static struct plan *twenty_weeks(void)
{
    struct plan *plan = build_plan(UNIT_WEEK, 20, 20, 300, 300);
    struct section *phase = build_phase(plan, "All of It", 1, 20);

    for (int i = 1; i < 20; i += 2)
        build_item(plan, phase, ITEM_TASK, "A Task", i, i + 1);
    return plan;
}

static const struct rhythm five_hours = {.minutes = 300, .start = 20458, .timezone = "UTC"};

static const struct schedule *replanned(const struct schedule *before, struct rhythm rhythm,
                                        day today, int percent, enum ticked ticked)
{
    struct pool *pool = before->plan->pool;

    rhythm = replanning(before, rhythm, today, progress_of(pool, before, today, percent, ticked));
    return schedule_make(pool, before->plan, &rhythm);
}

static void half_of_the_hours_are_half_of_the_way(void **state)
{
    struct plan *plan = twenty_weeks();
    const struct schedule *before = schedule_make(plan->pool, plan, &five_hours);
    day today = monday + 8 * 7;
    const struct schedule *half = replanned(before, five_hours, today, 50, TICKED_NOTHING);
    const struct schedule *more = replanned(before, five_hours, today, 150, TICKED_NOTHING);
    const struct schedule *none = replanned(before, five_hours, today, 0, TICKED_NOTHING);

    (void)state;
    assert_int_equal(before->week_count, 20);
    assert_int_equal(half->week_count, 24);
    assert_int_equal(more->week_count, 16);
    assert_int_equal(none->week_count, 28);
    /* weeks 5 and 6 are due when plan time passes them again */
    assert_int_equal(half->items[2].last, before->items[2].last + 28);
    assert_int_equal(half->items[2].first, before->items[2].first);
    pool_free(plan->pool);
}

static void what_is_ticked_leaves_and_what_is_not_stays(void **state)
{
    struct plan *plan = twenty_weeks();
    const struct schedule *before = schedule_make(plan->pool, plan, &five_hours);
    day today = monday + 6 * 7 + 2; /* a Wednesday */
    struct progress progress = *progress_of(plan->pool, before, today, 100, TICKED_DUE);
    struct item_progress *items = pool_alloc(plan->pool, plan->item_count * sizeof *items);

    (void)state;
    memcpy(items, progress.items, plan->item_count * sizeof *items);
    items[1].done = false; /* of weeks 3 and 4 */
    items[3].done = true;  /* of weeks 7 and 8, ahead of its time */
    items[3].done_on = today - 3;
    items[5].done = true; /* of weeks 11 and 12 */
    progress.items = items;
    struct rhythm rhythm = replanning(before, five_hours, today, &progress);
    const struct schedule *after = schedule_make(plan->pool, plan, &rhythm);
    assert_int_equal(after->week_count, before->week_count);
    assert_int_equal(after->items[1].first, before->items[1].first);
    assert_int_equal(after->items[1].due, after->weeks[6].last);
    assert_int_equal(after->items[3].due, today - 3);
    assert_int_equal(after->items[5].due, today - 1);
    for (size_t i = 0; i < after->session_count; i++)
        if (after->sessions[i].date >= today && after->sessions[i].item_count > 0) {
            assert_ptr_not_equal(after->sessions[i].items[0], &plan->items[3]);
            assert_ptr_not_equal(after->sessions[i].items[0], &plan->items[5]);
        }
    pool_free(plan->pool);
}

static void a_long_absence_is_no_past_that_was_planned(void **state)
{
    struct plan *plan = twenty_weeks();
    const struct schedule *before = schedule_make(plan->pool, plan, &five_hours);
    day today = before->end + 40;
    const struct schedule *after = replanned(before, five_hours, today, 50, TICKED_NOTHING);

    (void)state;
    for (size_t i = 0; i < after->session_count; i++)
        assert_true(after->sessions[i].lived == (after->sessions[i].date < today));
    assert_true(after->end > today + 9 * 7 && after->end < today + 11 * 7);
    for (size_t w = 1; w < after->week_count; w++)
        assert_int_equal(after->weeks[w].first, after->weeks[w - 1].last + 1);
    pool_free(plan->pool);
}

/* The second of two replans without anything new between them. */
static const struct schedule *once_more(const struct schedule *after, struct rhythm rhythm,
                                        day today)
{
    struct pool *pool = after->plan->pool;

    rhythm = replanning(after, rhythm, today, after->rhythm.progress);
    return schedule_make(pool, after->plan, &rhythm);
}

/* A build on a later day that changes nothing. */
static const struct schedule *built_later(const struct schedule *after, struct rhythm rhythm,
                                          day today)
{
    struct pool *pool = after->plan->pool;

    rhythm = replanning(after, rhythm, today, after->rhythm.progress);
    rhythm.replan = false;
    return schedule_make(pool, after->plan, &rhythm);
}

/* As RHYTHM goes on where every other thing was ticked, be it due or not. */
static const struct schedule *replanned_ahead(const struct schedule *before, struct rhythm rhythm,
                                              day today)
{
    const struct plan *plan = before->plan;
    struct progress progress = *progress_of(plan->pool, before, today, 100, TICKED_DUE);
    struct item_progress *items = pool_alloc(plan->pool, (plan->item_count + 1) * sizeof *items);

    memcpy(items, progress.items, plan->item_count * sizeof *items);
    for (size_t i = 0; i < plan->item_count; i += 2)
        items[i].done = items[i].tickable;
    progress.items = items;
    rhythm = replanning(before, rhythm, today, &progress);
    return schedule_make(plan->pool, plan, &rhythm);
}

static void assert_same_rest(const struct schedule *one, const struct schedule *other)
{
    assert_int_equal(one->end, other->end);
    assert_int_equal(one->session_count, other->session_count);
    for (size_t i = 0; i < one->session_count; i++) {
        assert_string_equal(one->sessions[i].id, other->sessions[i].id);
        assert_int_equal(one->sessions[i].date, other->sessions[i].date);
        assert_int_equal(one->sessions[i].start, other->sessions[i].start);
        assert_int_equal(one->sessions[i].minutes, other->sessions[i].minutes);
        assert_string_equal(one->sessions[i].focus, other->sessions[i].focus);
    }
    for (size_t i = 0; i < one->plan->item_count; i++) {
        assert_int_equal(one->items[i].first, other->items[i].first);
        assert_int_equal(one->items[i].due, other->items[i].due);
    }
}

static void assert_past_stands(const struct schedule *before, const struct schedule *after,
                               day today)
{
    for (size_t i = 0; i < before->session_count && before->sessions[i].date < today; i++) {
        assert_string_equal(before->sessions[i].id, after->sessions[i].id);
        assert_int_equal(before->sessions[i].date, after->sessions[i].date);
        assert_int_equal(before->sessions[i].minutes, after->sessions[i].minutes);
        assert_string_equal(before->sessions[i].focus, after->sessions[i].focus);
    }
}

/* Something that can be ticked ends with the plan. Behind the last such thing the plan goes on
 * though all is ticked: who logged and ticked as planned is there, and for them nothing moves. */
static bool ends_with_a_tick(const struct plan *plan)
{
    for (size_t i = 0; i < plan->item_count; i++)
        if (plan->items[i].kind != ITEM_ALLOCATION && plan->items[i].when.from >= 0 &&
            plan->items[i].when.to >= plan->length_days - 1e-9)
            return true;
    return false;
}

/* What was lived and what is planned come to the hours of weeks and plan. */
static void assert_adds_up(const struct schedule *schedule, day today)
{
    int64_t lived = 0, planned = 0, weeks = 0;

    for (size_t i = 0; i < schedule->session_count; i++) {
        const struct session *session = &schedule->sessions[i];
        assert_true(session->lived == (session->date < today));
        *(session->lived ? &lived : &planned) += session->minutes;
    }
    for (size_t w = 0; w < schedule->week_count; w++)
        weeks += schedule->weeks[w].minutes;
    assert_int_equal(lived + planned, schedule->minutes);
    assert_int_equal(lived + planned, weeks);
}

/* More logged never ends later, whatever was ticked. */
static void try_hours(const struct schedule *before, struct rhythm rhythm, day today,
                      enum ticked ticked)
{
    day last = 0;

    for (int percent = 150; percent >= 0; percent -= 50) {
        const struct schedule *after = replanned(before, rhythm, today, percent, ticked);
        assert_past_stands(before, after, today);
        assert_adds_up(after, today);
        assert_true(after->end >= last);
        last = after->end;
        assert_same_rest(after, once_more(after, rhythm, today));
    }
}

/* A last day that may move by the grain of what was logged: minutes are whole. */
static void try_one(struct dice *dice)
{
    struct slot slots[6];
    struct period periods[8];
    struct plan *plan = random_plan(dice);
    struct rhythm rhythm = random_rhythm(dice, slots, periods);

    rhythm.period_count = 0;
    const struct schedule *before = schedule_make(plan->pool, plan, &rhythm);
    day today = before->start + throw_dice(dice, 1, before->end - before->start + 1);
    const struct schedule *exact = replanned(before, rhythm, today, 100, TICKED_DUE);

    assert_same_rest(before, exact);
    for (enum ticked ticked = TICKED_NOTHING; ticked <= TICKED_ALL; ticked++)
        try_hours(before, rhythm, today, ticked);
    const struct schedule *ahead = replanned_ahead(before, rhythm, today);
    for (int days = 1; days < 20 && today + days <= ahead->end; days += 6)
        assert_same_rest(ahead, built_later(ahead, rhythm, today + days));
    if (ends_with_a_tick(plan)) {
        const struct schedule *done = replanned(before, rhythm, today, 50, TICKED_ALL);
        assert_past_stands(before, done, today);
        assert_true(done->end < today);
    }
    pool_free(plan->pool);
}

static void whatever_was_logged(void **state)
{
    struct dice dice = {0x1d872b41};

    (void)state;
    for (int i = 0; i < ROUNDS; i++)
        try_one(&dice);
}

/* Plans that showed a fault once. */
static void plans_that_failed(void **state)
{
    static const uint64_t states[] = {
        /* a later build gave the turns of the week of a replan to what had left the table */
        0x87ac035b0c604ebf,
        /* all was ticked on the day on which the plan would have ended */
        0xc3df5e42c720082,
        /* all that can be ticked was due and ticked, and the plan went on within the day or week
         * of its end, though nothing was logged but what was planned: plans in days, then in weeks
         */
        0x23aa92b1ef305d92,
        0x9cc755a211db96c6,
        0xe73afd1e4c4f07fc,
        0x3aa3f265be86d97c,
        0x8c3a53fbe82f446,
        0xa147107be4a55472,
    };

    (void)state;
    for (size_t i = 0; i < sizeof states / sizeof *states; i++)
        try_one(&(struct dice){states[i]});
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(half_of_the_hours_are_half_of_the_way),
        cmocka_unit_test(what_is_ticked_leaves_and_what_is_not_stays),
        cmocka_unit_test(a_long_absence_is_no_past_that_was_planned),
        cmocka_unit_test(whatever_was_logged),
        cmocka_unit_test(plans_that_failed),
    };

    report_verbosity(-1);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
