/* check: the command that tells what contradicts itself in a roadmap, and writes nothing. */
#include "review/review.h"
#include "run.h"
#include "schedule/feasibility.h"
#include "text/show.h"

/* Everything that was found on the way is said only now, so that it comes in order. */
static void check(struct run *run)
{
    struct text out = TEXT_INIT;
    bool hours_given = run->settings.origins[SETTING_HOURS] > ORIGIN_DEFAULT;

    review_plan(run->schedule, hours_given);
    if (hours_given || run->plan->hours_low > 0) /* hours that nobody chose prove nothing */
        feasibility_report(run->schedule);
    report_release();
    if (run->options.json)
        findings_json(&out);
    else
        findings_summary(&out);
    print_out(&out);
    text_free(&out);
}

const struct command check_command = {
    .name = "check",
    .argument = "ROADMAP.md",
    .help = "tell every contradiction and oddity; writes nothing",
    .json = true,
    .holds_messages = true,
    .act = check,
};
