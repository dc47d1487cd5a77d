/* standing: how far the learner is ahead of the plan or behind it. */
#ifndef ROADBOOK_SCHEDULE_LIVED_STANDING_H
#define ROADBOOK_SCHEDULE_LIVED_STANDING_H

#include "base/text.h"
#include "schedule/schedule.h"

/* Half an hour off is on time. */
#define ON_TIME_MINUTES 30

struct standing {
    /* from the last replan before today, else from the plan's start */
    day since;
    /* minutes from then to yesterday: what sessions had, and what was logged; hours that somebody
     * put in before the plan began are hours of the plan, and count, too */
    int planned, logged;
    /* logged - planned */
    int ahead;
};

/* On the morning of the progress's today; all 0 where nobody asked for progress. */
struct standing standing_of(const struct schedule *schedule);

/* true where it is not worth a word. */
bool standing_on_time(const struct standing *standing);

/* "2 h 40 behind", "on time", "1 h 05 ahead" into OUT. */
void standing_print(const struct standing *standing, struct text *out);

#endif
