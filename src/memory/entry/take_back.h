/* take_back: what was logged last for a day goes, as the learner would have deleted it in the Log.
 */
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
