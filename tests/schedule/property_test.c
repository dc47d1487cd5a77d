/* Properties: what holds for any plan and any rhythm, tried on thousands of random ones. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <stdlib.h>
#include <cmocka.h>

#include "schedule/feasibility.h"
#include "support/plan_build.h"
#include "support/slowness.h"

#define ROUNDS rounds(600)

#define UNSETTLED_WEEKS 1 /* before a change of pace */

static const day monday = 20458; /* 2026-01-05 */

/* What sittings may last: 20 minutes to 4 hours, and what is below a step of 5 on the longest,
 * unless slots say otherwise. */
static void limits_of(const struct rhythm *rhythm, int *least, int *most)
{
    *least = 20;
    *most = 244;
    for (size_t i = 0; i < rhythm->slot_count; i++) {
        int minutes = rhythm->slots[i].minutes;
        *least = minutes > 0 && minutes < *least ? minutes : *least;
        *most = minutes + 4 > *most ? minutes + 4 : *most;
    }
}

static bool has_period(const struct rhythm *rhythm, day first, day last)
{
    for (size_t i = 0; i < rhythm->period_count; i++)
        if (rhythm->periods[i].from <= last && rhythm->periods[i].to >= first)
            return true;
    return false;
}

static int open_days(const struct rhythm *rhythm, day first, day last)
{
    int count = 0;

    for (day date = first; date <= last; date++)
        count += !rhythm_day_off(rhythm, date);
    return count;
}

/* Whole weeks have the hours of the rhythm, parts of a week a share of them. Days off change
 * nothing unless there is no other. */
static void check_hours(const struct schedule *schedule, const struct week *week)
{
    const struct rhythm *rhythm = &schedule->rhythm;
    int days = week->last - week->first + 1, open = open_days(rhythm, week->first, week->last);

    if (has_period(rhythm, week->first, week->last))
        return;
    if (open == 0) {
        assert_int_equal(week->minutes, 0);
        return;
    }
    if (schedule->plan->unit == UNIT_DAY)
        days = open;
    double share = (double)rhythm->minutes * days / 7;
    if (share > open * DAY_CAPACITY)
        share = open * DAY_CAPACITY;
    if (share < SHORTEST_SITTING)
        share = SHORTEST_SITTING;
    assert_true(abs(week->minutes - (int)share) <= (days == 7 ? 0 : 5));
}

static void check_week(const struct schedule *schedule, const struct week *week,
                       const struct session *before)
{
    const struct rhythm *rhythm = &schedule->rhythm;
    int sum = 0, least, most;

    limits_of(rhythm, &least, &most);
    assert_true(week->first <= week->last && week->last - week->first < 7);
    assert_true(week->from <= week->middle && week->middle <= week->to);
    check_hours(schedule, week);
    for (size_t i = 0; i < week->session_count; i++) {
        const struct session *session = &schedule->sessions[week->first_session + i];
        sum += session->minutes;
        assert_in_range(session->date - week->first, 0, week->last - week->first);
        assert_false(rhythm_day_off(rhythm, session->date));
        assert_true(session->start >= 0 && session->start + session->minutes <= 24 * 60);
        assert_true(session->minutes >= least || week->session_count == 1);
        assert_true(session->minutes <= most);
        if (before)
            assert_true(session->date > before->date ||
                        (session->date == before->date &&
                         session->start >= before->start + before->minutes));
        assert_true(*session->focus != '\0');
        assert_in_range(session->category, 0, schedule->category_count - 1);
        before = session;
    }
    assert_int_equal(sum, week->minutes);
}

static void check_weeks(const struct schedule *schedule)
{
    day limit = day_of(2199, 12, 31);
    size_t at = 0;
    int total = 0;

    for (size_t w = 0; w < schedule->week_count; w++) {
        const struct week *week = &schedule->weeks[w];
        assert_true(week->last <= limit);
        assert_int_equal(week->first_session, at);
        if (w > 0)
            assert_int_equal(week->first, week[-1].last + 1);
        check_week(schedule, week, at > 0 ? &schedule->sessions[at - 1] : NULL);
        for (size_t i = 0; i < week->session_count; i++)
            assert_int_equal(schedule->sessions[at + i].week, w);
        at += week->session_count;
        total += week->minutes;
    }
    assert_int_equal(at, schedule->session_count);
    assert_int_equal(total, schedule->minutes);
}

static bool lies_on_table(const struct week *week, const struct item *item)
{
    for (size_t i = 0; i < week->item_count; i++)
        if (week->items[i] == item)
            return true;
    return false;
}

/* Every dated item is on the table in each of its weeks, of which there is one at least. */
static void check_items(const struct schedule *schedule)
{
    const struct plan *plan = schedule->plan;

    for (size_t i = 0; i < plan->item_count; i++) {
        const struct item *item = &plan->items[i];
        const struct dates *dates = &schedule->items[i];
        if (item->when.from < 0)
            continue;
        assert_true(dates->first_week >= 0 && dates->first_week <= dates->last_week);
        assert_true(dates->last_week < (int)schedule->week_count);
        assert_true(dates->first >= schedule->start && dates->due <= schedule->end);
        assert_int_equal(dates->due, dates->last);
        if (item->point)
            assert_int_equal(dates->first, dates->due);
        if (item->kind != ITEM_ALLOCATION)
            for (int w = dates->first_week; w <= dates->last_week; w++)
                assert_true(lies_on_table(&schedule->weeks[w], item));
    }
}

/* All minutes go to items, each session's to the first one that it names. */
static void check_minutes(const struct schedule *schedule)
{
    const struct plan *plan = schedule->plan;
    int *given = calloc(plan->item_count + 1, sizeof *given), total = 0;

    assert_non_null(given);
    for (size_t i = 0; i < schedule->session_count && plan->item_count > 0; i++) {
        assert_true(schedule->sessions[i].item_count > 0);
        given[schedule->sessions[i].items[0] - plan->items] += schedule->sessions[i].minutes;
    }
    for (size_t i = 0; i < plan->item_count; i++) {
        int minutes = schedule->items[i].minutes;
        assert_int_equal(minutes < 0 ? 0 : minutes, given[i]);
        total += given[i];
    }
    assert_int_equal(total, plan->item_count > 0 ? schedule->minutes : 0);
    free(given);
}

static bool same_schedule(const struct schedule *a, const struct schedule *b)
{
    if (a->week_count != b->week_count || a->session_count != b->session_count)
        return false;
    for (size_t i = 0; i < a->session_count; i++) {
        const struct session *s = &a->sessions[i], *t = &b->sessions[i];
        if (s->date != t->date || s->start != t->start || s->minutes != t->minutes ||
            s->category != t->category || strcmp(s->focus, t->focus) != 0 ||
            strcmp(s->id, t->id) != 0)
            return false;
    }
    return true;
}

static void holds_for_any_plan(void **state)
{
    (void)state;
    struct dice dice = {88172645463325252ULL};
    struct room room;
    for (int round = 0; round < ROUNDS; round++) {
        struct plan *plan = random_plan(&dice);
        struct rhythm rhythm = any_rhythm(&dice, &room);
        const struct schedule *schedule = schedule_make(plan->pool, plan, &rhythm);
        check_weeks(schedule);
        check_items(schedule);
        check_minutes(schedule);
        pool_free(plan->pool);
        report_reset();
    }
}

static void the_same_input_gives_the_same_plan(void **state)
{
    (void)state;
    struct dice dice = {521288629};
    struct room room;
    for (int round = 0; round < ROUNDS / 4; round++) {
        struct plan *plan = random_plan(&dice);
        struct rhythm rhythm = any_rhythm(&dice, &room);
        assert_true(same_schedule(schedule_make(plan->pool, plan, &rhythm),
                                  schedule_make(plan->pool, plan, &rhythm)));
        pool_free(plan->pool);
        report_reset();
    }
}

static void more_hours_never_end_later(void **state)
{
    (void)state;
    struct dice dice = {2463534242};
    struct room room;
    for (int round = 0; round < ROUNDS; round++) {
        struct plan *plan = random_plan(&dice);
        struct rhythm rhythm = any_rhythm(&dice, &room);
        day end = last_day_at(plan, &rhythm);
        if (round % 16 == 0)
            assert_int_equal(end, schedule_make(plan->pool, plan, &rhythm)->end);
        rhythm.minutes += throw_dice(&dice, 1, 300);
        assert_true(last_day_at(plan, &rhythm) <= end);
        pool_free(plan->pool);
        report_reset();
    }
}

/* The fewest hours that are done by a day are enough, and 5 minutes less are not. */
static void the_hours_to_an_end_are_the_fewest(void **state)
{
    (void)state;
    struct dice dice = {777};
    struct room room;
    for (int round = 0; round < ROUNDS / 8; round++) {
        struct plan *plan = random_plan(&dice);
        struct rhythm rhythm = any_rhythm(&dice, &room);
        day end = rhythm.start + throw_dice(&dice, 0, 700);
        int minutes;
        enum reach reach = minutes_by_end(plan, &rhythm, end, &minutes);
        rhythm.minutes = minutes;
        bool late = reach == REACH_TOO_LATE || reach == REACH_FIXED_LATE;
        assert_true(late == (last_day_at(plan, &rhythm) > end));
        rhythm.minutes -= 5;
        if ((reach == REACH_GOOD || reach == REACH_ABSURD) && minutes > FEWEST_MINUTES)
            assert_true(last_day_at(plan, &rhythm) > end);
        pool_free(plan->pool);
        report_reset();
    }
}

/* A period of h hours over the whole plan is the plan at h hours. */
static void a_period_equals_its_hours(void **state)
{
    (void)state;
    struct dice dice = {362436069};
    for (int round = 0; round < rounds(500); round++) {
        struct plan *plan = random_plan(&dice);
        int hours = throw_dice(&dice, 60, 2000);
        day start = monday + throw_dice(&dice, 0, 20);
        struct period period = {start, day_of(2199, 12, 31), hours};
        struct rhythm plain = {.minutes = hours, .start = start};
        struct rhythm bent = {
            .minutes = 300, .start = start, .periods = &period, .period_count = 1};
        assert_true(same_schedule(schedule_make(plan->pool, plan, &plain),
                                  schedule_make(plan->pool, plan, &bent)));
        pool_free(plan->pool);
    }
}

static bool same_sittings(const struct schedule *a, const struct week *v, const struct schedule *b,
                          const struct week *w)
{
    if (v->session_count != w->session_count || v->minutes != w->minutes)
        return false;
    for (size_t i = 0; i < v->session_count; i++) {
        const struct session *s = &a->sessions[v->first_session + i];
        const struct session *t = &b->sessions[w->first_session + i];
        if (s->date != t->date || s->start != t->start || s->minutes != t->minutes)
            return false;
    }
    return true;
}

/* Some weeks of it have the sittings of a plan at its hours, and advance plan time as that does;
 * the weeks around them are as if it were not there. */
static void a_period_bends_its_weeks_alone(void **state)
{
    (void)state;
    struct dice dice = {88675123};
    for (int round = 0; round < ROUNDS / 4; round++) {
        struct plan *plan = random_plan(&dice);
        int usual = 5 * throw_dice(&dice, 6, 480), hours = 5 * throw_dice(&dice, 6, 480);
        day from = monday + 7 * throw_dice(&dice, 0, 20);
        struct period period = {from, from + 7 * throw_dice(&dice, 1, 6) - 1, hours};
        struct rhythm at_usual = {.minutes = usual, .start = monday};
        struct rhythm at_hours = {.minutes = hours, .start = monday};
        struct rhythm bent = at_usual;
        bent.periods = &period;
        bent.period_count = 1;
        const struct schedule *one = schedule_make(plan->pool, plan, &at_usual);
        const struct schedule *other = schedule_make(plan->pool, plan, &at_hours);
        const struct schedule *made = schedule_make(plan->pool, plan, &bent);
        for (size_t w = 0; w < made->week_count; w++) {
            const struct week *week = &made->weeks[w];
            bool inside = week->first >= period.from && week->last <= period.to;
            const struct schedule *like = inside ? other : one;
            bool whole = week->last - week->first == 6;
            if (w >= like->week_count || !whole || like->weeks[w].last != week->last)
                continue;
            assert_true(same_sittings(made, week, like, &like->weeks[w]));
            double advance = pace_week(plan, inside ? hours : usual);
            assert_true(week->to - week->from > advance - 1e-6);
            assert_true(week->to - week->from < advance + 1e-6);
        }
        pool_free(plan->pool);
        report_reset();
    }
}

/* Over any four whole weeks of one phase at the same hours each category has its share of them,
 * give or take two of the longest sittings. */
static void check_four_weeks(const struct schedule *schedule, size_t from,
                             const struct session *sessions, double share, const char *name)
{
    double minutes = 0, all = 0;
    int longest = 0;

    for (size_t w = from; w < from + 4; w++) {
        const struct week *week = &schedule->weeks[w];
        all += week->minutes;
        for (size_t s = 0; s < week->session_count; s++) {
            const struct session *session = &sessions[week->first_session + s];
            if (strcmp(schedule->categories[session->category].name, name) == 0)
                minutes += session->minutes;
            longest = session->minutes > longest ? session->minutes : longest;
        }
    }
    assert_true(minutes > all * share - 2 * longest && minutes < all * share + 2 * longest);
    if (all * share >= 2 * longest)
        assert_true(minutes > 0);
}

static void categories_have_their_share(void **state)
{
    (void)state;
    static const char *const names[] = {"Reading", "Coding", "Testing", "Teaching"};
    struct dice dice = {5772156649};
    for (int round = 0; round < ROUNDS / 8; round++) {
        struct plan *plan = build_plan(UNIT_WEEK, 24, 24, 300, 300);
        struct section *phase = build_phase(plan, "Some Phase", 1, 24);
        int count = throw_dice(&dice, 2, 4), weights[4], sum = 0;
        for (int c = 0; c < count; c++) {
            sum += weights[c] = 6 * throw_dice(&dice, 1, 10);
            build_allocation(plan, phase, names[c], weights[c], weights[c]);
        }
        build_item(plan, phase, ITEM_TOPIC, "Something", 1, 24);
        struct rhythm rhythm = {.minutes = 5 * throw_dice(&dice, 24, 360), .start = monday};
        const struct schedule *schedule = schedule_make(plan->pool, plan, &rhythm);
        for (size_t from = 0; from + 4 <= schedule->week_count; from++)
            for (int c = 0; c < count; c++)
                check_four_weeks(schedule, from, schedule->sessions, (double)weights[c] / sum,
                                 names[c]);
        pool_free(plan->pool);
    }
}

/* The same work in the same sitting. */
static void assert_same_session(const struct schedule *before, const struct session *a,
                                const struct schedule *after, const struct session *b)
{
    assert_string_equal(a->id, b->id);
    assert_int_equal(a->date, b->date);
    assert_int_equal(a->start, b->start);
    assert_int_equal(a->minutes, b->minutes);
    assert_string_equal(before->categories[a->category].name, after->categories[b->category].name);
    assert_string_equal(a->focus, b->focus);
    assert_int_equal(a->item_count, b->item_count);
    for (size_t i = 0; i < a->item_count; i++)
        assert_ptr_equal(a->items[i], b->items[i]);
}

/* What comes later changes no week that was lived: other hours or days off from some week on leave
 * the sessions before it as they were. (Of the very last week before it the calendar says only
 * afterwards what ends with it.) */
static void what_was_lived_stays(void **state)
{
    (void)state;
    struct dice dice = {20260518};
    for (int round = 0; round < ROUNDS; round++) {
        struct room room;
        struct plan *plan = random_plan(&dice);
        give_parts(plan, &dice);
        struct rhythm rhythm = any_rhythm(&dice, &room);
        const struct schedule *before = schedule_make(plan->pool, plan, &rhythm);
        struct period periods[9];
        day days_off[DAYS_OFF + 1];
        int turn = throw_dice(&dice, 0, (int)before->week_count - 1);
        day from = before->weeks[turn].first;
        struct rhythm other = rhythm;
        if (throw_dice(&dice, 0, 3) > 0) {
            for (size_t i = 0; i < rhythm.period_count; i++)
                periods[i] = rhythm.periods[i];
            periods[other.period_count++] =
                (struct period){from, from + 4000, throw_dice(&dice, 60, 2400)};
            other.periods = periods;
        } else {
            for (size_t i = 0; i < rhythm.day_off_count; i++)
                days_off[i] = rhythm.days_off[i];
            days_off[other.day_off_count++] = from + throw_dice(&dice, 0, 6);
            other.days_off = days_off;
        }
        const struct schedule *after = schedule_make(plan->pool, plan, &other);
        for (size_t i = 0; i < before->session_count; i++) {
            if (before->sessions[i].week >= turn - UNSETTLED_WEEKS)
                break;
            assert_true(i < after->session_count);
            assert_same_session(before, &before->sessions[i], after, &after->sessions[i]);
        }
        pool_free(plan->pool);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(holds_for_any_plan),
        cmocka_unit_test(the_same_input_gives_the_same_plan),
        cmocka_unit_test(more_hours_never_end_later),
        cmocka_unit_test(the_hours_to_an_end_are_the_fewest),
        cmocka_unit_test(a_period_equals_its_hours),
        cmocka_unit_test(a_period_bends_its_weeks_alone),
        cmocka_unit_test(categories_have_their_share),
        cmocka_unit_test(what_was_lived_stays),
    };

    report_verbosity(-1);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
