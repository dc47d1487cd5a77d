/* sheets: what the tracker's sheets share, and one function a sheet, in the order of their tabs. */
#ifndef ROADBOOK_XLSX_SHEETS_SHEETS_H
#define ROADBOOK_XLSX_SHEETS_SHEETS_H

#include "xlsx/cells/lists.h"
#include "xlsx/cells/table.h"
#include "xlsx/sheets/figures.h"

extern const struct table log_table, sessions_table, tasks_table, checklists_table, reading_table,
    milestones_table, questions_table, budget_table;

/* How many items each table holds, for the Dashboard. */
struct tallies {
    size_t tasks, checks, readings, milestones;
    /* ticked in the roadmap itself */
    size_t tasks_done, checks_done, read;
    double planned_cost;
    /* of all prices; NULL where they differ */
    const char *currency;
};

/* Which items stand in which table; each item in at most one. */
bool is_task_row(const struct item *item);
bool is_check_row(const struct item *item);
bool is_reading_row(const struct item *item);
bool is_milestone_row(const struct item *item);
bool is_question_row(const struct item *item);
bool is_cost_row(const struct item *item);

void dashboard_write(struct tracker *tracker, lxw_worksheet *sheet, const struct tallies *tallies);
void log_write(struct tracker *tracker);
void weeks_write(struct tracker *tracker);
void sessions_write(struct tracker *tracker);
void phases_write(struct tracker *tracker);
void tasks_write(struct tracker *tracker, struct tallies *tallies);
void checklists_write(struct tracker *tracker, struct tallies *tallies);
void reading_write(struct tracker *tracker, struct tallies *tallies);
void milestones_write(struct tracker *tracker, struct tallies *tallies); /* and Questions */
void budget_write(struct tracker *tracker, struct tallies *tallies);
void comparison_write(struct tracker *tracker); /* where the edition has a comparison */
void lists_write(struct tracker *tracker);
void memory_write(struct tracker *tracker); /* the hidden sheet Roadbook */

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

/* true where some weeks belong to no phase: Phases then has a row for them. */
bool weeks_beside_phases(const struct schedule *schedule);

/* Adds the Dashboard's four charts below row TOP. */
void charts_add(struct tracker *tracker, lxw_worksheet *sheet, lxw_row_t top);

#endif
