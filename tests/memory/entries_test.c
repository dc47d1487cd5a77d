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
    const struct entries *found = entries_of(pool, &memory, day_of(2026, 3, 4));
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
    static const enum logged_state states[] = {LOGGED_UNREAD,  LOGGED_FEW,    LOGGED_MANY,
                                               LOGGED_UNDATED, LOGGED_UNREAD, LOGGED_FAR,
                                               LOGGED_FEW};

    (void)state;
    KEPT_TABLE(pool, &memory, "log", COLUMNS, "2026-03-04||a while", "2026-03-04||#0.2",
               "2026-03-04||#90", "soon||#2", "2026-03-04||!", "2027-03-06||#2", "2026-03-04||#-1",
               "2026-03-04||#24");
    const struct entries *found = entries_of(pool, &memory, day_of(2026, 3, 4));
    assert_int_equal(found->count, 1);
    assert_int_equal(found->astray_count, 7);
    for (size_t i = 0; i < 7; i++)
        assert_int_equal(found->astray[i].state, states[i]);
    assert_string_equal(found->astray[0].hours, "a while");
    pool_free(pool);
}

static void what_is_to_come_waits_for_its_day(void **state)
{
    struct pool *pool = pool_new();
    struct memory memory = {0};

    (void)state;
    KEPT_TABLE(pool, &memory, "log", COLUMNS, "2026-03-04||#2", "2026-06-01||#3", "2027-03-05||#1",
               "2026-03-04||#0", "2026-03-03||0");
    const struct entries *found = entries_of(pool, &memory, day_of(2026, 3, 4));
    assert_int_equal(found->count, 1);
    assert_int_equal(found->astray_count, 0);
    assert_int_equal(entries_minutes(found, day_of(1970, 1, 1), day_of(2199, 1, 1)), 120);
    found = entries_of(pool, &memory, day_of(2026, 6, 1));
    assert_int_equal(found->count, 2);
    assert_int_equal(entries_minutes(found, day_of(1970, 1, 1), day_of(2199, 1, 1)), 300);
    pool_free(pool);
}

/* 1.17 is what the sheet shows for 1 h 10, and what people type: 42 times that is 49.14 hours. */
static void hours_add_up_as_typed(void **state)
{
    struct pool *pool = pool_new();
    struct memory memory = {0};

    (void)state;
    KEPT_TABLE(pool, &memory, "log", COLUMNS, "2026-03-01||#1.17", "2026-03-01||#1.17",
               "2026-03-01||#1.17", "2026-03-02||#1.17", "2026-03-03||1,17");
    const struct entries *found = entries_of(pool, &memory, day_of(2026, 3, 4));
    assert_int_equal(found->list[0].minutes, 70);
    assert_int_equal(entries_minutes(found, day_of(2026, 3, 1), day_of(2026, 3, 1)), 211);
    assert_int_equal(entries_minutes(found, day_of(2026, 3, 1), day_of(2026, 3, 3)), 351);
    pool_free(pool);
}

static void without_a_log_there_is_nothing(void **state)
{
    struct pool *pool = pool_new();
    struct memory memory = {0};

    (void)state;
    assert_int_equal(entries_of(pool, NULL, 0)->count, 0);
    assert_int_equal(entries_of(pool, &memory, 0)->count, 0);
    KEPT_TABLE(pool, &memory, "log", "date task", "2026-03-04|The Book");
    assert_int_equal(entries_of(pool, &memory, 0)->count, 0);
    pool_free(pool);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_count_by_date),
        cmocka_unit_test(what_does_not_count_is_told_apart),
        cmocka_unit_test(what_is_to_come_waits_for_its_day),
        cmocka_unit_test(hours_add_up_as_typed),
        cmocka_unit_test(without_a_log_there_is_nothing),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
