/* table_rows_test: cells dealt out to rows. */
#include "memory/table_rows.h"
#include "support/hand_book.h"

static void test_settled(void **state)
{
    struct pool *pool = pool_new();
    struct read_book book = {.mac_epoch = true};
    struct kept_cell cell = hand_cell(pool, "~44562.5");

    (void)state;
    assert_string_equal(cell_settled(pool, &book, &cell, true).text, "46024.5");
    assert_true(cell_settled(pool, &book, &cell, true).number == 46024.5);
    assert_string_equal(cell_settled(pool, &book, &cell, false).text, "44562.5");
    cell.format = "d.m.yy";
    assert_string_equal(cell_settled(pool, &book, &cell, false).text, "46024.5");
    book.mac_epoch = false;
    assert_string_equal(cell_settled(pool, &book, &cell, true).text, "44562.5");
    pool_free(pool);
}

/* A tinted cell is nothing, a blank is nothing, a formula is something; and the last row counts. */
static void test_rows(void **state)
{
    struct pool *pool = pool_new();
    struct read_book book = {.mac_epoch = false};
    struct read_sheet sheet = hand_sheet(pool, "Log",
                                         "#roadbook:log:date|#roadbook:log:hours\nDate|Hours\n"
                                         " | \n~46024\n\n|=1/0\n\n\n\n\n\nlast\n");
    struct table_rows rows = {.pool = pool, .book = &book};
    struct role_token *tokens;
    size_t count = roles_find(pool, &sheet, &tokens);

    (void)state;
    table_rows_add(&rows, &sheet, tokens, count, false);
    assert_int_equal(rows.table_count, 1);
    assert_int_equal(rows.tables[0].row_count, 3);
    assert_int_equal(rows.tables[0].rows[0].line, 4);
    assert_string_equal(rows.tables[0].rows[1].cells[1].formula, "1/0");
    assert_string_equal(row_words(pool, &rows.tables[0], 2), "last|");
    assert_int_equal(rows.cell_count, 6);
    text_free(&rows.lost);
    pool_free(pool);
}

/* A sheet without anything but its role row; one of 100,000 rows. */
static void test_sizes(void **state)
{
    enum { ROWS = 100000 };
    struct pool *pool = pool_new();
    struct read_book book = {.mac_epoch = false};
    struct read_sheet sheet = hand_sheet(pool, "Log", "#roadbook:log:hours\n");
    struct table_rows rows = {.pool = pool, .book = &book};
    struct role_token *tokens;
    struct placed_cell *cells = pool_alloc(pool, (ROWS + 2) * sizeof *cells);

    (void)state;
    size_t count = roles_find(pool, &sheet, &tokens);
    table_rows_add(&rows, &sheet, tokens, count, false);
    assert_int_equal(rows.tables[0].row_count, 0);
    cells[0] = sheet.cells[0];
    cells[1] = (struct placed_cell){1, 0, hand_cell(pool, "Hours"), NULL};
    for (uint32_t i = 0; i < ROWS; i++)
        cells[i + 2] = (struct placed_cell){i + 2, 0, hand_cell(pool, "~1"), NULL};
    sheet.cells = cells;
    sheet.cell_count = ROWS + 2;
    table_rows_add(&rows, &sheet, tokens, count, false);
    assert_int_equal(rows.tables[1].row_count, ROWS);
    text_free(&rows.lost);
    pool_free(pool);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_settled),
        cmocka_unit_test(test_rows),
        cmocka_unit_test(test_sizes),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
