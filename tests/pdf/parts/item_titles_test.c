/* item_titles: titles without quotes, on one line, never too long. */
#include "pdf/parts/item_titles.h"
#include "support/page_fixture.h"

static const char *words_for(struct fixture *f, const char *title)
{
    const struct item item = {.title = words(title), .detail = words(""), .line = words("Line")};

    return item_words(f->pool, &item);
}

static void titles_stand_alone(void **state)
{
    (void)state;
    struct fixture *f = fixture_new(4, 4);
    assert_string_equal(words_for(f, "\"The Handbook\""), "The Handbook");
    assert_string_equal(words_for(f, "Read \"The Handbook\" twice"), "Read “The Handbook” twice");
    assert_string_equal(words_for(f, "A 12\" record"), "A 12\" record");
    assert_string_equal(words_for(f, "Two\nlines:"), "Two lines");
    assert_string_equal(words_for(f, ""), "Line");
    fixture_free(f);
}

static void long_ones_are_cut_at_a_blank(void **state)
{
    (void)state;
    struct fixture *f = fixture_new(4, 4);
    char title[1000];
    for (size_t i = 0; i < sizeof title; i++)
        title[i] = i % 6 == 5 ? ' ' : 'a';
    title[sizeof title - 1] = '\0';
    const char *cut = words_for(f, title);
    assert_true(strlen(cut) <= 400 + strlen("…"));
    assert_string_equal(cut + strlen(cut) - strlen("aaaaa…"), "aaaaa…");
    fixture_free(f);
}

static void marks_move_with_their_words(void **state)
{
    (void)state;
    struct fixture *f = fixture_new(4, 4);
    const struct mark marks[] = {{MARK_STRONG, 0, 5, NULL}};
    const struct item item = {
        .title = {.text = "\"abc\"", .length = 5, .marks = marks, .mark_count = 1}};
    struct prose title = item_title(f->pool, &item);
    assert_string_equal(title.text, "abc");
    assert_int_equal(title.marks[0].start, 0);
    assert_int_equal(title.marks[0].end, 3);
    fixture_free(f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(titles_stand_alone),
        cmocka_unit_test(long_ones_are_cut_at_a_blank),
        cmocka_unit_test(marks_move_with_their_words),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
