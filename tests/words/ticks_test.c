/* ticks_test: what the tracker's formulas count as done is done where it is read, too. */
#include "support/hand_book.h"
#include "words/ticks.h"

static void test_all_are_read(void **state)
{
    (void)state;
    for (size_t i = 0; i < TICK_WORDS; i++) {
        struct kept_cell cell = {CELL_TEXT, done_words[i], 0, NULL, "General"};
        assert_true(cell_is_ticked(&cell));
    }
    assert_string_equal(done_words[0], TICK_DONE);
    assert_string_equal(done_words[DONE_WORDS - 1], STATUS_READ);
}

/* Nothing that is not done yet is among them. */
static void test_open(void **state)
{
    struct kept_cell open = {CELL_TEXT, TICK_OPEN, 0, NULL, "General"};
    struct kept_cell fresh = {CELL_TEXT, STATUS_NEW, 0, NULL, "General"};

    (void)state;
    assert_false(cell_is_ticked(&open));
    assert_false(cell_is_ticked(&fresh));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_all_are_read),
        cmocka_unit_test(test_open),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
