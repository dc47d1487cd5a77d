/* written_test: what is written into memory leaves what stood there alone. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "memory/entry/written.h"
#include "support/kept_tables.h"

static void cells_are_read_as_they_were_meant(void **state)
{
    struct pool *pool = pool_new();
    struct kept_cell hours = cell_of_number(pool, 7 / 6.0);
    struct kept_cell date = cell_of_day(pool, day_of(2026, 7, 29)), text = cell_of_text("x");
    double read;
    day found;

    (void)state;
    assert_true(cell_hours(&hours, &read));
    assert_true(read == 7 / 6.0);
    assert_true(cell_day(&date, &found));
    assert_int_equal(found, day_of(2026, 7, 29));
    assert_true(cell_is_ticked(&text));
    pool_free(pool);
}

static void rows_are_copies(void **state)
{
    struct pool *pool = pool_new();
    struct memory memory = {0};

    (void)state;
    KEPT_TABLE(pool, &memory, "tasks", "done", "");
    KEPT_TABLE(pool, &memory, "log", "date hours", "a|1", "b|2");
    struct memory before = memory;
    struct kept_cell *cells = row_to_write(pool, &memory, memory_table(&memory, "log"), 1);
    cells[1] = cell_of_text("3");
    cells = row_to_add(pool, &memory, memory_table(&memory, "log"));
    assert_int_equal(cells[0].kind, CELL_EMPTY);
    cells[0] = cell_of_text("c");
    const struct kept_table *log = memory_table(&memory, "log");
    assert_int_equal(log->row_count, 3);
    assert_string_equal(log->rows[0].cells[1].text, "1");
    assert_string_equal(log->rows[1].cells[0].text, "b");
    assert_string_equal(log->rows[1].cells[1].text, "3");
    assert_string_equal(log->rows[2].cells[0].text, "c");
    assert_string_equal(log->rows[2].key, "");
    assert_int_equal(log->rows[2].line, log->rows[1].line + 1);
    row_drop(pool, &memory, log, 0);
    assert_int_equal(log->row_count, 3);
    log = memory_table(&memory, "log");
    assert_int_equal(log->row_count, 2);
    assert_string_equal(log->rows[0].cells[0].text, "b");
    assert_string_equal(log->rows[1].cells[0].text, "c");
    log = memory_table(&before, "log");
    assert_int_equal(log->row_count, 2);
    assert_string_equal(log->rows[1].cells[1].text, "2");
    assert_int_equal(memory_table(&memory, "tasks")->row_count, 1);
    pool_free(pool);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cells_are_read_as_they_were_meant),
        cmocka_unit_test(rows_are_copies),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
