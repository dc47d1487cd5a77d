/* dashboard: what the parts of the Dashboard have in common: the hidden sheet Charts, which works
 * out all of its figures, and the grid of narrow columns. */
#ifndef ROADBOOK_XLSX_SHEETS_DASHBOARD_DASHBOARD_H
#define ROADBOOK_XLSX_SHEETS_DASHBOARD_DASHBOARD_H

#include "xlsx/sheets/sheets.h"

/* The cell of Charts that holds FIGURE, "Charts!$B$5", and what it comes to. */
const char *figure_cell(struct tracker *tracker, enum forecast_figure figure);
double figure_of(const struct tracker *tracker, enum forecast_figure figure);

/* What there is of items: how many are done, and what they cost. */
enum item_count {
    COUNT_TASKS,
    COUNT_CHECKS,
    COUNT_READ,
    COUNT_REACHED,
    COUNT_MONEY_PLANNED,
    COUNT_MONEY_SPENT,
    COUNT_PLANNED_ELSE,
    COUNT_SPENT_ELSE,
    ITEM_COUNTS
};
const char *item_count_cell(struct tracker *tracker, enum item_count count);
double item_count_value(const struct tracker *tracker, enum item_count count);

/* Of how many of them, those of the learner's own with a title too; and a formula's piece of it. */
double item_count_all(const struct tracker *tracker, enum item_count count);
const char *item_count_all_formula(struct tracker *tracker, enum item_count count);

/* Pieces of formulas: the English names of the month and the weekday of DATE, a cell or a formula;
 * the hours logged on it. */
const char *month_of(struct tracker *tracker, const char *date);      /* "Jan" */
const char *long_month_of(struct tracker *tracker, const char *date); /* "January" */
const char *weekday_in(struct tracker *tracker, const char *date);    /* "Mon" */
const char *logged_on(struct tracker *tracker, const char *date);

/* Columns of Charts that charts draw: the lines, a row for each of LINE_WEEKS, and the last weeks
 * by activity. */
enum line_column {
    LINE_WEEK,
    LINE_STARTS,
    LINE_FIRST,
    LINE_PLAN,
    LINE_ACTUAL,
    LINE_EARLY,
    LINE_LATE,
    RECENT_WEEK = 8,
    RECENT_LABEL,
    RECENT_ACTIVITIES,
    RECENT_OTHER = RECENT_ACTIVITIES + ACTIVITY_COUNT,
    RECENT_TO_GO
};
lxw_col_t line_column(enum line_column column);
const char *line_range(struct tracker *tracker, enum line_column column);
size_t line_rows(const struct tracker *tracker, bool recent);

/* What each week holds of all hours of the plan, a range beside the rows of Weeks. */
const char *weeks_stand(struct tracker *tracker);

/* Hours by category, the last of category_rows() being all others. */
enum category_column { CATEGORY_NAME, CATEGORY_PLAN, CATEGORY_ACTUAL };
const char *category_range(struct tracker *tracker, enum category_column column);
size_t category_rows(const struct tracker *tracker);

/* Of the week's plan, what is not logged; 0: all of it is. */
double hours_to_go(const struct tracker *tracker, size_t week);

/* "5 Jan": how charts label a week. */
const char *line_label(struct tracker *tracker, size_t week);

/* Where the lines stand at the end of a week; NAN: nowhere. */
struct line_values {
    double first, plan, actual, early, late;
};
struct line_values line_values(const struct tracker *tracker, size_t week);

/* "2 January 2026". */
const char *day_words(struct tracker *tracker, day date);

/* The grid; points of height of the rows below the first charts. */
#define GRID_ROW     18
#define GRID_COLUMNS 54
#define GRID_FIRST   5.0  /* width of its first column, which names rows */
#define GRID_WIDTH   2.57 /* of the others */

/* Each adds a part at row TOP; where it gives a row, that is the one below the part. */
/* The hours, card beside card. */
void dashboard_cards(struct tracker *tracker, lxw_worksheet *sheet, lxw_row_t top);
/* What there is to tick, read, reach and spend: smaller cards, three in a row. */
lxw_row_t dashboard_items(struct tracker *tracker, lxw_worksheet *sheet, lxw_row_t top);
void dashboard_lines(struct tracker *tracker, lxw_worksheet *sheet, lxw_row_t top);
/* So high that it ends where row BELOW begins, or lower, where its bars take more. */
lxw_row_t dashboard_categories(struct tracker *tracker, lxw_worksheet *sheet, lxw_row_t top,
                               lxw_row_t below);
lxw_row_t dashboard_phases(struct tracker *tracker, lxw_worksheet *sheet, lxw_row_t top);
lxw_row_t dashboard_year(struct tracker *tracker, lxw_worksheet *sheet, lxw_row_t top);

#endif
