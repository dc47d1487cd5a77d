/* Tests of taking a calendar into its parts. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
/* cmocka wants those before it. */
#include <string.h>
#include <cmocka.h>

#include "memory/feed/feed_parts.h"

#define HEAD "BEGIN:VCALENDAR\nVERSION:2.0\n"
#define TAIL "END:VCALENDAR\n"

/* The names of the parts of TEXT, "-" for a property, and "odd" where it is that. */
static void list_parts(const char *text, size_t length, struct text *names)
{
    struct feed_parts parts = {.lines = feed_lines_of(text, length)};

    text_clear(names);
    while (feed_parts_next(&parts))
        text_print(names, "%s ", *parts.name ? parts.name : "-");
    if (parts.odd)
        text_add(names, "odd");
    feed_parts_free(&parts);
}

static void parts_are_told_apart(void **state)
{
    (void)state;
    static const char *const texts[][2] = {
        {HEAD TAIL, "- "},
        {HEAD "BEGIN:VEVENT\nUID:a\nEND:VEVENT\n" TAIL, "- VEVENT "},
        {"begin:vcalendar\nbegin:vevent\nend:VEvent\nend:vcalendar\n", "VEVENT "},
        /* nested ones are their part's own */
        {HEAD "BEGIN:VEVENT\nUID:a\nBEGIN:VALARM\nUID:b\nEND:VALARM\nEND:VEVENT\nX-B:1\n" TAIL,
         "- VEVENT - "},
        {HEAD "BEGIN:X-A\nBEGIN:X-A\nEND:X-A\nEND:X-A\n" TAIL, "- X-A "},
        {"\xef\xbb\xbf" HEAD TAIL, "- "},
        /* what is damaged */
        {"", "odd"},
        {HEAD, "- odd"},
        {HEAD "BEGIN:VEVENT\n" TAIL, "- odd"},
        {HEAD "BEGIN:VEVENT\nUID:a\nBEGIN:VEVENT\nUID:b\nEND:VEVENT\n" TAIL, "- VEVENT odd"},
        {HEAD "BEGIN:VEVENT\nBEGIN:VALARM\nEND:VEVENT\nBEGIN:VTODO\nEND:VTODO\n" TAIL,
         "- VTODO odd"},
        {HEAD "END:VEVENT\n" TAIL, "- odd"},
        {HEAD "BEGIN:VEVENT\nEND:VALARM\nEND:VEVENT\n" TAIL, "- odd"},
        {HEAD "nonsense\n" TAIL, "- odd"},
        {HEAD "BEGIN:VEVENT\nnonsense\nEND:VEVENT\n" TAIL, "- VEVENT odd"},
        {HEAD TAIL "X-A:1\n", "- odd"},
        {HEAD TAIL HEAD TAIL, "- - odd"},
        {"X-A:1\n" HEAD TAIL, "- odd"},
        {"BEGIN:VEVENT\nEND:VEVENT\n", "odd"},
        {HEAD "BEGIN:A-NAME-THAT-IS-LONGER-THAN-ANY-NAME\n"
              "END:A-NAME-THAT-IS-LONGER-THAN-ANY-NAME\nX-B:2\n" TAIL,
         "- - odd"},
    };
    struct text names = TEXT_INIT;

    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        list_parts(texts[i][0], strlen(texts[i][0]), &names);
        if (strcmp(text_string(&names), texts[i][1]) != 0)
            fail_msg("%s gives \"%s\"", texts[i][0], text_string(&names));
    }
    static const char binary[] = HEAD "BEGIN:VEVENT\nX-A:\0\nEND:VEVENT\n" TAIL;
    list_parts(binary, sizeof binary - 1, &names);
    assert_string_equal(text_string(&names), "- odd");
    text_free(&names);
}

static void parts_are_whole(void **state)
{
    (void)state;
    static const char text[] = HEAD "BEGIN:VEVENT\r\nSUMMARY:Long and\r\n  folded\r\n"
                                    "BEGIN:VALARM\r\nEND:VALARM\r\nEND:VEVENT\r\n" TAIL;
    struct feed_parts parts = {.lines = feed_lines_of(text, sizeof text - 1)};

    assert_true(feed_parts_next(&parts));
    assert_string_equal(text_string(&parts.part), "VERSION:2.0\n");
    assert_true(feed_parts_next(&parts));
    assert_string_equal(parts.name, "VEVENT");
    assert_string_equal(text_string(&parts.part), "BEGIN:VEVENT\nSUMMARY:Long and folded\n"
                                                  "BEGIN:VALARM\nEND:VALARM\nEND:VEVENT\n");
    assert_false(feed_parts_next(&parts));
    assert_false(parts.odd);
    feed_parts_free(&parts);
}

/* Any depth, without end or with it, is read in one go. */
static void depth_is_bounded(void **state)
{
    (void)state;
    struct text text = TEXT_INIT, names = TEXT_INIT;

    text_add(&text, HEAD);
    for (int i = 0; i < 100000; i++)
        text_add(&text, "BEGIN:X-A\n");
    list_parts(text_string(&text), text.length, &names);
    assert_string_equal(text_string(&names), "- odd");
    for (int i = 0; i < 100000; i++)
        text_add(&text, "END:X-A\n");
    text_add(&text, "X-B:1\n" TAIL);
    list_parts(text_string(&text), text.length, &names);
    assert_string_equal(text_string(&names), "- - odd");
    text_free(&text);
    text_free(&names);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(parts_are_told_apart),
        cmocka_unit_test(parts_are_whole),
        cmocka_unit_test(depth_is_bounded),
    };

    return cmocka_run_group_tests_name("memory/feed/feed_parts", tests, NULL, NULL);
}
