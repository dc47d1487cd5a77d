/* look_over: the review, and whether the hours do. */
#include "commands/look_over.h"

#include "review/review.h"
#include "schedule/feasibility.h"

void look_over(const struct run *run)
{
    bool hours_given = run->settings.origins[SETTING_HOURS] > ORIGIN_DEFAULT;

    review_plan(run->schedule, hours_given);
    if (hours_given || run->plan->hours_low > 0) /* hours that nobody chose prove nothing */
        feasibility_report(run->schedule);
}
