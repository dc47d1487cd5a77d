/* Tests of prerequisites: which words name them, and that nothing is offered before them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "schedule/prerequisites.h"
#include "support/plan_build.h"

static const day monday = 20458; /* 2026-01-05 */

static struct item *add(struct plan *plan, struct section *section, const char *title,
                        const char *detail, double from, double to)
{
    struct item *item = build_item(plan, section, ITEM_TASK, title, from, to);

    item->detail = words(detail);
    item->line = words(pool_print(plan->pool, "%s: %s", title, detail));
    return item;
}

static bool requires(const struct plan *plan, const struct item *later, const struct item *earlier)
{
    const struct prerequisites *all = prerequisites_find(plan->pool, plan);

    for (size_t i = 0; i < all->count; i++)
        if (all->list[i].later == later && all->list[i].earlier == earlier)
            return true;
    return false;
}

static void words_that_ask(void **state)
{
    (void)state;
    static const char *const asking[] = {
        "Prerequisites: Object-Oriented Design",
        "Duration: 4 weeks; Prerequisites: Basic maths, Object oriented design; Discussion: chat",
        "Threads (requires object-oriented design)",
        "To be done after the Object-Oriented Design.",
        "depends on Logic and Object-Oriented Design",
        "Voraussetzung: Object-Oriented Design",
        "Voraussetzungen: Logik und Object-Oriented Design",
    };
    static const char *const silent[] = {
        "Object-Oriented Design is fun",
        "afterwards Object-Oriented Design",
        "after Object-Oriented Designers came",
        "Prerequisites: none",
        "Prerequisites:",
    };
    for (size_t i = 0; i < sizeof asking / sizeof *asking + sizeof silent / sizeof *silent; i++) {
        bool asks = i < sizeof asking / sizeof *asking;
        struct plan *plan = build_plan(UNIT_WEEK, 12, 12, 300, 300);
        struct section *phase = build_phase(plan, "Courses", 1, 12);
        struct item *design = add(plan, phase, "Object-Oriented Design", "", 1, 4);
        const char *detail = asks ? asking[i] : silent[i - sizeof asking / sizeof *asking];
        struct item *architecture = add(plan, phase, "Architecture", detail, 5, 8);
        assert_int_equal(requires(plan, architecture, design), asks);
        assert_false(requires(plan, design, architecture));
        pool_free(plan->pool);
    }
}

/* A line of its own below an item speaks of that item; a title's head is enough of a name. */
static void a_line_below(void **state)
{
    (void)state;
    struct plan *plan = build_plan(UNIT_WEEK, 12, 12, 300, 300);
    struct section *phase = build_phase(plan, "Courses", 1, 12);
    struct item *first = add(plan, phase, "Calculus 1A: Limits", "", 1, 4);
    struct item *second = add(plan, phase, "Calculus 1B: Sums", "", 5, 8);
    struct item *line = build_item(plan, phase, ITEM_TASK, "Prerequisites", 0, 0);
    line->line = words("Prerequisites: Calculus 1A");
    line->parent = second;
    line->depth = 1;
    assert_true(requires(plan, second, first));
    assert_false(requires(plan, line, first));
    pool_free(plan->pool);
}

/* What lies inside a thing cannot wait for the whole of it, nor the whole for its part. */
static void nothing_requires_what_encloses_it(void **state)
{
    (void)state;
    struct plan *plan = build_plan(UNIT_WEEK, 12, 12, 300, 300);
    struct section *phase = build_phase(plan, "Courses", 1, 12);
    struct item *whole = add(plan, phase, "Calculus", "requires Limits of Sums", 1, 8);
    struct item *part = add(plan, phase, "Limits of Sums", "after Calculus", 1, 4);
    struct item *inner = add(plan, phase, "Telescopes", "requires Calculus, Algebra", 1, 4);
    struct item *algebra = add(plan, phase, "Algebra", "", 1, 2);
    part->parent = whole;
    inner->parent = part;
    part->depth = 1;
    inner->depth = 2;
    assert_false(requires(plan, part, whole));
    assert_false(requires(plan, whole, part));
    assert_false(requires(plan, inner, whole));
    assert_true(requires(plan, inner, algebra));
    pool_free(plan->pool);
}

/* The day of the first session that names the item, and of the last. */
static void days_of(const struct schedule *schedule, const struct item *item, day *first, day *last)
{
    *first = *last = DAY_NONE;
    for (size_t i = 0; i < schedule->session_count; i++)
        for (size_t j = 0; j < schedule->sessions[i].item_count; j++)
            if (schedule->sessions[i].items[j] == item) {
                *last = schedule->sessions[i].date;
                *first = *first == DAY_NONE ? *last : *first;
            }
}

/* Three that share the same weeks, the last one named first: each has its part, in order. */
static void chains_share_their_weeks(void **state)
{
    (void)state;
    struct plan *plan = build_plan(UNIT_WEEK, 12, 12, 300, 300);
    struct section *phase = build_phase(plan, "Courses", 1, 12);
    struct item *logic = add(plan, phase, "Logic", "", 1, 12);
    struct item *proofs = add(plan, phase, "Proofs", "requires Logic", 1, 12);
    struct item *sets = add(plan, phase, "Sets", "requires Proofs", 1, 12);
    struct rhythm rhythm = {.minutes = 300, .start = monday};
    const struct schedule *schedule = schedule_make(plan->pool, plan, &rhythm);
    const struct item *chain[] = {logic, proofs, sets};
    day first, last, before = DAY_NONE;
    for (int i = 0; i < 3; i++) {
        days_of(schedule, chain[i], &first, &last);
        assert_true(first > before && last - first >= 21);
        before = last;
    }
    pool_free(plan->pool);
}

/* Whatever plan: where the dates allow it, no session names an item before one that it requires. */
static void nothing_comes_before_what_it_requires(void **state)
{
    (void)state;
    struct dice dice = {1234567};
    static const char *const titles[] = {"Alder", "Birch", "Cedar", "Dogwood", "Elder", "Fir"};
    for (int round = 0; round < 400; round++) {
        struct plan *plan = build_plan(UNIT_WEEK, 24, 24, 300, 300);
        struct section *phase = build_phase(plan, "Trees", 1, 24);
        const struct item *items[6];
        int required[6];
        for (int i = 0; i < 6; i++) {
            int from = throw_dice(&dice, 1, 12), to = throw_dice(&dice, from, 24);
            required[i] = i > 0 ? throw_dice(&dice, -1, i - 1) : -1;
            items[i] = add(
                plan, phase, titles[i],
                required[i] < 0 ? "" : pool_print(plan->pool, "requires %s", titles[required[i]]),
                from, to);
        }
        struct rhythm rhythm = {.minutes = 600, .start = monday};
        const struct schedule *schedule = schedule_make(plan->pool, plan, &rhythm);
        for (int i = 0; i < 6; i++) {
            day first, last, earlier, earlier_last;
            if (required[i] < 0)
                continue;
            const struct dates *its = item_dates(schedule, items[i]);
            const struct dates *other = item_dates(schedule, items[required[i]]);
            days_of(schedule, items[i], &first, &last);
            days_of(schedule, items[required[i]], &earlier, &earlier_last);
            bool before =
                other->first_week < its->first_week ||
                (other->first_week == its->first_week && other->last_week <= its->last_week);
            if (!before || first == DAY_NONE)
                continue;
            assert_true(earlier != DAY_NONE && earlier <= first);
            bool alone = required[required[i]] < 0;
            for (int j = i + 1; j < 6; j++)
                alone = alone && required[j] != i;
            if (alone && other->last_week < its->last_week)
                assert_true(first > earlier_last);
        }
        pool_free(plan->pool);
        report_reset();
    }
}

static void a_contradiction_is_said(void **state)
{
    (void)state;
    size_t count;
    struct plan *plan = build_plan(UNIT_WEEK, 12, 12, 300, 300);
    struct section *phase = build_phase(plan, "Courses", 1, 12);
    add(plan, phase, "Sums", "requires Limits", 1, 2);
    add(plan, phase, "Limits", "requires Sums", 3, 4);
    struct rhythm rhythm = {.minutes = 300, .start = monday};
    report_reset();
    (void)schedule_make(plan->pool, plan, &rhythm);
    const struct finding *findings = report_findings(&count);
    assert_int_equal(count, 1);
    assert_int_equal(findings[0].rule, RULE_PREREQUISITE_LATE);
    report_reset();
    pool_free(plan->pool);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_that_ask),
        cmocka_unit_test(a_line_below),
        cmocka_unit_test(nothing_requires_what_encloses_it),
        cmocka_unit_test(chains_share_their_weeks),
        cmocka_unit_test(nothing_comes_before_what_it_requires),
        cmocka_unit_test(a_contradiction_is_said),
    };

    report_verbosity(-1);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
