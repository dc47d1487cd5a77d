/* entries: the hours that the learner logged, read from the Log. */
#ifndef ROADBOOK_MEMORY_ENTRIES_H
#define ROADBOOK_MEMORY_ENTRIES_H

#include "memory/memory.h"

/* What an entry must have to count: fewer hours are mostly minutes or a time of the day, more are
 * mostly minutes. */
#define HOURS_LEAST 0.25
#define HOURS_MOST  24.0
/* Hours of a day to come do not count before their day; on one further ahead than this the year is
 * mostly another. */
#define DAYS_AHEAD_MOST 366

enum logged_state {
    LOGGED_COUNTS,
    LOGGED_UNREAD, /* its hours are no number */
    LOGGED_FEW,    /* under HOURS_LEAST */
    LOGGED_MANY,   /* over HOURS_MOST */
    LOGGED_UNDATED,
    LOGGED_TO_COME, /* its day is to come */
    LOGGED_FAR      /* by more than DAYS_AHEAD_MOST */
};

/* A row of the Log with something in Hours, but for 0: nothing was done then, and that is all. */
struct logged {
    enum logged_state state;
    /* DAY_NONE: none */
    day date;
    /* 0 where its hours are no number, or less than none */
    int minutes;
    /* as typed, "" for none */
    const char *category, *task, *hours;
    /* id of the planned session that the row is of; "": a row of the learner's own */
    const char *session;
    /* its row in the sheet, from 1 */
    uint32_t line;
    /* its hours to the millisecond: sums are made of these */
    int64_t milliseconds;
};

struct entries {
    /* those that count, in order of time */
    const struct logged *list;
    size_t count;
    /* those that do not, in the order of the sheet; without those whose day is soon to come */
    const struct logged *astray;
    size_t astray_count;
    /* Milliseconds up to each of the list, that one not included; count + 1 of them. Hours add up
     * as they were typed, as they do in the sheet: 1.17 is a little more than 70 minutes. */
    const int64_t *before;
};

/* The entries of MEMORY (NULL: none) as they stand on the day TODAY, in POOL. */
const struct entries *entries_of(struct pool *pool, const struct memory *memory, day today);

/* Milliseconds as minutes, rounded: to be done once, of a sum. */
int entries_rounded(int64_t milliseconds);

/* Minutes logged on the days FIRST..LAST, both included. */
int entries_minutes(const struct entries *entries, day first, day last);

#endif
