/* comments_test: notes and threads. */
#include "memory/xlsx/comments.h"
#include "support/archive_fixture.h"

#define NOTES                                                                                      \
    "<comments><authors><author>me</author></authors><commentList>"                                \
    "<comment ref='B2' authorId='0'><text>\n<r><t>a </t></r>\n<r><t>note</t></r></text></comment>" \
    "<comment ref='A1'><text><t>[Threaded comment] old program</t></text></comment>"               \
    "</commentList></comments>"
#define THREADS                                                                                    \
    "<ThreadedComments><threadedComment ref='A1'><text>why?</text></threadedComment>"              \
    "<threadedComment ref='A1'><text>so</text></threadedComment></ThreadedComments>"

static struct relation notes = {"1", "comments", "n.xml", false};
static struct relation both[] = {{"1", "comments", "n.xml", false},
                                 {"2", "threadedComment", "t.xml", false}};
static const struct part_text parts[] = {{"n.xml", NOTES}, {"t.xml", THREADS}};

static void test_notes(void **state)
{
    struct opened opened = open_parts(parts, COUNT(parts));
    struct comments comments;

    (void)state;
    assert_true(comments_read(&opened.store, opened.archive, &(struct relations){&notes, 1},
                              &comments, &opened.why));
    assert_int_equal(comments.count, 2);
    assert_string_equal(comments.items[0].words, "a note");
    assert_int_equal(comments.items[0].row, 1);
    assert_int_equal(comments.items[0].column, 1);
    assert_string_equal(comments.items[1].words, "[Threaded comment] old program");
    close_parts(&opened);
}

static void test_threads(void **state)
{
    struct opened opened = open_parts(parts, COUNT(parts));
    struct comments comments;

    (void)state;
    assert_true(comments_read(&opened.store, opened.archive, &(struct relations){both, 2},
                              &comments, &opened.why));
    assert_int_equal(comments.count, 2);
    assert_string_equal(comments.items[0].words, "why?\nso");
    assert_string_equal(comments.items[1].words, "a note");
    close_parts(&opened);
}

static void test_faults(void **state)
{
    struct opened opened = open_part("n.xml", "<comments><comment ref='7'/></comments>");
    struct comments comments;

    (void)state;
    assert_false(comments_read(&opened.store, opened.archive, &(struct relations){&notes, 1},
                               &comments, &opened.why));
    assert_string_equal(text_string(&opened.why), "its part n.xml holds a comment without a place");
    text_clear(&opened.why);
    assert_false(comments_read(&opened.store, opened.archive, &(struct relations){both, 2},
                               &comments, &opened.why));
    assert_string_equal(text_string(&opened.why), "its part t.xml is missing");
    assert_true(comments_read(&opened.store, opened.archive, &(struct relations){NULL, 0},
                              &comments, &opened.why));
    assert_int_equal(comments.count, 0);
    close_parts(&opened);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_notes),
        cmocka_unit_test(test_threads),
        cmocka_unit_test(test_faults),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
