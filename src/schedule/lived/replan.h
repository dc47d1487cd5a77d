/* replan: where in plan time the learner stands by what was logged, so that the rest of the plan is
 * laid out from there. */
#ifndef ROADBOOK_SCHEDULE_REPLAN_H
#define ROADBOOK_SCHEDULE_REPLAN_H

#include "schedule/pace.h"

/* Plan time on the morning of the past's today: each of the first COUNT weeks of PAST advanced by
 * the hours logged in it over those planned, as far as its days are over; hours logged beside any
 * plan advance it at RHYTHM's pace. SCALE: what a day of plan time was then is so many days now. No
 * further than the plan's end; where all that can be ticked is, no less far than where the last of
 * it is over by the calendar: what ends by the middle of the week that has today (of today, for a
 * plan in days) was due before it, so who is there as planned is not moved. Nothing depends on
 * earlier replans: the same log gives the same place. RHYTHM's past stands already. */
double replan_position(const struct plan *plan, const struct rhythm *rhythm,
                       const struct past *past, size_t count, double scale);

/* true where all that can be ticked is, up to the plan's end: nothing is left of it, not even of
 * the week that it ends in. */
bool replan_is_over(const struct plan *plan, const struct progress *progress);

/* How many calendar weeks at most lie between the last of PAST's first COUNT weeks and today. */
size_t replan_gap(const struct past *past, size_t count);

/* Appends to WEEKS (COUNT of them, with room for replan_gap() more) those between the last and
 * today, up to the week that today lies in unless it begins it: nothing was planned there, and plan
 * time stood still at INSTANT. Gives how many there are then. */
size_t replan_fill_gap(const struct rhythm *rhythm, struct past_week *weeks, size_t count,
                       double instant);

#endif
