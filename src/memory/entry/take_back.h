/* take_back: what a day's last row in the Log has goes, as the learner would have deleted it there.
 * It need not be what was logged last: rows of one's own stand behind those planned. */
#ifndef ROADBOOK_MEMORY_ENTRY_TAKE_BACK_H
#define ROADBOOK_MEMORY_ENTRY_TAKE_BACK_H

#include "memory/memory.h"

struct taken_back {
    int minutes;
    /* what it stood beside; NULL: a row of the learner's own */
    const struct past_session *session;
    /* each "" where nothing stood there */
    const char *category, *task, *note;
};

/* Takes the last row of MEMORY's Log out that has hours on DATE: a row of the learner's own goes,
 * unless something stands in a column of their own; a planned one, and that, loses hours and note.
 * TAKEN is what went. Ticks stay. false: nothing was logged on that day. New cells are in POOL. */
bool memory_take_back(struct pool *pool, struct memory *memory, day date, struct taken_back *taken);

#endif
