/* review: what in a roadmap contradicts itself, told with its place and with what was taken
 * instead. */
#ifndef ROADBOOK_REVIEW_REVIEW_H
#define ROADBOOK_REVIEW_REVIEW_H

#include "schedule/schedule.h"

/* Reviews the schedule's plan and reports what it finds, rule by rule. HOURS_GIVEN: somebody asked
 * for the hours a week that the schedule goes by, so that they count where the roadmap states
 * none. */
void review_plan(const struct schedule *schedule, bool hours_given);

#endif
