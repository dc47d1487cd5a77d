/* sheets: the one table of the tracker's sheets, and what they know of each other. */
#ifndef ROADBOOK_XLSX_SHEETS_SHEETS_H
#define ROADBOOK_XLSX_SHEETS_SHEETS_H

#include "xlsx/cells/lists.h"
#include "xlsx/cells/table.h"

/* In the order of the tabs; NAME is sheets/NAME.c. Each item stands on one sheet at most. */
#define SHEETS(SHEET)                                                                              \
    SHEET(dashboard)                                                                               \
    SHEET(log)                                                                                     \
    SHEET(weeks)                                                                                   \
    SHEET(sessions)                                                                                \
    SHEET(phases)                                                                                  \
    SHEET(tasks)                                                                                   \
    SHEET(checklists)                                                                              \
    SHEET(reading)                                                                                 \
    SHEET(milestones)                                                                              \
    SHEET(questions)                                                                               \
    SHEET(budget)                                                                                  \
    SHEET(comparison)                                                                              \
    SHEET(lists)                                                                                   \
    SHEET(plan_record)                                                                             \
    SHEET(plan_dates)

#define SHEET(name) extern const struct sheet name##_sheet;
SHEETS(SHEET)
#undef SHEET

/* Adds and fills each sheet that the tracker is to have. */
void sheets_write(struct tracker *tracker);

/* Columns that formulas on other sheets name. */
enum { LOG_DATE, LOG_CATEGORY, LOG_HOURS, LOG_TASK, LOG_NOTES };
enum {
    SESSION_ID,
    SESSION_WEEK,
    SESSION_DATE,
    SESSION_WEEKDAY,
    SESSION_START,
    SESSION_MINUTES,
    SESSION_CATEGORY,
    SESSION_FOCUS,
    SESSION_CLOSES_MONTH
};
enum { TASK_DONE = 1, CHECK_DONE = 1, READING_STATUS = 6, MILESTONE_REACHED = 4 };
enum { BUDGET_PLANNED = 4, BUDGET_ACTUAL };

/* What all of the Budget costs by plan; *CURRENCY is that of all prices, NULL where they differ or
 * have none. */
double planned_costs(const struct tracker *tracker, const char **currency);

/* Where Weeks keeps things, for formulas and charts elsewhere. */
struct weeks_layout {
    /* data rows */
    lxw_row_t first, last;
    lxw_col_t number, starts, phase, planned, actual, difference, categories, other, planned_so_far,
        actual_so_far, first_plan, phase_number, actual_charted, pace, label, activities;
};
struct weeks_layout weeks_layout(const struct tracker *tracker);

/* "Jan 2026": how charts label a week. A text, or programs draw a day's width for each bar. */
const char *week_label(struct tracker *tracker, const struct week *week);

/* Where Phases keeps its two tables. */
struct phases_layout {
    /* phases */
    lxw_row_t first, last;
    /* categories; the last row is Other */
    lxw_row_t category_first, category_last;
};
struct phases_layout phases_layout(const struct tracker *tracker);

/* Adds the Dashboard's four charts below row TOP. */
void charts_add(struct tracker *tracker, lxw_worksheet *sheet, lxw_row_t top);

#endif
