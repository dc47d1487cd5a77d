/* past: what of an earlier plan stands in the new one: its weeks and sessions before today. */
#ifndef ROADBOOK_SCHEDULE_PAST_H
#define ROADBOOK_SCHEDULE_PAST_H

#include "schedule/pace.h"

/* Leaves of RHYTHM's past what stands, in POOL: the weeks that began before today, as far as they
 * hang together, with their sessions before today; those of weeks that are laid out anew are left
 * out. Where PLAN's places follow from its hours, plan time becomes that of the plan at RHYTHM's.
 * The plan begins and resumes accordingly. */
void past_settle(struct pool *pool, const struct plan *plan, struct rhythm *rhythm);

/* These ask a complete rhythm. */

/* The week of the past that holds the day; NULL: it was never planned, or is still to come. */
const struct past_week *past_week_at(const struct rhythm *rhythm, day date);

/* true where the week ended before today. */
bool past_week_over(const struct rhythm *rhythm, const struct past_week *week);

/* true where the week ended before today, and hours in it are changed on purpose. */
bool past_week_thawed(const struct rhythm *rhythm, const struct past_week *week);

/* The minutes a week that the day went by; -1: nothing stands there. */
int past_rate(const struct rhythm *rhythm, day date);

#endif
