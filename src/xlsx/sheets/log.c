/* log: the sheet in which the learner writes what was done: a row for every planned session, rows
 * of their own between them; beside each what roadbook says of its hours. */
#include "xlsx/cells/carried.h"
#include "xlsx/sheets/sheets.h"

#include <string.h>
#include <strings.h>

#define BLANK_ROWS   200
#define PRINTED_ROWS 6 /* of them: a page of empty ones is of no use */
#define ROWS_ABOVE   6 /* above this week's, where the sheet is opened at them */

/* of another year than today's; and as dates were shown before */
#define YEAR_DATE  "d mmm yyyy"
#define PLAIN_DATE "yyyy-mm-dd"
#define LONG_DATE  "ddd d mmm yy"

static const struct column columns[LOG_COLUMNS] = {
    [LOG_ID] = {"id", "Id", 38, COLUMN_KEY, true},
    [LOG_DATE] = {"date", "Date", 13, COLUMN_DAY, false},
    [LOG_CATEGORY] = {"category", "Category", 20, COLUMN_CATEGORY, false},
    [LOG_HOURS] = {"hours", "Hours", 8, COLUMN_HOURS, false},
    [LOG_PLANNED] = {"planned", "Planned", 9, COLUMN_NUMBER, false},
    [LOG_TASK] = {"task", "Task", 66, COLUMN_NOTE, false},
    [LOG_NOTES] = {"notes", "Notes", 34, COLUMN_NOTE, false},
    [LOG_COUNTS] = {"counts", "Counts?", 31, COLUMN_SHOWN, false},
};

/* Only the hours are tinted: they are what one types. */
static const enum style styles[LOG_COLUMNS] = {
    [LOG_ID] = STYLE_KEY,
    [LOG_DATE] = STYLE_LOG_DATE,
    [LOG_CATEGORY] = STYLE_LOG_CATEGORY,
    [LOG_HOURS] = STYLE_LOG_HOURS,
    [LOG_PLANNED] = STYLE_LOG_PLANNED,
    [LOG_TASK] = STYLE_LOG_LINE,
    [LOG_NOTES] = STYLE_LOG_NOTE,
    [LOG_COUNTS] = STYLE_VERDICT,
};

/* How a cell there looks: what the plan says is one line, what the learner wrote as many as it
 * needs. */
static enum style style_of(struct tracker *tracker, const struct log_row *log, lxw_col_t column,
                           day date)
{
    bool years = date != DAY_NONE && civil_of(date).year != civil_of(tracker->edition->today).year;

    if (column == LOG_DATE && years)
        return style_numbered(&tracker->styles, styles[column], YEAR_DATE);
    return column == LOG_TASK && !log->session ? STYLE_LOG_TEXT : styles[column];
}

/* true for how roadbook shows, or showed, dates, as programs spell it ("ddd\\ d\\ mmm;@"). */
static bool is_our_format(const char *format)
{
    static const char *const ours[] = {LOG_DAY_FORMAT, YEAR_DATE, PLAIN_DATE, LONG_DATE};
    char plain[sizeof LONG_DATE + 2] = "";
    size_t length = 0;

    for (const char *at = format; *at != '\0' && length < sizeof plain - 1; at++) {
        const char *end = *at == '[' ? strchr(at, ']') : NULL; /* a language */
        if (end)
            at = end;
        else if (*at != '\\' && *at != '"')
            plain[length++] = *at;
    }
    plain[length] = '\0';
    plain[strcspn(plain, ";")] = '\0';
    for (size_t i = 0; i < sizeof ours / sizeof *ours; i++)
        if (strcasecmp(plain, ours[i]) == 0)
            return true;
    return false;
}

/* The words of a planned row, where the learner left them alone. */
static void put_planned(struct tracker *tracker, lxw_worksheet *sheet, lxw_row_t row,
                        lxw_col_t column, const struct session *session, enum style style)
{
    if (column == LOG_ID)
        put_text(tracker, sheet, row, column, session->id, styles[column]);
    else if (column == LOG_DATE)
        put_date(tracker, sheet, row, column, session->date, style);
    else if (column == LOG_CATEGORY)
        put_text(tracker, sheet, row, column, category_of(tracker, session), styles[column]);
    else if (column == LOG_PLANNED)
        put_number(tracker, sheet, row, column, session->minutes / 60.0, styles[column]);
    else if (column == LOG_TASK)
        put_text(tracker, sheet, row, column, session->focus, styles[column]);
    else
        put_blank(tracker, sheet, row, column, styles[column]);
}

/* What the learner wrote, as it is understood. */
static void put_entry(struct tracker *tracker, lxw_worksheet *sheet, lxw_row_t row,
                      lxw_col_t column, const struct kept_cell *cell, enum style style,
                      int64_t down)
{
    struct kept_cell settled = settled_cell(tracker->pool, columns[column].kind, cell);

    if (column == LOG_DATE && settled.format && is_our_format(settled.format))
        settled.format = "General"; /* as the column shows them */
    put_kept(tracker, sheet, row, column, &settled, style, down);
    count_cell(tracker, &log_sheet, column, &settled);
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

/* DATE is the row's; DAY_NONE: none. VERDICT is what the formula gives on the day as of. */
static void put_row(struct tracker *tracker, lxw_worksheet *sheet, lxw_row_t row,
                    const struct log_row *log, day date, enum verdict verdict)
{
    double height = 18.0;

    for (lxw_col_t i = 0; i < LOG_COUNTS; i++) {
        const struct kept_cell *cell = log->cells[i];
        bool wraps = i == LOG_NOTES || (i == LOG_TASK && !log->session);
        const char *text = wraps && cell && cell->kind == CELL_TEXT ? cell->text : "";
        enum style style = style_of(tracker, log, i, date);
        if (cell && i == LOG_HOURS)
            note_doubt(tracker, sheet, row, cell);
        if (cell)
            put_entry(tracker, sheet, row, i, cell, style, moved_down(log->kept, row));
        else if (log->session)
            put_planned(tracker, sheet, row, i, log->session, style);
        else if (i != LOG_ID)
            put_blank(tracker, sheet, row, i, style);
        if (text_height(text, columns[i].width) > height)
            height = text_height(text, columns[i].width);
    }
    put_formula(tracker, sheet, row, LOG_COUNTS, log_verdict(tracker, row), STYLE_VERDICT, 0,
                verdict_words[verdict]);
    put_own_cells(tracker, sheet, row, carried_of(tracker, &log_sheet), log->kept, STYLE_LOG_NOTE);
    worksheet_set_row(sheet, row, height, NULL);
}

static void mark(struct tracker *tracker, lxw_worksheet *sheet, lxw_col_t column, lxw_row_t last,
                 const char *test, enum style style)
{
    lxw_conditional_format format = {.type = LXW_CONDITIONAL_TYPE_FORMULA,
                                     .value_string = pool_copy(tracker->pool, test, strlen(test)),
                                     .format = tracker->styles.formats[style]};

    worksheet_conditional_format_range(sheet, FIRST_ROW, column, last, column, &format);
}

/* What does not count is red and bold; this week stands behind a rule, tonight in bold; rows of the
 * learner's own are in italics, and each week begins with a rule. Some programs add up what holds,
 * some take the first that does, and of ranges that overlap any: so each column has all of them. */
static void mark_rows(struct tracker *tracker, lxw_worksheet *sheet, lxw_row_t last)
{
    const char *astray = "=LEFT($H5,3)=\"no:\"", *tonight = "=$H5=\"tonight\"";
    /* serial number 2 is a Monday */
    const char *this_week = "=AND(ISNUMBER($B5),INT((N($B5)-2)/7)=INT((AsOf-2)/7))";
    const char *new_week = "=AND(ISNUMBER($B4),ISNUMBER($B5),INT((N($B4)-2)/7)<>INT((N($B5)-2)/7))";

    for (lxw_col_t at = LOG_DATE; at <= table_last_column(tracker, &log_sheet); at++) {
        mark(tracker, sheet, at, last, astray, STYLE_ASTRAY);
        if (at == LOG_DATE)
            mark(tracker, sheet, at, last, this_week, STYLE_THIS_WEEK_DATE);
        if (at != LOG_DATE && at != LOG_HOURS)
            mark(tracker, sheet, at, last, tonight,
                 at == LOG_COUNTS ? STYLE_TONIGHT_WORD : STYLE_TONIGHT);
        if (at != LOG_DATE && at != LOG_HOURS)
            mark(tracker, sheet, at, last, this_week, STYLE_THIS_WEEK);
        if (at != LOG_COUNTS)
            mark(tracker, sheet, at, last, "=AND($A5=\"\",$H5<>\"\")", STYLE_OWN_ROW);
        mark(tracker, sheet, at, last, new_week, STYLE_WEEK);
    }
}

/* "This week 2.67 of 5.00 h" beside the title; nothing outside of the plan. */
static void put_week_sum(struct tracker *tracker, lxw_worksheet *sheet)
{
    struct pool *pool = tracker->pool;
    const struct schedule *schedule = tracker->schedule;
    const struct figures *figures = tracker->figures;
    struct weeks_layout at = weeks_layout(tracker);

    if (schedule->week_count == 0)
        return;
    const struct week *last = &schedule->weeks[schedule->week_count - 1];
    const char *starts = range_reference(tracker, weeks_sheet.tab, at.starts, at.first, at.last);
    const char *row = pool_print(pool, "MATCH(AsOf,%s,1)", starts);
    const char *actual = range_reference(tracker, weeks_sheet.tab, at.actual, at.first, at.last);
    const char *planned = range_reference(tracker, weeks_sheet.tab, at.planned, at.first, at.last);
    bool within = week_of(schedule, figures->as_of) != NULL;
    put_formula(
        tracker, sheet, TITLE_ROW, LOG_TASK,
        pool_print(pool,
                   "=IF(OR(AsOf<MIN(%s),AsOf>=MAX(%s)+%d),\"\",\"This week \"&TEXT(INDEX(%s,"
                   "%s),\"0.00\")&\" of \"&TEXT(INDEX(%s,%s),\"0.00\")&\" h\")",
                   starts, starts, (int)(last->last - last->first + 1), actual, row, planned, row),
        STYLE_WEEK_SUM, 0,
        within ? pool_print(pool, "This week %.2f of %.2f h", sheet_round(figures->week_actual, 2),
                            sheet_round(figures->week_planned, 2))
               : "");
}

/* Opens the sheet where this week's rows are, the cursor where tonight's hours go: in the first
 * planned row of that day, or after it, that has none. */
static void open_at_week(struct tracker *tracker, lxw_worksheet *sheet)
{
    day today = tracker->figures->as_of;
    const struct logbook *logbook = tracker->logbook;
    day monday = today - (day)weekday_of(today);
    size_t week = 0, cursor;

    while (week < logbook->entry_count && logbook->entries[week].date < monday)
        week++;
    for (cursor = week; cursor < logbook->entry_count; cursor++)
        if (tracker->log_rows[cursor].session && logbook->entries[cursor].date >= today &&
            !logbook->entries[cursor].written)
            break;
    lxw_row_t top = FIRST_ROW + (lxw_row_t)(week > ROWS_ABOVE ? week - ROWS_ABOVE : 0);
    lxw_row_t row = FIRST_ROW + (lxw_row_t)cursor;
    worksheet_freeze_panes_opt(sheet, FIRST_ROW, 0, top, 0, 0);
    worksheet_set_selection(sheet, row, LOG_HOURS, row, LOG_HOURS);
}

static void fill(struct tracker *tracker, lxw_worksheet *sheet)
{
    static const struct log_row empty = {0};
    lxw_row_t row = FIRST_ROW;

    table_open(tracker, sheet, &log_sheet);
    put_week_sum(tracker, sheet);
    for (size_t i = 0; i < tracker->log_row_count; i++)
        put_row(tracker, sheet, row++, &tracker->log_rows[i], tracker->logbook->entries[i].date,
                tracker->figures->verdicts[i]);
    lxw_row_t last_printed = row + PRINTED_ROWS - 1;
    for (int i = 0; i < BLANK_ROWS && row < LXW_ROW_MAX; i++)
        put_row(tracker, sheet, row++, &empty, DAY_NONE, VERDICT_NONE);
    lxw_col_t last_column = table_last_column(tracker, &log_sheet);
    mark_rows(tracker, sheet, row - 1);
    table_inputs(tracker, sheet, &log_sheet, FIRST_ROW, row - 1);
    const char *tasks = list_of_tasks(tracker);
    if (tasks)
        put_choice(sheet, FIRST_ROW, row - 1, LOG_TASK, tasks, false);
    open_at_week(tracker, sheet);
    worksheet_autofilter(sheet, HEADER_ROW, 0, row - 1, last_column);
    /* Else some programs print only down to the last row that holds something. */
    worksheet_print_area(sheet, TITLE_ROW, 0, last_printed, last_column);
}

const struct sheet log_sheet = {
    .tab = "Log",
    .role = "log",
    .title = "Log",
    .hint =
        "Type your hours in the tinted column. 1.5 counts at once; 1:30 and 90 min count from the "
        "next build. Own rows go anywhere; it files them by date.",
    .columns = columns,
    .column_count = LOG_COLUMNS,
    .fill = fill,
};
