/* enter: an entry goes into the Log as the learner would have typed it there. */
#ifndef ROADBOOK_MEMORY_ENTRY_ENTER_H
#define ROADBOOK_MEMORY_ENTRY_ENTER_H

#include "memory/memory.h"

struct new_entry {
    day date;
    int minutes;
    /* each NULL: not said */
    const char *category, *note;
    /* id of the item that it is for, and what to call it in a row of its own */
    const char *item, *task;
};

/* Puts it into MEMORY's Log: beside a session that was planned for the day and has no hours yet:
 * the one that works at its item, that is of its category, else the first; where its category is
 * that of none, or there is none, a row of its own. *SESSION is that session; NULL: a row of its
 * own. Gives NULL; else the header of a column that the Log lacks ("Log": all of it), and nothing
 * is changed. New cells are in POOL. */
const char *memory_enter(struct pool *pool, struct memory *memory, const struct new_entry *entry,
                         const struct past_session **session);

#endif
