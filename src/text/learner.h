/* learner: where the learner stands, in words that do not scold; for `today` and `log`. */
#ifndef ROADBOOK_TEXT_LEARNER_H
#define ROADBOOK_TEXT_LEARNER_H

#include "base/text.h"
#include "schedule/schedule.h"

/* true where the end is at stake: the learner is behind the plan; then it is worth to ask what
 * keeps it. */
bool learner_is_behind(const struct schedule *schedule);

/* Appends "2 h behind; 5.1 h a week keeps 30 July 2028", "on time for 30 July 2028". MINUTES a
 * week, by which the plan is over by its end after all; 0: none are, or nobody asked. */
void add_standing(struct text *out, const struct schedule *schedule, int minutes_to_keep);

/* Minutes logged for the session; 0 where nobody asked what was done. */
int session_logged(const struct schedule *schedule, const struct session *session);

/* The first session from DATE on for which nothing was logged; NULL: none. */
const struct session *session_next(const struct schedule *schedule, day date);

/* Appends "2 h 40 of 5 h": what was logged in the week, and what it has. */
void add_week_hours(struct text *out, const struct schedule *schedule, const struct week *week);

#endif
