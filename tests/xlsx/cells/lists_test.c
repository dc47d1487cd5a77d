/* lists: the ranges that cells to write in choose from lie where the sheet has them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "xlsx/cells/lists.h"

/* The fixed ranges of Lists, written as text for tables that the compiler fills, lie where their
 * columns do. */
static void lists_lie_in_their_columns(void **state)
{
    struct category categories[3] = {{0}};
    const struct schedule schedule = {.categories = categories, .category_count = 3};
    struct tracker tracker = {.pool = pool_new(), .schedule = &schedule};

    (void)state;
    assert_string_equal(
        LIST_OF_TICKS, range_reference(&tracker, LISTS_TAB, TICK_COLUMN, FIRST_ROW, FIRST_ROW + 1));
    assert_string_equal(LIST_OF_STATUSES, range_reference(&tracker, LISTS_TAB, STATUS_COLUMN,
                                                          FIRST_ROW, FIRST_ROW + 3));
    assert_string_equal(LIST_OF_RATINGS, range_reference(&tracker, LISTS_TAB, RATING_COLUMN,
                                                         FIRST_ROW, FIRST_ROW + 4));
    assert_string_equal(LIST_OF_TICK_WORDS, range_reference(&tracker, LISTS_TAB, DONE_COLUMN,
                                                            FIRST_ROW, FIRST_ROW + TICK_WORDS - 1));
    assert_string_equal(LIST_OF_DONE_WORDS, range_reference(&tracker, LISTS_TAB, DONE_COLUMN,
                                                            FIRST_ROW, FIRST_ROW + DONE_WORDS - 1));
    assert_string_equal(done_words[DONE_WORDS - 1], STATUS_READ);
    assert_string_equal(list_of_categories(&tracker), "Lists!$A$5:$A$7");
    assert_string_equal(cell_of_criterion(&tracker, 2), "Lists!$B$7");
    pool_free(tracker.pool);
}

/* A plan without categories still names a range of one row, not one that runs upwards. */
static void a_range_has_a_row_at_least(void **state)
{
    const struct schedule schedule = {0};
    struct tracker tracker = {.pool = pool_new(), .schedule = &schedule};

    (void)state;
    assert_string_equal(list_of_categories(&tracker), "Lists!$A$5:$A$5");
    pool_free(tracker.pool);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lists_lie_in_their_columns),
        cmocka_unit_test(a_range_has_a_row_at_least),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
