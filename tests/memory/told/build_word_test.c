/* build_word_test: lines of what a build moved are kept as they were, in bounds. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <string.h>
#include <cmocka.h>

#include "base/text.h"
#include "memory/told/build_word.h"

static const day on = 20458;

static void labels_part_from_words(void **state)
{
    struct pool *pool = pool_new();
    struct build_word word = {0};

    (void)state;
    build_word_take(pool, &word,
                    "All of it stands; what moved:\nThe end: 2 July: was 4 June\nNext: \n"
                    "A label longer than any: stays\n",
                    on);
    assert_int_equal(word.moved_count, 4);
    assert_int_equal(word.moved_on, on);
    assert_string_equal(word.moved[0].label, "");
    assert_string_equal(word.moved[0].words, "All of it stands; what moved:");
    assert_string_equal(word.moved[1].label, "The end");
    assert_string_equal(word.moved[1].words, "2 July: was 4 June");
    assert_string_equal(word.moved[2].label, "");
    assert_string_equal(word.moved[2].words, "Next: ");
    assert_string_equal(word.moved[3].words, "A label longer than any: stays");
    pool_free(pool);
}

static void there_are_only_so_many(void **state)
{
    struct pool *pool = pool_new();
    struct build_word word = {0};
    struct text text = TEXT_INIT;

    (void)state;
    for (int i = 0; i < 9; i++)
        text_print(&text, "%d\n\n", i);
    build_word_take(pool, &word, text_string(&text), on);
    assert_int_equal(word.moved_count, MOVED_LINES_MOST);
    assert_string_equal(word.moved[5].words, "5");
    build_word_take(pool, &word, "", DAY_NONE);
    assert_int_equal(word.moved_count, 0);
    text_free(&text);
    pool_free(pool);
}

/* Cut once, a line is kept as it is. */
static void a_long_line_is_cut_at_a_letter(void **state)
{
    struct pool *pool = pool_new();
    struct build_word word = {0};
    struct text text = TEXT_INIT;

    (void)state;
    text_add(&text, "Next: x");
    for (int i = 0; i < 300; i++)
        text_add(&text, "é");
    build_word_take(pool, &word, text_string(&text), on);
    assert_int_equal(strlen(word.moved[0].words), 399);
    text_clear(&text);
    text_print(&text, "%s: %s\n", word.moved[0].label, word.moved[0].words);
    const char *once = word.moved[0].words;
    build_word_take(pool, &word, text_string(&text), on);
    assert_string_equal(word.moved[0].words, once);
    text_free(&text);
    pool_free(pool);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(labels_part_from_words),
        cmocka_unit_test(there_are_only_so_many),
        cmocka_unit_test(a_long_line_is_cut_at_a_letter),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
