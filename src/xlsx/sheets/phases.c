/* phases: the sheet of hours by phase and by category, with bars. */
#include "xlsx/sheets/sheets.h"

#include <math.h>

enum { NAME, STARTS, ENDS, PLANNED, ACTUAL, SHARE, PROGRESS, BAR, COLUMNS };

#define BAR_CELLS 20

static const struct column columns[COLUMNS] = {
    [NAME] = {"phase", "Phase", 46, COLUMN_SHOWN, false},
    [STARTS] = {"starts", "Starts", 12, COLUMN_SHOWN, false},
    [ENDS] = {"ends", "Ends", 12, COLUMN_SHOWN, false},
    [PLANNED] = {"planned", "Planned", 11, COLUMN_NUMBER, false},
    [ACTUAL] = {"actual", "Actual", 11, COLUMN_NUMBER, false},
    [SHARE] = {"share", "Done", 9, COLUMN_NUMBER, false},
    [PROGRESS] = {"progress", "Progress", 24, COLUMN_SHOWN, false},
    [BAR] = {"bar", "Progress, in signs", 28, COLUMN_SHOWN, false},
};

/* true where some weeks belong to no phase: Phases then has a row for them. */
static bool weeks_beside_phases(const struct schedule *schedule)
{
    for (size_t i = 0; i < schedule->week_count; i++)
        if (schedule->weeks[i].phase < 0)
            return true;
    return schedule->plan->phase_count == 0;
}

struct phases_layout phases_layout(const struct tracker *tracker)
{
    struct phases_layout at = {.first = FIRST_ROW};
    size_t rows = tracker->plan->phase_count + (weeks_beside_phases(tracker->schedule) ? 1 : 0);

    at.last = FIRST_ROW + (lxw_row_t)rows - 1;
    at.category_first = at.last + 4; /* a gap, a title, headers */
    at.category_last = at.category_first + (lxw_row_t)tracker->figures->categories;
    return at;
}

/* Share, data bar and bar of signs of a row whose hours are there. */
static void put_progress(struct tracker *tracker, lxw_worksheet *sheet, lxw_row_t row,
                         double planned, double actual)
{
    struct pool *pool = tracker->pool;
    double share = planned == 0.0 ? 0.0 : actual / planned;
    unsigned line = row + 1;
    int full = (int)sheet_round(BAR_CELLS * fmin(1.0, share), 0);
    struct text bar = TEXT_INIT;

    for (int i = 0; i < BAR_CELLS; i++)
        text_add(&bar, i < full ? "█" : "░");
    put_formula(tracker, sheet, row, SHARE,
                pool_print(pool, "=IF(D%u=0,0,E%u/D%u)", line, line, line), STYLE_PERCENT, share,
                NULL);
    put_formula(tracker, sheet, row, PROGRESS, pool_print(pool, "=F%u", line), STYLE_PERCENT, share,
                NULL);
    put_formula(tracker, sheet, row, BAR,
                pool_print(pool,
                           "=REPT(\"█\",ROUND(%d*MIN(1,F%u),0))&REPT(\"░\",%d-ROUND(%d*MIN(1,"
                           "F%u),0))",
                           BAR_CELLS, line, BAR_CELLS, BAR_CELLS, line),
                STYLE_BAR, 0, text_string(&bar));
    text_free(&bar);
}

static void put_phase(struct tracker *tracker, lxw_worksheet *sheet, lxw_row_t row, size_t index)
{
    struct pool *pool = tracker->pool;
    const struct plan *plan = tracker->plan;
    struct weeks_layout weeks = weeks_layout(tracker);
    bool beside = index >= plan->phase_count;
    const struct phase_figures *figures = &tracker->figures->phases[index];
    const char *numbers =
        range_reference(tracker, weeks_sheet.tab, weeks.phase_number, weeks.first, weeks.last);
    const char *name = plan->phase_count == 0 ? "The whole plan" : "Beside the phases";

    if (!beside)
        name =
            pool_print(pool, "%d · %s", plan->phases[index].number, plan->phases[index].title.text);
    put_text(tracker, sheet, row, NAME, name, STYLE_TEXT);
    if (!beside) {
        put_date(tracker, sheet, row, STARTS, tracker->schedule->phases[index].first, STYLE_DATE);
        put_date(tracker, sheet, row, ENDS, tracker->schedule->phases[index].last, STYLE_DATE);
    }
    int number = beside ? 0 : (int)index + 1;
    put_formula(tracker, sheet, row, PLANNED,
                pool_print(pool, "=SUMIFS(%s,%s,%d)",
                           range_reference(tracker, weeks_sheet.tab, weeks.planned, weeks.first,
                                           weeks.last),
                           numbers, number),
                STYLE_HOURS, figures->planned, NULL);
    put_formula(
        tracker, sheet, row, ACTUAL,
        pool_print(pool, "=SUMIFS(%s,%s,%d)",
                   range_reference(tracker, weeks_sheet.tab, weeks.actual, weeks.first, weeks.last),
                   numbers, number),
        STYLE_HOURS, figures->actual, NULL);
    put_progress(tracker, sheet, row, figures->planned, figures->actual);
    worksheet_set_row(sheet, row, fmax(20.0, text_height(name, columns[NAME].width)), NULL);
}

static void put_sum(struct tracker *tracker, lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column,
                    lxw_col_t of, double value)
{
    struct weeks_layout weeks = weeks_layout(tracker);

    put_formula(tracker, sheet, row, column,
                pool_print(tracker->pool, "=SUM(%s)",
                           range_reference(tracker, weeks_sheet.tab, of, weeks.first, weeks.last)),
                STYLE_HOURS, value, NULL);
}

static void put_categories(struct tracker *tracker, lxw_worksheet *sheet,
                           const struct phases_layout *at)
{
    struct weeks_layout weeks = weeks_layout(tracker);
    const struct figures *figures = tracker->figures;
    double other = 0.0;
    lxw_row_t row = at->category_first;

    put_text(tracker, sheet, row - 1, NAME, "Category", STYLE_HEADER);
    put_text(tracker, sheet, row - 1, STARTS, "Activity", STYLE_HEADER);
    for (lxw_col_t i = ENDS; i < COLUMNS; i++)
        put_text(tracker, sheet, row - 1, i, i == ENDS ? "" : columns[i].header,
                 columns[i].kind == COLUMN_NUMBER ? STYLE_HEADER_NUMBER : STYLE_HEADER);
    worksheet_set_row(sheet, row - 1, 24, NULL);
    for (size_t c = 0; c < figures->categories; c++, row++) {
        const struct category *category = &tracker->schedule->categories[c];
        lxw_col_t planned = (lxw_col_t)(weeks.categories + 2 * c);
        put_text(tracker, sheet, row, NAME, category->name, STYLE_TEXT);
        put_text(tracker, sheet, row, STARTS, activity_name(category->activity), STYLE_QUIET);
        put_sum(tracker, sheet, row, PLANNED, planned, figures->category_planned[c]);
        put_sum(tracker, sheet, row, ACTUAL, (lxw_col_t)(planned + 1), figures->category_actual[c]);
        put_progress(tracker, sheet, row, figures->category_planned[c],
                     figures->category_actual[c]);
        worksheet_set_row(sheet, row, 20, NULL);
    }
    for (size_t i = 0; i < figures->week_count; i++)
        other += figures->weeks[i].other;
    put_text(tracker, sheet, row, NAME, "Other", STYLE_TEXT);
    put_number(tracker, sheet, row, PLANNED, 0.0, STYLE_HOURS);
    put_sum(tracker, sheet, row, ACTUAL, weeks.other, other);
}

static void add_bars(lxw_worksheet *sheet, lxw_row_t first, lxw_row_t last)
{
    lxw_conditional_format bar = {.type = LXW_CONDITIONAL_DATA_BAR,
                                  .data_bar_2010 = LXW_TRUE,
                                  .bar_only = LXW_TRUE,
                                  .bar_solid = LXW_TRUE,
                                  .bar_color = COLOR_BAR,
                                  .min_rule_type = LXW_CONDITIONAL_RULE_TYPE_NUMBER,
                                  .min_value = 0,
                                  .max_rule_type = LXW_CONDITIONAL_RULE_TYPE_NUMBER,
                                  .max_value = 1};

    if (first <= last)
        worksheet_conditional_format_range(sheet, first, PROGRESS, last, PROGRESS, &bar);
}

static void fill(struct tracker *tracker, lxw_worksheet *sheet)
{
    struct phases_layout at = phases_layout(tracker);

    table_open(tracker, sheet, &phases_sheet);
    for (lxw_row_t row = at.first; row <= at.last; row++)
        put_phase(tracker, sheet, row, row - at.first);
    put_categories(tracker, sheet, &at);
    add_bars(sheet, at.first, at.last);
    add_bars(sheet, at.category_first, at.category_last - 1);
    worksheet_freeze_panes(sheet, FIRST_ROW, STARTS);
    sheet_lock(sheet);
}

const struct sheet phases_sheet = {
    .tab = "Phases",
    .role = "phases",
    .title = "Phases",
    .hint = "Hours by phase and by category. Fills itself from the Log.",
    .columns = columns,
    .column_count = COLUMNS,
    .fill = fill,
};
