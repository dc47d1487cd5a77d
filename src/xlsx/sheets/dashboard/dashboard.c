/* dashboard: where the learner stands, on one page: cards, charts, phases, and a year of days. */
#include "xlsx/sheets/dashboard/dashboard.h"

enum {
    AS_OF_COLUMN = GRID_COLUMNS - 1,
    ALERT_ROW = HEADER_ROW,
    ALERT_LINK = 40,
    CARDS_TOP = 5,
    CHARTS_TOP = 9,
    CHART_ROWS = 17,
    PHASES_TOP = CHARTS_TOP + CHART_ROWS + 1
};

const char *day_words(struct tracker *tracker, day date)
{
    struct civil civil = civil_of(date);

    return pool_print(tracker->pool, "%d %s %d", civil.day, month_name(civil.month), civil.year);
}

static void put_as_of(struct tracker *tracker, lxw_worksheet *sheet)
{
    struct pool *pool = tracker->pool;
    day today = tracker->edition->today;

    put_formula(tracker, sheet, HINT_ROW, AS_OF_COLUMN,
                pool_print(pool, "=\"As of \"&%s&\" \"&DAY(AsOf)&\" \"&%s&\" \"&YEAR(AsOf)",
                           weekday_in(tracker, "AsOf"), long_month_of(tracker, "AsOf")),
                STYLE_GRID_SMALL_RIGHT, 0,
                pool_print(pool, "As of %s %s", weekday_short_name(weekday_of(today)),
                           day_words(tracker, today)));
}

/* A line of its own while rows of the Log do not count, with a link to the first of them. */
static void put_alert(struct tracker *tracker, lxw_worksheet *sheet)
{
    struct pool *pool = tracker->pool;
    const char *odd = figure_cell(tracker, FORECAST_ODD_ROWS);
    const char *first = figure_cell(tracker, FORECAST_FIRST_ODD);
    double count = figure_of(tracker, FORECAST_ODD_ROWS);
    lxw_conditional_format some = {.type = LXW_CONDITIONAL_TYPE_FORMULA,
                                   .value_string = pool_print(pool, "=%s>0", odd),
                                   .format = tracker->styles.formats[STYLE_ALERTED]};
    const char *unknown = figure_cell(tracker, FORECAST_UNKNOWN_ROWS);
    double others = figure_of(tracker, FORECAST_UNKNOWN_ROWS);
    const char *words = "", *more = "";

    if (count > 0)
        words = pool_print(pool, "%.0f row%s of the Log do%s not count yet: see Counts? there.  ",
                           count, count == 1 ? "" : "s", count == 1 ? "es" : "");
    if (others > 0)
        more = pool_print(pool, "%.0f row%s count%s as Other: no category of the plan.", others,
                          others == 1 ? "" : "s", others == 1 ? "s" : "");
    put_formula(
        tracker, sheet, ALERT_ROW, 0,
        pool_print(pool,
                   "=IF(%s=0,\"\",%s&IF(%s=1,\" row of the Log does\",\" rows of the Log "
                   "do\")&\" not count yet: see Counts? there.  \")&IF(%s=0,\"\",%s&IF(%s=1,"
                   "\" row counts\",\" rows count\")&\" as Other: no category of the "
                   "plan.\")",
                   odd, odd, odd, unknown, unknown, unknown),
        STYLE_GRID_ALERT, 0, pool_print(pool, "%s%s", words, more));
    put_formula(tracker, sheet, ALERT_ROW, ALERT_LINK,
                pool_print(pool, "=IF(%s=0,\"\",HYPERLINK(\"#%s!%s\"&%s,\"Go to row \"&%s))", odd,
                           log_sheet.tab, column_letters(tracker, LOG_HOURS), first, first),
                STYLE_GRID_LINK, 0,
                count > 0
                    ? pool_print(pool, "Go to row %.0f", figure_of(tracker, FORECAST_FIRST_ODD))
                    : "");
    worksheet_conditional_format_range(sheet, ALERT_ROW, 0, ALERT_ROW, GRID_COLUMNS - 1, &some);
}

static void fill(struct tracker *tracker, lxw_worksheet *sheet)
{
    const struct schedule *schedule = tracker->schedule;
    char weekly[DURATION_TEXT];
    const char *hint =
        pool_print(tracker->pool, "%s to %s: %zu week%s of %s. Fills itself from the other sheets.",
                   day_words(tracker, schedule->start), day_words(tracker, schedule->end),
                   schedule->week_count, schedule->week_count == 1 ? "" : "s",
                   duration_print(schedule->rhythm.minutes, weekly));

    sheet_dress(tracker, sheet, 0, tracker->plan->title.text, hint);
    worksheet_set_column(sheet, 0, 0, GRID_FIRST, NULL);
    worksheet_set_column(sheet, 1, GRID_COLUMNS - 1, GRID_WIDTH, NULL);
    put_as_of(tracker, sheet);
    put_alert(tracker, sheet);
    dashboard_cards(tracker, sheet, CARDS_TOP);
    dashboard_lines(tracker, sheet, CHARTS_TOP);
    lxw_row_t below =
        dashboard_items(tracker, sheet, dashboard_phases(tracker, sheet, PHASES_TOP) + 1);
    below = dashboard_categories(tracker, sheet, PHASES_TOP, below);
    below = dashboard_year(tracker, sheet, below + 1);
    worksheet_print_area(sheet, TITLE_ROW, 0, below, GRID_COLUMNS - 1);
    worksheet_fit_to_pages(sheet, 1, 1);
    worksheet_set_margins(sheet, 0.4, 0.4, 0.4, 0.5);
    sheet_lock(sheet);
}

const struct sheet dashboard_sheet = {
    .tab = "Dashboard",
    .sums_up = true,
    .fill = fill,
    .jumps_end = GRID_COLUMNS - 1,
    .jump_columns = 5,
};
