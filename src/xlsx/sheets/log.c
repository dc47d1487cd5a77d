/* log: the sheet in which the learner writes what was done: a row for every planned session, rows
 * of their own between them; no formulas of ours. */
#include "xlsx/cells/carried.h"
#include "xlsx/sheets/sheets.h"

#include <string.h>

#define BLANK_ROWS   500
#define PRINTED_ROWS 20 /* of them */

static const struct column columns[] = {
    [LOG_ID] = {"id", "Id", 38, COLUMN_KEY, true},
    [LOG_DATE] = {"date", "Date", 13, COLUMN_DAY, false},
    [LOG_CATEGORY] = {"category", "Category", 28, COLUMN_CATEGORY, false},
    [LOG_HOURS] = {"hours", "Hours", 10, COLUMN_HOURS, false},
    [LOG_PLANNED] = {"planned", "Planned", 10, COLUMN_NUMBER, false},
    [LOG_TASK] = {"task", "Task", 56, COLUMN_NOTE, false},
    [LOG_NOTES] = {"notes", "Notes", 50, COLUMN_NOTE, false},
};

/* The words of a planned row, where the learner left them alone. */
static void put_planned(struct tracker *tracker, lxw_worksheet *sheet, lxw_row_t row,
                        lxw_col_t column, const struct session *session)
{
    if (column == LOG_ID)
        put_text(tracker, sheet, row, column, session->id, STYLE_KEY);
    else if (column == LOG_DATE)
        put_date(tracker, sheet, row, column, session->date, STYLE_INPUT_DATE);
    else if (column == LOG_CATEGORY)
        put_text(tracker, sheet, row, column, category_of(tracker, session), STYLE_INPUT_TEXT);
    else if (column == LOG_PLANNED)
        put_number(tracker, sheet, row, column, session->minutes / 60.0, STYLE_HOURS);
    else if (column == LOG_TASK)
        put_text(tracker, sheet, row, column, session->focus, STYLE_INPUT_TEXT);
    else
        put_blank(tracker, sheet, row, column, input_style(columns[column].kind));
}

/* Notes hours that may not have been meant so, and what they count as. */
static void note_doubt(struct tracker *tracker, const lxw_worksheet *sheet, lxw_row_t row,
                       const struct kept_cell *cell)
{
    struct kept_cell settled = settled_cell(tracker->pool, COLUMN_HOURS, cell);

    if (hours_are_doubtful(cell))
        name_cell(
            tracker, &tracker->doubtful_hours, sheet, row, LOG_HOURS,
            pool_print(tracker->pool, ": %.4g counts as %.4g h", cell->number, settled.number));
}

static void put_row(struct tracker *tracker, lxw_worksheet *sheet, lxw_row_t row,
                    const struct log_row *log)
{
    double height = 18.0;

    for (lxw_col_t i = 0; i < log_sheet.column_count; i++) {
        const struct kept_cell *cell = log->cells[i];
        const char *text = cell ? cell->text : "";
        if (cell && i == LOG_HOURS)
            note_doubt(tracker, sheet, row, cell);
        if (cell)
            put_written(tracker, sheet, &log_sheet, row, i, cell, moved_down(log->kept, row));
        else if (log->session)
            put_planned(tracker, sheet, row, i, log->session);
        else if (i == LOG_PLANNED)
            put_blank(tracker, sheet, row, i, STYLE_HOURS);
        else if (i != LOG_ID)
            put_blank(tracker, sheet, row, i, input_style(columns[i].kind));
        if (!cell && i == LOG_TASK && log->session)
            text = log->session->focus;
        if (text_height(text, columns[i].width) > height)
            height = text_height(text, columns[i].width);
    }
    put_own_cells(tracker, sheet, row, carried_of(tracker, &log_sheet), log->kept);
    worksheet_set_row(sheet, row, height, NULL);
}

static void mark(struct tracker *tracker, lxw_worksheet *sheet, lxw_col_t column, lxw_col_t to,
                 lxw_row_t last, const char *test, enum style style)
{
    lxw_conditional_format format = {.type = LXW_CONDITIONAL_TYPE_FORMULA,
                                     .value_string = pool_copy(tracker->pool, test, strlen(test)),
                                     .format = tracker->styles.formats[style]};

    worksheet_conditional_format_range(sheet, FIRST_ROW, column, last, to, &format);
}

/* What does not count, or surely counts wrong, is red; today's rows stand out, and each week begins
 * with a rule. */
static void mark_rows(struct tracker *tracker, lxw_worksheet *sheet, lxw_row_t last)
{
    struct pool *pool = tracker->pool;

    mark(tracker, sheet, LOG_HOURS, LOG_HOURS, last,
         pool_print(pool, "=AND($D5<>\"\",OR(ISTEXT($D5),$D5<%g,$D5>%g))", HOURS_LEAST, HOURS_MOST),
         STYLE_WRONG);
    mark(tracker, sheet, LOG_DATE, LOG_DATE, last, "=AND($D5<>\"\",NOT(ISNUMBER($B5)))",
         STYLE_WRONG);
    mark(tracker, sheet, LOG_CATEGORY, LOG_CATEGORY, last,
         pool_print(pool, "=AND($C5<>\"\",$D5<>\"\",SUMPRODUCT((%s=$C5)*1)=0)",
                    list_of_categories(tracker)),
         STYLE_WRONG);
    mark(tracker, sheet, LOG_DATE, LOG_NOTES, last, "=$B5=AsOf", STYLE_NOW);
    /* serial number 2 is a Monday */
    mark(tracker, sheet, LOG_DATE, LOG_NOTES, last,
         "=AND(ISNUMBER($B4),ISNUMBER($B5),INT(($B4-2)/7)<>INT(($B5-2)/7))", STYLE_WEEK);
}

static void fill(struct tracker *tracker, lxw_worksheet *sheet)
{
    static const struct log_row empty = {0};
    lxw_row_t row = FIRST_ROW;

    table_open(tracker, sheet, &log_sheet);
    for (size_t i = 0; i < tracker->log_row_count; i++)
        put_row(tracker, sheet, row++, &tracker->log_rows[i]);
    lxw_row_t last_printed = row + PRINTED_ROWS - 1;
    for (int i = 0; i < BLANK_ROWS && row < LXW_ROW_MAX; i++)
        put_row(tracker, sheet, row++, &empty);
    lxw_col_t last_column = table_last_column(tracker, &log_sheet);
    table_inputs(tracker, sheet, &log_sheet, FIRST_ROW, row - 1);
    mark_rows(tracker, sheet, row - 1);
    worksheet_autofilter(sheet, HEADER_ROW, 0, row - 1, last_column);
    /* Else some programs print only down to the last row that holds something. */
    worksheet_print_area(sheet, TITLE_ROW, 0, last_printed, last_column);
}

const struct sheet log_sheet = {
    .tab = "Log",
    .role = "log",
    .title = "Log",
    .hint =
        "Type your hours beside what was planned: 1.5 is 1 h 30 min. Rows of your own may stand "
        "anywhere. All other sheets count from here.",
    .columns = columns,
    .column_count = sizeof columns / sizeof *columns,
    .fill = fill,
};
