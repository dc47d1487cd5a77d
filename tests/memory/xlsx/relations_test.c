/* relations_test: targets become names of parts, and none leads out. */
#include "memory/xlsx/relations.h"
#include "support/archive_fixture.h"

#define RELATION(id, target, mode)                                                                 \
    "<Relationship Id='" id "' Type='http://x/worksheet' Target='" target "'" mode "/>"

/* The target of the one relation of xl/workbook.xml, or why there is none. */
static const char *target_of(const char *relation)
{
    static char words[200];
    struct text list = TEXT_INIT;
    struct relations relations;

    text_print(&list, "<Relationships>%s</Relationships>", relation);
    struct opened opened = open_part("xl/_rels/workbook.xml.rels", text_string(&list));
    bool good =
        relations_read(&opened.store, opened.archive, "xl/workbook.xml", &relations, &opened.why);
    const struct relation *first = good ? relations_named(&relations, "a") : NULL;
    snprintf(words, sizeof words, "%s%s", first && first->outside ? "outside: " : "",
             first ? first->target : text_string(&opened.why));
    text_free(&list);
    close_parts(&opened);
    return words;
}

static void test_targets(void **state)
{
    static const struct {
        const char *relation, *target;
    } cases[] = {
        {RELATION("a", "worksheets/s.xml", ""), "xl/worksheets/s.xml"},
        {RELATION("a", "/xl/s.xml", ""), "xl/s.xml"},
        {RELATION("a", "./../a%20b.xml", ""), "a b.xml"},
        {RELATION("a", "x/../s.xml", ""), "xl/s.xml"},
        {RELATION("a", "..\\s.xml", ""), "s.xml"},
        {RELATION("a", "%00.xml", ""), "xl/%00.xml"},
        {RELATION("a", "file:///etc/passwd", " TargetMode='External'"),
         "outside: file:///etc/passwd"},
        {RELATION("a", "file:///etc/passwd", ""),
         "its part xl/_rels/workbook.xml.rels leads out of the file"},
        {RELATION("a", "../../etc/passwd", ""),
         "its part xl/_rels/workbook.xml.rels leads out of the file"},
        {RELATION("b", "s.xml", "") RELATION("a", "t.xml", ""), "xl/t.xml"},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++)
        assert_string_equal(target_of(cases[i].relation), cases[i].target);
}

static void test_parts(void **state)
{
    static const struct part_text parts[] = {
        {"_rels/.rels",
         "<r><Relationship Id='1' Type='t/officeDocument' Target='A.xml'/>"
         "<Relationship Id='2' Type='t/styles' Target='b.xml'/>"
         "<Relationship Id='3' Type='t/hyperlink' Target='c.xml'/>"
         "<Relationship Id='4' Type='t/comments' Target='h:d' TargetMode='External'/></r>"},
        {"a.xml", "<a/>"}};
    struct opened opened = open_parts(parts, COUNT(parts));
    struct relations relations;

    (void)state;
    assert_true(relations_read(&opened.store, opened.archive, "", &relations, &opened.why));
    assert_int_equal(relations.count, 3);
    assert_null(relations_typed(&relations, "hyperlink"));
    assert_null(relations_named(&relations, NULL));
    const struct relation *book = relations_typed(&relations, "officeDocument");
    assert_string_equal(relation_part(opened.archive, book, &opened.why)->name, "a.xml");
    assert_null(relation_part(opened.archive, relations_typed(&relations, "styles"), &opened.why));
    assert_string_equal(text_string(&opened.why), "its part b.xml is missing");
    text_clear(&opened.why);
    assert_null(relation_part(opened.archive, relations_named(&relations, "4"), &opened.why));
    assert_string_equal(text_string(&opened.why), "its part h:d stands outside of it");
    assert_true(relations_read(&opened.store, opened.archive, "no/such", &relations, &opened.why));
    assert_int_equal(relations.count, 0);
    close_parts(&opened);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_targets),
        cmocka_unit_test(test_parts),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
