/* weeks: the sheet of planned and logged hours, week by week. */
#include "xlsx/sheets/sheets.h"

#include <math.h>
#include <string.h>

#include "base/report.h"
#include "xlsx/sheets/record_pen.h"

#define COLUMNS_A_PAGE 40 /* more would print too small to read */
#define CATEGORY_WIDTH 11.0

struct weeks_layout weeks_layout(const struct tracker *tracker)
{
    struct weeks_layout at = {.first = FIRST_ROW, .number = 0};
    size_t weeks = tracker->schedule->week_count;

    at.last = FIRST_ROW + (lxw_row_t)(weeks > 0 ? weeks - 1 : 0);
    at.starts = 1;
    at.phase = 2;
    at.planned = 3;
    at.actual = 4;
    at.difference = 5;
    at.categories = 6; /* planned and actual of each */
    at.other = (lxw_col_t)(at.categories + 2 * tracker->figures->categories);
    at.planned_so_far = (lxw_col_t)(at.other + 1);
    at.actual_so_far = (lxw_col_t)(at.other + 2);
    at.first_plan = (lxw_col_t)(at.other + 3);
    /* hidden, for charts and other sheets */
    at.phase_number = (lxw_col_t)(at.other + 4);
    at.actual_charted = (lxw_col_t)(at.other + 5);
    at.pace = (lxw_col_t)(at.other + 6);
    at.label = (lxw_col_t)(at.other + 7);
    at.activities = (lxw_col_t)(at.other + 8);
    return at;
}

static void put_header(struct tracker *tracker, lxw_worksheet *sheet, lxw_col_t column,
                       const char *role, const char *header, double width, bool hide)
{
    lxw_row_col_options hidden = {.hidden = LXW_TRUE};

    put_text(tracker, sheet, ROLE_ROW, column,
             pool_print(tracker->pool, "#roadbook:%s:%s", weeks_sheet.role, role), STYLE_ROLE);
    put_text(tracker, sheet, HEADER_ROW, column, header,
             strcmp(role, "starts") == 0 || strcmp(role, "phase") == 0 ? STYLE_HEADER
                                                                       : STYLE_HEADER_NUMBER);
    worksheet_set_column_opt(sheet, column, column, width, NULL, hide ? &hidden : NULL);
}

static void put_headers(struct tracker *tracker, lxw_worksheet *sheet,
                        const struct weeks_layout *at)
{
    struct pool *pool = tracker->pool;

    put_header(tracker, sheet, at->number, "week", "Week", 8, false);
    put_header(tracker, sheet, at->starts, "starts", "Starts", 12, false);
    put_header(tracker, sheet, at->phase, "phase", "Phase", 32, false);
    put_header(tracker, sheet, at->planned, "planned", "Planned", 10, false);
    put_header(tracker, sheet, at->actual, "actual", "Actual", 10, false);
    put_header(tracker, sheet, at->difference, "difference", "Difference", 11, false);
    for (size_t c = 0; c < tracker->figures->categories; c++) {
        const char *name = tracker->schedule->categories[c].name;
        lxw_col_t column = (lxw_col_t)(at->categories + 2 * c);
        put_header(tracker, sheet, column, pool_print(pool, "planned-%zu", c + 1),
                   pool_print(pool, "%s planned", name), CATEGORY_WIDTH, false);
        put_header(tracker, sheet, (lxw_col_t)(column + 1), pool_print(pool, "actual-%zu", c + 1),
                   pool_print(pool, "%s actual", name), CATEGORY_WIDTH, false);
    }
    put_header(tracker, sheet, at->other, "other", "Other", 10, false);
    put_header(tracker, sheet, at->planned_so_far, "planned-so-far", "Planned so far", 10, false);
    put_header(tracker, sheet, at->actual_so_far, "actual-so-far", "Actual so far", 10, false);
    put_header(tracker, sheet, at->first_plan, "first-plan", "First plan so far", 10, false);
    put_header(tracker, sheet, at->phase_number, "phase-number", "Phase number", 8, true);
    put_header(tracker, sheet, at->actual_charted, "charted", "Actual, for the chart", 10, true);
    put_header(tracker, sheet, at->pace, "pace", "Four-week pace", 10, true);
    put_header(tracker, sheet, at->label, "label", "Label", 10, true);
    for (int a = 0; a < ACTIVITY_COUNT; a++)
        put_header(tracker, sheet, (lxw_col_t)(at->activities + a),
                   pool_print(pool, "activity-%d", a + 1), activity_name((enum activity)a), 10,
                   true);
    double height = 48.0;
    for (size_t c = 0; c < tracker->figures->categories; c++)
        height = fmax(
            height, text_height(tracker->schedule->categories[c].name, CATEGORY_WIDTH - 2) + 15.0);
    worksheet_set_row(sheet, HEADER_ROW, fmin(height, 150.0), NULL);
}

/* "Log!$B$4:$B$20000,">="&$B5,Log!$B$4:$B$20000,"<"&$B5+7,...": what counts of the Log within this
 * week. */
static const char *within_week(struct tracker *tracker, const struct weeks_layout *at,
                               lxw_row_t row, const struct week *week)
{
    const char *dates = column_range(tracker, &log_sheet, LOG_DATE);
    const char *starts =
        pool_print(tracker->pool, "$%s%u", column_letters(tracker, at->starts), row + 1);

    return pool_print(tracker->pool, "%s,\">=\"&%s,%s,\"<\"&%s+%d,%s", dates, starts, dates, starts,
                      (int)(week->last - week->first + 1), log_counting_hours(tracker));
}

static void put_categories(struct tracker *tracker, lxw_worksheet *sheet,
                           const struct weeks_layout *at, lxw_row_t row, const char *within,
                           const struct week_figures *figures)
{
    struct pool *pool = tracker->pool;
    const char *hours = column_range(tracker, &log_sheet, LOG_HOURS);
    const char *categories = column_range(tracker, &log_sheet, LOG_CATEGORY);
    struct text known = TEXT_INIT;
    struct text activities[ACTIVITY_COUNT];

    memset(activities, 0, sizeof activities);
    for (size_t c = 0; c < tracker->figures->categories; c++) {
        lxw_col_t planned = (lxw_col_t)(at->categories + 2 * c);
        lxw_col_t actual = (lxw_col_t)(planned + 1);
        struct text *activity = &activities[tracker->schedule->categories[c].activity];
        put_number(tracker, sheet, row, planned, figures->category_planned[c], STYLE_HOURS);
        put_formula(tracker, sheet, row, actual,
                    pool_print(pool, "=SUMIFS(%s,%s,%s,%s)", hours, within, categories,
                               cell_of_criterion(tracker, c)),
                    STYLE_HOURS, figures->category_actual[c], NULL);
        text_print(&known, "-%s%u", column_letters(tracker, actual), row + 1);
        text_print(activity, "+%s%u", column_letters(tracker, actual), row + 1);
    }
    put_formula(tracker, sheet, row, at->other,
                pool_print(pool, "=ROUND(%s%u%s,6)", column_letters(tracker, at->actual), row + 1,
                           text_string(&known)),
                STYLE_HOURS, figures->other, NULL);
    for (int a = 0; a < ACTIVITY_COUNT; a++) {
        put_formula(tracker, sheet, row, (lxw_col_t)(at->activities + a),
                    pool_print(pool, "=0%s", text_string(&activities[a])), STYLE_HOURS,
                    figures->activity_actual[a], NULL);
        text_free(&activities[a]);
    }
    text_free(&known);
}

/* A column of the weeks as they were first planned. */
static const char *first_plan_range(struct tracker *tracker, enum record_column column)
{
    size_t kept = tracker->logbook->first_plan_count;
    size_t count = kept > 0 ? kept : tracker->schedule->week_count;

    return range_reference(tracker, plan_record_sheet.tab, record_place(RECORD_SETTING, column),
                           FIRST_ROW, FIRST_ROW + (lxw_row_t)(count > 0 ? count - 1 : 0));
}

/* Cumulatives: what lies ahead of the day as of stays empty, and NA() where only a chart looks. */
static void put_sums(struct tracker *tracker, lxw_worksheet *sheet, const struct weeks_layout *at,
                     lxw_row_t row, const struct week_figures *figures)
{
    struct pool *pool = tracker->pool;
    const char *letters = column_letters(tracker, at->actual);
    const char *starts = pool_print(pool, "$%s%u", column_letters(tracker, at->starts), row + 1);
    const char *sum =
        pool_print(pool, "SUM($%s$%u:$%s%u)", letters, at->first + 1, letters, row + 1);

    put_number(tracker, sheet, row, at->planned_so_far, figures->planned_so_far, STYLE_HOURS);
    put_formula(tracker, sheet, row, at->actual_so_far,
                pool_print(pool, "=IF(%s>AsOf,\"\",%s)", starts, sum), STYLE_HOURS,
                figures->actual_so_far, figures->begun ? NULL : "");
    put_formula(tracker, sheet, row, at->actual_charted,
                pool_print(pool, "=IF(%s>AsOf,NA(),%s)", starts, sum), STYLE_HOURS,
                figures->actual_so_far, figures->begun ? NULL : "#N/A");
    put_formula(tracker, sheet, row, at->first_plan,
                pool_print(pool, "=SUMIFS(%s,%s,\"<=\"&%s)/60",
                           first_plan_range(tracker, RECORD_FIRST_MINUTES),
                           first_plan_range(tracker, RECORD_FIRST_DAY), starts),
                STYLE_HOURS, figures->first_plan_so_far, NULL);
}

const char *week_label(struct tracker *tracker, const struct week *week)
{
    struct civil date = civil_of(week->first);

    return pool_print(tracker->pool, "%s %d", month_short_name(date.month), date.year);
}

static void put_week(struct tracker *tracker, lxw_worksheet *sheet, const struct weeks_layout *at,
                     size_t index)
{
    struct pool *pool = tracker->pool;
    const struct week *week = &tracker->schedule->weeks[index];
    const struct week_figures *figures = &tracker->figures->weeks[index];
    lxw_row_t row = at->first + (lxw_row_t)index;
    const char *within = within_week(tracker, at, row, week);
    const char *starts = column_letters(tracker, at->starts);
    bool in_phase = week->phase >= 0;

    put_number(tracker, sheet, row, at->number, week->number, STYLE_COUNT);
    put_date(tracker, sheet, row, at->starts, week->first, STYLE_DATE);
    put_text(tracker, sheet, row, at->phase,
             in_phase ? tracker->plan->phases[week->phase].title.text : "", STYLE_LINE);
    put_text(tracker, sheet, row, at->label, week_label(tracker, week), STYLE_QUIET);
    put_number(tracker, sheet, row, at->phase_number, week->phase + 1, STYLE_COUNT);
    put_number(tracker, sheet, row, at->planned, figures->planned, STYLE_HOURS);
    put_formula(
        tracker, sheet, row, at->actual,
        pool_print(pool, "=SUMIFS(%s,%s)", column_range(tracker, &log_sheet, LOG_HOURS), within),
        STYLE_HOURS, figures->actual, NULL);
    put_formula(tracker, sheet, row, at->difference,
                pool_print(pool, "=IF($%s%u>AsOf,\"\",ROUND(E%u-D%u,6))", starts, row + 1, row + 1,
                           row + 1),
                STYLE_HOURS, sheet_round(figures->actual - figures->planned, 6),
                figures->begun ? NULL : "");
    put_categories(tracker, sheet, at, row, within, figures);
    put_sums(tracker, sheet, at, row, figures);
    if (index >= 3) /* a pace needs four whole weeks */
        put_formula(tracker, sheet, row, at->pace,
                    pool_print(pool, "=IF($%s%u+%d>AsOf,\"\",SUM(E%u:E%u)/4)", starts, row + 1,
                               (int)(week->last - week->first), row - 2, row + 1),
                    STYLE_HOURS, figures->pace, figures->finished ? NULL : "");
    worksheet_set_row(sheet, row, 18, NULL);
}

static void fill(struct tracker *tracker, lxw_worksheet *sheet)
{
    struct weeks_layout at = weeks_layout(tracker);
    lxw_row_col_options hidden = {.hidden = LXW_TRUE};

    sheet_dress(tracker, sheet, 0, weeks_sheet.title, weeks_sheet.hint);
    if (tracker->figures->categories < tracker->schedule->category_count)
        report(NOWHERE, SEVERITY_NOTE, RULE_MANY_CATEGORIES,
               "the tracker's sheet Weeks has columns for %d of %zu categories; the others' hours "
               "count as Other there",
               CATEGORIES_SHOWN, tracker->schedule->category_count);
    put_headers(tracker, sheet, &at);
    worksheet_set_row_opt(sheet, ROLE_ROW, 12, NULL, &hidden);
    for (size_t i = 0; i < tracker->schedule->week_count; i++)
        put_week(tracker, sheet, &at, i);
    lxw_conditional_format now = {.type = LXW_CONDITIONAL_TYPE_FORMULA,
                                  .value_string = "=AND($B5<=AsOf,$B5+7>AsOf)",
                                  .format = tracker->styles.formats[STYLE_NOW]};
    worksheet_conditional_format_range(sheet, at.first, at.number, at.last, at.phase, &now);
    lxw_conditional_format behind = {.type = LXW_CONDITIONAL_TYPE_FORMULA,
                                     .value_string = "=AND(ISNUMBER($F5),$F5<0)",
                                     .format = tracker->styles.formats[STYLE_LATE]};
    worksheet_conditional_format_range(sheet, at.first, at.difference, at.last, at.difference,
                                       &behind);
    worksheet_freeze_panes(sheet, FIRST_ROW, at.planned);
    worksheet_repeat_rows(sheet, HEADER_ROW, HEADER_ROW);
    worksheet_repeat_columns(sheet, at.number, at.phase);
    worksheet_fit_to_pages(sheet, (uint16_t)(1 + at.other / COLUMNS_A_PAGE), 0);
    sheet_lock(sheet);
}

const struct sheet weeks_sheet = {
    .tab = "Weeks",
    .role = "weeks",
    .title = "Weeks",
    .hint = "Hours, planned and logged. Fills itself from the Log.",
    .fill = fill,
};
