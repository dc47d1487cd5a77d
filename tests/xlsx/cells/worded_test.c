/* worded: which cells are red for their words, and how they are named. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/report.h"
#include "xlsx/cells/worded.h"

static const struct column columns[] = {
    {"task", "Task", 20, COLUMN_TITLE, false},  {"done", "Done", 8, COLUMN_DAY, false},
    {"due", "Due", 8, COLUMN_DUE, false},       {"state", "State", 8, COLUMN_STATUS, false},
    {"price", "Price", 8, COLUMN_PRICE, false},
};
static const struct sheet about = {
    .tab = "Chores", .columns = columns, .column_count = 5, .done = 1};

static void note(struct tracker *tracker, lxw_col_t at, const char *typed)
{
    const lxw_worksheet sheet = {.name = "Chores"};
    const struct kept_cell cell = {
        .kind = *typed == '1' ? CELL_NUMBER : CELL_TEXT, .text = typed, .format = "General"};

    note_worded(tracker, &sheet, &about, 4, at, &cell);
}

static void words_where_numbers_count_are_named(void **state)
{
    struct tracker tracker = {.pool = pool_new()};
    size_t count;

    (void)state;
    report_reset();
    say_worded(&tracker);
    report_findings(&count);
    assert_int_equal(count, 0);
    note(&tracker, 0, "soon");
    note(&tracker, 1, "x");
    note(&tracker, 2, "1");
    note(&tracker, 2, "");
    note(&tracker, 3, "soon");
    assert_int_equal(tracker.worded.count, 0);
    note(&tracker, 1, "soon");
    assert_string_equal(tracker.worded.names, "Chores, B5: soon");
    note(&tracker, 2, "wenn der Fluß wieder fließt");
    note(&tracker, 4, "cheap\n");
    note(&tracker, 4, "dear");
    say_worded(&tracker);
    const struct finding *findings = report_findings(&count);
    assert_int_equal(count, 1);
    assert_string_equal(findings[0].message,
                        "4 cells of the tracker hold words where a date or a number counts, and "
                        "are red (Chores, B5: soon; Chores, C5: wenn der Fluß wieder fli; Chores, "
                        "E5: cheap\\x0a; ...)");
    report_reset();
    pool_free(tracker.pool);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_where_numbers_count_are_named),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
