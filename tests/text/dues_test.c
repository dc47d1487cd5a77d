/* dues_test: what is due next, by date, as far as it is wanted; what was due; rows of one's own. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "support/kept_tables.h"
#include "support/kite_life.h"
#include "text/dues.h"

static void by_date_and_no_more_than_wanted(void **state)
{
    struct plan *plan = kite_plan();
    const struct schedule *schedule = kite_schedule(plan, kite_start, 0);
    struct due dues[2] = {{.kind = ""}};

    (void)state;
    assert_int_equal(dues_find(schedule, NULL, kite_start, dues, 2), 2);
    assert_string_equal(dues[0].kind, "milestone");
    assert_true(dues[0].milestone);
    assert_string_equal(dues[1].kind, "task");
    assert_int_equal(dues_find(schedule, NULL, kite_start, dues, 1), 1); /* the later comes first */
    assert_string_equal(dues[0].kind, "milestone");
    assert_int_equal(dues_find(schedule, NULL, kite_start, dues, 0), 0);
    assert_int_equal(dues_find(schedule, NULL, kite_start + 20, dues, 2), 1); /* one went by */
    assert_string_equal(dues[0].kind, "task");
    assert_int_equal(dues_find(schedule, NULL, kite_start + 60, dues, 2), 0);
    pool_free(plan->pool);
}

static void what_is_done_is_not_due(void **state)
{
    struct plan *plan = kite_plan();
    const struct schedule *schedule = kite_schedule(plan, kite_start, 0);
    struct due dues[2];
    size_t all;

    (void)state;
    ((struct item_progress *)schedule->rhythm.progress->items)[0].done = true;
    assert_int_equal(dues_find(schedule, NULL, kite_start, dues, 2), 1);
    assert_string_equal(dues[0].kind, "milestone");
    assert_int_equal(dues_open(schedule, NULL, kite_start + 60, dues, 2, &all), 1);
    assert_string_equal(dues[0].kind, "milestone");
    pool_free(plan->pool);
}

static void what_was_due_and_is_open(void **state)
{
    struct plan *plan = kite_plan();
    const struct schedule *schedule = kite_schedule(plan, kite_start, 0);
    struct item_progress *items = (struct item_progress *)schedule->rhythm.progress->items;
    struct due dues[2];
    size_t all;

    (void)state;
    assert_int_equal(dues_open(schedule, NULL, kite_start + 13, dues, 2, &all), 0);
    assert_int_equal(dues_open(schedule, NULL, kite_start + 14, dues, 2, &all), 1);
    assert_int_equal(dues_open(schedule, NULL, kite_start + 60, dues, 1, &all), 1);
    assert_int_equal(all, 2);
    assert_int_equal(dues[0].date, kite_start + 13); /* the oldest */
    plan->items[0].optional = true;
    items[1].tickable = false; /* nobody could say that it is done */
    assert_int_equal(dues_open(schedule, NULL, kite_start + 60, dues, 2, &all), 0);
    pool_free(plan->pool);
}

/* 46040 is Sunday 18 January 2026, as spreadsheets count. */
static void rows_of_ones_own(void **state)
{
    struct plan *plan = kite_plan();
    const struct schedule *schedule = kite_schedule(plan, kite_start, 0);
    struct memory memory = {.plan_id = ""};
    struct kept_table *tasks =
        KEPT_TABLE(plan->pool, &memory, "tasks", "done task due", "☐|Buy silk|#46039",
                   "x|Buy string|#46039", "☐|No date|", "☐||#46039", "☐|A kite|#46039");
    struct due dues[8];
    size_t all;

    (void)state;
    ((struct kept_row *)tasks->rows)[4].key = "an item's"; /* no row of one's own */
    assert_int_equal(dues_own_open(NULL), 0);
    assert_int_equal(dues_own_open(&memory), 2);
    KEPT_TABLE(plan->pool, &memory, "reading", "status title due", "|Wind\nand sail|2026-01-20",
               "read|Knots|2026-01-20");
    KEPT_TABLE(plan->pool, &memory, "milestones", "milestone due reached", "Two kites|#46050|",
               "One kite|#46030|#46030");
    KEPT_TABLE(plan->pool, &memory, "checklists", "done check", "☐|No column for a date");
    assert_int_equal(dues_find(schedule, &memory, kite_start, dues, 8), 5);
    assert_string_equal(dues[0].title, "Buy silk");
    assert_null(dues[0].item);
    assert_string_equal(dues[0].kind, "task");
    assert_string_equal(dues[1].title, "It flies");
    assert_int_equal(dues[2].length, strlen("Wind"));
    assert_string_equal(dues[2].kind, "reading");
    assert_string_equal(dues[3].title, "Two kites");
    assert_true(dues[3].milestone);
    assert_int_equal(dues_open(schedule, &memory, day_of(2026, 1, 18), dues, 8, &all), 1);
    assert_string_equal(dues[0].title, "Buy silk");
    assert_int_equal(dues[0].date, day_of(2026, 1, 17));
    pool_free(plan->pool);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(by_date_and_no_more_than_wanted),
        cmocka_unit_test(what_is_done_is_not_due),
        cmocka_unit_test(what_was_due_and_is_open),
        cmocka_unit_test(rows_of_ones_own),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
