/* old_rows: the sheet of what stood in the old tracker and has no place in this one: a row a cell.
 */
#include "xlsx/cells/carried.h"
#include "xlsx/sheets/sheets.h"

enum { SHEET_NAME, ROW_NAME, COLUMN_NAME, CONTENT, FORMULA };

static const struct column columns[] = {
    [SHEET_NAME] = {"sheet", "Sheet", 18, COLUMN_SHOWN, false},
    [ROW_NAME] = {"row", "Row", 50, COLUMN_SHOWN, false},
    [COLUMN_NAME] = {"column", "Column", 22, COLUMN_SHOWN, false},
    [CONTENT] = {"content", "What stood there", 60, COLUMN_NOTE, false},
    [FORMULA] = {"formula", "Formula", 40, COLUMN_NOTE, false},
};

static bool wanted(const struct tracker *tracker)
{
    const struct memory *memory = tracker->edition->memory;
    const struct kept_table *kept = memory ? memory_table(memory, "old") : NULL;

    return tracker->stray_count > 0 || (kept && kept->row_count > 0);
}

static void put_stray(struct tracker *tracker, lxw_worksheet *sheet, lxw_row_t row,
                      const struct stray *stray)
{
    struct kept_cell value = *stray->cell;

    value.formula = NULL;
    put_text(tracker, sheet, row, SHEET_NAME, stray->tab, STYLE_QUIET);
    put_text(tracker, sheet, row, ROW_NAME, stray->row, STYLE_TEXT);
    put_text(tracker, sheet, row, COLUMN_NAME, stray->header, STYLE_QUIET);
    put_kept(tracker, sheet, row, CONTENT, &value, STYLE_INPUT_TEXT, 0);
    if (stray->cell->formula)
        put_text(tracker, sheet, row, FORMULA,
                 pool_print(tracker->pool, "=%s", stray->cell->formula), STYLE_INPUT_TEXT);
    worksheet_set_row(sheet, row, text_height(stray->row, columns[ROW_NAME].width), NULL);
}

static void fill(struct tracker *tracker, lxw_worksheet *sheet)
{
    const struct kept_table *kept = carried_of(tracker, &old_rows_sheet)->kept;
    lxw_row_t row = FIRST_ROW;

    table_open(tracker, sheet, &old_rows_sheet);
    for (size_t i = 0; kept && i < kept->row_count; i++)
        put_own_row(tracker, sheet, &old_rows_sheet, row++, &kept->rows[i]);
    for (size_t i = 0; i < tracker->stray_count; i++)
        put_stray(tracker, sheet, row++, &tracker->strays[i]);
}

const struct sheet old_rows_sheet = {
    .tab = "From your old file",
    .role = "old",
    .title = "From your old file",
    .hint = "What you wrote beside something that the roadmap has no more. Delete what you do not "
            "need.",
    .columns = columns,
    .column_count = sizeof columns / sizeof *columns,
    .wanted = wanted,
    .fill = fill,
};
