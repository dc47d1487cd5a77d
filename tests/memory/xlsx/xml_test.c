/* xml_test: elements come with short names where they are the part's own, and what no workbook
 * holds is refused. */
#include "memory/xlsx/xml.h"
#include "support/archive_fixture.h"

static struct text seen = TEXT_INIT;

static void starts(struct xml_reader *reader, const char *name, const char **attributes)
{
    const char *relation = xml_relation(attributes), *number = xml_attribute(attributes, "n");

    text_print(&seen, "<%s%s%s", name, relation ? " r=" : "", relation ? relation : "");
    text_print(&seen, "%s%s>", number ? " n=" : "", number ? number : "");
    if (strcmp(name, "t") == 0)
        reader->into = &seen;
    if (strcmp(name, "bad") == 0)
        reader->fault = "holds something bad";
}

static void ends(struct xml_reader *reader, const char *name)
{
    (void)name;
    reader->into = NULL;
    text_add(&seen, "/");
}

/* What was seen of a part of these bytes, or why it was not read. */
static const char *parsed(const char *bytes)
{
    static struct text words = TEXT_INIT;
    struct opened opened = open_part("p.xml", bytes);
    struct xml_reader reader = {.starts = starts, .ends = ends, .into_most = 100};

    text_clear(&seen);
    text_clear(&words);
    bool good =
        xml_read(opened.archive, archive_find(opened.archive, "p.xml"), &reader, &opened.why);
    text_add(&words, good ? text_string(&seen) : text_string(&opened.why));
    close_parts(&opened);
    return text_string(&words);
}

static void test_names(void **state)
{
    (void)state;
    assert_string_equal(parsed("<a n='1'><t>x&amp;y</t>z</a>"), "<a n=1><t>x&y//");
    assert_string_equal(parsed("<x:a xmlns:x='u' xmlns:y='v'><x:b/><y:b/></x:a>"),
                        "<a><b>/<v|b>//");
    assert_string_equal(parsed("<a xmlns='u' xmlns:r='http://x/officeDocument/relationships'><b "
                               "r:id='7' id='8'/></a>"),
                        "<a><b r=7>//");
    assert_true(xml_named("http://x|spark", "spark"));
    assert_false(xml_named("spark", "spark"));
}

static void test_refused(void **state)
{
    (void)state;
    assert_string_equal(parsed("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"),
                        "its part p.xml has a document type, which no workbook has");
    assert_string_equal(parsed("<a><b></a>"), "its part p.xml is cut short or damaged");
    assert_string_equal(parsed("<a>"), "its part p.xml is cut short or damaged");
    assert_string_equal(parsed(""), "its part p.xml is cut short or damaged");
    assert_string_equal(parsed("<x:a/>"), "its part p.xml is cut short or damaged");
    assert_string_equal(parsed("<?xml version='1.0' encoding='klingon'?><a/>"),
                        "its part p.xml is written in an encoding that workbooks don't know");
    assert_string_equal(parsed("<a><bad/><c/></a>"), "its part p.xml holds something bad");
}

/* WORDS, COUNT times, between the tags of a root. */
static const char *repeated(const char *words, size_t count, const char *before, const char *after)
{
    struct text bytes = TEXT_INIT;

    text_add(&bytes, before);
    for (size_t i = 0; i < count; i++)
        text_add(&bytes, words);
    text_add(&bytes, after);
    const char *result = parsed(text_string(&bytes));
    text_free(&bytes);
    return result;
}

static void test_bounds(void **state)
{
    struct text names = TEXT_INIT;

    (void)state;
    assert_string_equal(repeated("<a>", 65, "", ""), "its part p.xml is nested too deep");
    assert_string_equal(repeated("x", 101, "<t>", "</t>"), "its part p.xml holds too long a text");
    assert_string_equal(repeated("u", 300, "<x:a xmlns:x='", "'/>"),
                        "its part p.xml has too long a namespace");
    srand(1);
    text_add(&names, "<a>");
    for (int i = 0; i < 60000; i++)
        text_print(&names, "<n%x%x/>", (unsigned)i, (unsigned)rand());
    text_add(&names, "</a>");
    assert_string_equal(parsed(text_string(&names)),
                        "its part p.xml holds too long a tag, or too many kinds of them");
    text_clear(&names);
    text_add(&names, "<a n='");
    for (int i = 0; i < 200000; i++)
        text_print(&names, "%x", (unsigned)rand());
    text_add(&names, "'/>");
    assert_string_equal(parsed(text_string(&names)),
                        "its part p.xml holds too long a tag, or too many kinds of them");
    text_free(&names);
    /* and what one part held is given back */
    assert_string_equal(parsed("<a/>"), "<a>/");
}

static void test_numbers(void **state)
{
    uint32_t number = 7;

    (void)state;
    assert_string_equal(xml_count("12a", 12, &number), "a");
    assert_int_equal(number, 12);
    assert_null(xml_count("13", 12, &number));
    assert_null(xml_count("99999999999999999999999", UINT32_MAX, &number));
    assert_null(xml_count("-1", 12, &number));
    assert_null(xml_count(NULL, 12, &number));
    assert_int_equal(number, 12);
    assert_true(xml_truth((const char *[]){"a", "true", NULL}, "a"));
    assert_false(xml_truth((const char *[]){"a", "0", NULL}, "a"));
    assert_false(xml_truth((const char *[]){NULL}, "a"));
}

static int free_seen(void **state)
{
    (void)state;
    text_free(&seen);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_names),
        cmocka_unit_test(test_refused),
        cmocka_unit_test(test_bounds),
        cmocka_unit_test(test_numbers),
    };

    return cmocka_run_group_tests(tests, NULL, free_seen);
}
