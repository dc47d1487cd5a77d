/* data: the hidden sheet Charts: what the Dashboard's cards say and its charts draw. Names,
 * categories and what other sheets hold stand here; figures in data_figures.c, weeks in
 * data_weeks.c. */
#include "xlsx/sheets/dashboard/data.h"

#include "xlsx/sheets/days.h"
#include "xlsx/sheets/whole.h"

#define HEADER_WIDTH 14

const char *charts_column(struct tracker *tracker, lxw_col_t column, size_t rows)
{
    return range_reference(tracker, dashboard_data_sheet.tab, column, FIRST_ROW,
                           FIRST_ROW + (lxw_row_t)(rows > 0 ? rows - 1 : 0));
}

const char *long_month_of(struct tracker *tracker, const char *date)
{
    return name_of_month(tracker, charts_column(tracker, CHARTS_LONG_MONTHS, 12), date);
}

const char *month_of(struct tracker *tracker, const char *date)
{
    return name_of_month(tracker, charts_column(tracker, CHARTS_MONTHS, 12), date);
}

const char *weekday_in(struct tracker *tracker, const char *date)
{
    return name_of_weekday(tracker, charts_column(tracker, CHARTS_WEEKDAYS, 7), date);
}

size_t category_rows(const struct tracker *tracker)
{
    return tracker->figures->categories + 1;
}

const char *category_range(struct tracker *tracker, enum category_column column)
{
    return charts_column(tracker, (lxw_col_t)(CHARTS_CATEGORIES + (int)column),
                         category_rows(tracker));
}

const char *weeks_column(struct tracker *tracker, const struct charts_sources *from,
                         lxw_col_t column)
{
    return range_reference(tracker, weeks_sheet.tab, column, from->weeks.first, from->weeks.last);
}

static const char *sessions_column(struct tracker *tracker, lxw_col_t column)
{
    size_t count = tracker->schedule->session_count;

    return range_reference(tracker, days_sheet.tab, column, FIRST_ROW,
                           FIRST_ROW + (lxw_row_t)(count > 0 ? count - 1 : 0));
}

struct charts_sources charts_sources(struct tracker *tracker)
{
    struct charts_sources from = {
        .hours = column_range(tracker, &log_sheet, LOG_HOURS),
        .dates = column_range(tracker, &log_sheet, LOG_DATE),
        .planned = sessions_column(tracker, DAYS_HOURS),
        .days = sessions_column(tracker, DAYS_DATE),
        .weeks = weeks_layout(tracker),
    };

    from.counts = log_counting_hours(tracker);
    from.starts = weeks_column(tracker, &from, from.weeks.starts);
    return from;
}

const char *logged_when(struct tracker *tracker, const struct charts_sources *from,
                        const char *when)
{
    return pool_print(tracker->pool, "SUMIFS(%s,%s,%s)", from->hours, from->counts, when);
}

const char *logged_on(struct tracker *tracker, const char *date)
{
    struct charts_sources from = charts_sources(tracker);

    return logged_when(tracker, &from,
                       pool_print(tracker->pool, "%s,\">=\"&%s,%s,\"<\"&%s+1", from.dates, date,
                                  from.dates, date));
}

const char *planned_when(struct tracker *tracker, const struct charts_sources *from,
                         const char *when)
{
    return pool_print(tracker->pool, "ROUND(SUMIFS(%s,%s),6)", from->planned, when);
}

const char *days_between(struct pool *pool, const char *dates, const char *from, const char *before)
{
    return pool_print(pool, "%s,\">=\"&%s,%s,\"<\"&%s", dates, from, dates, before);
}

static void put_names(struct tracker *tracker, lxw_worksheet *sheet)
{
    for (int i = 0; i < 12; i++) {
        lxw_row_t row = FIRST_ROW + (lxw_row_t)i;
        put_text(tracker, sheet, row, CHARTS_MONTHS, month_short_name(i + 1), STYLE_PLAIN);
        put_text(tracker, sheet, row, CHARTS_LONG_MONTHS, month_name(i + 1), STYLE_PLAIN);
        if (i < 7)
            put_text(tracker, sheet, row, CHARTS_WEEKDAYS, weekday_short_name((enum weekday)i),
                     STYLE_PLAIN);
    }
}

static void put_categories(struct tracker *tracker, lxw_worksheet *sheet)
{
    struct pool *pool = tracker->pool;
    size_t count = tracker->figures->categories;

    for (size_t c = 0; c <= count; c++) {
        lxw_row_t row = FIRST_ROW + (lxw_row_t)c;
        bool other = c == count;
        put_text(tracker, sheet, row, CHARTS_CATEGORIES,
                 other ? "Other" : tracker->schedule->categories[c].name, STYLE_PLAIN);
        put_formula(tracker, sheet, row, CHARTS_CATEGORY_PLANNED,
                    pool_print(pool, "=%s", whole_of_category(tracker, c)), STYLE_PLAIN,
                    tracker->forecast->categories[c], NULL);
        put_formula(tracker, sheet, row, CHARTS_CATEGORY_LOGGED,
                    pool_print(pool, "=%s", logged_of_category(tracker, c)), STYLE_PLAIN,
                    logged_in_category(tracker, c), NULL);
    }
}

static void put_headers(struct tracker *tracker, lxw_worksheet *sheet)
{
    static const char *const headers[CHARTS_COLUMNS] = {
        [CHARTS_WORDS] = "What",
        [CHARTS_VALUES] = "Value",
        [CHARTS_MONTHS] = "Month",
        [CHARTS_LONG_MONTHS] = "Month, whole",
        [CHARTS_WEEKDAYS] = "Weekday",
        [CHARTS_WEEK_COUNTS] = "Counts",
        [CHARTS_WEEK_NTH] = "The how many",
        [CHARTS_WEEK_SHARE] = "Share",
        [CHARTS_WEEK_SQUARE] = "Squared",
        [CHARTS_WEEK_STREAK] = "On target",
        [CHARTS_WEEK_STANDS] = "Of the whole",
        [CHARTS_CATEGORIES] = "Category",
        [CHARTS_CATEGORY_PLANNED] = "Planned",
        [CHARTS_CATEGORY_LOGGED] = "Logged",
        [CHARTS_LINES + LINE_WEEK] = "Week",
        [CHARTS_LINES + LINE_STARTS] = "Starts",
        [CHARTS_LINES + LINE_FIRST] = "First plan",
        [CHARTS_LINES + LINE_PLAN] = "Plan",
        [CHARTS_LINES + LINE_ACTUAL] = "Actual",
        [CHARTS_LINES + LINE_EARLY] = "At best",
        [CHARTS_LINES + LINE_LATE] = "At the slowest",
        [CHARTS_LINES + RECENT_WEEK] = "Week, recent",
        [CHARTS_LINES + RECENT_LABEL] = "Label, recent",
        [CHARTS_LINES + RECENT_OTHER] = "Other",
        [CHARTS_LINES + RECENT_TO_GO] = "To go",
    };

    for (lxw_col_t i = 0; i < CHARTS_COLUMNS; i++)
        if (headers[i])
            put_text(tracker, sheet, HEADER_ROW, i, headers[i], STYLE_HEADER);
    for (int a = 0; a < ACTIVITY_COUNT; a++)
        put_text(tracker, sheet, HEADER_ROW, line_column((enum line_column)(RECENT_ACTIVITIES + a)),
                 activity_name((enum activity)a), STYLE_HEADER);
    worksheet_set_column(sheet, CHARTS_WORDS, CHARTS_WORDS, 46, NULL);
    worksheet_set_column(sheet, CHARTS_VALUES, CHARTS_COLUMNS, HEADER_WIDTH, NULL);
}

static void fill(struct tracker *tracker, lxw_worksheet *sheet)
{
    struct charts_sources from = charts_sources(tracker);

    sheet_dress(tracker, sheet, 0, dashboard_data_sheet.title, dashboard_data_sheet.hint);
    put_headers(tracker, sheet);
    charts_put_figures(tracker, sheet, &from);
    put_names(tracker, sheet);
    put_categories(tracker, sheet);
    charts_put_weeks(tracker, sheet, &from);
    sheet_lock(sheet);
    worksheet_hide(sheet);
}

const struct sheet dashboard_data_sheet = {
    .tab = "Charts",
    .title = "Charts",
    .hint = "What the Dashboard shows and draws. Fills itself from the other sheets.",
    .sums_up = true,
    .fill = fill,
};
