/* log: the sheet in which the learner writes what was done; no formulas. */
#include "xlsx/sheets/sheets.h"

#define BLANK_ROWS   500
#define PRINTED_ROWS 126 /* of them, about four pages */

static const struct column columns[] = {
    {"date", "Date", 13, COLUMN_DAY, false},
    {"category", "Category", 28, COLUMN_CATEGORY, false},
    {"hours", "Hours", 10, COLUMN_HOURS, false},
    {"task", "Task", 36, COLUMN_NOTE, false},
    {"notes", "Notes", 60, COLUMN_NOTE, false},
};

const struct table log_table = {
    .sheet = SHEET_LOG,
    .token = "log",
    .title = "Log",
    .hint = "One row a sitting. Hours are decimal: 1.5 is 1 h 30 min. All other sheets count from "
            "here.",
    .columns = columns,
    .column_count = sizeof columns / sizeof *columns,
};

void log_write(struct tracker *tracker)
{
    lxw_worksheet *sheet = table_open(tracker, &log_table);
    const struct journal *journal = tracker->journal;
    lxw_row_t row = FIRST_ROW;

    for (size_t i = 0; i < journal->entry_count; i++, row++) {
        const struct entry *entry = &journal->entries[i];
        put_date(tracker, sheet, row, 0, entry->date, STYLE_INPUT_DATE);
        put_text(tracker, sheet, row, 1, entry->category, STYLE_INPUT_TEXT);
        put_number(tracker, sheet, row, 2, entry->hours, STYLE_INPUT_HOURS);
        put_text(tracker, sheet, row, 3, entry->task, STYLE_INPUT_TEXT);
        put_text(tracker, sheet, row, 4, entry->notes, STYLE_INPUT_TEXT);
    }
    lxw_row_t last_printed = row + PRINTED_ROWS - 1;
    for (lxw_row_t end = row + BLANK_ROWS; row < end; row++) {
        worksheet_set_row(sheet, row, 18, NULL);
        put_blank(tracker, sheet, row, 0, STYLE_INPUT_DATE);
        put_blank(tracker, sheet, row, 1, STYLE_INPUT_TEXT);
        put_blank(tracker, sheet, row, 2, STYLE_INPUT_HOURS);
        put_blank(tracker, sheet, row, 3, STYLE_INPUT_TEXT);
        put_blank(tracker, sheet, row, 4, STYLE_INPUT_TEXT);
    }
    table_inputs(tracker, sheet, &log_table, FIRST_ROW, row - 1);
    worksheet_autofilter(sheet, HEADER_ROW, 0, row - 1, 4);
    /* Else some programs print only down to the last row that holds something. */
    worksheet_print_area(sheet, TITLE_ROW, 0, last_printed, 4);
}
