/* entries: the hours that the learner logged, read from the Log. */
#ifndef ROADBOOK_MEMORY_ENTRIES_H
#define ROADBOOK_MEMORY_ENTRIES_H

#include "memory/memory.h"

/* What an entry must have to count: fewer hours are mostly minutes or a time of the day, more are
 * mostly minutes. */
#define HOURS_LEAST 0.25
#define HOURS_MOST  24.0

enum logged_state {
    LOGGED_COUNTS,
    LOGGED_UNREAD, /* its hours are no number */
    LOGGED_FEW,    /* under HOURS_LEAST */
    LOGGED_MANY,   /* over HOURS_MOST */
    LOGGED_UNDATED
};

/* A row of the Log with something in Hours. */
struct logged {
    enum logged_state state;
    /* DAY_NONE: none */
    day date;
    /* 0 where its hours are no number */
    int minutes;
    /* as typed, "" for none */
    const char *category, *task, *hours;
    /* id of the planned session that the row is of; "": a row of the learner's own */
    const char *session;
    /* its row in the sheet, from 1 */
    uint32_t line;
};

struct entries {
    /* those that count, in order of time */
    const struct logged *list;
    size_t count;
    /* those that do not, in the order of the sheet */
    const struct logged *astray;
    size_t astray_count;
    /* up to each of the list, that one not included; count + 1 of them */
    const int64_t *minutes_before;
};

/* The entries of MEMORY (NULL: none), in POOL. */
const struct entries *entries_of(struct pool *pool, const struct memory *memory);

/* Minutes logged on the days FIRST..LAST, both included. */
int entries_minutes(const struct entries *entries, day first, day last);

#endif
