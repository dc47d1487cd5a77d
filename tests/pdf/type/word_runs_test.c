/* word_runs: a text comes apart at blanks, marks and turns, and nowhere else. */
#include "support/desk.h"

static struct word_runs runs_of(struct desk *desk, const struct prose *prose, bool breaks)
{
    struct word_runs runs = {0};

    word_runs_add(&runs, desk->typeset, &body, prose, 0, prose->length, breaks);
    return runs;
}

static void words_and_blanks_take_turns(void **state)
{
    static const char text[] = "One two-three, 19:00–20:10";
    const struct prose prose = {.text = text, .length = strlen(text)};
    struct desk desk = open_desk();
    struct word_runs runs = runs_of(&desk, &prose, true);
    size_t at = 0;

    (void)state;
    assert_int_equal(runs.count, 6); /* a line may end after the hyphen, not within the times */
    for (size_t i = 0; i < runs.count; i++) {
        assert_int_equal(runs.items[i].start, at);
        assert_true(runs.items[i].width > 0);
        at += runs.items[i].length;
    }
    assert_int_equal(at, prose.length);
    assert_true(runs.items[1].space && !runs.items[0].space);
    assert_false(runs.items[0].may_break || runs.items[1].may_break);
    assert_true(runs.items[2].may_break && runs.items[3].may_break && runs.items[5].may_break);
    free(runs.items);
    runs = runs_of(&desk, &prose, false);
    assert_int_equal(runs.count, 5);
    for (size_t i = 0; i < runs.count; i++)
        assert_false(runs.items[i].may_break);
    free(runs.items);
    leave_desk(&desk);
}

static void marks_part_a_word(void **state)
{
    static const char text[] = "boldplain";
    const struct mark marks[] = {{MARK_STRONG, 0, 4, NULL}, {MARK_STRIKE, 4, 9, NULL}};
    const struct prose prose = {
        .text = text, .length = strlen(text), .marks = marks, .mark_count = 2};
    struct desk desk = open_desk();
    struct word_runs runs = runs_of(&desk, &prose, true);

    (void)state;
    assert_int_equal(runs.count, 2);
    assert_int_equal(runs.items[0].face, FACE_SANS_BOLD);
    assert_int_equal(runs.items[1].face, FACE_SANS);
    assert_true(runs.items[1].strike && !runs.items[0].strike);
    free(runs.items);
    leave_desk(&desk);
}

static void order_turns_what_is_read_from_the_right(void **state)
{
    static const char text[] = "a \xD7\x90 \xD7\x91";
    static const size_t expected[] = {0, 1, 4, 3, 2};
    const struct prose prose = {.text = text, .length = strlen(text)};
    struct desk desk = open_desk();
    struct word_runs runs = runs_of(&desk, &prose, false);
    size_t *order = word_runs_order(runs.items, runs.count);

    (void)state;
    assert_int_equal(runs.count, 5);
    for (size_t i = 0; i < 5; i++)
        assert_int_equal(order[i], expected[i]);
    free(order);
    free(runs.items);
    leave_desk(&desk);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_and_blanks_take_turns),
        cmocka_unit_test(marks_part_a_word),
        cmocka_unit_test(order_turns_what_is_read_from_the_right),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
