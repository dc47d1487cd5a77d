/* sheets: what the files of this room share: the tracker being written, cells, tables, and one
 * function a sheet. */
#ifndef ROADBOOK_XLSX_SHEETS_H
#define ROADBOOK_XLSX_SHEETS_H

#include "export.h"
#include "xlsx/figures.h"
#include "xlsx/styles.h"

/* Every sheet's rows, counted from 0: a title, a hint, the hidden role row, headers, then data. */
enum { TITLE_ROW, HINT_ROW, ROLE_ROW, HEADER_ROW, FIRST_ROW };

#define SHEET_DASHBOARD "Dashboard"
#define SHEET_LOG       "Log"
#define SHEET_WEEKS     "Weeks"
#define SHEET_SESSIONS  "Sessions"
#define SHEET_PHASES    "Phases"
#define SHEET_COMPARE   "Compare"
#define SHEET_LISTS     "Lists"
#define SHEET_ROADBOOK  "Roadbook"

/* Signs in a Done column. */
#define TICK_OPEN "☐"
#define TICK_DONE "☑"
/* The status of a book not yet begun, and of one that is read. */
#define STATUS_NEW  "to read"
#define STATUS_READ "read"

/* A row that stands for an item: kept in the file, so that a later build knows it again even where
 * somebody sorted the keys away from their texts. */
struct known_row {
    const char *key, *table, *text;
};

/* A tracker on its way into a file. */
struct tracker {
    const struct edition *edition;
    const struct schedule *schedule;
    const struct plan *plan;
    const struct journal *journal; /* what was carried over; all zero in a fresh tracker */
    const struct figures *figures;
    struct pool *pool; /* scratch: lives until the file is closed */
    lxw_workbook *book;
    struct styles styles;
    struct known_row *known;
    size_t known_count, known_capacity;
    struct place place; /* in the roadmap, of what is being written: for reports */
    size_t link_count;  /* on the sheet being written */
};

/* The tracker's bytes into OUT, sealed. JOURNAL is what the learner did so far, as carried over;
 * NULL for nothing. Uses a temporary file beside edition->path, gone afterwards. false: reported.
 */
bool tracker_make(const struct edition *edition, const struct journal *journal, struct text *out);

/* --- cells (cells.c) --------------------------------------------------------------------------
 */

/* TEXT fit for a cell: what XML 1.0 cannot hold is replaced, _xHHHH_ is escaped (ISO/IEC 29500-1,
 * 22.9.2.19), and what is longer than a cell holds (32,767 UTF-16 units) is cut, *CUT then true. */
const char *cell_text(struct pool *pool, const char *text, bool *cut);

/* true where roadbook makes a link of URL: http, https or mailto, at most 2,079 bytes, no blanks
 * or quotes. */
bool link_allowed(const char *url);

/* true where NAME may name a sheet, and NAME may be a defined name, in every spreadsheet program.
 */
bool sheet_name_allowed(const char *name);
bool defined_name_allowed(const char *name);

/* TEXT as a criterion of SUMIFS that matches just itself: "=" before it, * ? ~ escaped. */
const char *criterion(struct pool *pool, const char *text);

lxw_worksheet *sheet_add(struct tracker *tracker, const char *name);
void put_text(struct tracker *tracker, lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column,
              const char *text, enum style style);
void put_link(struct tracker *tracker, lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column,
              const char *url, const char *text);
void put_number(struct tracker *tracker, lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column,
                double number, enum style style); /* not finite: an empty cell */
void put_date(struct tracker *tracker, lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column,
              day date, enum style style); /* DAY_NONE: an empty cell */
void put_blank(struct tracker *tracker, lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column,
               enum style style);

/* A formula with the value that it has now: a number, or a text where TEXT is not NULL. */
void put_formula(struct tracker *tracker, lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column,
                 const char *formula, enum style style, double number, const char *text);

void define_name(struct tracker *tracker, const char *name, const char *reference);

/* "A", "AB" of a column counted from 0; "$A$5" of a cell. In the tracker's pool. */
const char *column_letters(struct tracker *tracker, lxw_col_t column);
const char *cell_reference(struct tracker *tracker, lxw_row_t row, lxw_col_t column);
/* "Weeks!$D$5:$D$134": rows FIRST..LAST of a column. */
const char *range_reference(struct tracker *tracker, const char *sheet, lxw_col_t column,
                            lxw_row_t first, lxw_row_t last);

/* Title and hint, print set-up (paper, landscape, one page wide, headers on each page), no
 * grid lines. TITLE_COLUMN is the first that is not hidden. */
void sheet_dress(struct tracker *tracker, lxw_worksheet *sheet, lxw_col_t title_column,
                 const char *title, const char *hint);

/* Locks a sheet that only shows; widths, filters and sorting stay free. No password. */
void sheet_lock(lxw_worksheet *sheet);

/* Points of height that TEXT takes in a cell WIDTH characters wide. */
double text_height(const char *text, double width);

/* --- tables (table.c) -------------------------------------------------------------------------
 */

enum column_kind {
    /* what the roadmap says */
    COLUMN_KEY,
    COLUMN_TITLE,
    COLUMN_LINKED_TITLE,
    COLUMN_DETAIL,
    COLUMN_PHASE,
    COLUMN_SECTION,
    COLUMN_FROM,
    COLUMN_DUE,
    COLUMN_PRICE,
    COLUMN_CURRENCY,
    COLUMN_WRITTEN, /* the whole line as it stands in the roadmap */
    COLUMN_SHOWN,   /* filled by the sheet itself */
    COLUMN_NUMBER,  /* so too, with numbers */
    /* what the learner writes */
    COLUMN_TICK,
    COLUMN_CATEGORY,
    COLUMN_STATUS,
    COLUMN_RATING,
    COLUMN_NOTE,
    COLUMN_DAY,
    COLUMN_HOURS,
    COLUMN_COUNT,
    COLUMN_MONEY
};

struct column {
    const char *token; /* last part of its role, "#roadbook:log:hours" */
    const char *header;
    double width;
    enum column_kind kind;
    bool hidden;
};

struct table {
    const char *sheet; /* the sheet's name */
    const char *token; /* middle part of its roles */
    const char *title, *hint;
    const struct column *columns;
    size_t column_count;
    /* a row is done where its cell of that column passes the test, a piece of a formula such as
     * "<>\"\""; NULL: rows are never done */
    const char *done_token, *done_test;
};

extern const struct table log_table, sessions_table, tasks_table, checklists_table, reading_table,
    milestones_table, questions_table, budget_table;

/* The column of that token; it must be there. */
lxw_col_t table_column(const struct table *table, const char *token);

/* "Log!$C:$C": the whole column, so that rows typed below the table count too. */
const char *whole_column(struct tracker *tracker, const struct table *table, const char *token);

/* Adds the sheet with title, roles, headers, widths and print set-up. */
lxw_worksheet *table_open(struct tracker *tracker, const struct table *table);

/* Makes rows FIRST..LAST ready to write in: tint, lists and checks of the input columns. */
void table_inputs(struct tracker *tracker, lxw_worksheet *sheet, const struct table *table,
                  lxw_row_t first, lxw_row_t last);

/* The whole sheet of a table with a row for each item of the plan that BELONGS, and empty rows of
 * the learner's own below. Gives how many items it holds. */
size_t table_of_items(struct tracker *tracker, const struct table *table,
                      bool (*belongs)(const struct item *item));

/* How many of them the roadmap itself ticks. */
size_t ticked_items(const struct tracker *tracker, bool (*belongs)(const struct item *item));

/* A cost's price for the budget: of a range the upper end; 0 for a limit ("<$150") and for none. */
double planned_price(const struct item *item);

/* --- the sheets, in the order of their tabs ---------------------------------------------------
 */

/* How many items each table holds, for the Dashboard. */
struct tallies {
    size_t tasks, checks, readings, milestones;
    size_t tasks_done, checks_done, read; /* ticked in the roadmap itself */
    double planned_cost;
    const char *currency; /* of all prices; NULL where they differ */
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
    lxw_row_t first, last; /* data rows */
    lxw_col_t number, starts, phase, planned, actual, difference, categories, other, planned_so_far,
        actual_so_far, first_plan, phase_number, actual_charted, pace, label, activities;
};
struct weeks_layout weeks_layout(const struct tracker *tracker);

/* "Jan 2026": how charts label a week. A text, or programs draw a day's width for each bar. */
const char *week_label(struct tracker *tracker, const struct week *week);

/* Where Phases keeps its two tables. */
struct phases_layout {
    lxw_row_t first, last;                   /* phases */
    lxw_row_t category_first, category_last; /* categories; the last row is Other */
};
struct phases_layout phases_layout(const struct tracker *tracker);

/* true where some weeks belong to no phase: Phases then has a row for them. */
bool weeks_beside_phases(const struct schedule *schedule);

/* Where Lists keeps its ranges, absolute references for data validation and formulas. */
const char *list_of_categories(struct tracker *tracker);
const char *cell_of_criterion(struct tracker *tracker, size_t category); /* "Lists!$B$5" */
#define LIST_OF_TICKS    SHEET_LISTS "!$D$5:$D$6"
#define LIST_OF_STATUSES SHEET_LISTS "!$E$5:$E$8"
#define LIST_OF_RATINGS  SHEET_LISTS "!$F$5:$F$9"
#define CELL_OF_TICK     SHEET_LISTS "!$D$6" /* TICK_DONE */
#define CELL_OF_READ     SHEET_LISTS "!$E$7" /* the status of a finished book */

/* --- charts (charts.c) ------------------------------------------------------------------------
 */

/* Adds the Dashboard's four charts below row TOP. */
void charts_add(struct tracker *tracker, lxw_worksheet *sheet, lxw_row_t top);

#endif
