/* sheet_test: cells of every type, wherever they say or don't say that they stand. */
#include "memory/xlsx/sheet.h"
#include "support/archive_fixture.h"

static const char *shared_texts[] = {"zero", ""};
static const char *formats[] = {"General", "[h]:mm"};
static const struct strings strings = {shared_texts, 2};
static const struct styles styles = {formats, 2};

/* Reads a sheet with these bytes between its tags; its cells as "ROW,COLUMN KIND TEXT =FORMULA",
 * a line each; or why it was refused. */
static const char *read(const char *inside, struct read_sheet *sheet)
{
    static struct text out = TEXT_INIT;
    struct text bytes = TEXT_INIT;

    text_print(&bytes, "<x:worksheet xmlns:x='u' xmlns:y='v'>%s</x:worksheet>", inside);
    struct opened opened = open_part("xl/s.xml", text_string(&bytes));
    struct sheet_context context = {&opened.store, opened.archive, &strings, &styles, false};
    text_clear(&out);
    *sheet = (struct read_sheet){.lost = ""};
    if (!sheet_read(&context, archive_find(opened.archive, "xl/s.xml"), sheet, &opened.why))
        text_add(&out, text_string(&opened.why));
    for (size_t i = 0; opened.why.length == 0 && i < sheet->cell_count; i++) {
        const struct placed_cell *cell = &sheet->cells[i];
        text_print(&out, "%u,%u %c %s", cell->row, cell->column, "-tnbe"[cell->cell.kind],
                   cell -> cell.text);
        text_print(&out, "%s%s", cell->cell.formula ? " =" : "",
                   cell->cell.formula ? cell->cell.formula : "");
        text_print(&out, "%s%s\n", strcmp(cell->cell.format, "General") == 0 ? "" : " ",
                   strcmp(cell->cell.format, "General") == 0 ? "" : cell->cell.format);
    }
    text_free(&bytes);
    close_parts(&opened);
    return text_string(&out);
}

#define ROW(inside) "<x:sheetData><x:row>" inside "</x:row></x:sheetData>"

static void test_types(void **state)
{
    static const struct {
        const char *cell, *read;
    } cases[] = {
        {"<x:c><x:v>0.0625</x:v></x:c>", "0,0 n 0.0625\n"},
        {"<x:c s='1'><x:v>1e3</x:v></x:c>", "0,0 n 1e3 [h]:mm\n"},
        {"<x:c t='s'><x:v>0</x:v></x:c>", "0,0 t zero\n"},
        {"<x:c t='s'><x:v>1</x:v></x:c>", ""},
        {"<x:c t='b'><x:v>1</x:v></x:c>", "0,0 b 1\n"},
        {"<x:c t='e'><x:v>#N/A</x:v></x:c>", "0,0 e #N/A\n"},
        {"<x:c t='d'><x:v>2026-01-05</x:v></x:c>", "0,0 n 46027 yyyy-mm-dd\n"},
        {"<x:c t='d'><x:v>2026-01-05T00:00:00.000Z</x:v></x:c>", "0,0 n 46027 yyyy-mm-dd\n"},
        {"<x:c s='1' t='d'><x:v>1899-12-31T12:00:00Z</x:v></x:c>", "0,0 n 1.5 [h]:mm\n"},
        {"<x:c t='d'><x:f>A2</x:f><x:v>2026-01-05</x:v></x:c>", "0,0 n 46027 =A2 yyyy-mm-dd\n"},
        {"<x:c t='d'><x:v>soon</x:v></x:c>", "0,0 t soon\n"},
        {"<x:c t='str'><x:f>\"a\"</x:f><x:v>a_x000A_</x:v></x:c>", "0,0 t a\n =\"a\"\n"},
        {"<x:c t='str'><x:f>A2</x:f><x:v></x:v></x:c>", "0,0 t  =A2\n"},
        {"<x:c><x:f>A2</x:f></x:c>", "0,0 -  =A2\n"},
        {"<x:c t='inlineStr'><x:is><x:r><x:t>a</x:t></x:r><x:r><x:t>b</x:t></x:r>"
         "<x:rPh><x:t>c</x:t></x:rPh></x:is></x:c>",
         "0,0 t ab\n"},
        {"<x:c><x:v>abc</x:v></x:c>", "0,0 t abc\n"},
        {"<x:c><x:v>inf</x:v></x:c>", "0,0 t inf\n"},
        {"<x:c><x:v>1e999</x:v></x:c>", "0,0 t 1e999\n"},
        {"<x:c s='1'/><x:c s='9'><x:v>1</x:v></x:c>", "0,1 n 1\n"},
        {"<x:c><y:v>1</y:v><x:v>2</x:v></x:c>", "0,0 n 2\n"},
    };
    struct read_sheet sheet;

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct text inside = TEXT_INIT;
        text_print(&inside, ROW("%s"), cases[i].cell);
        assert_string_equal(read(text_string(&inside), &sheet), cases[i].read);
        text_free(&inside);
    }
}

static void test_places(void **state)
{
    struct read_sheet sheet;

    (void)state;
    assert_string_equal(
        read("<x:sheetData><x:row r='3'><x:c r='B3'><x:v>1</x:v></x:c>"
             "<x:c><x:v>2</x:v></x:c></x:row><x:row><x:c><x:v>3</x:v></x:c></x:row>"
             "<x:row r='1'><x:c r='C1'><x:v>4</x:v></x:c><x:c r='A1'><x:v>5</x:v></x:c>"
             "</x:row></x:sheetData>",
             &sheet),
        "0,0 n 5\n0,2 n 4\n2,1 n 1\n2,2 n 2\n3,0 n 3\n");
}

static void test_shared_formulas(void **state)
{
    struct read_sheet sheet;

    (void)state;
    assert_string_equal(read(ROW("<x:c><x:f t='shared' si='7' ref='A1:B1'>C1*$D$1</x:f><x:v>1</x:v>"
                                 "</x:c><x:c><x:f t='shared' si='7'/><x:v>2</x:v></x:c>"
                                 "<x:c><x:f t='shared' si='8'/><x:v>3</x:v></x:c>"),
                             &sheet),
                        "0,0 n 1 =C1*$D$1\n0,1 n 2 =D1*$D$1\n0,2 n 3\n");
}

static void test_around(void **state)
{
    struct opened opened = open_part(
        "s.xml",
        "<worksheet><cols><col min='1' max='2' width='10.7109375' hidden='1'/></cols><sheetData>"
        "<row><c><f t='array' ref='A1:A2'>B1:B2</f><v>1</v></c><c><f t='dataTable' ref='A1'/>"
        "<v>1</v></c><c><v>1</v></c></row></sheetData><mergeCells><mergeCell ref='A1:B1'/>"
        "</mergeCells></worksheet>");
    struct sheet_context context = {&opened.store, opened.archive, &strings, &styles, false};
    struct read_sheet sheet = {0};

    (void)state;
    assert_true(sheet_read(&context, archive_find(opened.archive, "s.xml"), &sheet, &opened.why));
    assert_string_equal(sheet.lost, "merged cells, array formulas, data tables");
    assert_int_equal(sheet.cell_count, 3);
    assert_string_equal(sheet.cells[0].cell.formula, "B1:B2");
    assert_null(sheet.cells[1].cell.formula);
    assert_int_equal(sheet.width_count, 3);
    assert_true(sheet.hidden_columns[1] && !sheet.hidden_columns[2]);
    close_parts(&opened);
}

static void test_refused(void **state)
{
    static const struct {
        const char *inside, *words;
    } cases[] = {
        {ROW("<x:c t='s'><x:v>2</x:v></x:c>"), "its part xl/s.xml names a text that is not there"},
        {ROW("<x:c t='s'><x:v>x</x:v></x:c>"), "its part xl/s.xml names a text that is not there"},
        {ROW("<x:c r='A1048577'/>"),
         "its part xl/s.xml holds a cell past the last row or column that a sheet can have"},
        {"<x:sheetData><x:row r='1048577'/></x:sheetData>",
         "its part xl/s.xml holds a row past the last that a sheet can have"},
        {ROW("<x:c r='XFD1'/><x:c/>"),
         "its part xl/s.xml holds a cell past the last column that a sheet can have"},
        {ROW("<x:c r='A1'><x:v>1</x:v></x:c><x:c r='A1'><x:v>1</x:v></x:c>"),
         "its part xl/s.xml holds a cell twice"},
        {"<x:cols><x:col min='2' max='1'/></x:cols>",
         "its part xl/s.xml lists its columns out of order"},
    };
    struct read_sheet sheet;

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++)
        assert_string_equal(read(cases[i].inside, &sheet), cases[i].words);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_types),           cmocka_unit_test(test_places),
        cmocka_unit_test(test_shared_formulas), cmocka_unit_test(test_around),
        cmocka_unit_test(test_refused),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
