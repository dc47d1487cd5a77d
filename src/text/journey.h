/* journey: what a learner has done so far, in one sum. */
#ifndef ROADBOOK_TEXT_JOURNEY_H
#define ROADBOOK_TEXT_JOURNEY_H

#include "base/text.h"
#include "schedule/schedule.h"

struct journey {
    int minutes;
    /* entries that count; things that are ticked */
    size_t sessions, done;
    /* of the first entry, else the plan's start; of the last entry or tick; DAY_NONE: there was
     * none */
    day first, last;
    /* of the last entry; DAY_NONE: none */
    day last_entry;
};

/* Of a schedule whose progress somebody asked for; else all of it is 0. */
struct journey journey_of(const struct schedule *schedule);

/* true where all that can be ticked is, and there is such a thing. */
bool journey_is_over(const struct schedule *schedule);

/* Appends "24 things and 44 h in 31 sessions, 5 January to 1 March 2026". */
void add_journey(struct text *out, const struct schedule *schedule);

/* Appends what is done so far, and when the last entry was where that is more than a week before
 * TODAY: "44 h and 12 things are done; last entry Fri 27 February". */
void add_journey_so_far(struct text *out, const struct schedule *schedule, day today);

#endif
