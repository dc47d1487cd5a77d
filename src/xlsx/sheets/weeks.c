/* weeks: the sheet of planned and logged hours, week by week. */
#include "xlsx/sheets/dashboard/dashboard.h"

#include <math.h>
#include <string.h>

#include "base/report.h"
#include "xlsx/sheets/record_pen.h"

#define PHASE_WIDTH 44.0
/* Hours off that are none: 1.17 is typed for 70 minutes. */
#define NO_DIFFERENCE 0.05
#define HEADER_LINES  3.0 /* of a category's name, at most */

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
    at.first_hours = 6;
    at.activities = 7;
    at.remark = (lxw_col_t)(at.activities + ACTIVITY_COUNT);
    at.categories = (lxw_col_t)(at.remark + 1); /* planned and actual of each */
    at.other = (lxw_col_t)(at.categories + 2 * tracker->figures->categories);
    at.planned_so_far = (lxw_col_t)(at.other + 1);
    at.actual_so_far = (lxw_col_t)(at.other + 2);
    at.first_plan = (lxw_col_t)(at.other + 3);
    at.phase_number = (lxw_col_t)(at.other + 4);
    return at;
}

/* How a column stands on the sheet. */
enum shown { PRINTED, GROUPED, HIDDEN };

static void put_header(struct tracker *tracker, lxw_worksheet *sheet, lxw_col_t column,
                       const char *role, const char *header, double width, enum shown shown)
{
    static const char *const texts[] = {"starts", "phase", "remark"};
    lxw_row_col_options options = {.hidden = shown != PRINTED, .level = shown == GROUPED};
    enum style style = STYLE_HEADER_NUMBER;

    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        if (strcmp(role, texts[i]) == 0)
            style = STYLE_HEADER;
    options.collapsed = strcmp(role, "remark") == 0; /* beside it the group begins */
    put_text(tracker, sheet, ROLE_ROW, column,
             pool_print(tracker->pool, "#roadbook:%s:%s", weeks_sheet.role, role), STYLE_ROLE);
    put_text(tracker, sheet, HEADER_ROW, column, header, style);
    worksheet_set_column_opt(sheet, column, column, width, NULL, &options);
}

/* The columns beside those that print. */
static void put_more_headers(struct tracker *tracker, lxw_worksheet *sheet,
                             const struct weeks_layout *at)
{
    struct pool *pool = tracker->pool;

    for (size_t c = 0; c < tracker->figures->categories; c++) {
        const char *name = tracker->schedule->categories[c].name;
        const char *planned = pool_print(pool, "%s planned", name);
        const char *actual = pool_print(pool, "%s actual", name);
        double width = fmin(utf8_columns(planned, strlen(planned)) / (HEADER_LINES - 1) + 3, 60);
        lxw_col_t column = (lxw_col_t)(at->categories + 2 * c);
        put_header(tracker, sheet, column, pool_print(pool, "planned-%zu", c + 1), planned, width,
                   GROUPED);
        put_header(tracker, sheet, (lxw_col_t)(column + 1), pool_print(pool, "actual-%zu", c + 1),
                   actual, width, GROUPED);
    }
    put_header(tracker, sheet, at->other, "other", "Other", 10, GROUPED);
    put_header(tracker, sheet, at->planned_so_far, "planned-so-far", "Planned so far", 10, GROUPED);
    put_header(tracker, sheet, at->actual_so_far, "actual-so-far", "Actual so far", 10, GROUPED);
    put_header(tracker, sheet, at->first_plan, "first-plan", "First plan so far", 10, GROUPED);
    put_header(tracker, sheet, at->phase_number, "phase-number", "Phase number", 8, HIDDEN);
}

static void put_headers(struct tracker *tracker, lxw_worksheet *sheet,
                        const struct weeks_layout *at)
{
    put_header(tracker, sheet, at->number, "week", "Week", 7, PRINTED);
    put_header(tracker, sheet, at->starts, "starts", "Starts", 12, PRINTED);
    put_header(tracker, sheet, at->phase, "phase", "Phase", PHASE_WIDTH, PRINTED);
    put_header(tracker, sheet, at->planned, "planned", "Planned", 9.5, PRINTED);
    put_header(tracker, sheet, at->actual, "actual", "Actual", 9.5, PRINTED);
    put_header(tracker, sheet, at->difference, "difference", "Difference", 11, PRINTED);
    put_header(tracker, sheet, at->first_hours, "first-hours", "First plan", 9.5, PRINTED);
    for (int a = 0; a < ACTIVITY_COUNT; a++)
        put_header(tracker, sheet, (lxw_col_t)(at->activities + a),
                   pool_print(tracker->pool, "activity-%d", a + 1), activity_name((enum activity)a),
                   9.5, PRINTED);
    put_header(tracker, sheet, at->remark, "remark", "Remark", 18, PRINTED);
    put_more_headers(tracker, sheet, at);
    worksheet_set_row(sheet, HEADER_ROW, 15.0 * HEADER_LINES, NULL);
}

/* "Log!$B$4:$B$4000,">="&$B5,Log!$B$4:$B$4000,"<"&MIN($B5+7,AsOf+1),...": what counts of the Log
 * within this week. */
static const char *within_week(struct tracker *tracker, const struct weeks_layout *at,
                               lxw_row_t row, const struct week *week)
{
    const char *dates = column_range(tracker, &log_sheet, LOG_DATE);
    const char *starts =
        pool_print(tracker->pool, "$%s%u", column_letters(tracker, at->starts), row + 1);

    return pool_print(tracker->pool, "%s,\">=\"&%s,%s,\"<\"&MIN(%s+%d,AsOf+1),%s", dates, starts,
                      dates, starts, (int)(week->last - week->first + 1),
                      log_counting_hours(tracker));
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
    const char *sum = pool_print(pool, "SUM($%s$%u:$%s%u)+%s", letters, at->first + 1, letters,
                                 row + 1, figure_cell(tracker, FORECAST_LOGGED_EARLY));

    put_number(tracker, sheet, row, at->planned_so_far, figures->planned_so_far, STYLE_HOURS);
    put_formula(tracker, sheet, row, at->actual_so_far,
                pool_print(pool, "=IF(%s>AsOf,\"\",%s)", starts, sum), STYLE_HOURS,
                figures->actual_so_far, figures->begun ? NULL : "");
    put_formula(tracker, sheet, row, at->first_plan,
                pool_print(pool, "=SUMIFS(%s,%s,\"<=\"&%s)/60",
                           first_plan_range(tracker, RECORD_FIRST_MINUTES),
                           first_plan_range(tracker, RECORD_FIRST_DAY), starts),
                STYLE_HOURS, figures->first_plan_so_far, NULL);
}

/* The hours that the first plan had for the days of WEEK. */
static double first_hours(const struct tracker *tracker, const struct week *week)
{
    const struct logbook *logbook = tracker->logbook;
    double minutes = 0.0;

    if (logbook->first_plan_count == 0)
        return week->minutes / 60.0;
    for (size_t i = 0; i < logbook->first_plan_count; i++)
        if (logbook->first_plan[i].first >= week->first &&
            logbook->first_plan[i].first <= week->last)
            minutes += logbook->first_plan[i].minutes;
    return minutes / 60.0;
}

static void put_first_hours(struct tracker *tracker, lxw_worksheet *sheet,
                            const struct weeks_layout *at, lxw_row_t row, const struct week *week)
{
    const char *days = first_plan_range(tracker, RECORD_FIRST_DAY);
    const char *starts =
        pool_print(tracker->pool, "$%s%u", column_letters(tracker, at->starts), row + 1);

    put_formula(tracker, sheet, row, at->first_hours,
                pool_print(tracker->pool, "=SUMIFS(%s,%s,\">=\"&%s,%s,\"<\"&%s+%d)/60",
                           first_plan_range(tracker, RECORD_FIRST_MINUTES), days, starts, days,
                           starts, (int)(week->last - week->first + 1)),
                STYLE_HOURS, first_hours(tracker, week), NULL);
}

/* How many of WEEK's days are days off. */
static size_t days_off_in(const struct rhythm *rhythm, const struct week *week)
{
    size_t count = 0;

    for (size_t i = 0; i < rhythm->day_off_count; i++)
        count += rhythm->days_off[i] >= week->first && rhythm->days_off[i] <= week->last;
    return count;
}

/* What the plan says of WEEK in words; "": nothing. */
static const char *words_of_week(struct tracker *tracker, const struct week *week)
{
    size_t off = days_off_in(&tracker->schedule->rhythm, week);

    if (week->minutes == 0)
        return off > 0 ? "week off" : "nothing planned";
    if (off == 0)
        return "";
    return pool_print(tracker->pool, "%zu day%s off", off, off == 1 ? "" : "s");
}

static void put_remark(struct tracker *tracker, lxw_worksheet *sheet, const struct weeks_layout *at,
                       lxw_row_t row, const struct week *week)
{
    struct pool *pool = tracker->pool;
    const char *words = words_of_week(tracker, week);
    const char *now = pool_print(pool, "this week%s%s", *words ? ", " : "", words);
    const char *starts = pool_print(pool, "$%s%u", column_letters(tracker, at->starts), row + 1);
    day as_of = tracker->figures->as_of;

    put_formula(tracker, sheet, row, at->remark,
                pool_print(pool, "=IF(AND(%s<=AsOf,%s+%d>AsOf),\"%s\",\"%s\")", starts, starts,
                           (int)(week->last - week->first + 1), now, words),
                STYLE_QUIET, 0, as_of >= week->first && as_of <= week->last ? now : words);
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
    bool in_phase = week->phase >= 0, over = week->last < tracker->figures->as_of;
    double off = figures->actual - figures->planned;

    put_number(tracker, sheet, row, at->number, week->number, STYLE_COUNT);
    put_date(tracker, sheet, row, at->starts, week->first, STYLE_DATE);
    put_text(tracker, sheet, row, at->phase,
             in_phase ? tracker->plan->phases[week->phase].title.text : "", STYLE_SHRUNK);
    put_number(tracker, sheet, row, at->phase_number, week->phase + 1, STYLE_COUNT);
    put_number(tracker, sheet, row, at->planned, figures->planned, STYLE_HOURS);
    put_formula(
        tracker, sheet, row, at->actual,
        pool_print(pool, "=SUMIFS(%s,%s)", column_range(tracker, &log_sheet, LOG_HOURS), within),
        STYLE_HOURS, figures->actual, NULL);
    put_formula(tracker, sheet, row, at->difference,
                pool_print(pool,
                           "=IF($%s%u+%d>AsOf,\"\",IF(ABS(E%u-D%u)*1000<%.0f,0,ROUND(E%u-D%u,6)))",
                           starts, row + 1, (int)(week->last - week->first + 1), row + 1, row + 1,
                           1000 * NO_DIFFERENCE, row + 1, row + 1),
                STYLE_DIFFERENCE, fabs(off) * 1000 < 1000 * NO_DIFFERENCE ? 0 : sheet_round(off, 6),
                over ? NULL : "");
    put_first_hours(tracker, sheet, at, row, week);
    put_remark(tracker, sheet, at, row, week);
    put_categories(tracker, sheet, at, row, within, figures);
    put_sums(tracker, sheet, at, row, figures);
    worksheet_set_row(sheet, row, 18, NULL);
}

/* The week of the day as of stands out; so does a week that is over and had less than was planned,
 * but for half an hour; a rule parts the phases. */
static void mark_weeks(struct tracker *tracker, lxw_worksheet *sheet, const struct weeks_layout *at)
{
    const char *phase = column_letters(tracker, at->phase_number);
    lxw_conditional_format mark = {.type = LXW_CONDITIONAL_TYPE_FORMULA};

    mark.value_string = pool_print(tracker->pool, "=LEFT($%s%u,9)=\"this week\"",
                                   column_letters(tracker, at->remark), at->first + 1);
    mark.format = tracker->styles.formats[STYLE_NOW];
    worksheet_conditional_format_range(sheet, at->first, at->number, at->last, at->remark, &mark);
    mark.value_string =
        pool_print(tracker->pool, "=AND(ISNUMBER($F%u),$F%u<-0.5)", at->first + 1, at->first + 1);
    mark.format = tracker->styles.formats[STYLE_LATE];
    worksheet_conditional_format_range(sheet, at->first, at->difference, at->last, at->difference,
                                       &mark);
    if (at->last == at->first)
        return;
    mark.value_string =
        pool_print(tracker->pool, "=$%s%u<>$%s%u", phase, at->first + 2, phase, at->first + 1);
    mark.format = tracker->styles.formats[STYLE_WEEK];
    worksheet_conditional_format_range(sheet, at->first + 1, at->number, at->last, at->remark,
                                       &mark);
}

static const char *hint_of(struct tracker *tracker, const struct weeks_layout *at)
{
    return pool_print(
        tracker->pool,
        "Hours, planned and logged. Those of each category stand in columns %s to %s, "
        "which are hidden. Fills itself from the Log.",
        column_letters(tracker, at->categories), column_letters(tracker, at->first_plan));
}

static void fill(struct tracker *tracker, lxw_worksheet *sheet)
{
    struct weeks_layout at = weeks_layout(tracker);
    lxw_row_col_options hidden = {.hidden = LXW_TRUE};

    sheet_dress(tracker, sheet, 0, weeks_sheet.title, hint_of(tracker, &at));
    if (tracker->figures->categories < tracker->schedule->category_count)
        report(NOWHERE, SEVERITY_NOTE, RULE_MANY_CATEGORIES,
               "the tracker's sheet Weeks has columns for %d of %zu categories; the others' hours "
               "count as Other there",
               CATEGORIES_SHOWN, tracker->schedule->category_count);
    put_headers(tracker, sheet, &at);
    worksheet_set_row_opt(sheet, ROLE_ROW, 12, NULL, &hidden);
    for (size_t i = 0; i < tracker->schedule->week_count; i++)
        put_week(tracker, sheet, &at, i);
    mark_weeks(tracker, sheet, &at);
    worksheet_outline_settings(sheet, LXW_TRUE, LXW_TRUE, LXW_FALSE, LXW_FALSE);
    worksheet_freeze_panes(sheet, FIRST_ROW, at.planned);
    worksheet_repeat_rows(sheet, HEADER_ROW, HEADER_ROW);
    worksheet_print_area(sheet, TITLE_ROW, at.number, at.last, at.remark);
    sheet_lock(sheet);
}

const struct sheet weeks_sheet = {
    .tab = "Weeks",
    .role = "weeks",
    .title = "Weeks",
    .fill = fill,
    .jumps_end = 5,
};
