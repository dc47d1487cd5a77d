/* columns_test: what is known of a tracker's columns is what its sheets write. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "memory/columns.h"
#include "xlsx/sheets/sheets.h"

static const struct sheet *const sheets[] = {
#define SHEET(name) &name##_sheet,
    SHEETS(SHEET)
#undef SHEET
};

static enum column_use use_of(const struct sheet *sheet, const struct column *column)
{
    bool log = sheet == &log_sheet;

    if (strcmp(sheet->role, "old") == 0)
        return COLUMN_ASKS;
    if (column->kind == COLUMN_KEY)
        return COLUMN_KEEPS_KEY;
    if (column->kind == COLUMN_TITLE || column->kind == COLUMN_LINKED_TITLE ||
        column->kind == COLUMN_WRITTEN || (log && strcmp(column->role, "task") == 0))
        return COLUMN_NAMES;
    if (log && (strcmp(column->role, "date") == 0 || strcmp(column->role, "category") == 0))
        return COLUMN_OFFERS;
    if (log && strcmp(column->role, "counts") == 0)
        return COLUMN_ANSWERS;
    if (column->kind == COLUMN_WORKED)
        return COLUMN_WORKS;
    return column->kind >= COLUMN_TICK ? COLUMN_ASKS : COLUMN_SHOWS;
}

static void test_sheets_agree(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof sheets / sizeof *sheets; i++) {
        const struct sheet *sheet = sheets[i];
        if (!sheet->role || table_only_shows(sheet->role) || !sheet->columns)
            continue;
        if (!table_takes_entries(sheet->role))
            fail_msg("the table %s is not known", sheet->role);
        for (size_t c = 0; c < sheet->column_count; c++) {
            const struct column *column = &sheet->columns[c];
            const struct known_column *known = known_column_of_role(sheet->role, column->role);
            if (!known || strcmp(known->header, column->header) != 0)
                fail_msg("%s: %s is not known as %s", sheet->tab, column->role, column->header);
            bool is_day = column->kind == COLUMN_DAY || column->kind == COLUMN_DUE ||
                          column->kind == COLUMN_FROM || column->kind == COLUMN_FIRST;
            if (known->use != use_of(sheet, column) || known->holds_days != is_day)
                fail_msg("%s: %s is for something else", sheet->tab, column->role);
            const char *untouched = column->kind == COLUMN_TICK     ? TICK_OPEN
                                    : column->kind == COLUMN_STATUS ? STATUS_NEW
                                                                    : "";
            assert_string_equal(known->untouched ? known->untouched : "", untouched);
        }
    }
}

/* A sheet without a table of the learner's is known as roadbook's by its role or its hint. */
static void test_hints(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof sheets / sizeof *sheets; i++) {
        const struct sheet *sheet = sheets[i];
        bool shows = sheet->role && table_only_shows(sheet->role);
        if (sheet->hint && !!hint_of_ours(sheet->hint) != (shows || !sheet->role))
            fail_msg("the hint of %s", sheet->tab);
    }
    assert_non_null(hint_of_ours("2026-01-05 to 2026-06-07: 22 weeks of 5 h. Fills itself from the "
                                 "other sheets."));
    assert_null(hint_of_ours("Fills itself"));
    assert_null(hint_of_ours(""));
}

static void test_headers(void **state)
{
    struct pool *pool = pool_new();

    (void)state;
    assert_string_equal(known_column_of_header(pool, "tasks", " done  ON")->role, "done-on");
    assert_string_equal(known_column_of_header(pool, "milestones", "Target")->role, "due");
    assert_null(known_column_of_header(pool, "tasks", "Target"));
    assert_null(known_column_of_header(pool, "tasks", ""));
    assert_null(known_column_of_role("tasks", "evidence"));
    pool_free(pool);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_sheets_agree),
        cmocka_unit_test(test_hints),
        cmocka_unit_test(test_headers),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
