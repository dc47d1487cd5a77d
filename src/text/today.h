/* today: one day of the plan: tonight's session, the week, what is due, where the learner stands.
 */
#ifndef ROADBOOK_TEXT_TODAY_H
#define ROADBOOK_TEXT_TODAY_H

#include "base/text.h"
#include "schedule/schedule.h"

#define EVENING (17 * 60) /* a session that begins then or later is tonight's */

struct today {
    const struct schedule *schedule;
    day date;
    /* as it was typed, for what to type next */
    const char *roadmap;
    /* of --output, the same; NULL: it was not typed */
    const char *folder;
    /* where there is no tracker, the folder beside in which one stands; NULL: none */
    const char *elsewhere;
    /* there is a tracker to log in */
    bool built;
    /* it, for the learner's own rows; NULL: none */
    const struct memory *memory;
    /* a week, to be done by the plan's end after all; 0: none are, or nobody asked */
    int minutes_to_keep;
    /* where a replan today would end; DAY_NONE: nobody asked */
    day replanned_end;
};

/* One line where the tracker stands elsewhere: which command finds it. */
void today_text(const struct today *today, struct text *out);

/* The same for programs: the day's sessions and the week's, each with what was logged for it and
 * whether all it works at is done, what is due next and what was and is open, where the learner
 * stands, what is done in all, and entries that do not count. */
void today_json(const struct today *today, struct text *out);

#endif
