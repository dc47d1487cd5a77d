/* agenda: what is on the table, due and coming up in a stretch of days, as short lines ready to be
 * printed. Draws nothing. */
#ifndef ROADBOOK_PDF_PARTS_AGENDA_H
#define ROADBOOK_PDF_PARTS_AGENDA_H

#include "pdf/parts/months.h"
#include "schedule/schedule.h"

/* One line: an item, or something that stands for several (the checks of one list), or the book's
 * own (a review, a phase that begins, the plan's end: ITEM is NULL). */
struct agenda_line {
    const struct item *item;
    /* one line of plain text, never "" */
    const char *title;
    /* its span or extent: "months 1-4" with an en dash; may be "" */
    const char *note;
    /* of the link to its page */
    const char *target;
    /* when it is due or begins; DAY_NONE: neither matters here */
    day date;
    /* DATE is its due date */
    bool due;
    /* how many it stands for */
    int count;
    /* a week's: its box has a tick already */
    bool ticked;
};

struct agenda {
    struct pool *pool;
    const struct schedule *schedule;
    struct agenda_line *lines;
    size_t count, capacity;
};

/* Adds a line. */
void agenda_add(struct agenda *agenda, struct agenda_line line);

/* Adds what is worked at in the days, in the document's order: of equal titles one; of children
 * whose parent is there none; of what only inherits a long span (a reading list's) what SESSIONS
 * (FIRST_SESSION .. +COUNT-1) work at, its section for the rest. */
void agenda_table(struct agenda *agenda, day first, day last, size_t first_session,
                  size_t session_count);

/* Adds what is due in the days: milestones and other points, a list of checks or questions as one;
 * with WORK also the tasks and projects whose last day lies there. In order of date. */
void agenda_due(struct agenda *agenda, day first, day last, bool work);

/* Adds the next MOST things (at least two) after the day, in order of date: what begins, what is
 * due, the next review, the next phase, the end. The next milestone and review are always among
 * them. */
void agenda_coming(struct agenda *agenda, day after, size_t most);

#endif
