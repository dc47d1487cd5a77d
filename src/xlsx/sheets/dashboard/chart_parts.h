/* chart_parts: what the Dashboard's charts have in common: how they look, where they stand, and the
 * values that each keeps in itself. */
#ifndef ROADBOOK_XLSX_SHEETS_DASHBOARD_CHART_PARTS_H
#define ROADBOOK_XLSX_SHEETS_DASHBOARD_CHART_PARTS_H

#include "xlsx/sheets/dashboard/dashboard.h"

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

/* A chart of that LXW_CHART_... type, with its title, its legend below and axes from 0 on. */
lxw_chart *new_chart(struct tracker *tracker, uint8_t type, const char *title);
void name_axis(lxw_chart_axis *axis, const char *name);

/* Adds a series, which keeps a copy of its values: not finite: a gap. */
lxw_chart_series *add_series(struct tracker *tracker, lxw_chart *chart,
                             const struct series *series);
void fill_series(lxw_chart_series *series, lxw_color_t color);

/* Puts CHART on SHEET, its corner in that cell; WIDTH and HEIGHT in pixels. DESCRIPTION is for
 * those who cannot see it. */
void place_chart(struct tracker *tracker, lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column,
                 lxw_chart *chart, double width, double height, const char *description);

/* Room for COUNT numbers, in the tracker's pool. */
double *numbers(struct tracker *tracker, size_t count);

#endif
