/* comparison: what several paces mean for one roadmap, side by side. */
#ifndef ROADBOOK_SCHEDULE_COMPARISON_H
#define ROADBOOK_SCHEDULE_COMPARISON_H

#include "schedule/feasibility.h"

/* A pace to look at: so many minutes a week, or whatever it takes to be done by a day. */
struct wish {
    /* a week, 30-3600; 0: by END */
    int minutes;
    /* DAY_NONE: by MINUTES */
    day end;
};

/* The plan at one pace. */
struct outlook {
    struct wish wish;
    /* REACH_GOOD for hours; else whether the day can be met */
    enum reach reach;
    /* a week, wished for or found */
    int minutes;
    day start, end;
    size_t weeks;
    /* minutes of all sessions */
    int total;
    /* By phase, one more for the weeks in none where there are such. */
    const struct phase_demand *phases;
    size_t phase_count;
};

struct comparison {
    const struct plan *plan;
    const struct outlook *outlooks;
    size_t count;
};

/* What SCHEDULE amounts to, in POOL. */
struct outlook outlook_of(struct pool *pool, const struct schedule *schedule, struct wish wish,
                          enum reach reach);

#endif
