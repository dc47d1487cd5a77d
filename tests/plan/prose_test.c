/* Tests of proses: marks and anchors stay with their words when a text is cut and joined. */
#include "plan/prose.h"

#include "support/reading.h"

/* "A bold word, then more": "bold" is strong; "A ..." stands at 3:5, "then ..." at 4:1. */
static struct prose sentence(struct pool *pool)
{
    struct prose_writer writer = {.text = TEXT_INIT};

    prose_stand_at(&writer, 0, (struct place){NULL, 3, 5});
    text_add(&writer.text, "A ");
    prose_open(&writer, MARK_STRONG, NULL);
    text_add(&writer.text, "bold");
    prose_close(&writer);
    text_add(&writer.text, " word, ");
    prose_stand_at(&writer, writer.text.length, (struct place){NULL, 4, 1});
    text_add(&writer.text, "then more  ");
    struct prose made = prose_made(pool, &writer);
    prose_free(&writer);
    return made;
}

static void expect_place(const struct prose *prose, const char *words, int line, int column)
{
    size_t offset = (size_t)(strstr(prose->text, words) - prose->text);
    struct place place = prose_place(prose, offset, (struct place){NULL, 99, 9});

    assert_int_equal(place.line, line);
    assert_int_equal(place.column, column);
}

static void cut(void **state)
{
    (void)state;
    struct pool *pool = pool_new();
    struct prose whole = sentence(pool);
    assert_string_equal(whole.text, "A bold word, then more");
    struct prose slice = prose_slice(pool, &whole, 3, 18);
    assert_string_equal(slice.text, "old word, then");
    assert_int_equal(slice.mark_count, 1);
    assert_int_equal(slice.marks[0].start, 0);
    assert_int_equal(slice.marks[0].end, 3);
    expect_place(&slice, "old", 3, 8);
    expect_place(&slice, "word", 3, 12);
    expect_place(&slice, "hen", 4, 2);
    struct prose tail = prose_slice(pool, &whole, 6, 9);
    assert_string_equal(tail.text, "wo");
    assert_int_equal(tail.mark_count, 0);
    expect_place(&tail, "wo", 3, 12);
    pool_free(pool);
}

static void joined(void **state)
{
    (void)state;
    struct pool *pool = pool_new();
    struct prose whole = sentence(pool);
    struct prose without = prose_without(pool, &whole, 0, 2);
    assert_string_equal(without.text, "bold word, then more");
    assert_int_equal(prose_leading_strong(&without), 4);
    without = prose_without(pool, &whole, 6, 11);
    assert_string_equal(without.text, "A bold, then more");
    expect_place(&without, "bold", 3, 7);
    expect_place(&without, "then", 4, 1);
    assert_int_equal(prose_leading_strong(&without), 0);
    struct prose_writer writer = {.text = TEXT_INIT};
    text_add(&writer.text, "So: ");
    prose_append(&writer, &whole);
    struct prose appended = prose_made(pool, &writer);
    prose_free(&writer);
    assert_string_equal(appended.text, "So: A bold word, then more");
    assert_int_equal(appended.marks[0].start, 6);
    expect_place(&appended, "So", 99, 9); /* nobody said where */
    expect_place(&appended, "more", 4, 6);
    pool_free(pool);
}

static void marks_too_deep(void **state)
{
    (void)state;
    struct pool *pool = pool_new();
    struct prose_writer writer = {.text = TEXT_INIT};
    for (int i = 0; i < MARK_DEPTH + 5; i++)
        prose_open(&writer, MARK_EMPHASIS, NULL);
    text_add(&writer.text, "deep");
    for (int i = 0; i < MARK_DEPTH + 5; i++)
        prose_close(&writer);
    prose_close(&writer); /* one too many does no harm */
    struct prose made = prose_made(pool, &writer);
    prose_free(&writer);
    assert_string_equal(made.text, "deep");
    assert_int_equal(made.mark_count, MARK_DEPTH);
    struct prose plain = prose_plain(pool, "  as it is\u3000 ", strlen("  as it is\u3000 "));
    assert_string_equal(plain.text, "as it is");
    pool_free(pool);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cut),
        cmocka_unit_test(joined),
        cmocka_unit_test(marks_too_deep),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
