/* old_rows: what found no place stands there once, however often it is taken from another tracker.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "support/kept_tables.h"
#include "xlsx/sheets/sheets.h"

static void what_stands_there_is_not_put_again(void **state)
{
    struct memory memory = {.version = 2};
    struct edition edition = {.memory = &memory};
    struct tracker tracker = {.pool = pool_new(), .edition = &edition};
    struct kept_cell two = kept_cell_of("#2"), words = kept_cell_of("theirs");
    struct stray strays[] = {{"Log", "row 6", "Date", &two},
                             {"Log", "row 6", "Hours", &two},
                             {"Log", "row 6", "Hours", &two},
                             {"Log", "row 6", "Notes", &words},
                             {"Log", "row 7", "Notes", &words}};

    (void)state;
    KEPT_TABLE(tracker.pool, &memory, "old", "sheet row column content formula",
               "Log|row 6|Hours|#2|", "Log|row 6|Notes|Theirs |", "|||a word of one's own|");
    tracker.strays = strays;
    tracker.stray_count = 5;
    strays_drop_standing(&tracker, 1);
    assert_int_equal(tracker.stray_count, 3);
    assert_string_equal(tracker.strays[0].header, "Date");
    assert_string_equal(tracker.strays[1].header, "Hours"); /* only one stands there */
    assert_string_equal(tracker.strays[2].row, "row 7");
    pool_free(tracker.pool);
}

static void without_such_a_sheet_all_are_put(void **state)
{
    struct memory memory = {.version = 2};
    struct edition edition = {.memory = &memory};
    struct tracker tracker = {.pool = pool_new(), .edition = &edition};
    struct kept_cell two = kept_cell_of("#2");
    struct stray strays[] = {{"Log", "row 6", "Hours", &two}};

    (void)state;
    tracker.strays = strays;
    tracker.stray_count = 1;
    strays_drop_standing(&tracker, 0);
    assert_int_equal(tracker.stray_count, 1);
    pool_free(tracker.pool);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_stands_there_is_not_put_again),
        cmocka_unit_test(without_such_a_sheet_all_are_put),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
