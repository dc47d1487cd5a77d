/* xlsx_parts_test: a file with all that was put into it is whole; one that lacks a piece of any
 * part is not. */
#include <zip.h>

#include "base/file.h"
#include "memory/xlsx_parts.h"
#include "support/one_file.h"

#define STRINGS "<sst count=\"3\" uniqueCount=\"2\"><si><t>a&lt;b</t></si><si><t>c</t></si></sst>"
#define SHEET                                                                                      \
    "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"AB1\">"             \
    "<v>1.5</v></c></row><row r=\"12\"><c r=\"C12\" s=\"3\"/><c r=\"D12\"><f>A1+1</f><v>2</v></c>" \
    "<c r=\"E12\" t=\"str\"><f>\"x\"</f><v>x</v></c></row></sheetData></worksheet>"

/* The file of these two parts, in OUT. */
static void make(const char *strings, const char *sheet, struct text *out)
{
    const char *const parts[][2] = {
        {"xl/worksheets/sheet2.xml", sheet},
        {"xl/sharedStrings.xml", strings},
        {"xl/styles.xml", "<styleSheet><fonts count=\"1\"><font/></fonts></styleSheet>"},
        {"picture.png", "no XML <"},
    };

    unlink(path);
    zip_t *zip = zip_open(path, ZIP_CREATE, NULL);
    assert_non_null(zip);
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        zip_source_t *part = zip_source_buffer(zip, parts[i][1], strlen(parts[i][1]), 0);
        zip_int64_t index = zip_file_add(zip, parts[i][0], part, 0);
        assert_true(index >= 0);
        assert_int_equal(zip_set_file_compression(zip, (zip_uint64_t)index, ZIP_CM_STORE, 0), 0);
    }
    assert_int_equal(zip_close(zip), 0);
    text_clear(out);
    assert_true(file_read(path, 0, out));
}

/* "" where it is whole, else what is wrong. */
static const char *proof(const struct text *file)
{
    static struct text fault = TEXT_INIT;
    struct cell_content cells[] = {
        {1, 11, 4, cell_words("\"x\"", "x"), 0, 0, NULL, NULL},
        {1, 11, 3, cell_words("A1+1", NULL), 2, 1, NULL, NULL},
        {1, 0, 0, cell_words(NULL, "put over"), 0, 2, NULL, NULL},
        {1, 0, 27, cell_words(NULL, NULL), 1.5, 3, NULL, NULL},
        {1, 11, 2, CELL_BLANK, 0, 4, NULL, NULL},
        {1, 0, 0, cell_words(NULL, "a<b"), 0, 5, NULL, NULL},
    };

    text_clear(&fault);
    bool good = xlsx_prove(file, cells, sizeof cells / sizeof *cells, &fault);
    assert_int_equal(good, fault.length == 0);
    return text_string(&fault);
}

static void test_whole(void **state)
{
    struct text file = TEXT_INIT;

    (void)state;
    make(STRINGS, SHEET, &file);
    assert_string_equal(proof(&file), "");
    text_free(&file);
}

static void test_words(void **state)
{
    (void)state;
    assert_true(cell_words(NULL, NULL) != CELL_BLANK);
    assert_true(cell_words("a", NULL) != cell_words(NULL, "a"));
    assert_true(cell_words("a", "") != cell_words("a", NULL));
    assert_true(cell_words("a", "b") == cell_words("a", "b"));
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
        {"<v>1.5</v>", "sheet 2 differs from what was put into it, in its row 1"},
        {"<c r=\"C12\" s=\"3\"/>", "4 cells of 5 are there"},
        {".5", "sheet 2 differs from what was put into it, in its row 1"},
        {"<f>A1+1</f>", "sheet 2 differs from what was put into it, in its row 12"},
        {" t=\"s\"", "sheet 2 differs from what was put into it, in its row 1"},
        {"<v>0</v>", "xl/worksheets/sheet2.xml names a text that is not there"},
        {" r=\"A1\"", "xl/worksheets/sheet2.xml holds a cell without a place"},
        {"</worksheet>", "xl/worksheets/sheet2.xml is cut short or damaged"},
    };
    static const char *const strings[][2] = {
        {"<si><t>c</t></si>", "xl/sharedStrings.xml lacks something that it counts"},
        {"a&lt;b", "sheet 2 differs from what was put into it, in its row 1"},
        {STRINGS, "xl/sharedStrings.xml is cut short or damaged"},
    };
    struct text file = TEXT_INIT;

    (void)state;
    for (size_t i = 0; i < sizeof lost / sizeof *lost; i++) {
        char *sheet = without(SHEET, lost[i][0]);
        make(STRINGS, sheet, &file);
        assert_string_equal(proof(&file), lost[i][1]);
        free(sheet);
    }
    for (size_t i = 0; i < sizeof strings / sizeof *strings; i++) {
        char *left = without(STRINGS, strings[i][0]);
        make(left, SHEET, &file);
        assert_string_equal(proof(&file), strings[i][1]);
        free(left);
    }
    text_free(&file);
}

static void test_damaged_and_hostile(void **state)
{
    struct text file = TEXT_INIT, deep = TEXT_INIT;

    (void)state;
    assert_string_equal(proof(&file), "it is no sound archive");
    make("<!DOCTYPE sst><sst/>", SHEET, &file);
    assert_string_equal(proof(&file), "xl/sharedStrings.xml has a document type");
    for (int i = 0; i < 100; i++)
        text_add(&deep, "<a>");
    make(STRINGS, deep.bytes, &file);
    assert_string_equal(proof(&file), "xl/worksheets/sheet2.xml is nested too deep");
    /* one bit, found by its CRC alone */
    make(STRINGS, SHEET, &file);
    char *at = memmem(file.bytes, file.length, "no XML", 6);
    assert_non_null(at);
    *at ^= 1;
    assert_string_equal(proof(&file), "picture.png is cut short or damaged");
    *at ^= 1;
    assert_string_equal(proof(&file), "");
    file.length /= 2;
    assert_string_equal(proof(&file), "it is no sound archive");
    text_free(&deep);
    text_free(&file);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_whole),
        cmocka_unit_test(test_words),
        cmocka_unit_test(test_lost_pieces),
        cmocka_unit_test(test_damaged_and_hostile),
    };

    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
