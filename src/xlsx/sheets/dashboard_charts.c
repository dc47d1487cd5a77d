/* dashboard_charts: the Dashboard's four charts, each with the values it shows kept in the chart
 * itself. */
#include "xlsx/sheets/sheets.h"

#include <math.h>
#include <string.h>

#define CHART_SCALE_X 1.06 /* of 480 x 288 pixels: three columns of the Dashboard */
#define CHART_SCALE_Y 1.05
#define CHART_ROWS    17

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
    remember(added->categories, NULL, series->label_texts, series->count);
    remember(added->values, series->numbers, NULL, series->count);
    return added;
}

static void fill_series(lxw_chart_series *series, lxw_color_t color)
{
    lxw_chart_fill fill = {.color = color};

    chart_series_set_fill(series, &fill);
}

static void line_series(lxw_chart_series *series, lxw_color_t color, float width, uint8_t dash)
{
    lxw_chart_line line = {.color = color, .width = width, .dash_type = dash};

    chart_series_set_line(series, &line);
}

static lxw_chart *new_chart(struct tracker *tracker, uint8_t type, const char *title)
{
    lxw_chart *chart = workbook_add_chart(tracker->book, type);
    lxw_chart_font font = {.size = 13, .bold = LXW_TRUE, .color = COLOR_INK};
    lxw_chart_line rule = {.color = COLOR_RULE, .width = 0.5f};

    chart_title_set_name(chart, title);
    chart_title_set_name_font(chart, &font);
    chart_legend_set_position(chart, LXW_CHART_LEGEND_BOTTOM);
    lxw_chart_axis *values = type == LXW_CHART_BAR ? chart->x_axis : chart->y_axis;
    chart_axis_major_gridlines_set_line(values, &rule);
    return chart;
}

static void place_chart(struct tracker *tracker, lxw_worksheet *sheet, lxw_row_t row,
                        lxw_col_t column, lxw_chart *chart, const char *description)
{
    lxw_chart_options options = {.x_scale = CHART_SCALE_X,
                                 .y_scale = CHART_SCALE_Y,
                                 .x_offset = 2,
                                 .description =
                                     pool_copy(tracker->pool, description, strlen(description))};

    worksheet_insert_chart_opt(sheet, row, column, chart, &options);
}

/* Labels of an axis of weeks: about eight, whatever the plan's length. */
static void week_axis(lxw_chart *chart, size_t weeks)
{
    uint16_t step = (uint16_t)(weeks / 8 + 1);

    chart_axis_set_interval_unit(chart->x_axis, step);
    chart_axis_set_interval_tick(chart->x_axis, step);
}

struct weeks_data {
    const char *labels;
    const char **names;
    double *planned, *first_plan, *actual, *activities[ACTIVITY_COUNT], *other;
    size_t count;
};

static double *numbers(struct tracker *tracker, size_t count)
{
    return pool_alloc(tracker->pool, (count + 1) * sizeof(double));
}

static struct weeks_data gather_weeks(struct tracker *tracker, const struct weeks_layout *at)
{
    const struct figures *figures = tracker->figures;
    size_t count = figures->week_count;
    struct weeks_data data = {.count = count};

    data.labels = range_reference(tracker, weeks_sheet.tab, at->label, at->first, at->last);
    data.names = pool_alloc(tracker->pool, (count + 1) * sizeof *data.names);
    data.planned = numbers(tracker, count);
    data.first_plan = numbers(tracker, count);
    data.actual = numbers(tracker, count);
    data.other = numbers(tracker, count);
    for (int a = 0; a < ACTIVITY_COUNT; a++)
        data.activities[a] = numbers(tracker, count);
    for (size_t i = 0; i < count; i++) {
        const struct week_figures *week = &figures->weeks[i];
        data.names[i] = week_label(tracker, &tracker->schedule->weeks[i]);
        data.planned[i] = week->planned_so_far;
        data.first_plan[i] = week->first_plan_so_far;
        data.actual[i] = week->begun ? week->actual_so_far : NAN;
        data.other[i] = week->other;
        for (int a = 0; a < ACTIVITY_COUNT; a++)
            data.activities[a][i] = week->activity_actual[a];
    }
    return data;
}

static struct series weeks_series(struct tracker *tracker, const struct weeks_layout *at,
                                  const struct weeks_data *data, const char *name, lxw_col_t column,
                                  const double *values)
{
    return (struct series){
        .name = name,
        .labels = data->labels,
        .values = range_reference(tracker, weeks_sheet.tab, column, at->first, at->last),
        .label_texts = data->names,
        .numbers = values,
        .count = data->count,
    };
}

static lxw_chart *cumulative_chart(struct tracker *tracker, const struct weeks_layout *at,
                                   const struct weeks_data *data)
{
    lxw_chart *chart = new_chart(tracker, LXW_CHART_LINE, "Hours so far");
    struct series first =
        weeks_series(tracker, at, data, "First plan", at->first_plan, data->first_plan);
    struct series planned =
        weeks_series(tracker, at, data, "Planned", at->planned_so_far, data->planned);
    struct series actual =
        weeks_series(tracker, at, data, "Actual", at->actual_charted, data->actual);

    line_series(add_series(tracker, chart, &first), COLOR_RULE, 2.25f,
                LXW_CHART_LINE_DASH_ROUND_DOT);
    line_series(add_series(tracker, chart, &planned), COLOR_PLANNED, 1.5f,
                LXW_CHART_LINE_DASH_DASH);
    line_series(add_series(tracker, chart, &actual), COLOR_ACTUAL, 2.75f,
                LXW_CHART_LINE_DASH_SOLID);
    /* weeks to come are N/A: neither zero nor a gap that programs draw as zero */
    chart_show_blanks_as(chart, LXW_CHART_BLANKS_AS_CONNECTED);
    chart_show_hidden_data(chart);
    week_axis(chart, data->count);
    return chart;
}

static lxw_chart *activity_chart(struct tracker *tracker, const struct weeks_layout *at,
                                 const struct weeks_data *data)
{
    lxw_chart *chart = new_chart(tracker, LXW_CHART_COLUMN_STACKED, "Hours a week, by activity");

    for (int a = 0; a < ACTIVITY_COUNT; a++) {
        struct series series = weeks_series(tracker, at, data, activity_name((enum activity)a),
                                            (lxw_col_t)(at->activities + a), data->activities[a]);
        fill_series(add_series(tracker, chart, &series), activity_color((enum activity)a));
    }
    struct series other = weeks_series(tracker, at, data, "Other", at->other, data->other);
    fill_series(add_series(tracker, chart, &other), COLOR_PLANNED);
    chart_set_series_gap(chart, 20);
    chart_show_hidden_data(chart);
    week_axis(chart, data->count);
    chart_axis_set_min(chart->y_axis, 0);
    return chart;
}

/* Planned and actual, a pair of bars a row; rows FIRST..LAST of Phases. */
static lxw_chart *pair_chart(struct tracker *tracker, const char *title, lxw_row_t first,
                             lxw_row_t last, const char *const *labels, const double *planned,
                             const double *actual)
{
    lxw_chart *chart = new_chart(tracker, LXW_CHART_BAR, title);
    struct series series = {
        .name = "Planned",
        .labels = range_reference(tracker, phases_sheet.tab, 0, first, last),
        .values = range_reference(tracker, phases_sheet.tab, 3, first, last),
        .label_texts = labels,
        .numbers = planned,
        .count = last - first + 1,
    };

    fill_series(add_series(tracker, chart, &series), COLOR_PLANNED);
    series.name = "Actual";
    series.values = range_reference(tracker, phases_sheet.tab, 4, first, last);
    series.numbers = actual;
    fill_series(add_series(tracker, chart, &series), COLOR_ACTUAL);
    chart_axis_set_reverse(chart->y_axis); /* first row on top: a bar chart lies on its side */
    chart_axis_set_min(chart->x_axis, 0);
    chart_set_series_gap(chart, 60);
    return chart;
}

static const char *clean(struct tracker *tracker, const char *text)
{
    bool cut;

    return cell_text(tracker->pool, text, &cut);
}

static lxw_chart *phase_chart(struct tracker *tracker, const struct phases_layout *at)
{
    const struct plan *plan = tracker->plan;
    size_t count = at->last - at->first + 1;
    const char **labels = pool_alloc(tracker->pool, count * sizeof *labels);
    double *planned = numbers(tracker, count), *actual = numbers(tracker, count);

    for (size_t i = 0; i < count; i++) {
        const char *name = plan->phase_count == 0 ? "The whole plan" : "Beside the phases";
        if (i < plan->phase_count)
            name = pool_print(tracker->pool, "%d · %s", plan->phases[i].number,
                              plan->phases[i].title.text);
        labels[i] = clean(tracker, name);
        planned[i] = tracker->figures->phases[i].planned;
        actual[i] = tracker->figures->phases[i].actual;
    }
    return pair_chart(tracker, "Hours by phase", at->first, at->last, labels, planned, actual);
}

static lxw_chart *category_chart(struct tracker *tracker, const struct phases_layout *at)
{
    const struct figures *figures = tracker->figures;
    size_t count = figures->categories + 1;
    const char **labels = pool_alloc(tracker->pool, count * sizeof *labels);
    double *planned = numbers(tracker, count), *actual = numbers(tracker, count);

    for (size_t c = 0; c < figures->categories; c++) {
        labels[c] = clean(tracker, tracker->schedule->categories[c].name);
        planned[c] = figures->category_planned[c];
        actual[c] = figures->category_actual[c];
    }
    labels[count - 1] = "Other";
    for (size_t i = 0; i < figures->week_count; i++)
        actual[count - 1] += figures->weeks[i].other;
    return pair_chart(tracker, "Hours by category", at->category_first, at->category_last, labels,
                      planned, actual);
}

void charts_add(struct tracker *tracker, lxw_worksheet *sheet, lxw_row_t top)
{
    struct weeks_layout weeks = weeks_layout(tracker);
    struct phases_layout phases = phases_layout(tracker);
    struct weeks_data data = gather_weeks(tracker, &weeks);

    place_chart(tracker, sheet, top, 0, cumulative_chart(tracker, &weeks, &data),
                "Lines: hours so far, as first planned, as planned now and as logged");
    place_chart(tracker, sheet, top, 3, activity_chart(tracker, &weeks, &data),
                "Stacked columns: hours logged each week, by activity");
    place_chart(tracker, sheet, top + CHART_ROWS, 0, phase_chart(tracker, &phases),
                "Bars: hours planned and logged by phase");
    place_chart(tracker, sheet, top + CHART_ROWS, 3, category_chart(tracker, &phases),
                "Bars: hours planned and logged by category");
}
