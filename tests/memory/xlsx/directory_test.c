/* directory_test: an archive whose list of parts is not as it must be is refused, in words. */
#include "memory/xlsx/directory.h"
#include "support/archive_fixture.h"

static const struct part_text PARTS[] = {{"ab", "1"}, {"cd", "2"}};

/* Where "PK" and these two bytes stand, the last of them. */
static size_t last_mark(const struct text *bytes, const char *mark)
{
    for (size_t at = bytes->length - 4; at > 0; at--)
        if (memcmp(bytes->bytes + at, "PK", 2) == 0 && memcmp(bytes->bytes + at + 2, mark, 2) == 0)
            return at;
    fail_msg("no such mark");
    return 0;
}

#define END_OF(bytes)   last_mark(bytes, "\5\6")
#define ENTRY_OF(bytes) last_mark(bytes, "\1\2")

/* "" where it is read, else why it is not. */
static const char *verdict(const struct text *bytes)
{
    static struct text why = TEXT_INIT;
    struct pool *pool = pool_new();
    size_t count = 0;

    text_clear(&why);
    bool good = directory_read(pool, bytes->bytes, bytes->length, &count, &why) != NULL;
    assert_int_equal(good, why.length == 0);
    pool_free(pool);
    return text_string(&why);
}

/* The verdict with VALUE put at OFFSET behind the last record of that mark. */
static const char *changed(const char *mark, size_t offset, unsigned char value)
{
    struct text bytes = archive_of(PARTS, COUNT(PARTS));

    assert_string_equal(verdict(&bytes), "");
    bytes.bytes[last_mark(&bytes, mark) + offset] = (char)value;
    const char *words = verdict(&bytes);
    text_free(&bytes);
    return words;
}

static void test_fields(void **state)
{
    (void)state;
    assert_string_equal(changed("\5\6", 10, 0), "it is an empty archive");
    assert_string_equal(changed("\5\6", 10, 3), "it is damaged: its list of parts is cut short");
    assert_string_equal(changed("\5\6", 10, 1),
                        "it is damaged: its list of parts is longer than it says");
    assert_string_equal(changed("\5\6", 11, 0x40), "it has more than 10,000 parts");
    assert_string_equal(changed("\5\6", 16, 1),
                        "more bytes stand before its first part, or it is damaged");
    assert_string_equal(changed("\1\2", 8, 1), "it is protected by a password: save it without");
    assert_string_equal(changed("\1\2", 10, 12),
                        "its part cd is packed in a way that workbooks don't know");
    assert_string_equal(changed("\1\2", 20, 200), "its part cd is cut short");
    assert_string_equal(changed("\1\2", 24, 2), "its part cd has two sizes");
    assert_string_equal(changed("\1\2", 42, 1), "its part cd is not where the list of parts says");
    assert_string_equal(changed("\1\2", 42, 0),
                        "its part cd is another one than the list of parts says");
    assert_string_equal(changed("\1\2", 46, '\0'), "it has a part without a proper name");
}

static void test_bytes_around(void **state)
{
    struct text bytes = archive_of(PARTS, COUNT(PARTS)), longer = TEXT_INIT;

    (void)state;
    text_add(&longer, "#!/bin/sh\n");
    text_add_bytes(&longer, bytes.bytes, bytes.length);
    assert_string_equal(verdict(&longer),
                        "more bytes stand before its first part, or it is damaged");
    text_add(&bytes, "more");
    assert_string_equal(verdict(&bytes),
                        "more bytes stand after its end: it is two files in one, or damaged");
    bytes.length -= 4;
    bytes.bytes[END_OF(&bytes) + 20] = 4; /* as a comment that stays away */
    assert_string_equal(verdict(&bytes),
                        "more bytes stand after its end: it is two files in one, or damaged");
    for (size_t length = bytes.length - 1; length > 0; length--) {
        bytes.length = length;
        assert_string_not_equal(verdict(&bytes), "");
    }
    text_free(&bytes);
    text_free(&longer);
}

/* Both entries stand for the first part's bytes. */
static void test_overlap(void **state)
{
    static const struct part_text same[] = {{"ab", "1"}, {"ac", "1"}};
    struct text bytes = archive_of(same, COUNT(same));

    (void)state;
    memset(bytes.bytes + ENTRY_OF(&bytes) + 42, 0, 4);
    bytes.bytes[ENTRY_OF(&bytes) + 47] = 'b';
    assert_string_equal(verdict(&bytes),
                        "its parts lie over each other, so that little unpacks to much");
    text_free(&bytes);
}

static void test_names(void **state)
{
    static const struct {
        const char *name, *words;
    } names[] = {
        {"../../etc/passwd", "its part ../../etc/passwd would stand outside of it"},
        {"xl/..", "its part xl/.. would stand outside of it"},
        {"xl\\..\\a", "its part xl\\..\\a would stand outside of it"},
        {"xl/..a", ""},
        {"/xl/a", ""},
    };
    char longest[1026] = "";

    (void)state;
    for (size_t i = 0; i < COUNT(names); i++) {
        struct text bytes = archive_of(&(struct part_text){names[i].name, "1"}, 1);
        assert_string_equal(verdict(&bytes), names[i].words);
        text_free(&bytes);
    }
    memset(longest, 'a', sizeof longest - 1);
    struct text bytes = archive_of(&(struct part_text){longest, "1"}, 1);
    assert_string_equal(verdict(&bytes), "it has a part with a name longer than 1,024 bytes");
    text_free(&bytes);
}

/* Every byte of it, set to each of three values: refused or read, and never past its end. */
static void test_any_byte(void **state)
{
    struct text bytes = archive_of(PARTS, COUNT(PARTS));

    (void)state;
    for (size_t i = 0; i < bytes.length; i++) {
        char old = bytes.bytes[i];
        for (int value = 0; value < 3; value++) {
            bytes.bytes[i] = (char)(value * 0x7F + value / 2);
            verdict(&bytes);
        }
        bytes.bytes[i] = old;
    }
    assert_string_equal(verdict(&bytes), "");
    text_free(&bytes);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_fields),   cmocka_unit_test(test_bytes_around),
        cmocka_unit_test(test_overlap),  cmocka_unit_test(test_names),
        cmocka_unit_test(test_any_byte),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
