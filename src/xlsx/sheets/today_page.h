/* today_page: the sheet Today on its way, row below row, and what its parts say in the same words:
 * dates, hours, sections. Most is said twice: by a formula, and as the words it comes to now. */
#ifndef ROADBOOK_XLSX_SHEETS_TODAY_PAGE_H
#define ROADBOOK_XLSX_SHEETS_TODAY_PAGE_H

#include "xlsx/sheets/days.h"

/* Columns; TODAY_HELP is hidden. */
enum { TODAY_LABELS, TODAY_WORDS, TODAY_HELP };

#define TODAY_ROW_HEIGHT 21.0 /* of a row of one line, in points */

/* The sheet on its way. */
struct today_page {
    struct tracker *tracker;
    lxw_worksheet *sheet;
    const struct today_view *view;
    /* the next row */
    lxw_row_t row;
};

/* A fact's cell on the sheet Days, "Days!$AB$5"; what it comes to; that as a day. */
const char *today_cell(const struct today_page *page, enum today_fact which);
double today_value(const struct today_page *page, enum today_fact which);
day today_day(const struct today_page *page, enum today_fact which);

/* A formula's piece, and what it gives: the date in CELL as "Fri 24 July"; with its year where that
 * is another than today's, or ALWAYS. */
const char *date_piece(const struct today_page *page, const char *cell, bool weekday, bool always);
const char *date_words(const struct today_page *page, day date, bool weekday, bool always);

/* "1.17". */
const char *hours_words(const struct today_page *page, double hours);

/* Each puts a row and goes on to the next one. */
/* A section's head: FORMULA, which comes to WORDS; NULL: just WORDS. */
void today_put_section(struct today_page *page, const char *formula, const char *words);
/* LABEL, and beside it FORMULA, which comes to WORDS; the row is HEIGHT points high. */
void today_put_row(struct today_page *page, const char *label, const char *formula,
                   const char *words, enum style style, double height);

/* Lets the cells FIRST..LAST of the next row look as STYLE says where TEST, a formula, holds. */
void today_mark_cells(struct today_page *page, lxw_col_t first, lxw_col_t last, const char *test,
                      enum style style);

/* Sections: what to do tonight, or next; the sessions of the week. */
void today_put_tonight(struct today_page *page);
void today_put_week(struct today_page *page);

#endif
