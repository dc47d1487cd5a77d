/* archive_test: parts are found by name and unpacked whole; what is damaged or too much is not. */
#include "support/archive_fixture.h"

static bool gather(void *data, const char *bytes, size_t length)
{
    text_add_bytes(data, bytes, length);
    return true;
}

static bool take_none(void *data, const char *bytes, size_t length)
{
    (void)data;
    (void)bytes;
    (void)length;
    return false;
}

static void test_parts(void **state)
{
    const struct part_text parts[] = {{"xl/Workbook.xml", "words"}, {"b", ""}};
    struct opened opened = open_parts(parts, COUNT(parts));
    struct text out = TEXT_INIT;
    size_t count;

    (void)state;
    assert_string_equal(archive_parts(opened.archive, &count)[1].name, "b");
    assert_int_equal(count, 2);
    assert_null(archive_find(opened.archive, "xl/workbook"));
    const struct archive_part *part = archive_find(opened.archive, "XL\\workbook.xml");
    assert_non_null(part);
    assert_int_equal(part->size, 5);
    assert_true(archive_read(opened.archive, part, gather, &out, &opened.why));
    assert_string_equal(text_string(&out), "words");
    assert_false(archive_read(opened.archive, part, take_none, NULL, &opened.why));
    assert_int_equal(opened.why.length, 0);
    text_free(&out);
    close_parts(&opened);
}

static void test_one_name_twice(void **state)
{
    const struct part_text parts[] = {{"xl/a.xml", "1"}, {"xl/A.xml", "2"}};
    struct text bytes = archive_of(parts, COUNT(parts)), why = TEXT_INIT;

    (void)state;
    assert_null(archive_open(bytes.bytes, bytes.length, false, &why));
    assert_string_equal(text_string(&why), "its part xl/A.xml is there twice");
    text_free(&bytes);
    text_free(&why);
}

/* One bit is found by the checksum. */
static void test_damage(void **state)
{
    struct opened opened = open_part("a", "short words are stored as they are");
    struct text out = TEXT_INIT;

    (void)state;
    char *at = memmem(opened.bytes.bytes, opened.bytes.length, "a", 1);
    assert_non_null(at);
    at[2] ^= 1;
    assert_false(
        archive_read(opened.archive, archive_find(opened.archive, "a"), gather, &out, &opened.why));
    assert_string_equal(text_string(&opened.why), "its part a is damaged");
    text_free(&out);
    close_parts(&opened);
}

/* What unpacks to far more than it is. */
static void test_bombs(void **state)
{
    size_t size = (size_t)3 << 20;
    char *zeros = must_alloc(size + 1);

    (void)state;
    memset(zeros, 'a', size);
    struct opened opened = open_part("bomb", zeros);
    assert_false(archive_read(opened.archive, archive_find(opened.archive, "bomb"), take_none, NULL,
                              &opened.why));
    assert_string_equal(text_string(&opened.why),
                        "its part bomb unpacks to more than 200 times its size, as no sheet does");
    close_parts(&opened);
    free(zeros);
}

static void test_names_in_messages(void **state)
{
    struct text why = TEXT_INIT;
    char name[500];

    (void)state;
    archive_name_part(&why, "a\x1b[1m");
    assert_string_equal(text_string(&why), "its part a\\x1b[1m ");
    memset(name, 'n', sizeof name);
    name[sizeof name - 1] = '\0';
    text_clear(&why);
    archive_name_part(&why, name);
    assert_true(why.length < 130);
    text_free(&why);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_parts),
        cmocka_unit_test(test_one_name_twice),
        cmocka_unit_test(test_damage),
        cmocka_unit_test(test_bombs),
        cmocka_unit_test(test_names_in_messages),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
