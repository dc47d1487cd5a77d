/* take_back_test: which row of the Log goes, and what of it is left. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "memory/entry/take_back.h"
#include "support/kept_tables.h"

/* A day with a planned row and two of the learner's own, the last with a column filled; one with
 * nothing done. */
static const struct kept_table *log_of(struct pool *pool, struct memory *memory)
{
    static const struct past_session sessions[] = {{.id = "one", .focus = "The book"}};
    struct kept_table *log = KEPT_TABLE(
        pool, memory, "log", "date category hours task notes -",
        "2026-03-02|Reading|#1.5|The book|fine|", "2026-03-02||#0.5|A reel||",
        "2026-03-02|Making|0:45|A kite|windy|in the rain", "2026-03-03|Reading|#0|The book||");

    ((struct kept_row *)log->rows)[0].key = "one";
    memory->past.sessions = sessions;
    memory->past.session_count = 1;
    return log;
}

static void the_last_goes_first(void **state)
{
    struct pool *pool = pool_new();
    struct memory memory = {0};
    const struct kept_table *before = log_of(pool, &memory), *after;
    const day date = day_of(2026, 3, 2);
    struct taken_back taken;

    (void)state;
    assert_true(memory_take_back(pool, &memory, date, &taken));
    assert_int_equal(taken.minutes, 45);
    assert_null(taken.session);
    assert_string_equal(taken.note, "windy");
    after = memory_table(&memory, "log");
    assert_int_equal(after->row_count, 4);
    assert_true(cell_is_empty(&after->rows[2].cells[2]) && cell_is_empty(&after->rows[2].cells[4]));
    assert_string_equal(after->rows[2].cells[5].text, "in the rain");

    assert_true(memory_take_back(pool, &memory, date, &taken));
    assert_int_equal(taken.minutes, 30);
    assert_string_equal(taken.task, "A reel");
    after = memory_table(&memory, "log");
    assert_int_equal(after->row_count, 3);
    assert_string_equal(after->rows[1].cells[5].text, "in the rain");

    assert_true(memory_take_back(pool, &memory, date, &taken));
    assert_string_equal(taken.session->id, "one");
    after = memory_table(&memory, "log");
    assert_int_equal(after->row_count, 3);
    assert_true(cell_is_empty(&after->rows[0].cells[2]) && cell_is_empty(&after->rows[0].cells[4]));
    assert_string_equal(after->rows[0].cells[3].text, "The book");

    assert_false(memory_take_back(pool, &memory, date, &taken));
    assert_int_equal(before->row_count, 4);
    assert_string_equal(before->rows[1].cells[3].text, "A reel");
    pool_free(pool);
}

static void where_nothing_was_logged_nothing_goes(void **state)
{
    struct pool *pool = pool_new();
    struct memory memory = {0};
    struct taken_back taken;

    (void)state;
    assert_false(memory_take_back(pool, &memory, day_of(2026, 3, 3), &taken));
    log_of(pool, &memory);
    assert_false(memory_take_back(pool, &memory, day_of(2026, 3, 3), &taken));
    assert_false(memory_take_back(pool, &memory, day_of(2026, 3, 4), &taken));
    assert_int_equal(memory_table(&memory, "log")->row_count, 4);
    pool_free(pool);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_last_goes_first),
        cmocka_unit_test(where_nothing_was_logged_nothing_goes),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
