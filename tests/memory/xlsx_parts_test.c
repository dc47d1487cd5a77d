/* xlsx_parts_test: a file with all that was put into it is whole; one that lacks a piece of any
 * part is not. */
#include "memory/xlsx_parts.h"
#include "support/archive_fixture.h"

#define TYPE "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define RELATION(id, type, target)                                                                 \
    "<Relationship Id='" id "' Type='" TYPE "/" type "' Target='" target "'/>"
#define RELATIONS(inside) "<Relationships>" inside "</Relationships>"

#define STRINGS "<sst count='9' uniqueCount='2'><si><t>a&lt;b</t></si><si><t>c</t></si></sst>"
#define SHEET                                                                                      \
    "<worksheet><sheetData><row r='1'><c r='A1' t='s'><v>0</v></c><c r='AB1'><v>1.5</v></c></row>" \
    "<row r='12'><c r='C12' s='3'/><c r='D12'><f>A1+1</f><v>2</v></c>"                             \
    "<c r='E12' t='str'><f>\"x\"</f><v>x</v></c></row></sheetData>"                                \
    "<dataValidations count='1'><dataValidation/></dataValidations></worksheet>"
#define LAST                                                                                       \
    "<worksheet><sheetData><row r='3'><c r='A3' t='b'><v>1</v></c></row></sheetData></worksheet>"
#define STYLES "<styleSheet><fonts count='1'><font/></fonts></styleSheet>"

/* The file of these parts, in OUT. */
static void make(const char *strings, const char *sheet, const char *styles, struct text *out)
{
    const struct part_text parts[] = {
        {"_rels/.rels", RELATIONS(RELATION("a", "officeDocument", "xl/workbook.xml"))},
        {"xl/workbook.xml", "<workbook xmlns:r='" TYPE "'><sheets><sheet name='Empty' r:id='s1'/>"
                            "<sheet name='Log' r:id='s2'/><sheet name='Last' r:id='s3'/></sheets>"
                            "</workbook>"},
        {"xl/_rels/workbook.xml.rels",
         RELATIONS(RELATION("s1", "worksheet", "worksheets/sheet1.xml")
                       RELATION("s2", "worksheet", "worksheets/sheet2.xml")
                           RELATION("s3", "worksheet", "worksheets/sheet3.xml")
                               RELATION("t", "sharedStrings", "sharedStrings.xml"))},
        {"xl/worksheets/sheet1.xml", "<worksheet><sheetData/></worksheet>"},
        {"xl/worksheets/sheet2.xml", sheet},
        {"xl/worksheets/sheet3.xml", LAST},
        {"xl/sharedStrings.xml", strings},
        {"xl/looks.xml", styles},
        {"picture.png", "no XML <"},
    };

    text_free(out);
    *out = archive_of(parts, COUNT(parts));
}

/* "" where it is whole, else what is wrong. */
static const char *proof(const struct text *file)
{
    static struct text fault = TEXT_INIT;
    struct cell_content cells[] = {
        {1, 11, 4, CELL_TEXT, 0, 0, "\"x\"", "x"},   {2, 2, 0, CELL_TRUTH, 0, 6, NULL, "1"},
        {1, 11, 3, CELL_NUMBER, 2, 1, "A1+1", NULL}, {1, 0, 0, CELL_TEXT, 0, 2, NULL, "put over"},
        {1, 0, 27, CELL_NUMBER, 1.5, 3, NULL, NULL}, {1, 11, 2, CELL_EMPTY, 0, 4, NULL, NULL},
        {1, 0, 0, CELL_TEXT, 0, 5, NULL, "a<b"},
    };
    struct pool *pool = pool_new();
    const struct read_book *book;

    text_clear(&fault);
    bool good = xlsx_file_read_made(pool, text_string(file), file->length, true, &book, &fault) ==
                    MEMORY_READ &&
                xlsx_prove(file, book, cells, COUNT(cells), &fault);
    assert_int_equal(good, fault.length == 0);
    pool_free(pool);
    return text_string(&fault);
}

static void test_whole(void **state)
{
    struct text file = TEXT_INIT;

    (void)state;
    make(STRINGS, SHEET, STYLES, &file);
    assert_string_equal(proof(&file), "");
    text_free(&file);
}

/* TEXT with the first WORDS in it left out. */
static char *without(const char *text, const char *words)
{
    char *copy = strdup(text);
    char *at = strstr(copy, words);

    assert_non_null(at);
    memmove(at, at + strlen(words), strlen(at + strlen(words)) + 1);
    return copy;
}

static void test_lost_pieces(void **state)
{
    static const char *const lost[][2] = {
        {"<v>1.5</v>", "sheet 2 differs from what was put into it, in its row 12"},
        {"<c r='D12'><f>A1+1</f><v>2</v></c><c r='E12' t='str'><f>\"x\"</f><v>x</v></c>",
         "sheet 2 ends before what was put into it, in its row 12"},
        {".5", "sheet 2 differs from what was put into it, in its row 1"},
        {"<f>A1+1</f>", "sheet 2 differs from what was put into it, in its row 12"},
        {"<f>\"x\"</f>", "sheet 2 differs from what was put into it, in its row 12"},
        {"<v>x</v>", "sheet 2 differs from what was put into it, in its row 12"},
        {" t='s'", "sheet 2 differs from what was put into it, in its row 1"},
        {"<dataValidation/>", "its part xl/worksheets/sheet2.xml lacks something that it counts"},
        {"</worksheet>", "its part xl/worksheets/sheet2.xml is cut short or damaged"},
    };
    static const char *const strings[][2] = {
        {"<si><t>c</t></si>", "its part xl/sharedStrings.xml lacks something that it counts"},
        {"a&lt;b", "sheet 2 differs from what was put into it, in its row 1"},
        {"</sst>", "its part xl/sharedStrings.xml is cut short or damaged"},
    };
    static const char *const styles[][2] = {
        {"<font/>", "xl/looks.xml lacks something that it counts"},
        {"</styleSheet>", "xl/looks.xml is cut short or damaged"},
    };
    struct text file = TEXT_INIT;

    (void)state;
    for (size_t i = 0; i < COUNT(lost); i++) {
        char *sheet = without(SHEET, lost[i][0]);
        make(STRINGS, sheet, STYLES, &file);
        assert_string_equal(proof(&file), lost[i][1]);
        free(sheet);
    }
    for (size_t i = 0; i < COUNT(strings); i++) {
        char *left = without(STRINGS, strings[i][0]);
        make(left, SHEET, STYLES, &file);
        assert_string_equal(proof(&file), strings[i][1]);
        free(left);
    }
    for (size_t i = 0; i < COUNT(styles); i++) {
        char *left = without(STYLES, styles[i][0]);
        make(STRINGS, SHEET, left, &file);
        assert_string_equal(proof(&file), styles[i][1]);
        free(left);
    }
    text_free(&file);
}

static void test_more_than_was_put(void **state)
{
    struct text file = TEXT_INIT;

    (void)state;
    make(STRINGS,
         "<worksheet><sheetData><row r='1'><c r='A1' t='s'><v>0</v></c>"
         "<c r='B1'><v>7</v></c><c r='AB1'><v>1.5</v></c></row></sheetData></worksheet>",
         STYLES, &file);
    assert_string_equal(proof(&file), "sheet 2 differs from what was put into it, in its row 1");
    text_free(&file);
}

static void test_damaged_and_hostile(void **state)
{
    struct text file = TEXT_INIT, deep = TEXT_INIT;

    (void)state;
    make(STRINGS, SHEET, "<!DOCTYPE sst><sst/>", &file);
    assert_string_equal(proof(&file), "xl/looks.xml has a document type");
    for (int i = 0; i < 100; i++)
        text_add(&deep, "<a>");
    make(STRINGS, SHEET, deep.bytes, &file);
    assert_string_equal(proof(&file), "xl/looks.xml is nested too deep");
    make(STRINGS, deep.bytes, STYLES, &file);
    assert_string_equal(proof(&file), "its part xl/worksheets/sheet2.xml is nested too deep");
    /* one bit, found by its CRC alone */
    make(STRINGS, SHEET, STYLES, &file);
    char *at = memmem(file.bytes, file.length, "no XML", 6);
    assert_non_null(at);
    *at ^= 1;
    assert_string_equal(proof(&file), "picture.png is cut short or damaged");
    *at ^= 1;
    assert_string_equal(proof(&file), "");
    text_free(&deep);
    text_free(&file);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_whole),
        cmocka_unit_test(test_lost_pieces),
        cmocka_unit_test(test_more_than_was_put),
        cmocka_unit_test(test_damaged_and_hostile),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
