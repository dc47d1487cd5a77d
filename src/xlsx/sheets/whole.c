/* whole: what all hours are made of, as formulas. */
#include "xlsx/sheets/whole.h"

#include "xlsx/sheets/dashboard/dashboard.h"

static const char *weeks_column(struct tracker *tracker, lxw_col_t column)
{
    struct weeks_layout at = weeks_layout(tracker);

    return range_reference(tracker, weeks_sheet.tab, column, at.first, at.last);
}

/* true where the phase at INDEX is that of the first week, or of the LAST. */
static bool is_at_end(const struct tracker *tracker, size_t index, bool last)
{
    const struct schedule *schedule = tracker->schedule;

    return schedule->week_count > 0 &&
           phase_place(schedule, last ? schedule->week_count - 1 : 0) == index;
}

/* What RANGE, beside Weeks, holds of the phase at INDEX; with what lies before the weeks and behind
 * them. */
static const char *of_phase(struct tracker *tracker, size_t index, const char *range,
                            enum forecast_figure before, enum forecast_figure behind)
{
    bool beside = index >= tracker->plan->phase_count;
    const char *sum = pool_print(tracker->pool, "SUMIFS(%s,%s,%d)", range,
                                 weeks_column(tracker, weeks_layout(tracker).phase_number),
                                 beside ? 0 : (int)index + 1);

    if (is_at_end(tracker, index, false))
        sum = pool_print(tracker->pool, "%s+%s", sum, figure_cell(tracker, before));
    if (is_at_end(tracker, index, true))
        sum = pool_print(tracker->pool, "%s+%s", sum, figure_cell(tracker, behind));
    return sum;
}

const char *whole_of_phase(struct tracker *tracker, size_t index)
{
    return of_phase(tracker, index, weeks_stand(tracker), FORECAST_EARLY_STANDS,
                    FORECAST_LATE_STANDS);
}

const char *logged_of_phase(struct tracker *tracker, size_t index)
{
    return of_phase(tracker, index, weeks_column(tracker, weeks_layout(tracker).actual),
                    FORECAST_LOGGED_EARLY, FORECAST_LOGGED_LATE);
}

const char *before_replan(struct tracker *tracker)
{
    return pool_print(tracker->pool, "MIN(%s,AsOf+1)", figure_cell(tracker, FORECAST_SINCE));
}

/* Of the category at INDEX, what was logged on days before BEFORE. */
static const char *logged_before(struct tracker *tracker, size_t index, const char *before)
{
    return pool_print(
        tracker->pool, "SUMIFS(%s,%s,%s,%s)", column_range(tracker, &log_sheet, LOG_HOURS),
        log_counting_before(tracker, before), column_range(tracker, &log_sheet, LOG_CATEGORY),
        cell_of_criterion(tracker, index));
}

/* SUM without what the categories shown have of it up to BEFORE. */
static const char *others_before(struct tracker *tracker, enum forecast_figure sum,
                                 const char *before)
{
    struct text formula = TEXT_INIT;

    text_print(&formula, "ROUND(%s", figure_cell(tracker, sum));
    for (size_t c = 0; c < tracker->figures->categories; c++)
        text_print(&formula, "-%s", logged_before(tracker, c, before));
    text_add(&formula, ",6)");
    const char *copy = pool_copy(tracker->pool, text_string(&formula), formula.length);
    text_free(&formula);
    return copy;
}

const char *whole_of_category(struct tracker *tracker, size_t index)
{
    struct weeks_layout at = weeks_layout(tracker);
    const char *planned = weeks_column(tracker, (lxw_col_t)(at.categories + 2 * index));
    const char *before = before_replan(tracker);
    bool other = index == tracker->figures->categories;

    if (!forecast_replanned(tracker->schedule))
        return other ? "0" : pool_print(tracker->pool, "SUM(%s)", planned);
    if (other)
        return others_before(tracker, FORECAST_LOGGED_BEFORE, before);
    return pool_print(tracker->pool, "SUMIFS(%s,%s,\">=\"&%s)+%d/60+%s", planned,
                      weeks_column(tracker, at.starts), figure_cell(tracker, FORECAST_SINCE),
                      forecast_rest_of_week(tracker->schedule, index),
                      logged_before(tracker, index, before));
}

const char *logged_of_category(struct tracker *tracker, size_t index)
{
    return index == tracker->figures->categories ? others_before(tracker, FORECAST_LOGGED, "AsOf+1")
                                                 : logged_before(tracker, index, "AsOf+1");
}

double logged_in_category(const struct tracker *tracker, size_t index)
{
    const struct figures *figures = tracker->figures;

    return index == figures->categories ? figures->other : figures->category_actual[index];
}
