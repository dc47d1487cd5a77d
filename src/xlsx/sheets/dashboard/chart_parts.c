/* chart_parts: what the Dashboard's charts have in common. */
#include "xlsx/sheets/dashboard/chart_parts.h"

#include <math.h>
#include <string.h>

/* Pixels of a chart that is not scaled. */
#define CHART_WIDTH  480.0
#define CHART_HEIGHT 288.0

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

lxw_chart_series *add_series(struct tracker *tracker, lxw_chart *chart, const struct series *series)
{
    lxw_chart_series *added =
        chart_add_series(chart, pool_print(tracker->pool, "=%s", series->labels),
                         pool_print(tracker->pool, "=%s", series->values));

    chart_series_set_name(added, series->name);
    remember(added->categories, series->label_numbers, series->label_texts, series->count);
    remember(added->values, series->numbers, NULL, series->count);
    return added;
}

void fill_series(lxw_chart_series *series, lxw_color_t color)
{
    lxw_chart_fill fill = {.color = color};

    chart_series_set_fill(series, &fill);
}

lxw_chart *new_chart(struct tracker *tracker, uint8_t type, const char *title)
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

void name_axis(lxw_chart_axis *axis, const char *name)
{
    lxw_chart_font font = {.size = 9, .color = COLOR_QUIET};

    chart_axis_set_name(axis, name);
    chart_axis_set_name_font(axis, &font);
}

void place_chart(struct tracker *tracker, lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column,
                 lxw_chart *chart, double width, double height, const char *description)
{
    lxw_chart_options options = {.x_scale = width / CHART_WIDTH,
                                 .y_scale = height / CHART_HEIGHT,
                                 .x_offset = 1,
                                 .y_offset = 1,
                                 .description =
                                     pool_copy(tracker->pool, description, strlen(description))};

    worksheet_insert_chart_opt(sheet, row, column, chart, &options);
}

double *numbers(struct tracker *tracker, size_t count)
{
    return pool_alloc(tracker->pool, (count + 1) * sizeof(double));
}
