/* ticked_test: an item is ticked in the sheet that has it, in that sheet's own way. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "memory/entry/ticked.h"
#include "support/kept_tables.h"
#include "words/ticks.h"

static const day today = 20660;

/* Gives each row of the table the key KEY and its number from 1. */
static void give_keys(struct pool *pool, struct kept_table *table, const char *key)
{
    struct kept_row *rows = (struct kept_row *)table->rows;

    for (size_t i = 0; i < table->row_count; i++)
        rows[i].key = pool_print(pool, "%s%zu", key, i + 1);
}

static struct memory four_sheets(struct pool *pool)
{
    struct memory memory = {0};

    give_keys(pool, KEPT_TABLE(pool, &memory, "tasks", "done done-on", "☐|", "☑|2026-01-09"),
              "task");
    give_keys(pool, KEPT_TABLE(pool, &memory, "reading", "status finished", "reading|"), "book");
    give_keys(pool, KEPT_TABLE(pool, &memory, "milestones", "reached", ""), "stone");
    give_keys(pool, KEPT_TABLE(pool, &memory, "checklists", "done", "|"), "check");
    return memory;
}

static const struct kept_cell *first_row(const struct memory *memory, const char *role)
{
    return memory_table(memory, role)->rows[0].cells;
}

static void assert_day(const struct kept_cell *cell)
{
    day date;

    assert_true(cell_day(cell, &date));
    assert_int_equal(date, today);
}

static void each_sheet_is_ticked_in_its_way(void **state)
{
    struct pool *pool = pool_new();
    struct memory memory = four_sheets(pool);
    static const char *const ids[] = {"task1", "book1", "stone1", "check1"};

    (void)state;
    for (size_t i = 0; i < 4; i++) {
        assert_true(memory_ticks(&memory, ids[i]));
        assert_false(memory_is_ticked(&memory, ids[i]));
        assert_int_equal(memory_tick(pool, &memory, ids[i], today), TICK_MADE);
        assert_true(memory_is_ticked(&memory, ids[i]));
        assert_int_equal(memory_tick(pool, &memory, ids[i], today + 1), TICK_THERE);
    }
    assert_string_equal(first_row(&memory, "tasks")[0].text, TICK_DONE);
    assert_day(&first_row(&memory, "tasks")[1]);
    assert_string_equal(first_row(&memory, "reading")[0].text, STATUS_READ);
    assert_day(&first_row(&memory, "reading")[1]);
    assert_day(&first_row(&memory, "milestones")[0]);
    assert_string_equal(first_row(&memory, "checklists")[0].text, TICK_DONE);
    pool_free(pool);
}

static void what_is_ticked_or_not_there_stays(void **state)
{
    struct pool *pool = pool_new();
    struct memory memory = four_sheets(pool);

    (void)state;
    assert_true(memory_is_ticked(&memory, "task2"));
    assert_int_equal(memory_tick(pool, &memory, "task2", today), TICK_THERE);
    assert_int_equal(memory_tick(pool, &memory, "task3", today), TICK_NO_ROW);
    assert_int_equal(memory_tick(pool, &memory, "", today), TICK_NO_ROW);
    assert_false(memory_ticks(&memory, "task3"));
    pool_free(pool);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_sheet_is_ticked_in_its_way),
        cmocka_unit_test(what_is_ticked_or_not_there_stays),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
