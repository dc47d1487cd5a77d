/* sessions: the sheet of every planned session, the same as in the workbook and the feed. */
#include "xlsx/sheets/sheets.h"

static const struct column columns[] = {
    {"id", "Id", 38, COLUMN_KEY, true},
    {"week", "Week", 8, COLUMN_NUMBER, false},
    {"date", "Date", 12, COLUMN_SHOWN, false},
    {"weekday", "Day", 7, COLUMN_SHOWN, false},
    {"start", "Start", 8, COLUMN_SHOWN, false},
    {"minutes", "Minutes", 10, COLUMN_NUMBER, false},
    {"category", "Category", 28, COLUMN_SHOWN, false},
    {"focus", "Focus", 70, COLUMN_SHOWN, false},
    {"review", "Review", 16, COLUMN_SHOWN, false},
};

const struct table sessions_table = {
    .sheet = SHEET_SESSIONS,
    .token = "sessions",
    .title = "Sessions",
    .hint = "What is planned, sitting by sitting: the same as in the calendar and the workbook.",
    .columns = columns,
    .column_count = sizeof columns / sizeof *columns,
};

void sessions_write(struct tracker *tracker)
{
    lxw_worksheet *sheet = table_open(tracker, &sessions_table);
    const struct schedule *schedule = tracker->schedule;
    lxw_row_t row = FIRST_ROW;

    for (size_t i = 0; i < schedule->session_count; i++, row++) {
        const struct session *session = &schedule->sessions[i];
        bool known = session->category >= 0 && (size_t)session->category < schedule->category_count;
        put_text(tracker, sheet, row, 0, session->id, STYLE_KEY);
        put_number(tracker, sheet, row, 1, schedule->weeks[session->week].number, STYLE_COUNT);
        put_date(tracker, sheet, row, 2, session->date, STYLE_DATE);
        put_text(tracker, sheet, row, 3, weekday_short_name(weekday_of(session->date)),
                 STYLE_QUIET);
        put_number(tracker, sheet, row, 4, session->start / 1440.0, STYLE_TIME);
        put_number(tracker, sheet, row, 5, session->minutes, STYLE_COUNT);
        put_text(tracker, sheet, row, 6, known ? schedule->categories[session->category].name : "",
                 STYLE_TEXT);
        put_text(tracker, sheet, row, 7, session->focus, STYLE_TEXT);
        put_text(tracker, sheet, row, 8, session->review ? "Monthly review" : "", STYLE_QUIET);
        double height = text_height(session->focus, columns[7].width);
        worksheet_set_row(sheet, row, height > 18 ? height : 18, NULL);
    }
    lxw_conditional_format today = {.type = LXW_CONDITIONAL_TYPE_FORMULA,
                                    .value_string = "=$C5=AsOf",
                                    .format = tracker->styles.formats[STYLE_NOW]};
    lxw_row_t last = row > FIRST_ROW ? row - 1 : FIRST_ROW;
    worksheet_conditional_format_range(sheet, FIRST_ROW, 1, last, 8, &today);
    worksheet_autofilter(sheet, HEADER_ROW, 0, last, 8);
    sheet_lock(sheet);
}
