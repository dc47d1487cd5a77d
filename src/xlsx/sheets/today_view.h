/* today_view: what the sheet Today shows, worked out as its formulas work it out. */
#ifndef ROADBOOK_XLSX_SHEETS_TODAY_VIEW_H
#define ROADBOOK_XLSX_SHEETS_TODAY_VIEW_H

#include "xlsx/sheets/sheets.h"

/* FACT(NAME, what it is), each a number in a cell of the hidden sheet Days. Dates are serials, what
 * is counted starts at 1, 0 is none. */
#define TODAY_FACTS(FACT)                                                                          \
    FACT(START, "The plan's first day")                                                            \
    FACT(END, "The plan's last day")                                                               \
    FACT(SINCE, "Where you stand counts from")                                                     \
    FACT(WEEKS, "Weeks")                                                                           \
    FACT(PLANNED, "All hours of the plan")                                                         \
    FACT(MADE, "To keep: worked out on")                                                           \
    FACT(MADE_GAP, "Hours ahead on that day")                                                      \
    /* from here on by formulas */                                                                 \
    FACT(WEEK, "Week as of")                                                                       \
    FACT(FIRST, "It begins")                                                                       \
    FACT(NEXT, "The next begins")                                                                  \
    FACT(BASE, "Sessions before those listed")                                                     \
    FACT(IN_WEEK, "Sessions of the week")                                                          \
    FACT(WEEK_PLANNED, "Hours planned in it")                                                      \
    FACT(WEEK_LOGGED, "Hours logged in it")                                                        \
    FACT(BESIDE, "Of these beside the plan")                                                       \
    FACT(ROW, "The session to do, among those listed")                                             \
    FACT(SESSION, "Of all")                                                                        \
    FACT(DATE, "Its date")                                                                         \
    FACT(LINE, "Its row in the Log")                                                               \
    FACT(LOGGED, "Hours logged in all")                                                            \
    FACT(LOGGED_SINCE, "Logged since, to yesterday")                                               \
    FACT(LOGGED_TODAY, "Logged today")                                                             \
    FACT(PLANNED_SINCE, "Planned since, to yesterday")                                             \
    FACT(REST, "Planned from today on")                                                            \
    FACT(GAP, "Logged less planned")                                                               \
    FACT(AHEAD, "Hours ahead")                                                                     \
    FACT(ODD, "Rows of the Log that don't count")                                                  \
    FACT(ODD_LINE, "The first of them")                                                            \
    FACT(UNKNOWN, "Rows in unknown categories")                                                    \
    FACT(THINGS, "Things to tick, read and reach")                                                 \
    FACT(DONE, "Of these done")                                                                    \
    FACT(PLAN_THINGS, "Of these things the plan's")                                                \
    FACT(PLAN_DONE, "Of the plan's done")                                                          \
    FACT(OVER, "All of the plan's, or it has ended")                                               \
    FACT(FROM, "Logged from")                                                                      \
    FACT(UNTIL, "Logged until")                                                                    \
    FACT(OPEN, "Open past their day")                                                              \
    FACT(UNSAID, "Of these not shown")

enum today_fact {
#define FACT(name, label) TODAY_##name,
    TODAY_FACTS(FACT)
#undef FACT
        TODAY_FACT_COUNT
};

/* No session, no due date. */
#define TODAY_NEVER 3000000
/* The first number that is no date any more. */
#define TODAY_DATES_END 2958466
/* Due dates are told apart by such a part of a day each; those of the plan come first, then the
 * learner's own rows, of each sheet so many. */
#define TODAY_DUES_MOST 200
#define TODAY_OPEN_MOST 100 /* of them, past their day */
#define TODAY_OWN_MOST  150
#define TODAY_DUE_PARTS 1024
/* Shown: those past their day, the last of them, and then what comes. */
#define TODAY_DUES_SHOWN 5
#define TODAY_OPEN_SHOWN 3
/* Half an hour off is on time. */
#define TODAY_ON_TIME 0.5

/* A session listed: of the week as of, or soon behind it. */
struct today_session {
    /* NULL: none */
    const struct session *session;
    /* its row in the Log, from 1 */
    size_t line;
    /* serial, as the Log has it; what was logged for it */
    double date, logged;
    /* its date where it is still to do, else TODAY_NEVER */
    double waits;
};

/* What is made, or reached, on a day. */
struct today_due {
    /* NULL: a row of the learner's own, which says TITLE; "": nothing */
    const struct item *item;
    const char *title;
    /* the sheet that it has a row on, and that row's place among its rows, from 1 */
    const struct sheet *about;
    size_t place;
    /* by the plan, and as the sheet has it */
    double planned, due;
    bool done;
    /* what they are sorted by; NAN: done, or without a date */
    double order;
};

struct today_view {
    double facts[TODAY_FACT_COUNT];
    struct today_session *sessions;
    size_t session_count;
    /* rows for the sessions of a week */
    size_t week_rows;
    struct today_due *dues;
    size_t due_count;
    /* rows of the Log that count, beside the schedule's categories */
    size_t *known;
};

/* In the tracker's pool; the same each time it is asked. The Log's rows and the other sheets are to
 * be carried by then. */
const struct today_view *today_view(struct tracker *tracker);

/* Fills the view's due dates, and the facts of them, as of that serial. */
void today_list_dues(struct tracker *tracker, double as_of, struct today_view *view);

/* The K-th due date that is shown, from 1; NULL: there are fewer. */
const struct today_due *today_due_shown(const struct today_view *view, size_t k);

/* The K-th sheet that has things to tick, read or reach, and the columns that say what and when. */
struct today_things {
    const struct sheet *about;
    lxw_col_t title, due;
};
#define TODAY_THINGS_SHEETS 4
struct today_things today_things(size_t k);

/* Fills the facts of what is done of all things, up to AS_OF, a serial; of the Log and the plan
 * they are there. */
void today_sum_up(struct tracker *tracker, double as_of, double *facts);

#endif
