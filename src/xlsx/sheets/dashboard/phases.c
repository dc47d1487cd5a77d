/* phases: the Dashboard's table of hours by phase. */
#include "xlsx/sheets/dashboard/dashboard.h"
#include "xlsx/sheets/whole.h"

#include <math.h>

enum {
    NAME_COLUMN = 0,
    DATES_COLUMN = 13,
    HOURS_COLUMN = 20, /* numbers end there */
    PLANNED_COLUMN = 23,
    SHARE_COLUMN = 25,
    TICKS_COLUMN = 33,
    LAST_COLUMN = TICKS_COLUMN
};

#define ROWS_MOST 12
#define BAR_CELLS 10

/* A row: its words, and formulas without "=". */
struct phase_row {
    const char *name;
    day first, last;
    const char *logged, *planned;
    double hours, all;
    /* of Phases */
    lxw_row_t row;
};

static const char *short_date(struct tracker *tracker, day date)
{
    struct civil civil = civil_of(date);

    return pool_print(tracker->pool, "%d %s %02d", civil.day, month_short_name(civil.month),
                      civil.year % 100);
}

static const char *dates_of(struct tracker *tracker, const struct phase_row *row)
{
    if (row->first == DAY_NONE || row->last == DAY_NONE)
        return "";
    return pool_print(tracker->pool, "%s – %s", short_date(tracker, row->first),
                      short_date(tracker, row->last));
}

static void put_hours(struct tracker *tracker, lxw_worksheet *sheet, lxw_row_t row,
                      lxw_col_t column, const char *formula, double hours)
{
    put_formula(tracker, sheet, row, column,
                pool_print(tracker->pool, "=FIXED(%s,1,TRUE)", formula), STYLE_GRID_NUMBER, 0,
                pool_print(tracker->pool, "%.1f", sheet_round(hours, 1)));
}

static void put_share(struct tracker *tracker, lxw_worksheet *sheet, lxw_row_t row,
                      const struct phase_row *phase)
{
    struct pool *pool = tracker->pool;
    double share = phase->all > 0 ? phase->hours / phase->all : 0;
    int full = (int)sheet_round(BAR_CELLS * fmin(1, share), 0);
    struct text words = TEXT_INIT;
    const char *formula =
        pool_print(pool, "IF(%s>0,(%s)/(%s),0)", phase->planned, phase->logged, phase->planned);

    for (int i = 0; i < BAR_CELLS; i++)
        text_add(&words, i < full ? "█" : "░");
    text_print(&words, " %d %%", (int)floor(100 * share + 1e-6));
    put_formula(tracker, sheet, row, SHARE_COLUMN,
                pool_print(pool,
                           "=REPT(\"█\",ROUND(%d*MIN(1,%s),0))&REPT(\"░\",%d-ROUND(%d*MIN(1,%s),0))"
                           "&\" \"&INT(100*%s+1/1000000)&\" %%\"",
                           BAR_CELLS, formula, BAR_CELLS, BAR_CELLS, formula, formula),
                STYLE_GRID_BAR, 0, pool_copy(pool, text_string(&words), words.length));
    text_free(&words);
}

static void put_row(struct tracker *tracker, lxw_worksheet *sheet, lxw_row_t row,
                    const struct phase_row *phase)
{
    for (lxw_col_t i = 0; i <= LAST_COLUMN; i++)
        put_blank(tracker, sheet, row, i, STYLE_GRID_TEXT);
    put_text(tracker, sheet, row, NAME_COLUMN, phase->name, STYLE_GRID_TEXT);
    put_text(tracker, sheet, row, DATES_COLUMN, dates_of(tracker, phase), STYLE_GRID_DATES);
    put_hours(tracker, sheet, row, HOURS_COLUMN, phase->logged, phase->hours);
    put_hours(tracker, sheet, row, PLANNED_COLUMN, phase->planned, phase->all);
    put_share(tracker, sheet, row, phase);
    put_formula(tracker, sheet, row, TICKS_COLUMN,
                pool_print(tracker->pool, "=%s!%s", phases_sheet.tab,
                           cell_reference(tracker, phase->row, phases_layout(tracker).ticks)),
                STYLE_GRID_NUMBER, 0, phases_ticks(tracker, phase->row));
}

/* The row of the phase at INDEX; of weeks beside the phases where there are no more. */
static struct phase_row phase_row(struct tracker *tracker, size_t index)
{
    struct pool *pool = tracker->pool;
    const struct plan *plan = tracker->plan;
    bool beside = index >= plan->phase_count;
    struct phase_row row = {
        .name = plan->phase_count == 0 ? "The whole plan" : "Beside the phases",
        .first = DAY_NONE,
        .last = DAY_NONE,
        .logged = logged_of_phase(tracker, index),
        .planned = whole_of_phase(tracker, index),
        .hours = tracker->figures->phases[index].actual,
        .all = tracker->forecast->phases[index],
        .row = phases_layout(tracker).first + (lxw_row_t)index,
    };

    if (!beside) {
        row.name =
            pool_print(pool, "%d %s", plan->phases[index].number, plan->phases[index].title.text);
        row.first = tracker->schedule->phases[index].first;
        row.last = tracker->schedule->phases[index].last;
    }
    return row;
}

static void put_all(struct tracker *tracker, lxw_worksheet *sheet, lxw_row_t row)
{
    struct phase_row all = {
        .name = "All",
        .first = tracker->schedule->start,
        .last = tracker->schedule->end,
        .logged = figure_cell(tracker, FORECAST_LOGGED),
        .planned = figure_cell(tracker, FORECAST_TOTAL),
        .hours = figure_of(tracker, FORECAST_LOGGED),
        .all = figure_of(tracker, FORECAST_TOTAL),
        .row = phases_layout(tracker).all,
    };

    put_row(tracker, sheet, row, &all);
}

static void put_head(struct tracker *tracker, lxw_worksheet *sheet, lxw_row_t row)
{
    for (lxw_col_t i = 0; i <= LAST_COLUMN; i++)
        put_blank(tracker, sheet, row, i, STYLE_GRID_HEAD);
    put_text(tracker, sheet, row, NAME_COLUMN, "Phase", STYLE_GRID_HEAD);
    put_text(tracker, sheet, row, DATES_COLUMN, "Dates", STYLE_GRID_HEAD);
    put_text(tracker, sheet, row, HOURS_COLUMN, "Hours", STYLE_GRID_HEAD_RIGHT);
    put_text(tracker, sheet, row, PLANNED_COLUMN, "Planned", STYLE_GRID_HEAD_RIGHT);
    put_text(tracker, sheet, row, SHARE_COLUMN, "Share", STYLE_GRID_HEAD);
    put_text(tracker, sheet, row, TICKS_COLUMN, "Ticks", STYLE_GRID_HEAD_RIGHT);
}

lxw_row_t dashboard_phases(struct tracker *tracker, lxw_worksheet *sheet, lxw_row_t top)
{
    struct phases_layout at = phases_layout(tracker);
    size_t rows = at.last - at.first + 1, shown = rows < ROWS_MOST ? rows : ROWS_MOST;
    lxw_row_t row = top;

    put_text(tracker, sheet, row++, NAME_COLUMN, "By phase", STYLE_GRID_HEADING);
    put_head(tracker, sheet, row++);
    for (size_t i = 0; i < shown && tracker->plan->phase_count > 0; i++) { /* else it is All */
        struct phase_row phase = phase_row(tracker, i);
        put_row(tracker, sheet, row++, &phase);
    }
    put_all(tracker, sheet, row++);
    if (shown < rows)
        put_text(tracker, sheet, row++, NAME_COLUMN,
                 pool_print(tracker->pool, "and %zu more: see %s", rows - shown, phases_sheet.tab),
                 STYLE_GRID_SMALL);
    return row;
}
