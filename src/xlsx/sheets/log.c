/* log: the sheet in which the learner writes what was done; no formulas. */
#include "xlsx/sheets/sheets.h"

#define BLANK_ROWS   500
#define PRINTED_ROWS 126 /* of them, about four pages */

static const struct column columns[] = {
    [LOG_DATE] = {"date", "Date", 13, COLUMN_DAY, false},
    [LOG_CATEGORY] = {"category", "Category", 28, COLUMN_CATEGORY, false},
    [LOG_HOURS] = {"hours", "Hours", 10, COLUMN_HOURS, false},
    [LOG_TASK] = {"task", "Task", 36, COLUMN_NOTE, false},
    [LOG_NOTES] = {"notes", "Notes", 60, COLUMN_NOTE, false},
};

static void fill(struct tracker *tracker, lxw_worksheet *sheet)
{
    const struct logbook *logbook = tracker->logbook;
    lxw_row_t row = FIRST_ROW;

    table_open(tracker, sheet, &log_sheet);
    for (size_t i = 0; i < logbook->entry_count; i++, row++) {
        const struct log_entry *entry = &logbook->entries[i];
        put_date(tracker, sheet, row, LOG_DATE, entry->date, STYLE_INPUT_DATE);
        put_text(tracker, sheet, row, LOG_CATEGORY, entry->category, STYLE_INPUT_TEXT);
        put_number(tracker, sheet, row, LOG_HOURS, entry->hours, STYLE_INPUT_HOURS);
        put_text(tracker, sheet, row, LOG_TASK, entry->task, STYLE_INPUT_TEXT);
        put_text(tracker, sheet, row, LOG_NOTES, entry->notes, STYLE_INPUT_TEXT);
    }
    lxw_row_t last_printed = row + PRINTED_ROWS - 1;
    for (lxw_row_t end = row + BLANK_ROWS; row < end; row++) {
        worksheet_set_row(sheet, row, 18, NULL);
        put_blank(tracker, sheet, row, LOG_DATE, STYLE_INPUT_DATE);
        put_blank(tracker, sheet, row, LOG_CATEGORY, STYLE_INPUT_TEXT);
        put_blank(tracker, sheet, row, LOG_HOURS, STYLE_INPUT_HOURS);
        put_blank(tracker, sheet, row, LOG_TASK, STYLE_INPUT_TEXT);
        put_blank(tracker, sheet, row, LOG_NOTES, STYLE_INPUT_TEXT);
    }
    table_inputs(tracker, sheet, &log_sheet, FIRST_ROW, row - 1);
    worksheet_autofilter(sheet, HEADER_ROW, 0, row - 1, LOG_NOTES);
    /* Else some programs print only down to the last row that holds something. */
    worksheet_print_area(sheet, TITLE_ROW, 0, last_printed, LOG_NOTES);
}

const struct sheet log_sheet = {
    .tab = "Log",
    .role = "log",
    .title = "Log",
    .hint = "One row a sitting. Hours are decimal: 1.5 is 1 h 30 min. All other sheets count from "
            "here.",
    .columns = columns,
    .column_count = sizeof columns / sizeof *columns,
    .fill = fill,
};
