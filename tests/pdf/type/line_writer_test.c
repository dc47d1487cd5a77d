/* line_writer: words of one line as operators, joined where nothing stands between them. */
#include "support/desk.h"

static int count_of(const struct desk *desk, const char *operator)
{
    int count = 0;

    for (const char *at = text_string(canvas_content(desk->canvas)); (at = strstr(at, operator));
         at++)
        count++;
    return count;
}

static void words_of_one_font_share_an_array(void **state)
{
    struct desk desk = open_desk();
    const struct word *one = shape_word(desk.typeset, &body, FACE_SANS, false, "one", 3);
    const struct word *bold = shape_word(desk.typeset, &body, FACE_SANS_BOLD, false, "two", 3);
    struct line_writer writer;

    (void)state;
    canvas_begin_text(desk.canvas, ROLE_BY_PLACE, "one", 3);
    line_writer_begin(&writer, desk.typeset, &body, 40, 40, 100);
    line_writer_add(&writer, one, 1);
    line_writer_add(&writer, one, 1);
    assert_int_equal(count_of(&desk, "TJ"), 0); /* it is still open */
    line_writer_add(&writer, bold, 1);
    assert_int_equal(count_of(&desk, "TJ"), 1);
    line_writer_add(&writer, bold, 0.5);
    assert_int_equal(count_of(&desk, "TJ"), 2);
    line_writer_end(&writer);
    assert_int_equal(count_of(&desk, "TJ"), 3);
    assert_int_equal(count_of(&desk, "Tf"), 3);
    assert_int_equal(count_of(&desk, "ET"), 1);
    assert_int_equal(count_of(&desk, ")("), 0);
    leave_desk(&desk);
}

static void width_counts_the_letter_space(void **state)
{
    const struct style tracked = {.face = FACE_SANS, .size = 10, .tracking = 0.1};
    struct desk desk = open_desk();
    const struct word *word = shape_word(desk.typeset, &tracked, FACE_SANS, false, "abc", 3);

    (void)state;
    assert_int_equal(word->glyphs, 3);
    assert_near(word_width(word, &tracked, 1), word->advance * 10 + 3, 1e-9);
    assert_near(word_width(word, &tracked, 0.5), word->advance * 5 + 3, 1e-9);
    leave_desk(&desk);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_of_one_font_share_an_array),
        cmocka_unit_test(width_counts_the_letter_space),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
