/* table: how a formula names a sheet's columns, and what is counted of them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "xlsx/cells/table.h"

static const struct column columns[] = {
    {"key", "Key", 10, COLUMN_KEY, true},
    {"done", "Done", 10, COLUMN_TICK, false},
    {"spent", "Spent", 10, COLUMN_MONEY, false},
};

static const struct sheet about = {.tab = "Chores", .columns = columns, .column_count = 3};

static void formulas_name_columns_well_below_their_last_row(void **state)
{
    const struct plan plan = {0};
    struct tracker tracker = {.pool = pool_new(), .plan = &plan};

    (void)state;
    assert_string_equal(column_range(&tracker, &about, 0), "Chores!$A$4:$A$4000");
    assert_string_equal(column_cells(&tracker, &about, 27), "Chores!$AB$5:$AB$4000");
    tracker.log_row_count = 30000;
    assert_string_equal(column_range(&tracker, &about, 1), "Chores!$B$4:$B$32000");
    tracker.log_row_count = 2000000;
    assert_string_equal(column_range(&tracker, &about, 1), "Chores!$B$4:$B$1048576");
    pool_free(tracker.pool);
}

static void what_is_written_is_counted(void **state)
{
    const struct kept_cell cells[] = {
        {.kind = CELL_TEXT, .text = "☑"},
        {.kind = CELL_TEXT, .text = "Done"},
        {.kind = CELL_TEXT, .text = "perhaps"},
        {.kind = CELL_NUMBER, .text = "46000", .number = 46000}, /* a day */
        {.kind = CELL_EMPTY, .text = ""},
    };
    struct tracker tracker = {.pool = pool_new()};

    (void)state;
    for (size_t i = 0; i < sizeof cells / sizeof *cells; i++) {
        count_cell(&tracker, &about, 1, &cells[i]);
        count_cell(&tracker, &about, 2, &cells[i]);
    }
    assert_int_equal(tally_of(&tracker, &about, 1)->done, 3);
    assert_int_equal(tally_of(&tracker, &about, 2)->numbers, 1);
    assert_float_equal(tally_of(&tracker, &about, 2)->sum, 46000, 0);
    assert_int_equal(tally_of(&tracker, &about, 0)->numbers, 0);
    pool_free(tracker.pool);
}

/* In an own row the learner writes all that the roadmap says elsewhere. */
static void own_rows_take_what_the_roadmap_says(void **state)
{
    static const enum column_kind own[] = {COLUMN_TITLE, COLUMN_WRITTEN, COLUMN_SECTION,
                                           COLUMN_DUE,   COLUMN_PRICE,   COLUMN_CURRENCY,
                                           COLUMN_NOTE,  COLUMN_TICK};
    static const enum column_kind ours[] = {COLUMN_KEY, COLUMN_GIVEN, COLUMN_WORKED, COLUMN_SHOWN,
                                            COLUMN_NUMBER};

    (void)state;
    for (size_t i = 0; i < sizeof own / sizeof *own; i++)
        assert_true(is_own_input(own[i]));
    for (size_t i = 0; i < sizeof ours / sizeof *ours; i++)
        assert_false(is_own_input(ours[i]));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(formulas_name_columns_well_below_their_last_row),
        cmocka_unit_test(what_is_written_is_counted),
        cmocka_unit_test(own_rows_take_what_the_roadmap_says),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
