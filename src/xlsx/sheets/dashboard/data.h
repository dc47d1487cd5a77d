/* data: the hidden sheet Charts from within, for the files that fill it: its columns, and what its
 * formulas name of other sheets. */
#ifndef ROADBOOK_XLSX_SHEETS_DASHBOARD_DATA_H
#define ROADBOOK_XLSX_SHEETS_DASHBOARD_DATA_H

#include "xlsx/sheets/dashboard/dashboard.h"

/* Its columns: figures; names; weeks, beside those of Weeks; what charts draw, from CHARTS_LINES on
 * as enum line_column says; categories. */
enum {
    CHARTS_WORDS,
    CHARTS_VALUES,
    CHARTS_MONTHS = 3,
    CHARTS_LONG_MONTHS,
    CHARTS_WEEKDAYS,
    CHARTS_WEEK_COUNTS = 7,
    CHARTS_WEEK_NTH,
    CHARTS_WEEK_SHARE,
    CHARTS_WEEK_SQUARE,
    CHARTS_WEEK_STREAK,
    CHARTS_WEEK_STANDS,
    CHARTS_LINES = 14,
    CHARTS_CATEGORIES = 31,
    CHARTS_CATEGORY_PLANNED,
    CHARTS_CATEGORY_LOGGED,
    CHARTS_COLUMNS
};

/* The first ROWS cells of COLUMN of Charts, at least one, as a range: "Charts!$H$5:$H$134". */
const char *charts_column(struct tracker *tracker, lxw_col_t column, size_t rows);

/* What formulas of this sheet name of others. */
struct charts_sources {
    const char *hours, *dates, *counts;
    /* of sessions, whatever day the learner gave their rows in the Log */
    const char *planned, *days;
    struct weeks_layout weeks;
    const char *starts;
};
struct charts_sources charts_sources(struct tracker *tracker);

/* Pieces of formulas, without "=": COLUMN of Weeks, from its first week to its last; the hours
 * logged on days of which WHEN, criteria of the Log's dates, is true; those of sessions on such
 * days, WHEN being of the sessions' dates; criteria of the days FROM to before BEFORE. */
const char *weeks_column(struct tracker *tracker, const struct charts_sources *from,
                         lxw_col_t column);
const char *logged_when(struct tracker *tracker, const struct charts_sources *from,
                        const char *when);
const char *planned_when(struct tracker *tracker, const struct charts_sources *from,
                         const char *when);
const char *days_between(struct pool *pool, const char *dates, const char *from,
                         const char *before);

/* What fills it. All figures and what is done of items, one below the other, with their words. */
void charts_put_figures(struct tracker *tracker, lxw_worksheet *sheet,
                        const struct charts_sources *from);
/* Each week: how it was lived, what it holds of the whole; and the weeks that charts draw. */
void charts_put_weeks(struct tracker *tracker, lxw_worksheet *sheet,
                      const struct charts_sources *from);

#endif
