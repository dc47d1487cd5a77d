/* charts: the Dashboard's charts, each with the values it shows kept in the chart itself.
 */
#include "xlsx/sheets/dashboard/chart_parts.h"
#include "xlsx/sheets/whole.h"

#include <math.h>
#include <string.h>

/* Pixels: the rows, and the halves of the grid. */
#define ROW_PIXELS      20.0
#define HALF_PIXELS     618.0
#define HALF_COLUMN     27
#define LINES_ROWS      17
#define ROWS_OF_BARS    12 /* at most so many categories get a row each */
#define BARS_LEAST      5  /* with title, axis and legend fewer leave no room for bars */
#define CATEGORY_COLUMN 35
#define CHART_DAYS_LONG 182 /* from so many on months are named, each quarter; else days */
#define CATEGORY_PIXELS 434.0
#define COLOR_SHARED    0xF1E3B4 /* Share, light */

/* How an activity's columns are filled: in grey the colours are one. */
static void hatch_series(lxw_chart_series *series, enum activity activity)
{
    static const uint8_t patterns[ACTIVITY_COUNT] = {
        [ACTIVITY_BUILD] = LXW_CHART_PATTERN_WIDE_UPWARD_DIAGONAL,
        [ACTIVITY_SHARPEN] = LXW_CHART_PATTERN_PERCENT_50,
    };
    lxw_color_t color = activity_color(activity);
    lxw_chart_pattern pattern = {
        .fg_color = color, .bg_color = 0xFFFFFF, .type = patterns[activity]};
    lxw_chart_line rim = {.color = color, .width = 0.75f};

    if (activity == ACTIVITY_SHARE)
        fill_series(series, COLOR_SHARED); /* beside Learn, which is as dark as this one's colour */
    else if (pattern.type == LXW_CHART_PATTERN_NONE)
        fill_series(series, color);
    else
        chart_series_set_pattern(series, &pattern);
    chart_series_set_line(series, &rim);
}

static void line_series(lxw_chart_series *series, lxw_color_t color, float width, uint8_t dash)
{
    lxw_chart_line line = {.color = color, .width = width, .dash_type = dash};

    chart_series_set_line(series, &line);
}

/* The days on which the lines' weeks begin, as numbers: programs then name months at their axis. */
static struct series lines_series(struct tracker *tracker)
{
    size_t count = line_rows(tracker, false);
    size_t from = (size_t)figure_of(tracker, FORECAST_LINES_FROM);
    double *days = numbers(tracker, count);

    for (size_t i = 0; i < count; i++)
        days[i] = date_serial(tracker->schedule->weeks[from + i].first);
    return (struct series){
        .labels = line_range(tracker, LINE_STARTS),
        .label_numbers = days,
        .count = count,
    };
}

/* The last weeks by name: of days, programs would draw a day's width for each column. */
static struct series recent_series(struct tracker *tracker)
{
    size_t count = line_rows(tracker, true);
    size_t from = (size_t)figure_of(tracker, FORECAST_COLUMNS_FROM);
    const char **labels = pool_alloc(tracker->pool, (count + 1) * sizeof *labels);

    for (size_t i = 0; i < count; i++)
        labels[i] = line_label(tracker, from + i);
    return (struct series){
        .labels = line_range(tracker, RECENT_LABEL),
        .label_texts = labels,
        .count = count,
    };
}

struct line_look {
    enum line_column column;
    const char *name;
    lxw_color_t color;
    float width;
    uint8_t dash;
};

static double line_value(const struct line_values *values, enum line_column column)
{
    switch (column) {
    case LINE_FIRST:
        return values->first;
    case LINE_PLAN:
        return values->plan;
    case LINE_ACTUAL:
        return values->actual;
    case LINE_EARLY:
        return values->early;
    default:
        return values->late;
    }
}

static void add_line(struct tracker *tracker, lxw_chart *chart, const struct series *labels,
                     const struct line_look *look)
{
    struct series series = *labels;
    size_t from = (size_t)figure_of(tracker, FORECAST_LINES_FROM);
    double *drawn = numbers(tracker, series.count);

    for (size_t i = 0; i < series.count; i++) {
        struct line_values values = line_values(tracker, from + i);
        drawn[i] = line_value(&values, look->column);
    }
    series.name = look->name;
    series.values = line_range(tracker, look->column);
    series.numbers = drawn;
    line_series(add_series(tracker, chart, &series), look->color, look->width, look->dash);
}

/* The days of the lines from their first to their last, named as far apart as there is room: of
 * numbers, not of names, every program keeps to that. A year is four quarters and ends at one. */
static void set_days(lxw_chart_axis *axis, const struct series *labels)
{
    double first = labels->count > 0 ? labels->label_numbers[0] : 0;
    double days = labels->count > 0 ? labels->label_numbers[labels->count - 1] - first : 0;
    bool is_long = days >= CHART_DAYS_LONG;

    chart_axis_set_num_format(axis, is_long ? "mmm yy" : "d mmm");
    chart_axis_set_major_unit(axis, is_long ? 91 : days > 91 ? 28 : days > 42 ? 14 : 7);
    if (days <= 0)
        return;
    chart_axis_set_min(axis, first);
    chart_axis_set_max(axis, first + days);
}

static lxw_chart *lines_chart(struct tracker *tracker)
{
    struct civil since = civil_of((day)(figure_of(tracker, FORECAST_SINCE) - date_serial(0)));
    const char *plan = forecast_replanned(tracker->schedule)
                           ? pool_print(tracker->pool, "Plan since %d %s", since.day,
                                        month_short_name(since.month))
                           : "Plan";
    const struct line_look lines[] = {
        {LINE_PLAN, plan, COLOR_INK, 1.25f, LXW_CHART_LINE_DASH_SOLID},
        {LINE_FIRST, "First plan", COLOR_PLANNED, 2.0f, LXW_CHART_LINE_DASH_DASH},
        {LINE_EARLY, "Forecast, at best", COLOR_BAR, 1.5f, LXW_CHART_LINE_DASH_ROUND_DOT},
        {LINE_LATE, "at the slowest", COLOR_LATE, 1.5f, LXW_CHART_LINE_DASH_LONG_DASH_DOT},
        {LINE_ACTUAL, "Actual", COLOR_ACTUAL, 3.0f, LXW_CHART_LINE_DASH_SOLID},
    };
    struct series labels = lines_series(tracker);
    lxw_chart *chart = new_chart(tracker, LXW_CHART_SCATTER_STRAIGHT, "Hours so far");

    for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++)
        add_line(tracker, chart, &labels, &lines[i]);
    /* weeks to come are N/A: neither zero nor a gap that programs draw as zero */
    chart_show_blanks_as(chart, LXW_CHART_BLANKS_AS_CONNECTED);
    set_days(chart->x_axis, &labels);
    chart_axis_major_gridlines_set_visible(chart->x_axis, LXW_FALSE);
    chart_axis_set_major_tick_mark(chart->x_axis, LXW_CHART_AXIS_TICK_MARK_NONE);
    name_axis(chart->y_axis, "Hours");
    return chart;
}

/* "5 h planned", "5 h to 10 h planned": what whole weeks had of the COUNT weeks behind FROM; "": no
 * week was whole. */
static const char *planned_words(struct tracker *tracker, size_t from, size_t count)
{
    const struct week *weeks = &tracker->schedule->weeks[from];
    int least = 0, most = 0;
    char low[DURATION_TEXT], high[DURATION_TEXT];

    for (size_t i = 0; i < count; i++) {
        int minutes = weeks[i].last - weeks[i].first == 6 ? weeks[i].minutes : 0;
        if (minutes > 0 && (least == 0 || minutes < least))
            least = minutes;
        most = minutes > most ? minutes : most;
    }
    if (most == 0)
        return "";
    duration_print(least, low);
    duration_print(most, high);
    return least == most ? pool_print(tracker->pool, " (%s planned)", low)
                         : pool_print(tracker->pool, " (%s to %s planned)", low, high);
}

/* What is not logged of a week's plan, empty, on top of what is: so weeks to come show, too. */
static void hollow_series(lxw_chart_series *series)
{
    lxw_chart_line rim = {
        .color = COLOR_PLANNED, .width = 0.75f, .dash_type = LXW_CHART_LINE_DASH_DASH};

    fill_series(series, 0xFFFFFF);
    chart_series_set_line(series, &rim);
}

static double recent_value(const struct tracker *tracker, size_t week, enum line_column column)
{
    const struct week_figures *figures = &tracker->figures->weeks[week];

    if (column == RECENT_TO_GO)
        return hours_to_go(tracker, week);
    return column == RECENT_OTHER ? figures->other
                                  : figures->activity_actual[column - RECENT_ACTIVITIES];
}

static void add_columns(struct tracker *tracker, lxw_chart *chart, struct series series,
                        enum line_column column)
{
    size_t from = (size_t)figure_of(tracker, FORECAST_COLUMNS_FROM);
    double *drawn = numbers(tracker, series.count);

    for (size_t i = 0; i < series.count; i++)
        drawn[i] = recent_value(tracker, from + i, column);
    series.name = column == RECENT_TO_GO   ? "To go"
                  : column == RECENT_OTHER ? "Other"
                                           : activity_name(column - RECENT_ACTIVITIES);
    series.values = line_range(tracker, column);
    series.numbers = drawn;
    lxw_chart_series *added = add_series(tracker, chart, &series);
    if (column == RECENT_TO_GO)
        hollow_series(added);
    else if (column == RECENT_OTHER)
        fill_series(added, COLOR_PLANNED);
    else
        hatch_series(added, column - RECENT_ACTIVITIES);
}

/* The last weeks, by activity: in grey each activity's columns have a pattern of their own. */
static lxw_chart *recent_chart(struct tracker *tracker)
{
    struct series series = recent_series(tracker);
    size_t from = (size_t)figure_of(tracker, FORECAST_COLUMNS_FROM);
    lxw_chart *chart = new_chart(tracker, LXW_CHART_COLUMN_STACKED,
                                 pool_print(tracker->pool, "Hours a week by activity%s",
                                            planned_words(tracker, from, series.count)));

    for (enum line_column i = RECENT_ACTIVITIES; i <= RECENT_TO_GO; i++)
        add_columns(tracker, chart, series, i);
    chart_set_series_gap(chart, 40);
    name_axis(chart->x_axis, "Week that begins on");
    name_axis(chart->y_axis, "Hours a week");
    return chart;
}

void dashboard_lines(struct tracker *tracker, lxw_worksheet *sheet, lxw_row_t top)
{
    double height = LINES_ROWS * ROW_PIXELS - 4;

    place_chart(tracker, sheet, top, 0, lines_chart(tracker), HALF_PIXELS, height,
                "Lines: hours so far, as first planned, as planned now, as logged, and a forecast");
    place_chart(
        tracker, sheet, top, HALF_COLUMN, recent_chart(tracker), HALF_PIXELS, height,
        "Stacked columns: hours logged in each of the last weeks, by activity, and what is to "
        "go of its plan");
}

lxw_row_t dashboard_categories(struct tracker *tracker, lxw_worksheet *sheet, lxw_row_t top,
                               lxw_row_t below)
{
    size_t count = category_rows(tracker);
    size_t rows =
        4 + (count < ROWS_OF_BARS ? count < BARS_LEAST ? BARS_LEAST : count : ROWS_OF_BARS);
    lxw_row_t end = top + (lxw_row_t)rows > below ? top + (lxw_row_t)rows : below;
    const char **labels = pool_alloc(tracker->pool, count * sizeof *labels);
    double *planned = numbers(tracker, count), *logged = numbers(tracker, count);
    lxw_chart *chart = new_chart(tracker, LXW_CHART_BAR, "By category");
    bool cut;

    for (size_t c = 0; c + 1 < count; c++) {
        labels[c] = cell_text(tracker->pool, tracker->schedule->categories[c].name, &cut);
        planned[c] = tracker->forecast->categories[c];
        logged[c] = logged_in_category(tracker, c);
    }
    labels[count - 1] = "Other";
    planned[count - 1] = tracker->forecast->categories[count - 1];
    logged[count - 1] = logged_in_category(tracker, count - 1);
    struct series series = {
        .name = "Planned",
        .labels = category_range(tracker, CATEGORY_NAME),
        .values = category_range(tracker, CATEGORY_PLAN),
        .label_texts = labels,
        .numbers = planned,
        .count = count,
    };
    fill_series(add_series(tracker, chart, &series), COLOR_PLANNED);
    series.name = "Logged";
    series.values = category_range(tracker, CATEGORY_ACTUAL);
    series.numbers = logged;
    fill_series(add_series(tracker, chart, &series), COLOR_ACTUAL);
    chart_axis_set_reverse(chart->y_axis); /* first row on top: a bar chart lies on its side */
    chart_axis_set_label_position(chart->x_axis, LXW_CHART_AXIS_LABEL_POSITION_HIGH); /* below */
    chart_axis_set_interval_unit(chart->y_axis, 1);
    chart_set_series_gap(chart, 50);
    name_axis(chart->x_axis, "Hours");
    for (lxw_row_t row = top; row < end; row++)
        worksheet_set_row(sheet, row, GRID_ROW, NULL);
    place_chart(tracker, sheet, top, CATEGORY_COLUMN, chart, CATEGORY_PIXELS,
                (end - top) * GRID_ROW / 0.75 - 4, "Bars: hours planned and logged by category");
    return end;
}
