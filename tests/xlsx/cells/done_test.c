/* done: the forms in which formulas ask what is done. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "words/ticks.h"
#include "xlsx/cells/done.h"

static size_t count_of(const char *text, const char *piece)
{
    size_t count = 0;

    for (const char *at = text; (at = strstr(at, piece)); at += strlen(piece))
        count++;
    return count;
}

static void each_word_is_asked_once(void **state)
{
    struct tracker tracker = {.pool = pool_new()};

    (void)state;
    assert_int_equal(
        count_of(done_count(&tracker, COLUMN_TICK, "A", "T"), "COUNTIFS(T,\"<>\",A,Lists!$G$"),
        TICK_WORDS);
    assert_int_equal(
        count_of(done_count(&tracker, COLUMN_STATUS, "A", "T"), "COUNTIFS(T,\"<>\",A,Lists!$G$"),
        DONE_WORDS);
    assert_int_equal(count_of(done_cells(&tracker, COLUMN_TICK, "A"), "(A=Lists!$G$"), TICK_WORDS);
    assert_int_equal(count_of(done_cells(&tracker, COLUMN_STATUS, "A"), "(A=Lists!$G$"),
                     DONE_WORDS);
    pool_free(tracker.pool);
}

static void truth_is_asked_of_ticks_only(void **state)
{
    struct tracker tracker = {.pool = pool_new()};

    (void)state;
    assert_non_null(strstr(done_test(&tracker, COLUMN_TICK, "A"), "A=TRUE"));
    assert_non_null(strstr(done_count(&tracker, COLUMN_TICK, "A", "T"), "(A=TRUE)"));
    assert_non_null(strstr(done_cells(&tracker, COLUMN_TICK, "A"), "(A=TRUE)"));
    assert_null(strstr(done_test(&tracker, COLUMN_STATUS, "A"), "TRUE"));
    assert_null(strstr(done_count(&tracker, COLUMN_STATUS, "A", "T"), "TRUE"));
    assert_null(strstr(done_cells(&tracker, COLUMN_STATUS, "A"), "TRUE"));
    assert_string_equal(done_test(&tracker, COLUMN_DAY, "A"),
                        done_test(&tracker, COLUMN_TICK, "A")); /* any word is none */
    pool_free(tracker.pool);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_word_is_asked_once),
        cmocka_unit_test(truth_is_asked_of_ticks_only),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
