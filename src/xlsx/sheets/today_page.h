/* today_page: the sheet Today on its way, row below row, and what its parts say in the same words:
 * dates, hours, sections. Most is said twice: by a formula, and as the words it comes to now. */
#ifndef ROADBOOK_XLSX_SHEETS_TODAY_PAGE_H
#define ROADBOOK_XLSX_SHEETS_TODAY_PAGE_H

#include "xlsx/sheets/days.h"

/* Columns; TODAY_HELP is hidden. */
enum { TODAY_LABELS, TODAY_WORDS, TODAY_HELP };

/* Points of a row of one line, and of one in which nothing stands now, but may tomorrow. */
#define TODAY_ROW_HEIGHT   21.0
#define TODAY_EMPTY_HEIGHT 15.0

/* The sheet on its way. */
struct today_page {
    struct tracker *tracker;
    lxw_worksheet *sheet;
    const struct today_view *view;
    /* the next row; points of height of those above it that show */
    lxw_row_t row;
    double height;
    /* all is done, or the plan has ended: rows in which nothing stands are hidden, and all of a
     * section that is left out */
    bool over, left_out;
    /* where the second page may begin, and how high the first is then; 0: nowhere */
    lxw_row_t break_row;
    double break_height;
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

/* How high a row is in which WORDS stand, in STYLE_TODAY_TEXT or STYLE_TODAY_STRONG. */
double today_height(const char *words, enum style style);

/* Each puts a row and goes on to the next one. */
/* A section's head: FORMULA, which comes to WORDS; NULL: just WORDS. */
void today_put_section(struct today_page *page, const char *formula, const char *words);
/* FORMULA, which comes to WORDS, and LABEL beside it where that is not empty; the row is as high as
 * WORDS need, and LEAST points. */
void today_put_row(struct today_page *page, const char *label, const char *formula,
                   const char *words, enum style style, double least);

/* Gives the row that was put its HEIGHT and a rule while something stands beside its label, and
 * goes on to the next one; SOME: something does now. As that, with another look than a rule. */
void today_end_row(struct today_page *page, double height, bool some);
/* As the first, of a row with a bar: some programs draw it only where nothing else is asked of the
 * cell. */
void today_end_bar(struct today_page *page, double height, bool some);
void today_end_row_as(struct today_page *page, double height, bool some, enum style look);

/* WORDS as formulas spell them: "He said ""no""". */
const char *today_quoted(struct pool *pool, const char *words);

/* All of the plan that can be ticked is. */
bool today_all_done(const struct today_page *page);
const char *today_all_done_test(const struct today_page *page);

/* Lets the cells FIRST..LAST of the next row look as STYLE says where TEST, a formula, holds. */
void today_mark_cells(struct today_page *page, lxw_col_t first, lxw_col_t last, const char *test,
                      enum style style);

/* Sections: what to do tonight, or next; the sessions of the week. */
void today_put_tonight(struct today_page *page);
void today_put_week(struct today_page *page);
/* What is due; what the last build moved. */
void today_put_due(struct today_page *page);
void today_put_last_build(struct today_page *page);

#endif
