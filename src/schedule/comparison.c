/* comparison: one schedule summed up, to stand beside others. */
#include "schedule/comparison.h"

struct outlook outlook_of(struct pool *pool, const struct schedule *schedule, struct wish wish,
                          enum reach reach)
{
    struct outlook outlook = {.wish = wish,
                              .reach = reach,
                              .minutes = schedule->rhythm.minutes,
                              .start = schedule->start,
                              .end = schedule->end,
                              .weeks = schedule->week_count,
                              .total = schedule->minutes};

    outlook.phases = feasibility(pool, schedule, &outlook.phase_count);
    return outlook;
}
