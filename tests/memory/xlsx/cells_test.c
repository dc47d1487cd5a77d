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

static struct cells cells_of(const struct placed_cell *list, size_t count, const char **fault)
{
    struct store store = store_new(pool);
    struct cells cells = cells_new(&store, 15 * count, 0);

    *fault = NULL;
    for (size_t i = 0; i < count && !*fault; i++)
        *fault = cells_add(&cells, &list[i]);
    if (!*fault)
        *fault = cells_finish(&cells);
    return cells;
}

static void test_order(void **state)
{
    const struct placed_cell list[] = {value(1, 5, "b"),    value(0, 7, "a"),   value(1, 2, "c"),
                                       comment(1, 5, "on"), comment(9, 0, "1"), comment(9, 0, "2")};
    const char *fault;
    struct cells cells = cells_of(list, COUNT(list), &fault);

    (void)state;
    assert_null(fault);
    assert_int_equal(cells.count, 4);
    assert_int_equal(cells.columns, 8);
    assert_string_equal(cells.items[0].cell.text, "a");
    assert_string_equal(cells.items[1].cell.text, "c");
    assert_string_equal(cells.items[2].cell.text, "b");
    assert_string_equal(cells.items[2].comment, "on");
    assert_int_equal(strlen(cells.items[3].comment), 3);
}

static void test_faults(void **state)
{
    const struct placed_cell twice[] = {value(1, 5, "b"), value(1, 5, "b")};
    struct store store = store_new(pool);
    const char *fault;

    (void)state;
    cells_of(twice, COUNT(twice), &fault);
    assert_string_equal(fault, "holds a cell twice");
    struct cells none = cells_new(&store, 14, 0);
    assert_string_equal(cells_add(&none, &twice[0]),
                        "holds more than the 500,000 cells that are read");
    struct cells all = cells_new(&store, UINT64_MAX / 2, 0);
    assert_int_equal(all.most, STORE_CELLS);
    store.cells_left = 0;
    assert_string_equal(cells_add(&all, &twice[0]),
                        "holds more than the 500,000 cells that are read");
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
        cmocka_unit_test(test_faults),
    };

    return cmocka_run_group_tests(tests, make_pool, free_pool);
}
