/* today: the command that tells what today has. */
#include "text/today.h"

#include "paces.h"
#include "run.h"
#include "text/journey.h"
#include "text/learner.h"

static void tell_today(struct run *run)
{
    const struct schedule *schedule = run->schedule;
    struct text out = TEXT_INIT;
    struct today today = {
        .schedule = schedule,
        .date = run->today,
        .roadmap = run->options.roadmap,
        .folder = folder_typed(run),
        .elsewhere = folder_elsewhere(run),
        .built = run->memory,
        .memory = run->memory,
        .replanned_end = DAY_NONE,
    };

    if (learner_is_behind(schedule) && !journey_is_over(schedule))
        today.minutes_to_keep = paces_to_keep(&run->settings, run->plan, schedule->end);
    if (learner_was_away(schedule, run->today))
        today.replanned_end = paces_replanned_end(&run->settings, run->plan);
    if (run->options.json)
        today_json(&today, &out);
    else
        today_text(&today, &out);
    print_out(&out);
    text_free(&out);
}

const struct command today_command = {
    .name = "today",
    .argument = "ROADMAP.md",
    .help = "today's session, this week, what is due next",
    .terse = true,
    .json = true,
    .act = tell_today,
};
