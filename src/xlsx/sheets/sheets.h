/* sheets: the one table of the tracker's sheets, and what they know of each other. */
#ifndef ROADBOOK_XLSX_SHEETS_SHEETS_H
#define ROADBOOK_XLSX_SHEETS_SHEETS_H

#include "xlsx/cells/lists.h"
#include "xlsx/cells/table.h"

/* In the order of the tabs; NAME is sheets/NAME.c, but for the Dashboard and what it draws from,
 * which have a folder: dashboard/dashboard.c, dashboard/data.c. Each item stands on one sheet at
 * most. */
#define SHEETS(SHEET)                                                                              \
    SHEET(today)                                                                                   \
    SHEET(dashboard)                                                                               \
    SHEET(log)                                                                                     \
    SHEET(weeks)                                                                                   \
    SHEET(phases)                                                                                  \
    SHEET(tasks)                                                                                   \
    SHEET(checklists)                                                                              \
    SHEET(reading)                                                                                 \
    SHEET(milestones)                                                                              \
    SHEET(questions)                                                                               \
    SHEET(budget)                                                                                  \
    SHEET(comparison)                                                                              \
    SHEET(old_rows)                                                                                \
    SHEET(lists)                                                                                   \
    SHEET(days)                                                                                    \
    SHEET(dashboard_data)                                                                          \
    SHEET(plan_record)                                                                             \
    SHEET(plan_dates)

#define SHEET(name) extern const struct sheet name##_sheet;
SHEETS(SHEET)
#undef SHEET

/* Columns of the Log. */
enum {
    LOG_ID,
    LOG_DATE,
    LOG_CATEGORY,
    LOG_HOURS,
    LOG_PLANNED,
    LOG_TASK,
    LOG_NOTES,
    LOG_COUNTS,
    LOG_COLUMNS
};

/* Finds a place for all that memory holds of the learner's: the rows of the Log and what they come
 * to (tracker->logbook), and what has no place any more. To be done before figures_make() and
 * sheets_write(). */
void sheets_carry(struct tracker *tracker);

/* Adds and fills each sheet that the tracker is to have, the learner's own behind ours. */
void sheets_write(struct tracker *tracker);

/* A row of the Log. */
struct log_row {
    /* NULL: a row of the learner's own */
    const struct session *session;
    /* what the old tracker has of it; NULL: nothing */
    const struct kept_row *kept;
    /* what the learner wrote, by column; NULL: roadbook's own word stands there, or nothing */
    const struct kept_cell *cells[LOG_COLUMNS];
};

/* What the Log offers under Task: what is worked at and read in the phase of the day as of, then
 * the rest. A range of the sheet Lists; NULL: nothing. */
const char *list_of_tasks(struct tracker *tracker);

/* The name of a session's category; "": none. */
const char *category_of(const struct tracker *tracker, const struct session *session);

/* What of the Log counts, for formulas; each is a piece without "=". */

/* Criteria for SUMIFS and COUNTIFS, of all that counts but for its date: for formulas that ask for
 * days of their own. */
const char *log_counting_hours(struct tracker *tracker);
/* As that, of hours on the days before BEFORE, a formula's piece. */
const char *log_counting_before(struct tracker *tracker, const char *before);
/* The sum of all that counts (figures->logged). */
const char *log_hours_logged(struct tracker *tracker);
/* How many rows have hours that do not count (figures->odd_rows), those below all ranges with them.
 */
const char *log_odd_rows(struct tracker *tracker);
/* The first of them, as a row of the sheet (FIRST_ROW + 1 + figures->first_odd); 0: none. */
const char *log_first_odd_row(struct tracker *tracker);
/* How many rows count as Other, in a category that is none of the plan's (figures->unknown_rows).
 */
const char *log_unknown_rows(struct tracker *tracker);
/* A whole formula: what the Log says of its ROW. */
const char *log_verdict(struct tracker *tracker, lxw_row_t row);

/* The Log's rows, out of schedule and memory, into tracker->log_rows and ->logbook. */
void log_carry(struct tracker *tracker);

/* Drops those of tracker->strays, from FIRST on, that stand on the sheet of what found no place
 * already: a tracker that is named again has the same to say. */
void strays_drop_standing(struct tracker *tracker, size_t first);

/* Writes the marks of the first SHEET_COUNT sheets, which are filled, behind the record on SHEET.
 */
void plan_imprint_put(struct tracker *tracker, lxw_worksheet *sheet, size_t sheet_count);

/* Adds and fills the learner's own sheets. */
void own_sheets_add(struct tracker *tracker);

/* Columns that formulas on other sheets name. */
enum {
    TASK_DONE = 2,
    CHECK_DONE = 2,
    READING_STATUS = 3,
    READING_CHAPTERS_READ = 11,
    MILESTONE_REACHED = 6
};
enum { BUDGET_PLANNED = 5, BUDGET_ACTUAL };

/* The currency that most of the roadmap's costs are in; NULL: none is said. */
const char *currency_of_costs(const struct tracker *tracker);

/* What the Budget comes to in that currency, planned or actual (rows that say none are in it), and
 * how many rows are in others; as worked out, and as formulas' pieces. */
double budget_sum(const struct tracker *tracker, bool actual);
size_t budget_left_out(const struct tracker *tracker, bool actual);
const char *budget_sum_formula(struct tracker *tracker, bool actual);
const char *budget_left_out_formula(struct tracker *tracker, bool actual);

/* Where Weeks keeps things, for formulas and charts elsewhere. */
struct weeks_layout {
    /* data rows */
    lxw_row_t first, last;
    /* what prints */
    lxw_col_t number, starts, phase, planned, actual, difference, first_hours, activities, remark;
    /* grouped beside it: planned and actual of each category, what is of none, sums so far */
    lxw_col_t categories, other, planned_so_far, actual_so_far, first_plan;
    /* hidden, for Phases */
    lxw_col_t phase_number;
};
struct weeks_layout weeks_layout(const struct tracker *tracker);

/* Where Phases keeps its two tables. */
struct phases_layout {
    /* phases, and below them what they come to */
    lxw_row_t first, last, all;
    /* of both tables: hours, share; "7 of 24" and how the phase stands, of phases alone */
    lxw_col_t name, starts, ends, planned, actual, share, ticks, state;
    /* categories; the last row is Other */
    lxw_row_t category_first, category_last;
};
struct phases_layout phases_layout(const struct tracker *tracker);

/* What is ticked of the phase in that ROW, or of all, as Phases says it: "7 of 24". */
const char *phases_ticks(struct tracker *tracker, lxw_row_t row);

#endif
