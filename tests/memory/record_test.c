/* record_test: the names of the record's tables, and cells that programs made something else of. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "memory/record.h"
#include "support/kept_tables.h"

static void test_names(void **state)
{
    (void)state;
    for (enum record_column one = 0; one < RECORD_COLUMN_COUNT; one++) {
        assert_true(one == 0 || record_columns[one].table >= record_columns[one - 1].table);
        assert_true(*record_columns[one].header && record_columns[one].width > 0);
        for (enum record_column other = 0; other < one; other++)
            assert_false(record_columns[one].table == record_columns[other].table &&
                         strcmp(record_columns[one].role, record_columns[other].role) == 0);
    }
    for (enum record_table one = 0; one < RECORD_TABLE_COUNT; one++)
        for (enum record_table other = 0; other < one; other++)
            assert_string_not_equal(record_roles[one], record_roles[other]);
}

/* Rows with cells of their own, and such that share one. */
static void test_lines(void **state)
{
    struct pool *pool = pool_new();
    struct memory memory = {0};
    size_t count;

    (void)state;
    KEPT_TABLE(pool, &memory, "page-line", "plan title note", "1 0|A|B",
               "2 0" RECORD_BESIDE "C" RECORD_BESIDE "D" RECORD_NEXT "3 0" RECORD_BESIDE
               "E" RECORD_BESIDE,
               "4 0" RECORD_BESIDE "F" RECORD_NEXT "5 0|G|H");
    struct record record = record_find(&memory);
    const struct record_line *lines = record_lines(pool, &record, RECORD_LINE_PLAN, &count);
    static const char *const wanted[][3] = {{"1 0", "A", "B"},
                                            {"2 0", "C", "D"},
                                            {"3 0", "E", ""},
                                            {"4 0", "F", "H"},
                                            {"5 0", "G", "H"}};
    assert_int_equal(count, 5);
    for (size_t i = 0; i < count; i++) {
        assert_string_equal(lines[i].words, wanted[i][0]);
        assert_string_equal(lines[i].second, wanted[i][1]);
        assert_string_equal(lines[i].third, wanted[i][2]);
    }
    record_lines(pool, &record, RECORD_SESSION_PLAN, &count);
    assert_int_equal(count, 0);
    pool_free(pool);
}

static void test_cells(void **state)
{
    struct pool *pool = pool_new();
    struct memory memory = {0};
    double number = -1;

    (void)state;
    KEPT_TABLE(pool, &memory, "plan-week", "- number from first last phase",
               "x|#3|#0.5|#46027|2026-01-11|p", "x|3|0.10000000000000001|46027|!|#7",
               "x||a few|#-1|#1e300|", "x|!|1.5 days|||!");
    struct record record = record_find(&memory);
    assert_int_equal(record_rows(&record, RECORD_WEEK), 4);
    assert_int_equal(record_rows(&record, RECORD_LINE), 0);
    assert_int_equal(record.at[RECORD_WEEK_NUMBER], 1);
    assert_int_equal(record.at[RECORD_WEEK_TO], -1);
    assert_int_equal(record_count(&record, 0, RECORD_WEEK_NUMBER), 3);
    assert_int_equal(record_count(&record, 1, RECORD_WEEK_NUMBER), 3);
    assert_int_equal(record_count(&record, 2, RECORD_WEEK_NUMBER), 0);
    assert_int_equal(record_count(&record, 3, RECORD_WEEK_NUMBER), 0);
    assert_true(record_number(&record, 0, RECORD_WEEK_FROM, 0, 1, &number));
    assert_true(number == 0.5);
    assert_true(record_number(&record, 1, RECORD_WEEK_FROM, 0, 1, &number));
    assert_true(number == 0.1);
    assert_false(record_number(&record, 0, RECORD_WEEK_FROM, 1, 2, &number));
    assert_false(record_number(&record, 2, RECORD_WEEK_FROM, 0, 1, &number));
    assert_false(record_number(&record, 3, RECORD_WEEK_FROM, 0, 9, &number));
    assert_false(record_number(&record, 0, RECORD_WEEK_TO, 0, 9, &number));
    assert_true(number == 0.1); /* as it was */
    assert_int_equal(record_day(&record, 0, RECORD_WEEK_FIRST), day_of(2026, 1, 5));
    assert_int_equal(record_day(&record, 0, RECORD_WEEK_LAST), day_of(2026, 1, 11));
    assert_int_equal(record_day(&record, 1, RECORD_WEEK_FIRST), day_of(2026, 1, 5));
    assert_int_equal(record_day(&record, 1, RECORD_WEEK_LAST), DAY_NONE);
    assert_int_equal(record_day(&record, 2, RECORD_WEEK_FIRST), DAY_NONE);
    assert_int_equal(record_day(&record, 2, RECORD_WEEK_LAST), DAY_NONE);
    assert_string_equal(record_text(&record, 0, RECORD_WEEK_PHASE), "p");
    assert_string_equal(record_text(&record, 1, RECORD_WEEK_PHASE), "7");
    assert_string_equal(record_text(&record, 3, RECORD_WEEK_PHASE), "");
    assert_string_equal(record_text(&record, 0, RECORD_WEEK_TITLE), "");
    pool_free(pool);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_names), cmocka_unit_test(test_lines),
                                       cmocka_unit_test(test_cells)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
