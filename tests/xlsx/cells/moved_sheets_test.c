/* moved_sheets_test: formulas of the learner's follow columns of the old file to where they are. */
#include "support/archive_fixture.h"
#include "support/kept_tables.h"
#include "xlsx/cells/moved_sheets.h"

/* The new Log has two columns more. */
static const struct column columns[] = {
    {"key", "Key", 10, COLUMN_KEY, true},        {"date", "Date", 10, COLUMN_DAY, false},
    {"hours", "Hours", 10, COLUMN_HOURS, false}, {"counts", "Counts?", 10, COLUMN_SHOWN, false},
    {"notes", "Notes", 10, COLUMN_NOTE, false},
};
static const struct sheet about = {
    .tab = "Log", .role = "log", .columns = columns, .column_count = COUNT(columns)};

static void assert_moved(const struct tracker *tracker, const char *tab, const char *formula,
                         const char *moved)
{
    const char *found = formula_moved(tracker, tab, formula, 1);

    if (moved)
        assert_string_equal(found, moved);
    else
        assert_null(found);
}

static void formulas_follow_columns(void **state)
{
    struct memory memory = {.version = 2};
    struct edition edition = {.memory = &memory};
    struct tracker tracker = {.pool = pool_new(), .edition = &edition};
    const struct kept_table *laid = KEPT_TABLE(
        tracker.pool, &memory, "log", "key - hours notes date -", "|own|#2|so|#46000|more");

    (void)state;
    ((struct kept_table *)laid)->tab = "Diary";
    moved_sheet_add(&tracker, laid, &about);
    assert_int_equal(tracker.moved_count, 1);
    assert_moved(&tracker, "Log", "B5+C5+D5+E5+F5", "F6+C6+E6+B6+G6");
    assert_moved(&tracker, "Log", "Z5", "AA6"); /* right of all */
    assert_moved(&tracker, "Mine", "B5+Diary!$E$5+diary!F5", "B6+'Log'!$B$5+'Log'!G5");
    assert_moved(&tracker, "Mine", "SUM(Diary!C5:D9)", "SUM('Log'!C5:E9)"); /* Counts? is new */
    assert_moved(&tracker, "Mine", "SUM(Diary!B5:C9)", NULL);
    pool_free(tracker.pool);
}

static void tables_that_are_gone_are_nowhere(void **state)
{
    struct memory memory = {.version = 2};
    struct edition edition = {.memory = &memory};
    struct tracker tracker = {.pool = pool_new(), .edition = &edition};
    const struct kept_table *laid =
        KEPT_TABLE(tracker.pool, &memory, "sessions", "key date", "|#46000");

    (void)state;
    moved_sheet_add(&tracker, laid, NULL);
    moved_sheet_add(&tracker, laid, &about); /* the first counts */
    assert_moved(&tracker, "Mine", "sessions!B5", NULL);
    assert_moved(&tracker, "Mine", "Other!B5+B5", "Other!B5+B6");
    pool_free(tracker.pool);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(formulas_follow_columns),
        cmocka_unit_test(tables_that_are_gone_are_nowhere),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
