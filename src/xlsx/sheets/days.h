/* days: where the hidden sheet Days keeps what the sheet Today looks up. */
#ifndef ROADBOOK_XLSX_SHEETS_DAYS_H
#define ROADBOOK_XLSX_SHEETS_DAYS_H

#include "xlsx/sheets/today_view.h"

/* Its columns: sessions, those listed of them, due dates, names, facts. */
enum {
    DAYS_ID,
    DAYS_DATE,
    DAYS_HOURS,
    DAYS_WHAT,
    DAYS_ABOUT,
    DAYS_CLOCK,
    DAYS_PART,
    DAYS_CALLED, /* "Tonight" */
    DAYS_SHORT,  /* what it is, in a row of the week */
    DAYS_LINK,
    DAYS_OPEN, /* the link's words */
    DAYS_LISTED,
    DAYS_LINE,
    DAYS_NOW, /* its date by the Log */
    DAYS_LOGGED,
    DAYS_WAITS,
    DAYS_DUE_WORDS,
    DAYS_DUE_KEY,
    DAYS_DUE_PLANNED,
    DAYS_DUE_LINE,
    DAYS_DUE,
    DAYS_DUE_DONE,
    DAYS_DUE_ORDER,
    DAYS_WEEKDAYS,
    DAYS_MONTHS,
    DAYS_KNOWN, /* rows of the Log, beside Lists' categories */
    DAYS_FACT,
    DAYS_VALUE
};

/* What Days says of a session: the same in every column beside DAYS_ID. */
struct session_words {
    const char *what, *about, *clock, *part, *called, *brief;
    /* NULL, "": nothing to open */
    const char *link, *open;
};
struct session_words session_words(struct tracker *tracker, const struct session *session);

/* "Todo CLI is due". */
const char *due_words(struct tracker *tracker, const struct today_due *due);

/* "Days!$AB$5": a fact's cell. */
const char *fact_cell(struct tracker *tracker, enum today_fact fact);

/* A column's range: sessions, those listed, due dates, as long as they are; at least one row. */
const char *days_range(struct tracker *tracker, const struct today_view *view, lxw_col_t column);

/* What fills it beside sessions and due dates: rows of the Log that count, category by category;
 * all facts with their labels. */
void days_put_known(struct tracker *tracker, lxw_worksheet *sheet, const struct today_view *view);
void days_put_facts(struct tracker *tracker, lxw_worksheet *sheet, const struct today_view *view);

/* Pieces of formulas, of the date in CELL ("Days!$B$5"): "Friday", "July". */
const char *weekday_of_cell(struct tracker *tracker, const char *cell);
const char *month_of_cell(struct tracker *tracker, const char *cell);

#endif
