/* squeezed: dates of the calendar that stand, an exam or a race, and what no longer fits before
 * them when the rest of a plan is laid out later. */
#ifndef ROADBOOK_TEXT_SQUEEZED_H
#define ROADBOOK_TEXT_SQUEEZED_H

#include "memory/memory.h"
#include "schedule/schedule.h"

struct squeezed {
    /* the first such date; NULL: all fits. The things were due by it at the last build, and are due
     * after it now. */
    const struct item *standing;
    day on;
    /* how many they are, and the one that is due first */
    size_t count;
    const struct item *thing;
    day due;
};

/* Of MEMORY's build against SCHEDULE, for dates from TODAY on: those of milestones; where none has
 * a real date, the last real date of the plan. What is done is left out. */
struct squeezed squeezed_find(const struct schedule *schedule, const struct memory *memory,
                              day today);

/* "; Scales (3 May) no longer fits before Theory exam, 12 April", or "before it" where that was
 * NAMED just before; nothing where all fits. */
void squeezed_print(const struct squeezed *squeezed, const struct item *named, struct text *out);

#endif
