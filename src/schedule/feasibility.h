/* feasibility: the hours that a roadmap's allocations ask for, held against those that the schedule
 * has; and the hours that it takes to be done by a day. */
#ifndef ROADBOOK_SCHEDULE_FEASIBILITY_H
#define ROADBOOK_SCHEDULE_FEASIBILITY_H

#include "schedule/schedule.h"

/* What one phase asks for and gets. */
struct phase_demand {
    /* index in plan->phases; -1: the weeks outside of them */
    int phase;
    /* of what asks, else of the phase's heading */
    struct place place;
    /* the roadmap says how much it wants */
    bool asks;
    /* minutes a week that the allocations ask for; 0: not by week */
    int weekly_low, weekly_high;
    /* minutes in all: by week times the phase's weeks of plan time */
    int low, high;
    /* DAY_NONE: it got no week */
    day first, last;
    int weeks;
    /* minutes in all */
    int available;
    /* of LOW; 0: it fits */
    int missing;
};

/* Each phase of the plan in order, then, where weeks lie outside of all, what those ask for and
 * get. In POOL; *COUNT of them. What is asked for comes from the phase's allocation (its heading's
 * hours, else the sum of its lines), else from the hours of its items where these state them. */
const struct phase_demand *feasibility(struct pool *pool, const struct schedule *schedule,
                                       size_t *count);

/* Reports each phase that asks for more than it gets, at the place of what asks. */
void feasibility_report(const struct schedule *schedule);

/* Whether a day can be met. */
enum reach {
    REACH_GOOD,
    REACH_ABSURD,     /* only at hours that nobody keeps up */
    REACH_TOO_LATE,   /* not even at the most hours there are */
    REACH_FIXED_GOOD, /* the plan's length does not follow from hours, and it ends by then */
    REACH_FIXED_LATE  /* and it does not */
};

/* More than this a week, or more than four times what the roadmap has in mind, is absurd. */
#define ABSURD_MINUTES (40 * 60)
#define ABSURD_TIMES   4

/* The fewest minutes a week, on a grid of 5 from 30 to 3600, at which PLAN with the rest of RHYTHM
 * is over by END; into *MINUTES. REACH_TOO_LATE gives the most there are, the fixed ones the plan's
 * own. Reports nothing. */
enum reach minutes_by_end(const struct plan *plan, const struct rhythm *rhythm, day end,
                          int *minutes);

/* The last day at MINUTES a week of a plan that is the function's own affair. */
typedef day last_day_of_pace(const void *context, int minutes);

/* The same search where the caller knows how PLAN ends: more hours never end it later, so that
 * halving finds the fewest. Gives none of the fixed ones. */
enum reach fewest_minutes(const struct plan *plan, last_day_of_pace *last_at, const void *context,
                          day end, int *minutes);

/* The last day of PLAN at RHYTHM, without making a schedule of it. Reports nothing. */
day last_day_at(const struct plan *plan, const struct rhythm *rhythm);

#endif
