/* data_weeks: the weeks of the hidden sheet Charts: how each was lived, what it holds of the whole,
 * and those of them that charts draw, as lines and as columns. */
#include "xlsx/sheets/dashboard/data.h"
#include "xlsx/sheets/whole.h"

#include <math.h>

const char *weeks_stand(struct tracker *tracker)
{
    return charts_column(tracker, CHARTS_WEEK_STANDS, tracker->schedule->week_count);
}

lxw_col_t line_column(enum line_column column)
{
    return (lxw_col_t)(CHARTS_LINES + (int)column);
}

size_t line_rows(const struct tracker *tracker, bool recent)
{
    size_t weeks = tracker->schedule->week_count, most = recent ? COLUMN_WEEKS : LINE_WEEKS;

    return weeks < most ? weeks : most;
}

const char *line_range(struct tracker *tracker, enum line_column column)
{
    return charts_column(tracker, line_column(column), line_rows(tracker, column >= RECENT_WEEK));
}

static void put_week(struct tracker *tracker, lxw_worksheet *sheet,
                     const struct charts_sources *from, size_t index)
{
    struct pool *pool = tracker->pool;
    const struct week *week = &tracker->schedule->weeks[index];
    const struct week_lived *lived = &tracker->forecast->weeks[index];
    lxw_row_t row = FIRST_ROW + (lxw_row_t)index, line = from->weeks.first + (lxw_row_t)index;
    const char *starts = cell_reference(tracker, line, from->weeks.starts);
    const char *planned = pool_print(pool, "%s!%s", weeks_sheet.tab,
                                     cell_reference(tracker, line, from->weeks.planned));
    const char *actual = pool_print(pool, "%s!%s", weeks_sheet.tab,
                                    cell_reference(tracker, line, from->weeks.actual));
    const char *counts = cell_reference(tracker, row, CHARTS_WEEK_COUNTS);
    const char *share = cell_reference(tracker, row, CHARTS_WEEK_SHARE);
    const char *nth = index == 0 ? "0" : cell_reference(tracker, row - 1, CHARTS_WEEK_NTH);
    const char *streak = index == 0 ? "0" : cell_reference(tracker, row - 1, CHARTS_WEEK_STREAK);
    const char *none = lived->counts > 0 ? NULL : "";

    put_formula(tracker, sheet, row, CHARTS_WEEK_COUNTS,
                pool_print(pool, "=IF(AND(%s!%s+%d<AsOf,%s>0),1,0)", weeks_sheet.tab, starts,
                           (int)(week->last - week->first), planned),
                STYLE_PLAIN, lived->counts, NULL);
    put_formula(tracker, sheet, row, CHARTS_WEEK_NTH, pool_print(pool, "=%s+%s", nth, counts),
                STYLE_PLAIN, lived->nth, NULL);
    put_formula(tracker, sheet, row, CHARTS_WEEK_SHARE,
                pool_print(pool, "=IF(%s=1,MIN(2,%s/%s),\"\")", counts, actual, planned),
                STYLE_PLAIN, lived->share, none);
    put_formula(tracker, sheet, row, CHARTS_WEEK_SQUARE,
                pool_print(pool, "=IF(%s=1,%s^2,\"\")", counts, share), STYLE_PLAIN,
                lived->share * lived->share, none);
    put_formula(tracker, sheet, row, CHARTS_WEEK_STREAK,
                pool_print(pool, "=IF(%s=0,%s,IF((%s-%s)*1000>=-%.0f,%s+1,0))", counts, streak,
                           actual, planned, TARGET_SLACK * 1000, streak),
                STYLE_PLAIN, lived->streak, NULL);
}

/* What WEEK holds of all hours: what was logged, where the plan was laid out anew since; else what
 * is planned. */
static void put_stands(struct tracker *tracker, lxw_worksheet *sheet,
                       const struct charts_sources *from, size_t index)
{
    struct pool *pool = tracker->pool;
    const struct week *week = &tracker->schedule->weeks[index];
    lxw_row_t row = FIRST_ROW + (lxw_row_t)index, line = from->weeks.first + (lxw_row_t)index;
    double since = figure_of(tracker, FORECAST_SINCE);
    const char *cell = figure_cell(tracker, FORECAST_SINCE);
    const char *starts = pool_print(pool, "%s!%s", weeks_sheet.tab,
                                    cell_reference(tracker, line, from->weeks.starts));
    const char *formula = pool_print(
        pool, "%s!%s", weeks_sheet.tab,
        cell_reference(tracker, line,
                       date_serial(week->last) < since ? from->weeks.actual : from->weeks.planned));

    if (date_serial(week->first) < since && date_serial(week->last) >= since)
        formula = pool_print(
            pool, "%s+%s",
            logged_when(tracker, from,
                        days_between(pool, from->dates, starts, before_replan(tracker))),
            planned_when(tracker, from,
                         pool_print(pool, "%s,\">=\"&%s,%s,\"<=\"&%s+%d", from->days, cell,
                                    from->days, starts, (int)(week->last - week->first))));
    put_formula(tracker, sheet, row, CHARTS_WEEK_STANDS, pool_print(pool, "=%s", formula),
                STYLE_PLAIN, tracker->forecast->weeks[index].stands, NULL);
}

/* The number of the week in that row of the lines or the columns, and the day on which it starts;
 * of columns "5 Jan". */
static void put_place(struct tracker *tracker, lxw_worksheet *sheet,
                      const struct charts_sources *from, lxw_row_t row, bool recent, size_t index)
{
    enum line_column week = recent ? RECENT_WEEK : LINE_WEEK;
    const char *place = cell_reference(tracker, row, line_column(week));
    const char *starts = pool_print(tracker->pool, "INDEX(%s,%s)", from->starts, place);

    put_formula(
        tracker, sheet, row, line_column(week),
        pool_print(tracker->pool, "=%s+%u",
                   figure_cell(tracker, recent ? FORECAST_COLUMNS_FROM : FORECAST_LINES_FROM),
                   row - FIRST_ROW + 1),
        STYLE_PLAIN, (double)index + 1, NULL);
    if (recent)
        put_formula(
            tracker, sheet, row, line_column(RECENT_LABEL),
            pool_print(tracker->pool, "=DAY(%s)&\" \"&%s", starts, month_of(tracker, starts)),
            STYLE_PLAIN, 0, line_label(tracker, index));
    else
        put_formula(tracker, sheet, row, line_column(LINE_STARTS),
                    pool_print(tracker->pool, "=%s", starts), STYLE_DATE,
                    date_serial(tracker->schedule->weeks[index].first), NULL);
}

double hours_to_go(const struct tracker *tracker, size_t week)
{
    const struct week_figures *figures = &tracker->figures->weeks[week];

    return fmax(0, sheet_round(figures->planned - figures->actual, 6));
}

const char *line_label(struct tracker *tracker, size_t week)
{
    struct civil date = civil_of(tracker->schedule->weeks[week].first);

    return pool_print(tracker->pool, "%d %s", date.day, month_short_name(date.month));
}

struct line_values line_values(const struct tracker *tracker, size_t index)
{
    const double *of = tracker->forecast->values;
    const struct figures *figures = tracker->figures;
    double now = of[FORECAST_BEGUN] - 1, here = (double)index;
    double line = forecast_planned_line(tracker->forecast, tracker->schedule, figures, index);
    double so_far = of[FORECAST_LOGGED_BEFORE] + of[FORECAST_STAND_PLANNED];
    struct line_values values = {
        .first = figures->weeks[index].first_plan_so_far,
        .plan = line,
        .actual = here <= now ? figures->weeks[index].actual_so_far : NAN,
        .early = NAN,
        .late = NAN,
    };

    bool joins = here < now;
    if (of[FORECAST_KNOWN] > 0 && here >= now - 1 && (joins || isfinite(line))) {
        double more = joins ? 0 : line - so_far;
        double logged = joins ? values.actual : of[FORECAST_LOGGED_SO_FAR];
        values.early =
            joins ? logged : fmin(of[FORECAST_TOTAL], logged + of[FORECAST_QUICK] * more);
        if (of[FORECAST_LATE] > 0)
            values.late =
                joins ? logged : fmin(of[FORECAST_TOTAL], logged + of[FORECAST_SLOW] * more);
    }
    return values;
}

static void put_value(struct tracker *tracker, lxw_worksheet *sheet, lxw_row_t row,
                      enum line_column column, const char *formula, double value)
{
    put_formula(tracker, sheet, row, line_column(column), pool_print(tracker->pool, "=%s", formula),
                STYLE_PLAIN, value, isfinite(value) ? NULL : "#N/A");
}

static void put_forecast_line(struct tracker *tracker, lxw_worksheet *sheet, lxw_row_t row,
                              enum line_column column, const struct line_values *values)
{
    struct pool *pool = tracker->pool;
    const char *place = cell_reference(tracker, row, line_column(LINE_WEEK));
    const char *begun = figure_cell(tracker, FORECAST_BEGUN);
    const char *plan = cell_reference(tracker, row, line_column(LINE_PLAN));
    const char *actual = cell_reference(tracker, row, line_column(LINE_ACTUAL));
    bool early = column == LINE_EARLY;

    put_value(tracker, sheet, row, column,
              pool_print(pool, "IF(OR(%s=0,%s<%s-1),NA(),IF(%s<%s,%s,MIN(%s,%s+%s*(%s-%s-%s))))",
                         figure_cell(tracker, early ? FORECAST_KNOWN : FORECAST_LATE), place, begun,
                         place, begun, actual, figure_cell(tracker, FORECAST_TOTAL),
                         figure_cell(tracker, FORECAST_LOGGED_SO_FAR),
                         figure_cell(tracker, early ? FORECAST_QUICK : FORECAST_SLOW), plan,
                         figure_cell(tracker, FORECAST_LOGGED_BEFORE),
                         figure_cell(tracker, FORECAST_STAND_PLANNED)),
              early ? values->early : values->late);
}

static void put_line(struct tracker *tracker, lxw_worksheet *sheet,
                     const struct charts_sources *from, size_t nth)
{
    struct pool *pool = tracker->pool;
    lxw_row_t row = FIRST_ROW + (lxw_row_t)nth;
    size_t index = nth + (size_t)figure_of(tracker, FORECAST_LINES_FROM);
    struct line_values values = line_values(tracker, index);
    const char *place = cell_reference(tracker, row, line_column(LINE_WEEK));

    put_place(tracker, sheet, from, row, false, index);
    put_value(tracker, sheet, row, LINE_FIRST,
              pool_print(pool, "INDEX(%s,%s)", weeks_column(tracker, from, from->weeks.first_plan),
                         place),
              values.first);
    put_value(tracker, sheet, row, LINE_PLAN,
              pool_print(pool, "IF(MIN(%s,INDEX(%s,%s)+6)<%s,NA(),INDEX(%s,%s)-%s+%s)",
                         figure_cell(tracker, FORECAST_END), from->starts, place,
                         figure_cell(tracker, FORECAST_SINCE),
                         weeks_column(tracker, from, from->weeks.planned_so_far), place,
                         figure_cell(tracker, FORECAST_PLANNED_BEFORE),
                         figure_cell(tracker, FORECAST_LOGGED_BEFORE)),
              values.plan);
    put_value(tracker, sheet, row, LINE_ACTUAL,
              pool_print(pool, "IF(%s>%s,NA(),INDEX(%s,%s))", place,
                         figure_cell(tracker, FORECAST_BEGUN),
                         weeks_column(tracker, from, from->weeks.actual_so_far), place),
              values.actual);
    put_forecast_line(tracker, sheet, row, LINE_EARLY, &values);
    put_forecast_line(tracker, sheet, row, LINE_LATE, &values);
}

static void put_recent(struct tracker *tracker, lxw_worksheet *sheet,
                       const struct charts_sources *from, size_t nth)
{
    struct pool *pool = tracker->pool;
    lxw_row_t row = FIRST_ROW + (lxw_row_t)nth;
    size_t index = nth + (size_t)figure_of(tracker, FORECAST_COLUMNS_FROM);
    const struct week_figures *week = &tracker->figures->weeks[index];
    const char *place = cell_reference(tracker, row, line_column(RECENT_WEEK));

    put_place(tracker, sheet, from, row, true, index);
    for (int a = 0; a < ACTIVITY_COUNT; a++)
        put_value(tracker, sheet, row, (enum line_column)(RECENT_ACTIVITIES + a),
                  pool_print(pool, "INDEX(%s,%s)",
                             weeks_column(tracker, from, (lxw_col_t)(from->weeks.activities + a)),
                             place),
                  week->activity_actual[a]);
    put_value(
        tracker, sheet, row, RECENT_OTHER,
        pool_print(pool, "INDEX(%s,%s)", weeks_column(tracker, from, from->weeks.other), place),
        week->other);
    put_value(tracker, sheet, row, RECENT_TO_GO,
              pool_print(pool, "MAX(0,ROUND(INDEX(%s,%s)-INDEX(%s,%s),6))",
                         weeks_column(tracker, from, from->weeks.planned), place,
                         weeks_column(tracker, from, from->weeks.actual), place),
              hours_to_go(tracker, index));
}

void charts_put_weeks(struct tracker *tracker, lxw_worksheet *sheet,
                      const struct charts_sources *from)
{
    for (size_t i = 0; i < tracker->schedule->week_count; i++) {
        put_week(tracker, sheet, from, i);
        put_stands(tracker, sheet, from, i);
    }
    for (size_t i = 0; i < line_rows(tracker, false); i++)
        put_line(tracker, sheet, from, i);
    for (size_t i = 0; i < line_rows(tracker, true); i++)
        put_recent(tracker, sheet, from, i);
}
