/* sessions: the sheet of every planned session, the same as in the workbook and the feed. */
#include "xlsx/sheets/sheets.h"

static const struct column columns[] = {
    [SESSION_ID] = {"id", "Id", 38, COLUMN_KEY, true},
    [SESSION_WEEK] = {"week", "Week", 8, COLUMN_NUMBER, false},
    [SESSION_DATE] = {"date", "Date", 12, COLUMN_SHOWN, false},
    [SESSION_WEEKDAY] = {"weekday", "Day", 7, COLUMN_SHOWN, false},
    [SESSION_START] = {"start", "Start", 8, COLUMN_SHOWN, false},
    [SESSION_MINUTES] = {"minutes", "Minutes", 10, COLUMN_NUMBER, false},
    [SESSION_CATEGORY] = {"category", "Category", 28, COLUMN_SHOWN, false},
    [SESSION_FOCUS] = {"focus", "Focus", 70, COLUMN_SHOWN, false},
    [SESSION_CLOSES_MONTH] = {"review", "Review", 16, COLUMN_SHOWN, false},
};

static void fill(struct tracker *tracker, lxw_worksheet *sheet)
{
    const struct schedule *schedule = tracker->schedule;
    lxw_row_t row = FIRST_ROW;

    table_open(tracker, sheet, &sessions_sheet);
    for (size_t i = 0; i < schedule->session_count; i++, row++) {
        const struct session *session = &schedule->sessions[i];
        bool known = session->category >= 0 && (size_t)session->category < schedule->category_count;
        put_text(tracker, sheet, row, SESSION_ID, session->id, STYLE_KEY);
        put_number(tracker, sheet, row, SESSION_WEEK, schedule->weeks[session->week].number,
                   STYLE_COUNT);
        put_date(tracker, sheet, row, SESSION_DATE, session->date, STYLE_DATE);
        put_text(tracker, sheet, row, SESSION_WEEKDAY,
                 weekday_short_name(weekday_of(session->date)), STYLE_QUIET);
        put_number(tracker, sheet, row, SESSION_START, session->start / 1440.0, STYLE_TIME);
        put_number(tracker, sheet, row, SESSION_MINUTES, session->minutes, STYLE_COUNT);
        put_text(tracker, sheet, row, SESSION_CATEGORY,
                 known ? schedule->categories[session->category].name : "", STYLE_TEXT);
        put_text(tracker, sheet, row, SESSION_FOCUS, session->focus, STYLE_TEXT);
        put_text(tracker, sheet, row, SESSION_CLOSES_MONTH,
                 session->closes_month ? "Monthly review" : "", STYLE_QUIET);
        double height = text_height(session->focus, columns[SESSION_FOCUS].width);
        worksheet_set_row(sheet, row, height > 18 ? height : 18, NULL);
    }
    lxw_conditional_format today = {.type = LXW_CONDITIONAL_TYPE_FORMULA,
                                    .value_string = "=$C5=AsOf",
                                    .format = tracker->styles.formats[STYLE_NOW]};
    lxw_row_t last = row > FIRST_ROW ? row - 1 : FIRST_ROW;
    worksheet_conditional_format_range(sheet, FIRST_ROW, SESSION_WEEK, last, SESSION_CLOSES_MONTH,
                                       &today);
    worksheet_autofilter(sheet, HEADER_ROW, 0, last, SESSION_CLOSES_MONTH);
    sheet_lock(sheet);
}

const struct sheet sessions_sheet = {
    .tab = "Sessions",
    .role = "sessions",
    .title = "Sessions",
    .hint = "What is planned, sitting by sitting: the same as in the calendar and the workbook.",
    .columns = columns,
    .column_count = sizeof columns / sizeof *columns,
    .fill = fill,
};
