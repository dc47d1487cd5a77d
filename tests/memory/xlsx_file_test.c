/* xlsx_file_test: a workbook read whole, by its relations; and each way in which it can be none. */
#include "memory/xlsx_file.h"
#include "support/archive_fixture.h"

#define MAIN "xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'"
#define TYPE "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define RELATION(id, type, target)                                                                 \
    "<Relationship Id='" id "' Type='" TYPE "/" type "' Target='" target "'/>"

/* Parts of a workbook, in this order. */
enum { ROOT, BOOK, BOOK_RELATIONS, STRINGS, STYLES, SHEET, SHEET_RELATIONS, NOTES, PART_COUNT };

static const struct part_text WHOLE[PART_COUNT] = {
    [ROOT] = {"_rels/.rels", "<Relationships>" RELATION("a", "officeDocument",
                                                        "/xl/workbook.xml") "</Relationships>"},
    [BOOK] = {"xl/workbook.xml",
              "<workbook " MAIN " xmlns:r='" TYPE "'><sheets><sheet name='Mine' r:id='s1'/>"
              "<sheet name='Graph' state='hidden' r:id='s2'/></sheets><definedNames>"
              "<definedName name='N'>Mine!$A$1</definedName></definedNames></workbook>"},
    [BOOK_RELATIONS] = {"xl/_rels/workbook.xml.rels",
                        "<Relationships>" RELATION("s1", "worksheet", "worksheets/sheet7.xml")
                            RELATION("s2", "chartsheet", "workbook.xml")
                                RELATION("t", "sharedStrings", "sharedStrings.xml")
                                    RELATION("u", "styles", "styles.xml") "</Relationships>"},
    [STRINGS] = {"xl/sharedStrings.xml", "<sst " MAIN "><si><t>words</t></si></sst>"},
    [STYLES] = {"xl/styles.xml",
                "<styleSheet " MAIN "><cellXfs><xf/><xf numFmtId='20'/></cellXfs></styleSheet>"},
    [SHEET] = {"xl/worksheets/sheet7.xml",
               "<worksheet " MAIN "><sheetData><row r='2'><c r='A2' t='s'><v>0</v></c>"
               "<c r='B2' s='1'><v>0.5</v></c></row></sheetData></worksheet>"},
    [SHEET_RELATIONS] = {"xl/worksheets/_rels/sheet7.xml.rels",
                         "<Relationships>" RELATION("c", "comments",
                                                    "../comments1.xml") "</Relationships>"},
    [NOTES] = {"xl/comments1.xml", "<comments " MAIN "><commentList><comment ref='A2'><text><t>note"
                                   "</t></text></comment></commentList></comments>"},
};

static struct pool *pool;
static const struct read_book *book;

/* "" where the workbook is read, with part number CHANGED of other bytes (NULL: left out). */
static const char *verdict(int changed, const char *bytes)
{
    static struct text why = TEXT_INIT;
    struct part_text parts[PART_COUNT];

    memcpy(parts, WHOLE, sizeof parts);
    if (changed < PART_COUNT)
        parts[changed].bytes = bytes;
    struct text file = archive_of(parts, PART_COUNT);
    text_clear(&why);
    enum memory_state state = xlsx_file_read(pool, file.bytes, file.length, &book, &why);
    assert_int_equal(state, why.length == 0 ? MEMORY_READ : MEMORY_REFUSED);
    assert_int_equal(state == MEMORY_READ, book != NULL);
    text_free(&file);
    return text_string(&why);
}

static void test_whole(void **state)
{
    (void)state;
    assert_string_equal(verdict(PART_COUNT, NULL), "");
    assert_false(book->mac_epoch);
    assert_int_equal(book->name_count, 1);
    assert_int_equal(book->sheet_count, 2);
    assert_string_equal(book->sheets[0].name, "Mine");
    assert_false(book->sheets[0].hidden);
    assert_int_equal(book->sheets[0].cell_count, 2);
    assert_string_equal(book->sheets[0].cells[0].cell.text, "words");
    assert_string_equal(book->sheets[0].cells[0].comment, "note");
    assert_string_equal(book->sheets[0].cells[1].cell.format, "h:mm");
    assert_true(book->sheets[0].cells[1].cell.number == 0.5);
    assert_int_equal(book->sheets[1].cell_count, 0);
    assert_true(book->sheets[1].hidden);
    assert_string_equal(book->sheets[1].lost, "charts");
}

static void test_missing(void **state)
{
    (void)state;
    assert_string_equal(verdict(ROOT, NULL), "it is no .xlsx workbook");
    assert_string_equal(verdict(BOOK, NULL), "its part xl/workbook.xml is missing");
    assert_string_equal(verdict(BOOK_RELATIONS, NULL), "it lists a sheet that is missing");
    assert_string_equal(verdict(STRINGS, NULL), "its part xl/sharedStrings.xml is missing");
    assert_string_equal(verdict(STYLES, NULL), "its part xl/styles.xml is missing");
    assert_string_equal(verdict(SHEET, NULL), "its part xl/worksheets/sheet7.xml is missing");
    assert_string_equal(verdict(SHEET_RELATIONS, NULL), "");
    assert_string_equal(verdict(NOTES, NULL), "its part xl/comments1.xml is missing");
    assert_string_equal(
        verdict(ROOT, "<r>" RELATION("a", "officeDocument", "word/document.xml") "</r>"),
        "it is no .xlsx workbook");
    assert_string_equal(verdict(BOOK, "<workbook><sheets/></workbook>"), "");
    assert_int_equal(book->sheet_count, 0);
}

/* Any part with a document type refuses the whole. */
static void test_document_types(void **state)
{
    (void)state;
    for (int i = 0; i < PART_COUNT; i++) {
        assert_non_null(
            strstr(verdict(i, "<!DOCTYPE a [<!ENTITY b 'c'><!ENTITY d '&b;&b;'>]><a>&d;</a>"),
                   "has a document type, which no workbook has"));
        assert_non_null(strstr(verdict(i, "<a"), "is cut short or damaged"));
    }
}

static void test_other_files(void **state)
{
    struct text why = TEXT_INIT;
    char *large = must_alloc(XLSX_FILE_MOST + 1);

    (void)state;
    assert_int_equal(xlsx_file_read(pool, "a;b\n", 4, &book, &why), MEMORY_REFUSED);
    assert_string_equal(text_string(&why), "it is text, perhaps .csv: save it as .xlsx");
    text_clear(&why);
    memcpy(large, "PK", 2);
    assert_int_equal(xlsx_file_read(pool, large, XLSX_FILE_MOST + 1, &book, &why), MEMORY_REFUSED);
    assert_string_equal(text_string(&why), "it is larger than 64 MB");
    text_free(&why);
    free(large);
}

static int make_pool(void **state)
{
    (void)state;
    pool = pool_new();
    return 0;
}

static int free_pool(void **state)
{
    (void)state;
    pool_free(pool);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_whole),
        cmocka_unit_test(test_missing),
        cmocka_unit_test(test_document_types),
        cmocka_unit_test(test_other_files),
    };

    return cmocka_run_group_tests(tests, make_pool, free_pool);
}
