/* hours_told: the hours of a plan in the head of `show`: lived, logged and to come. */
#ifndef ROADBOOK_TEXT_HOURS_TOLD_H
#define ROADBOOK_TEXT_HOURS_TOLD_H

#include "base/text.h"
#include "schedule/schedule.h"

/* Appends "  sessions  520, 650 h"; once the learner logs, in lines: how many sessions there are,
 * what those before today had and what was logged by then, what is to come from today on; of a plan
 * that was laid out anew what that comes to in all: what was logged before, and planned from then
 * on, as hours that were missed before are laid out again, and would count twice. */
void add_hours_told(struct text *out, const struct schedule *schedule);

#endif
