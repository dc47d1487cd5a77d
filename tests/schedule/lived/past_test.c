/* Tests of the past: what was lived stands in the new plan, whatever changes, and the plan goes on
 * from there. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <math.h>
#include <stdlib.h>
#include <cmocka.h>

#include "schedule/feasibility.h"
#include "schedule/lived/past.h"
#include "support/past_build.h"
#include "support/plan_build.h"
#include "support/slowness.h"

#define ROUNDS rounds(300)

static const day monday = 20458; /* 2026-01-05 */

/* The plan as it is made again on TODAY, after BEFORE. */
static const struct schedule *again(const struct schedule *before, struct rhythm rhythm, day today)
{
    struct pool *pool = before->plan->pool;

    rhythm.past = past_of(pool, before, today);
    return schedule_make(pool, before->plan, &rhythm);
}

static void assert_same_session(const struct schedule *before, const struct session *a,
                                const struct schedule *after, const struct session *b)
{
    assert_string_equal(a->id, b->id);
    assert_int_equal(a->date, b->date);
    assert_int_equal(a->start, b->start);
    assert_int_equal(a->minutes, b->minutes);
    assert_int_equal(a->week, b->week);
    assert_string_equal(before->categories[a->category].name, after->categories[b->category].name);
    assert_string_equal(a->focus, b->focus);
    assert_int_equal(a->item_count, b->item_count);
    for (size_t i = 0; i < a->item_count; i++)
        assert_ptr_equal(a->items[i], b->items[i]);
    assert_int_equal(a->chapters.from, b->chapters.from);
    assert_int_equal(a->chapters.to, b->chapters.to);
    assert_int_equal(a->part, b->part);
    assert_int_equal(a->parts, b->parts);
    assert_int_equal(a->closes_month, b->closes_month);
}

static void assert_same_week(const struct week *a, const struct week *b)
{
    assert_int_equal(a->number, b->number);
    assert_int_equal(a->iso_year, b->iso_year);
    assert_int_equal(a->iso_week, b->iso_week);
    assert_int_equal(a->first, b->first);
    assert_int_equal(a->last, b->last);
    assert_int_equal(a->phase, b->phase);
    assert_int_equal(a->minutes, b->minutes);
    assert_true(a->from == b->from && a->middle == b->middle && a->to == b->to);
    assert_int_equal(a->first_session, b->first_session);
    assert_int_equal(a->session_count, b->session_count);
    assert_memory_equal(a->rates, b->rates, (size_t)(a->last - a->first + 1) * sizeof *a->rates);
}

static void assert_same_schedule(const struct schedule *a, const struct schedule *b)
{
    assert_int_equal(a->start, b->start);
    assert_int_equal(a->end, b->end);
    assert_int_equal(a->minutes, b->minutes);
    assert_int_equal(a->week_count, b->week_count);
    for (size_t w = 0; w < a->week_count; w++) {
        assert_same_week(&a->weeks[w], &b->weeks[w]);
        assert_int_equal(a->weeks[w].item_count, b->weeks[w].item_count);
    }
    assert_int_equal(a->session_count, b->session_count);
    for (size_t i = 0; i < a->session_count; i++)
        assert_same_session(a, &a->sessions[i], b, &b->sessions[i]);
    assert_int_equal(a->category_count, b->category_count);
    for (size_t i = 0; i < a->category_count; i++) {
        assert_string_equal(a->categories[i].name, b->categories[i].name);
        assert_int_equal(a->categories[i].activity, b->categories[i].activity);
        assert_int_equal(a->categories[i].minutes, b->categories[i].minutes);
    }
    for (size_t i = 0; i < a->plan->item_count; i++)
        assert_memory_equal(&a->items[i], &b->items[i], sizeof a->items[i]);
}

/* What lies before TODAY is as it was, and nothing else. */
static void assert_stands(const struct schedule *before, const struct schedule *after, day today)
{
    size_t i = 0;

    assert_int_equal(before->start, after->start);
    for (; i < before->session_count && before->sessions[i].date < today; i++) {
        assert_true(i < after->session_count);
        assert_true(after->sessions[i].lived);
        assert_same_session(before, &before->sessions[i], after, &after->sessions[i]);
    }
    for (; i < after->session_count; i++)
        assert_false(after->sessions[i].lived);
    for (size_t w = 0; w < before->week_count && before->weeks[w].last < today; w++) {
        assert_true(after->weeks[w].lived);
        assert_same_week(&before->weeks[w], &after->weeks[w]);
    }
}

static int by_text(const void *left, const void *right)
{
    const char *const *a = left, *const *b = right;

    return strcmp(*a, *b);
}

static void assert_no_id_twice(const struct schedule *schedule)
{
    const char **ids = malloc((schedule->session_count + 1) * sizeof *ids);

    assert_non_null(ids);
    for (size_t i = 0; i < schedule->session_count; i++)
        ids[i] = schedule->sessions[i].id;
    qsort(ids, schedule->session_count, sizeof *ids, by_text);
    for (size_t i = 1; i < schedule->session_count; i++)
        assert_string_not_equal(ids[i - 1], ids[i]);
    free(ids);
}

/* Weeks lie end to end, their minutes are those of their sessions, which are in order of time. */
static void assert_hangs_together(const struct schedule *schedule)
{
    size_t at = 0;
    int total = 0;

    for (size_t w = 0; w < schedule->week_count; w++) {
        const struct week *week = &schedule->weeks[w];
        int minutes = 0;
        assert_int_equal(week->number, w + 1);
        assert_int_equal(week->first, w > 0 ? week[-1].last + 1 : schedule->start);
        assert_in_range(week->last - week->first, 0, 6);
        assert_int_equal(week->first_session, at);
        for (size_t i = 0; i < week->session_count; i++, at++) {
            const struct session *session = &schedule->sessions[at];
            assert_int_equal(session->week, w);
            assert_in_range(session->date - week->first, 0, week->last - week->first);
            assert_true(at == 0 || session->date > session[-1].date ||
                        (session->date == session[-1].date && session->start > session[-1].start));
            assert_true(*session->focus != '\0');
            minutes += session->minutes;
        }
        assert_int_equal(week->minutes, minutes);
        total += minutes;
    }
    assert_int_equal(at, schedule->session_count);
    assert_int_equal(total, schedule->minutes);
}

/* Each week that is wholly to come has its hours, and plan time goes on till the plan is over. */
static void assert_goes_on(const struct schedule *schedule, day today)
{
    const struct plan *plan = schedule->plan;
    const struct week *last = &schedule->weeks[schedule->week_count - 1];

    for (size_t w = 0; w < schedule->week_count; w++) {
        const struct week *week = &schedule->weeks[w];
        if (week->first < today)
            continue;
        struct stretch stretch = rhythm_stretch(&schedule->rhythm, week->first, week->last);
        assert_int_equal(week->minutes, stretch.minutes);
        assert_true(w == 0 || week->from == week[-1].to);
    }
    if (last->first <= today || schedule->week_count == 1)
        return;
    /* A week at these hours, or at those of a period, would have its middle behind the end. */
    double longest = pace_week(plan, schedule->rhythm.minutes);
    for (size_t i = 0; i < schedule->rhythm.period_count; i++)
        longest = fmax(longest, pace_week(plan, schedule->rhythm.periods[i].minutes));
    assert_true(last->middle < plan->length_days);
    assert_true(last->to > plan->length_days - longest / 2 - 1e-6);
}

static day some_day(struct dice *dice, const struct schedule *schedule)
{
    return schedule->start + throw_dice(dice, -5, schedule->end - schedule->start + 10);
}

/* Nothing changed: the plan is the same, on whatever day it is made again. */
static void nothing_changed_changes_nothing(void **state)
{
    (void)state;
    struct dice dice = {20260601};
    for (int round = 0; round < ROUNDS; round++) {
        struct room room;
        struct plan *plan = random_plan(&dice);
        give_parts(plan, &dice);
        struct rhythm rhythm = any_rhythm(&dice, &room);
        const struct schedule *before = schedule_make(plan->pool, plan, &rhythm);
        day today = some_day(&dice, before);
        const struct schedule *after = again(before, rhythm, today);
        assert_same_schedule(before, after);
        assert_stands(before, after, today);
        rhythm.past = past_of(plan->pool, before, today);
        assert_int_equal(last_day_at(plan, &rhythm), before->end);
        pool_free(plan->pool);
    }
}

/* Hours, slots, times, the week's first day, days off and periods change, twice; what was lived
 * stays. */
static void whatever_changes_the_past_stands(void **state)
{
    (void)state;
    struct dice dice = {19700101};
    for (int round = 0; round < ROUNDS / 2; round++) {
        struct room room, other_room;
        struct plan *plan = random_plan(&dice);
        give_parts(plan, &dice);
        struct rhythm rhythm = any_rhythm(&dice, &room);
        const struct schedule *before = schedule_make(plan->pool, plan, &rhythm);
        day today = some_day(&dice, before);
        for (int change = 0; change < 2; change++) {
            struct rhythm other = any_rhythm(&dice, &other_room);
            other.workday_time = throw_dice(&dice, 60, 1400);
            if (today <= before->start)
                other.start = before->start;
            const struct schedule *after = again(before, other, today);
            assert_stands(before, after, today);
            assert_hangs_together(after);
            assert_goes_on(after, today);
            assert_no_id_twice(after);
            other.past = past_of(plan->pool, before, today);
            assert_int_equal(last_day_at(plan, &other), after->end);
            assert_same_schedule(after, again(after, other, today + throw_dice(&dice, 0, 20)));
            today += throw_dice(&dice, 0, 30);
            before = again(after, other, today);
        }
        pool_free(plan->pool);
    }
}

static struct plan *twelve_weeks(void)
{
    struct plan *plan = build_plan(UNIT_WEEK, 12, 12, 300, 300);
    struct section *phase = build_phase(plan, "All of It", 1, 12);

    for (int week = 1; week <= 12; week++)
        build_item(plan, phase, ITEM_TOPIC, pool_print(plan->pool, "Thing %d", week), week, week);
    return plan;
}

/* Four of twelve weeks are lived; at twice the hours the other eight take four. */
static void the_rest_goes_by_the_new_hours(void **state)
{
    (void)state;
    struct plan *plan = twelve_weeks();
    struct rhythm five = {.minutes = 300, .start = monday};
    struct rhythm ten = {.minutes = 600, .start = monday};
    const struct schedule *before = schedule_make(plan->pool, plan, &five);
    const struct schedule *after = again(before, ten, monday + 28);

    assert_int_equal(before->week_count, 12);
    assert_int_equal(after->week_count, 8);
    assert_int_equal(after->end, monday + 8 * 7 - 1);
    assert_int_equal(after->weeks[3].minutes, 300);
    assert_int_equal(after->weeks[4].minutes, 600);
    assert_true(after->weeks[4].from == 28 && after->weeks[4].to == 42);
    assert_int_equal(after->items[3].due, monday + 27);
    assert_int_equal(after->items[11].due, after->end);
    assert_int_equal(after->minutes, 4 * 300 + 4 * 600);
    pool_free(plan->pool);
}

/* On Thursday of the fifth week three of its days are lived: plan time goes 3 days and 4 of twice
 * the length, to day 39; three weeks of 14 days are 81, so that the middle of a fourth, 88, is past
 * the plan's 84 days. */
static void the_current_week_is_frozen_before_today(void **state)
{
    (void)state;
    struct plan *plan = twelve_weeks();
    struct rhythm five = {.minutes = 300, .start = monday};
    struct rhythm ten = {.minutes = 600, .start = monday};
    day thursday = monday + 31;
    const struct schedule *before = schedule_make(plan->pool, plan, &five);
    const struct schedule *after = again(before, ten, thursday);
    const struct week *week = &after->weeks[4];
    static const int rates[] = {300, 300, 300, 600, 600, 600, 600};

    assert_memory_equal(week->rates, rates, sizeof rates);
    assert_true(week->from == 28 && fabs(week->to - 39) < 1e-9);
    assert_false(week->lived);
    assert_int_equal(after->week_count, 8);
    for (size_t i = week->first_session; i < week->first_session + week->session_count; i++)
        assert_int_equal(after->sessions[i].lived, after->sessions[i].date < thursday);
    assert_stands(before, after, thursday);
    pool_free(plan->pool);
}

/* Nothing was built since the plan's old end, and the roadmap has become longer. */
static void a_plan_that_ended_goes_on_behind_its_end(void **state)
{
    (void)state;
    struct plan *plan = twelve_weeks();
    struct rhythm rhythm = {.minutes = 300, .start = monday};
    const struct schedule *before = schedule_make(plan->pool, plan, &rhythm);

    plan->length_days += 14;
    const struct schedule *after = again(before, rhythm, monday + 200);
    assert_int_equal(after->week_count, 14);
    assert_true(after->weeks[11].lived);
    assert_false(after->weeks[12].lived);
    assert_hangs_together(after);
    pool_free(plan->pool);
}

/* A roadmap that has become shorter than what was lived ends with yesterday. */
static void a_plan_that_is_over_ends_with_yesterday(void **state)
{
    (void)state;
    struct plan *plan = twelve_weeks();
    struct rhythm rhythm = {.minutes = 300, .start = monday};
    const struct schedule *before = schedule_make(plan->pool, plan, &rhythm);

    plan->length_days = 21;
    const struct schedule *after = again(before, rhythm, monday + 45);
    assert_int_equal(after->week_count, 7);
    assert_int_equal(after->end, monday + 44);
    assert_true(after->weeks[6].lived);
    assert_stands(before, after, monday + 45);
    pool_free(plan->pool);
}

/* Hours of lived weeks that are changed on purpose: they have no sessions any more, all others
 * stand, and the plan has as many weeks more at its end. */
static void hours_of_the_past_are_changed_on_purpose(void **state)
{
    (void)state;
    struct plan *plan = twelve_weeks();
    struct rhythm rhythm = {.minutes = 300, .start = monday};
    const struct schedule *before = schedule_make(plan->pool, plan, &rhythm);
    struct period ill = {monday + 7, monday + 20, 0};
    struct rhythm other = rhythm;

    other.periods = other.thawed = &ill;
    other.period_count = other.thawed_count = 1;
    const struct schedule *after = again(before, other, monday + 35);
    assert_int_equal(after->week_count, 14);
    for (size_t w = 0; w < 5; w++) {
        assert_int_equal(after->weeks[w].thawed, w == 1 || w == 2);
        assert_int_equal(after->weeks[w].lived, w != 1 && w != 2);
        assert_int_equal(after->weeks[w].session_count,
                         after->weeks[w].thawed ? 0 : before->weeks[w].session_count);
    }
    assert_true(after->weeks[3].from == 21 && after->weeks[4].to == 35);
    assert_true(after->weeks[5].from == 21);
    /* Thing 4 was on the table in its week, and is again. */
    assert_int_equal(after->items[3].first_week, 3);
    assert_int_equal(after->items[3].last_week, 5);
    assert_int_equal(after->items[11].due, after->end);
    assert_hangs_together(after);
    /* It is remembered as it is now. */
    assert_same_schedule(after, again(after, rhythm, monday + 35));
    assert_same_schedule(after, again(after, rhythm, monday + 36));
    pool_free(plan->pool);
}

/* Only the days that are named change their hours. */
static void some_days_of_a_lived_week_are_changed(void **state)
{
    (void)state;
    struct plan *plan = twelve_weeks();
    struct rhythm five = {.minutes = 300, .start = monday};
    const struct schedule *before = schedule_make(plan->pool, plan, &five);
    struct period busy = {monday + 7, monday + 8, 0};
    struct rhythm ten = {.minutes = 600, .start = monday};
    static const int rates[] = {0, 0, 300, 300, 300, 300, 300};

    ten.periods = ten.thawed = &busy;
    ten.period_count = ten.thawed_count = 1;
    const struct schedule *after = again(before, ten, monday + 35);
    assert_memory_equal(after->weeks[1].rates, rates, sizeof rates);
    assert_int_equal(after->weeks[1].minutes, 215);
    assert_true(fabs(after->weeks[1].to - 12) < 1e-9);
    assert_true(fabs(after->weeks[5].from - 33) < 1e-9);
    pool_free(plan->pool);
}

/* An item that is gone is left out of the sessions that it had; their words stay. One that comes
 * anew lies in the days to come. */
static void what_is_gone_leaves_its_words(void **state)
{
    (void)state;
    struct plan *plan = twelve_weeks();
    struct rhythm rhythm = {.minutes = 300, .start = monday};
    const struct schedule *before = schedule_make(plan->pool, plan, &rhythm);
    const struct past *past = past_of(plan->pool, before, monday + 21);

    plan->items[0].id = "another";
    rhythm.past = past;
    const struct schedule *after = schedule_make(plan->pool, plan, &rhythm);
    assert_int_equal(after->sessions[0].item_count, 0);
    assert_string_equal(after->sessions[0].focus, before->sessions[0].focus);
    assert_int_equal(after->items[0].minutes, -1);
    assert_int_equal(after->items[1].minutes, before->items[1].minutes);
    for (size_t i = 0; i < after->session_count; i++)
        assert_string_equal(after->sessions[i].focus, before->sessions[i].focus);
    pool_free(plan->pool);
}

/* The start that is given does not move what was lived, and is said to be left alone. */
static void a_plan_that_began_has_its_start(void **state)
{
    (void)state;
    struct plan *plan = twelve_weeks();
    struct rhythm rhythm = {.minutes = 300, .start = monday};
    const struct schedule *before = schedule_make(plan->pool, plan, &rhythm);
    size_t count;

    rhythm.start = monday + 60;
    report_reset();
    assert_int_equal(again(before, rhythm, monday + 10)->start, monday);
    const struct finding *findings = report_findings(&count);
    assert_int_equal(count, 1);
    assert_string_equal(findings[0].message, "the plan began on 2026-01-05 and has been lived "
                                             "since; the start 2026-03-06 is taken no notice of");
    assert_int_equal(again(before, rhythm, monday)->start, monday + 60);
    pool_free(plan->pool);
    report_reset();
}

/* Weeks that do not follow each other, or say what cannot be, are not taken for a past. */
static void what_does_not_hang_together_is_no_past(void **state)
{
    (void)state;
    struct plan *plan = twelve_weeks();
    struct rhythm rhythm = {.minutes = 300, .start = monday};
    const struct schedule *before = schedule_make(plan->pool, plan, &rhythm);

    for (int fault = 0; fault < 6; fault++) {
        struct past past = *past_of(plan->pool, before, monday + 35);
        struct past_week *week = (struct past_week *)(uintptr_t)&past.weeks[2];
        struct past_session *session =
            (struct past_session *)(uintptr_t)&past.sessions[week->first_session];
        switch (fault) {
        case 0:
            week->first++;
            break;
        case 1:
            week->last += 30;
            break;
        case 2:
            week->to = (double)NAN;
            break;
        case 3:
            week->rates[3] = -5;
            break;
        case 4:
            week->session_count = SIZE_MAX;
            break;
        default:
            session->date += 7;
            break;
        }
        struct rhythm other = rhythm;
        other.past = &past;
        struct rhythm whole = rhythm_complete(plan->pool, plan, &other);
        assert_int_equal(whole.past->week_count, 2);
        const struct schedule *after = schedule_make(plan->pool, plan, &other);
        assert_int_equal(after->week_count, 12);
        assert_false(after->weeks[2].lived);
        assert_hangs_together(after);
    }
    pool_free(plan->pool);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_rest_goes_by_the_new_hours),
        cmocka_unit_test(the_current_week_is_frozen_before_today),
        cmocka_unit_test(a_plan_that_ended_goes_on_behind_its_end),
        cmocka_unit_test(a_plan_that_is_over_ends_with_yesterday),
        cmocka_unit_test(hours_of_the_past_are_changed_on_purpose),
        cmocka_unit_test(some_days_of_a_lived_week_are_changed),
        cmocka_unit_test(what_is_gone_leaves_its_words),
        cmocka_unit_test(a_plan_that_began_has_its_start),
        cmocka_unit_test(what_does_not_hang_together_is_no_past),
        cmocka_unit_test(nothing_changed_changes_nothing),
        cmocka_unit_test(whatever_changes_the_past_stands),
    };

    report_verbosity(-1);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
