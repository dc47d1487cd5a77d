/* workbook_test: the list of sheets and names. */
#include "memory/xlsx/workbook.h"
#include "support/archive_fixture.h"

static void test_workbook(void **state)
{
    struct workbook book;
    struct opened opened = open_part(
        "w.xml",
        "<x:workbook xmlns:x='main' "
        "xmlns:r='http://purl.oclc.org/ooxml/officeDocument/relationships'>"
        "<x:workbookPr date1904='1'/><x:sheets><x:sheet name='A &amp; B' sheetId='1' r:id='r1'/>"
        "<x:sheet name='C_x005F_' state='veryHidden' r:id='r2'/><x:sheet/></x:sheets>"
        "<x:definedNames><x:definedName name='N'>'A &amp; B'!$A$1</x:definedName></x:definedNames>"
        "</x:workbook>");

    (void)state;
    assert_true(workbook_read(&opened.store, opened.archive, archive_find(opened.archive, "w.xml"),
                              &book, &opened.why));
    assert_true(book.mac_epoch);
    assert_int_equal(book.sheet_count, 3);
    assert_string_equal(book.sheets[0].name, "A & B");
    assert_string_equal(book.sheets[0].relation, "r1");
    assert_false(book.sheets[0].hidden);
    assert_string_equal(book.sheets[1].name, "C_");
    assert_true(book.sheets[1].hidden);
    assert_null(book.sheets[2].relation);
    assert_int_equal(book.name_count, 1);
    assert_string_equal(book.names[0].name, "N");
    assert_string_equal(book.names[0].reference, "'A & B'!$A$1");
    close_parts(&opened);
}

static void test_faults(void **state)
{
    struct workbook book;
    struct text many = TEXT_INIT;
    struct opened opened = open_part("w.xml", "<document/>");

    (void)state;
    assert_false(workbook_read(&opened.store, opened.archive, archive_find(opened.archive, "w.xml"),
                               &book, &opened.why));
    assert_string_equal(text_string(&opened.why), "its part w.xml is no workbook's list of sheets");
    close_parts(&opened);
    text_add(&many, "<workbook>");
    for (int i = 0; i < 1001; i++)
        text_print(&many, "<sheet name='%d'/>", i);
    text_add(&many, "</workbook>");
    opened = open_part("w.xml", text_string(&many));
    assert_false(workbook_read(&opened.store, opened.archive, archive_find(opened.archive, "w.xml"),
                               &book, &opened.why));
    assert_string_equal(text_string(&opened.why), "its part w.xml lists more than 1,000 sheets");
    close_parts(&opened);
    text_free(&many);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_workbook),
        cmocka_unit_test(test_faults),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
