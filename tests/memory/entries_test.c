/* entries_test: what of the Log counts, in which order, and what it comes to. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "memory/entries.h"
#include "support/kept_tables.h"

#define COLUMNS "date category hours task notes"

static void rows_count_by_date(void **state)
{
    struct pool *pool = pool_new();
    struct memory memory = {0};

    (void)state;
    KEPT_TABLE(pool, &memory, "log", COLUMNS, "2026-03-04|Reading|#1.5|The Book", "2026-03-05||",
               "2026-03-02|Coding|1:30|Todo", "2026-03-04||90 min|", "#46085|Own|0,5|");
    const struct entries *found = entries_of(pool, &memory);
    assert_int_equal(found->count, 4);
    assert_int_equal(found->astray_count, 0);
    assert_int_equal(found->list[0].date, day_of(2026, 3, 2));
    assert_string_equal(found->list[0].category, "Coding");
    assert_int_equal(found->list[0].line, 7);
    assert_string_equal(found->list[1].task, "The Book");
    assert_int_equal(found->list[2].minutes, 90);
    assert_int_equal(found->list[3].date, day_of(2026, 3, 4));
    assert_int_equal(found->list[3].minutes, 30);
    assert_int_equal(entries_minutes(found, day_of(2026, 3, 2), day_of(2026, 3, 2)), 90);
    assert_int_equal(entries_minutes(found, day_of(2026, 3, 3), day_of(2026, 3, 4)), 210);
    assert_int_equal(entries_minutes(found, day_of(2026, 3, 5), day_of(2026, 3, 4)), 0);
    assert_int_equal(entries_minutes(found, day_of(1970, 1, 1), day_of(2199, 1, 1)), 300);
    pool_free(pool);
}

static void what_does_not_count_is_told_apart(void **state)
{
    struct pool *pool = pool_new();
    struct memory memory = {0};
    static const enum logged_state states[] = {LOGGED_UNREAD, LOGGED_FEW, LOGGED_MANY,
                                               LOGGED_UNDATED, LOGGED_UNREAD};

    (void)state;
    KEPT_TABLE(pool, &memory, "log", COLUMNS, "2026-03-04||a while", "2026-03-04||#0.2",
               "2026-03-04||#90", "soon||#2", "2026-03-04||!", "2026-03-04||#24");
    const struct entries *found = entries_of(pool, &memory);
    assert_int_equal(found->count, 1);
    assert_int_equal(found->astray_count, 5);
    for (size_t i = 0; i < 5; i++)
        assert_int_equal(found->astray[i].state, states[i]);
    assert_string_equal(found->astray[0].hours, "a while");
    pool_free(pool);
}

static void without_a_log_there_is_nothing(void **state)
{
    struct pool *pool = pool_new();
    struct memory memory = {0};

    (void)state;
    assert_int_equal(entries_of(pool, NULL)->count, 0);
    assert_int_equal(entries_of(pool, &memory)->count, 0);
    KEPT_TABLE(pool, &memory, "log", "date task", "2026-03-04|The Book");
    assert_int_equal(entries_of(pool, &memory)->count, 0);
    pool_free(pool);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_count_by_date),
        cmocka_unit_test(what_does_not_count_is_told_apart),
        cmocka_unit_test(without_a_log_there_is_nothing),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
