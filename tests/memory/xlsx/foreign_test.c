/* foreign_test: a file that is no workbook is called what it is. */
#include "memory/xlsx/foreign.h"
#include "support/archive_fixture.h"

static void test_bytes(void **state)
{
    static const struct {
        const char *bytes, *words;
    } files[] = {
        {"", "it is empty"},
        {"a,b\n1,2\n", "it is text, perhaps .csv: save it as .xlsx"},
        {"hello", "it is no .xlsx workbook"},
        {"%PDF-1.4,", "it is no .xlsx workbook"},
        {"<html>a,b", "it is no .xlsx workbook"},
        {"<?xml?><Workbook xmlns='urn:schemas-microsoft-com:office:spreadsheet'/>",
         "it is an XML spreadsheet: save it as .xlsx"},
        {"<office:document office:mimetype='application/vnd.oasis.opendocument.spreadsheet'/>",
         "it is an OpenDocument sheet: save it as .xlsx"},
    };
    static const char old[] = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 W\0o\0r\0k\0b\0o\0o\0k\0";
    static const char locked[] = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 "
                                 "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0";

    (void)state;
    for (size_t i = 0; i < COUNT(files); i++)
        assert_string_equal(foreign_bytes(files[i].bytes, strlen(files[i].bytes)), files[i].words);
    assert_string_equal(foreign_bytes(old, sizeof old),
                        "it is an old workbook (.xls): save it as .xlsx");
    assert_string_equal(foreign_bytes(locked, sizeof locked),
                        "it is protected by a password: save it without");
    assert_string_equal(foreign_bytes(old, 12), "it is no .xlsx workbook");
    assert_null(foreign_bytes("PK..", 4));
}

static void test_archives(void **state)
{
    static const struct {
        struct part_text part;
        const char *words;
    } files[] = {
        {{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
         "it is an OpenDocument sheet: save it as .xlsx"},
        {{"mimetype", "application/vnd.oasis.opendocument.text"}, "it is no .xlsx workbook"},
        {{"xl/workbook.bin", "x"}, "it is a binary workbook (.xlsb): save it as .xlsx"},
        {{"Index/Document.iwa", "x"}, "it is a Numbers document: export it as .xlsx"},
        {{"word/document.xml", "x"}, "it is a Word document"},
        {{"a", "x"}, "it is no .xlsx workbook"},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(files); i++) {
        struct opened opened = open_parts(&files[i].part, 1);
        assert_string_equal(foreign_archive(opened.archive), files[i].words);
        close_parts(&opened);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_bytes),
        cmocka_unit_test(test_archives),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
