/* show: the command that prints the plan with its dates, why a thing falls where it does, or the
 * settings in force. */
#include "settings/show.h"
#include "run.h"
#include "text/show.h"
#include "text/why.h"

static void show(struct run *run)
{
    const struct options *options = &run->options;
    struct text out = TEXT_INIT;

    if (options->show_settings)
        settings_show(&run->settings, run->schedule, &out);
    if (options->why)
        why_text(run->schedule, options->why, &out);
    if (options->json)
        show_json(run->schedule, true, &out);
    else if (!options->show_settings && !options->why)
        show_text(run->schedule, &out);
    print_out(&out);
    text_free(&out);
}

const struct command show_command = {
    .name = "show",
    .argument = "ROADMAP.md",
    .help = "print the plan with its dates",
    .json = true,
    .settings = true,
    .act = show,
};
