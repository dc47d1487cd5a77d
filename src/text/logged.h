/* logged: what `log` answers. */
#ifndef ROADBOOK_TEXT_LOGGED_H
#define ROADBOOK_TEXT_LOGGED_H

#include "base/text.h"
#include "schedule/schedule.h"

/* What was logged just now, or taken back. */
struct logged_now {
    bool taken_back;
    day date;
    /* 0: something was ticked, and that is all */
    int minutes;
    /* that it stands beside; NULL: a row of its own */
    const struct past_session *session;
    /* each NULL: not said; the note only of what was taken back */
    const char *category, *task, *note;
    /* the plan has no such category */
    bool category_new;
    /* what was ticked along with it, and whether it was ticked before; NULL: nothing */
    const struct item *done;
    bool done_before;
};

/* Appends what was logged or taken back and what its day comes to, that it does not count for the
 * pace where it lies before the plan, what that finished, where the learner stands TODAY by
 * SCHEDULE, whose progress has the entry, and what is next. MINUTES_TO_KEEP as in add_standing().
 */
void logged_text(const struct logged_now *logged, const struct schedule *schedule, day today,
                 int minutes_to_keep, struct text *out);

#endif
