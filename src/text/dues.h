/* dues: what is to be made, or reached, next; and what was, and is still open. */
#ifndef ROADBOOK_TEXT_DUES_H
#define ROADBOOK_TEXT_DUES_H

#include "memory/memory.h"
#include "schedule/schedule.h"

/* An item of the plan, or a row of the learner's own. */
struct due {
    day date;
    /* its title, LENGTH bytes of one line */
    const char *title;
    size_t length;
    /* NULL: a row of the learner's own */
    const struct item *item;
    /* item_kind_name(), also of a row: what stands on its sheet */
    const char *kind;
    /* something to reach, not to make */
    bool milestone;
};

/* The first MOST that are due on DATE or later and not done, by date, into DUES, which has room for
 * as many; gives how many there are. MEMORY has the learner's own rows; NULL: none. */
size_t dues_find(const struct schedule *schedule, const struct memory *memory, day date,
                 struct due *dues, size_t most);

/* As that, of what was due before DATE and can be ticked, but for what is optional. *COUNT of them
 * in all. */
size_t dues_open(const struct schedule *schedule, const struct memory *memory, day date,
                 struct due *dues, size_t most, size_t *count);

/* How many rows of MEMORY (NULL: none) are the learner's own, have a name, and are not done. */
size_t dues_own_open(const struct memory *memory);

#endif
