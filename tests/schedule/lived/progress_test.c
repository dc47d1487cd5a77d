/* progress_test: ticks and hours of the tracker come to the plan's items. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "schedule/lived/progress.h"
#include "support/kept_tables.h"
#include "support/plan_build.h"

/* item-1 a task ticked in the roadmap, item-2 a task, item-3 a reading, item-4 a milestone. */
static struct plan *small_plan(void)
{
    struct plan *plan = build_plan(UNIT_WEEK, 4, 4, 300, 300);
    struct section *phase = build_phase(plan, "All of It", 1, 4);

    build_item(plan, phase, ITEM_TASK, "A kite", 1, 2)->checkbox = CHECKBOX_DONE;
    build_item(plan, phase, ITEM_TASK, "A boat", 2, 3)->checkbox = CHECKBOX_OPEN;
    build_item(plan, phase, ITEM_READING, "On Knots", 1, 4);
    build_item(plan, phase, ITEM_MILESTONE, "Afloat", 4, 4);
    return plan;
}

static void key_rows(struct pool *pool, struct kept_table *table, const char *const *keys)
{
    struct kept_row *rows = pool_alloc(pool, (table->row_count + 1) * sizeof *rows);

    for (size_t i = 0; i < table->row_count; i++) {
        rows[i] = table->rows[i];
        rows[i].key = keys[i];
    }
    table->rows = rows;
}

static const struct known_item known[] = {
    {.id = "item-2", .table = "tasks", .left = DAY_NONE, .held = 20500},
    {.id = "item-3", .table = "reading", .left = DAY_NONE, .held = DAY_NONE},
    {.id = "item-4", .table = "milestones", .left = 20480, .held = DAY_NONE},
    {.id = "gone", .table = "tasks", .left = DAY_NONE, .held = DAY_NONE},
};

static void ticks_of_both_count(void **state)
{
    struct plan *plan = small_plan();
    struct memory memory = {.known = known, .known_count = 4};

    (void)state;
    key_rows(plan->pool,
             KEPT_TABLE(plan->pool, &memory, "tasks", "done given done-on", "☑|☑|",
                        "x|☐|2026-01-20", "x|☐|"),
             (const char *const[]){"item-1", "item-2", ""});
    key_rows(plan->pool,
             KEPT_TABLE(plan->pool, &memory, "reading", "status given finished", "read|to read|"),
             (const char *const[]){"item-3"});
    key_rows(plan->pool, KEPT_TABLE(plan->pool, &memory, "milestones", "reached", "2026-02-01"),
             (const char *const[]){"item-4"});
    const struct progress *progress = progress_make(plan->pool, plan, &memory, 20500);
    assert_int_equal(progress->tickable_count, 4);
    assert_int_equal(progress->done_count, 4);
    assert_true(progress_complete(progress));
    assert_int_equal(progress->items[1].done_on, day_of(2026, 1, 20));
    assert_int_equal(progress->items[1].held, 20500);
    assert_int_equal(progress->items[2].done_on, DAY_NONE);
    assert_int_equal(progress->items[3].done_on, day_of(2026, 2, 1));
    assert_int_equal(progress->items[3].left, 20480);
    pool_free(plan->pool);
}

static void what_the_roadmap_ticks_holds_until_the_learner_says_else(void **state)
{
    struct plan *plan = small_plan();
    struct memory memory = {.known = known, .known_count = 4};

    (void)state;
    const struct progress *progress = progress_make(plan->pool, plan, NULL, 20500);
    assert_true(progress->items[0].done);
    assert_int_equal(progress->tickable_count, 2);
    /* given open, the roadmap ticked it since; given ticked, the learner took it back */
    key_rows(plan->pool, KEPT_TABLE(plan->pool, &memory, "tasks", "done given", "☐|☐", "☐|☑"),
             (const char *const[]){"item-1", "item-2"});
    plan->items[1].checkbox = CHECKBOX_DONE;
    progress = progress_make(plan->pool, plan, &memory, 20500);
    assert_true(progress->items[0].done);
    assert_false(progress->items[1].done);
    assert_false(progress_complete(progress));
    pool_free(plan->pool);
}

static void hours_go_to_what_they_are_for(void **state)
{
    struct plan *plan = small_plan();
    static const char *const items[] = {"item-3", "item-2"};
    static const struct past_session sessions[] = {
        {.id = "s1", .date = 20480, .items = items, .item_count = 2}};
    struct memory memory = {.past = {.sessions = sessions, .session_count = 1}};

    (void)state;
    key_rows(plan->pool,
             KEPT_TABLE(plan->pool, &memory, "log", "date hours task", "2026-01-27|#1|a boat",
                        "2026-01-28|#2|On Knots and boats", "2026-02-20|#4|A  BOAT",
                        "2026-01-29|#3|singing"),
             (const char *const[]){"", "s1", "", ""});
    const struct progress *progress = progress_make(plan->pool, plan, &memory, day_of(2026, 2, 1));
    assert_int_equal(progress->items[1].minutes, 1 * 60);
    assert_int_equal(progress->items[2].minutes, 2 * 60);
    assert_int_equal(progress->minutes, 6 * 60);
    progress = progress_make(plan->pool, plan, &memory, day_of(2026, 2, 20));
    assert_int_equal(progress->items[1].minutes, 5 * 60); /* of today as well */
    assert_int_equal(progress->minutes, 6 * 60);
    pool_free(plan->pool);
}

static void a_replan_is_written_down_once_a_day(void **state)
{
    struct plan *plan = small_plan();
    static const day before[] = {20470};
    struct memory memory = {.known = known, .known_count = 4, .replans = before, .replan_count = 1};
    struct item_progress *items;

    (void)state;
    const struct progress *progress = progress_make(plan->pool, plan, &memory, 20500);
    progress = progress_replanned(plan->pool, plan, progress, &items);
    assert_int_equal(progress->replan_count, 2);
    assert_int_equal(progress->replans[1], 20500);
    progress = progress_replanned(plan->pool, plan, progress, &items);
    assert_int_equal(progress->replan_count, 2);
    assert_int_equal(items[1].held, DAY_NONE);
    assert_int_equal(items[3].left, DAY_NONE); /* it is not reached */
    pool_free(plan->pool);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ticks_of_both_count),
        cmocka_unit_test(what_the_roadmap_ticks_holds_until_the_learner_says_else),
        cmocka_unit_test(hours_go_to_what_they_are_for),
        cmocka_unit_test(a_replan_is_written_down_once_a_day),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
