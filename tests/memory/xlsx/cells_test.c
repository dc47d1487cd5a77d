/* cells_test: cells come out in order, with their comments. */
#include "memory/xlsx/cells.h"
#include "support/archive_fixture.h"

static struct placed_cell value(uint32_t row, uint32_t column, const char *text)
{
    return (struct placed_cell){row, column, {.kind = CELL_TEXT, .text = text}, NULL};
}

static struct placed_cell comment(uint32_t row, uint32_t column, const char *words)
{
    return (struct placed_cell){row, column, {.kind = CELL_EMPTY, .text = ""}, words};
}

static struct pool *pool;

/* The sheet of these cells, gathered in this order; *FAULT as they have it. */
static struct read_sheet sheet_of(const struct placed_cell *list, size_t count, const char **fault)
{
    struct store store = store_new(pool, false);
    struct cells cells = {.store = &store};
    struct read_sheet sheet = {.name = ""};

    *fault = NULL;
    for (size_t i = 0; i < count && !*fault; i++)
        *fault = cells_add(&cells, &list[i]);
    if (!*fault)
        *fault = cells_finish(&cells, &sheet);
    sheet.width_count = cells.columns;
    cells_free(&cells);
    return sheet;
}

static void test_order(void **state)
{
    const struct placed_cell list[] = {value(1, 5, "b"),    value(0, 7, "a"),   value(1, 2, "c"),
                                       comment(1, 5, "on"), comment(9, 0, "1"), comment(9, 0, "2")};
    const char *fault;
    struct read_sheet sheet = sheet_of(list, COUNT(list), &fault);

    (void)state;
    assert_null(fault);
    assert_int_equal(sheet.cell_count, 4);
    assert_int_equal(sheet.width_count, 8);
    assert_string_equal(sheet.cells[0].cell.text, "a");
    assert_string_equal(sheet.cells[1].cell.text, "c");
    assert_string_equal(sheet.cells[2].cell.text, "b");
    assert_string_equal(sheet.cells[2].comment, "on");
    assert_int_equal(strlen(sheet.cells[3].comment), 3);
}

static void test_many(void **state)
{
    struct store store = store_new(pool, false);
    struct cells cells = {.store = &store};
    struct read_sheet sheet = {.name = ""};

    (void)state;
    for (uint32_t i = 0; i < 5000; i++) {
        struct placed_cell cell = value(i, 3, "x");
        assert_null(cells_add(&cells, &cell));
    }
    assert_null(cells_finish(&cells, &sheet));
    cells_free(&cells);
    assert_int_equal(sheet.cell_count, 5000);
    assert_int_equal(sheet.cells[4999].row, 4999);
    assert_int_equal(store.cells_left, STORE_CELLS - 5000);
}

static void test_faults(void **state)
{
    const struct placed_cell twice[] = {value(1, 5, "b"), value(1, 5, "b")};
    struct store store = store_new(pool, false);
    struct cells all = {.store = &store};
    const char *fault;

    (void)state;
    sheet_of(twice, COUNT(twice), &fault);
    assert_string_equal(fault, "holds a cell twice");
    store.cells_left = 1;
    assert_null(cells_add(&all, &twice[0]));
    assert_string_equal(cells_add(&all, &twice[0]),
                        "holds more than the 500,000 cells that are read");
    cells_free(&all);
}

static int make_pool(void **state)
{
    (void)state;
    pool = pool_new();
    return 0;
}

static int free_pool(void **state)
{
    (void)state;
    pool_free(pool);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_order),
        cmocka_unit_test(test_many),
        cmocka_unit_test(test_faults),
    };

    return cmocka_run_group_tests(tests, make_pool, free_pool);
}
