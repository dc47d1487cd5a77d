/* compare: the command that sets several paces of one roadmap side by side. */
#include "paces.h"
#include "run.h"
#include "text/comparison.h"

static void compare(struct run *run)
{
    struct wishes wishes = paces_asked_for(&run->settings);
    const struct comparison *comparison =
        paces_compare(run->pool, &run->settings, run->plan, &wishes);
    struct text out = TEXT_INIT;

    if (run->options.json)
        comparison_json(comparison, &out);
    else
        comparison_text(comparison, &out);
    print_out(&out);
    text_free(&out);
}

const struct command compare_command = {
    .name = "compare",
    .argument = "ROADMAP.md",
    .help = "what 5 or 10 hours a week mean, side by side: --hours 5,10",
    .json = true,
    .paces = true,
    .act = compare,
};
