/* learner: where the learner stands, in words that do not scold; for `today` and `log`. */
#ifndef ROADBOOK_TEXT_LEARNER_H
#define ROADBOOK_TEXT_LEARNER_H

#include "base/text.h"
#include "schedule/schedule.h"

/* true where the end is at stake: the learner is behind the plan; then it is worth to ask what
 * keeps it. */
bool learner_is_behind(const struct schedule *schedule);

/* true where the learner is behind and away: by a week's hours or more, or the last entry is more
 * than a week old. */
bool learner_was_away(const struct schedule *schedule, day today);

/* Appends "2 h behind; 5.1 h a week keeps 30 July 2028", "on time for 30 July 2028"; where
 * the hours in force are enough, "2 h behind; your 6 h a week keep 30 July 2028". MINUTES a week,
 * by which the plan is over by its end after all; 0: none are, or nobody asked. */
void add_standing(struct text *out, const struct schedule *schedule, int minutes_to_keep);

/* Appends "5.1 h a week keeps ", or, where the hours in force do, "your 6 h a week keep ": a date
 * stands behind it. */
void add_hours_keep(struct text *out, int minutes_to_keep, const struct rhythm *rhythm);

/* Minutes logged for the session; 0 where nobody asked what was done. */
int session_logged(const struct schedule *schedule, const struct session *session);

/* The first session from DATE on for which nothing was logged; NULL: none. */
const struct session *session_next(const struct schedule *schedule, day date);

/* true where there are things that the session works at, and all of them are done. */
bool session_is_done(const struct schedule *schedule, const struct session *session);

/* What of the table of SESSION's week can be done in place of what it was planned for; else of what
 * comes later; NULL: nothing that can be ticked. */
const struct item *session_instead(const struct schedule *schedule, const struct session *session);

/* Appends what the session goes to, its start as COLUMNS hold: "Todo CLI, 7 of 8"; where that is
 * done, "Todo CLI is done already; next on the table: A parser". */
void add_session_work(struct text *out, const struct schedule *schedule,
                      const struct session *session, size_t columns);

/* Appends "2 h 40 of 5 h": what was logged in the week, and what it has. */
void add_week_hours(struct text *out, const struct schedule *schedule, const struct week *week);

#endif
