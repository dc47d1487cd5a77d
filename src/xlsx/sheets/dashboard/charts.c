/* charts: the Dashboard's charts, each with the values it shows kept in the chart itself.
 */
#include "xlsx/sheets/dashboard/dashboard.h"
#include "xlsx/sheets/whole.h"

#include <math.h>
#include <string.h>

/* Pixels: a chart that is not scaled, the rows, and the halves of the grid. */
#define CHART_WIDTH     480.0
#define CHART_HEIGHT    288.0
#define ROW_PIXELS      20.0
#define HALF_PIXELS     618.0
#define HALF_COLUMN     27
#define LINES_ROWS      17
#define ROWS_OF_BARS    12 /* at most so many categories get a row each */
#define CATEGORY_COLUMN 35
#define QUARTER         92 /* days */
#define CATEGORY_PIXELS 434.0

/* Fills what a chart remembers of a range: libxlsxwriter does it from plain numbers only, and
 * programs that do not calculate draw from it. NUMBERS not finite: a gap; TEXTS instead where not
 * NULL. The library frees what it is given here. */
static void remember(lxw_series_range *range, const double *numbers, const char *const *texts,
                     size_t count)
{
    range->ignore_cache = LXW_TRUE;
    range->has_string_cache = texts ? 1 : 0;
    for (size_t i = 0; i < count; i++) {
        lxw_series_data_point *point = must_alloc(sizeof *point);
        memset(point, 0, sizeof *point);
        if (texts) {
            point->is_string = LXW_TRUE;
            point->string = must_copy(texts[i]);
        } else if (isfinite(numbers[i])) {
            point->number = numbers[i];
        } else {
            point->no_data = LXW_TRUE;
        }
        STAILQ_INSERT_TAIL(range->data_cache, point, list_pointers);
    }
    range->num_data_points = (uint16_t)(count < UINT16_MAX ? count : UINT16_MAX);
}

/* One series, and where its labels stand. */
struct series {
    const char *name;
    /* ranges, without "=" */
    const char *labels, *values;
    const char *const *label_texts;
    /* where those are NULL */
    const double *label_numbers;
    const double *numbers;
    size_t count;
};

static lxw_chart_series *add_series(struct tracker *tracker, lxw_chart *chart,
                                    const struct series *series)
{
    lxw_chart_series *added =
        chart_add_series(chart, pool_print(tracker->pool, "=%s", series->labels),
                         pool_print(tracker->pool, "=%s", series->values));

    chart_series_set_name(added, series->name);
    remember(added->categories, series->label_numbers, series->label_texts, series->count);
    remember(added->values, series->numbers, NULL, series->count);
    return added;
}

static void fill_series(lxw_chart_series *series, lxw_color_t color)
{
    lxw_chart_fill fill = {.color = color};

    chart_series_set_fill(series, &fill);
}

/* How an activity's columns are filled: in grey the colours are one. */
static void hatch_series(lxw_chart_series *series, enum activity activity)
{
    static const uint8_t patterns[ACTIVITY_COUNT] = {
        [ACTIVITY_BUILD] = LXW_CHART_PATTERN_WIDE_UPWARD_DIAGONAL,
        [ACTIVITY_SHARPEN] = LXW_CHART_PATTERN_PERCENT_50,
        [ACTIVITY_SHARE] = LXW_CHART_PATTERN_LIGHT_HORIZONTAL,
    };
    lxw_color_t color = activity_color(activity);
    lxw_chart_pattern pattern = {
        .fg_color = color, .bg_color = 0xFFFFFF, .type = patterns[activity]};
    lxw_chart_line rim = {.color = color, .width = 0.75f};

    if (pattern.type == LXW_CHART_PATTERN_NONE)
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

static lxw_chart *new_chart(struct tracker *tracker, uint8_t type, const char *title)
{
    lxw_chart *chart = workbook_add_chart(tracker->book, type);
    lxw_chart_font font = {.size = 12, .bold = LXW_TRUE, .color = COLOR_INK};
    lxw_chart_font small = {.size = 9, .color = COLOR_QUIET};
    lxw_chart_line rule = {.color = COLOR_RULE, .width = 0.5f};
    lxw_chart_axis *values = type == LXW_CHART_BAR ? chart->x_axis : chart->y_axis;

    chart_title_set_name(chart, title);
    chart_title_set_name_font(chart, &font);
    chart_legend_set_position(chart, LXW_CHART_LEGEND_BOTTOM);
    chart_legend_set_font(chart, &small);
    chart_axis_set_num_font(chart->x_axis, &small);
    chart_axis_set_num_font(chart->y_axis, &small);
    chart_axis_major_gridlines_set_line(values, &rule);
    chart_axis_set_min(values, 0);
    chart_chartarea_set_line(chart, &rule);
    /* what charts draw stands on a hidden sheet */
    chart_show_hidden_data(chart);
    return chart;
}

static void name_axis(lxw_chart_axis *axis, const char *name)
{
    lxw_chart_font font = {.size = 9, .color = COLOR_QUIET};

    chart_axis_set_name(axis, name);
    chart_axis_set_name_font(axis, &font);
}

static void place_chart(struct tracker *tracker, lxw_worksheet *sheet, lxw_row_t row,
                        lxw_col_t column, lxw_chart *chart, double width, double height,
                        const char *description)
{
    lxw_chart_options options = {.x_scale = width / CHART_WIDTH,
                                 .y_scale = height / CHART_HEIGHT,
                                 .x_offset = 1,
                                 .y_offset = 1,
                                 .description =
                                     pool_copy(tracker->pool, description, strlen(description))};

    worksheet_insert_chart_opt(sheet, row, column, chart, &options);
}

static double *numbers(struct tracker *tracker, size_t count)
{
    return pool_alloc(tracker->pool, (count + 1) * sizeof(double));
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
        labels[i] = has_begun(tracker, from + i) ? line_label(tracker, from + i) : "";
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
    /* of days as numbers, not of names: every program then keeps to one name a quarter */
    chart_axis_set_num_format(chart->x_axis, "mmm yy");
    chart_axis_set_major_unit(chart->x_axis, QUARTER);
    if (labels.count > 0)
        chart_axis_set_min(chart->x_axis, labels.label_numbers[0]);
    chart_axis_major_gridlines_set_visible(chart->x_axis, LXW_FALSE);
    chart_axis_set_major_tick_mark(chart->x_axis, LXW_CHART_AXIS_TICK_MARK_NONE);
    name_axis(chart->y_axis, "Hours");
    return chart;
}

/* The last weeks, by activity: in grey each activity's columns have a pattern of their own. */
static lxw_chart *recent_chart(struct tracker *tracker)
{
    struct series series = recent_series(tracker);
    size_t from = (size_t)figure_of(tracker, FORECAST_COLUMNS_FROM);
    char weekly[DURATION_TEXT];
    lxw_chart *chart =
        new_chart(tracker, LXW_CHART_COLUMN_STACKED,
                  pool_print(tracker->pool, "The last weeks by activity (%s planned)",
                             duration_print(tracker->schedule->rhythm.minutes, weekly)));

    for (int a = 0; a <= ACTIVITY_COUNT; a++) {
        bool other = a == ACTIVITY_COUNT;
        double *drawn = numbers(tracker, series.count);
        for (size_t i = 0; i < series.count; i++) {
            const struct week_figures *week = &tracker->figures->weeks[from + i];
            drawn[i] = other ? week->other : week->activity_actual[a];
        }
        series.name = other ? "Other" : activity_name((enum activity)a);
        series.values = line_range(tracker, (enum line_column)(RECENT_ACTIVITIES + a));
        series.numbers = drawn;
        lxw_chart_series *added = add_series(tracker, chart, &series);
        if (other)
            fill_series(added, COLOR_PLANNED);
        else
            hatch_series(added, (enum activity)a);
    }
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
    place_chart(tracker, sheet, top, HALF_COLUMN, recent_chart(tracker), HALF_PIXELS, height,
                "Stacked columns: hours logged in each of the last weeks, by activity");
}

lxw_row_t dashboard_categories(struct tracker *tracker, lxw_worksheet *sheet, lxw_row_t top,
                               lxw_row_t below)
{
    size_t count = category_rows(tracker), rows = 4 + (count < ROWS_OF_BARS ? count : ROWS_OF_BARS);
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
