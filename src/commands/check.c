/* check: the command that tells what contradicts itself in a roadmap, and writes nothing. */
#include "commands/look_over.h"
#include "text/show.h"

/* Everything that was found on the way is said only now, so that it comes in order. */
static void check(struct run *run)
{
    struct text out = TEXT_INIT;

    look_over(run);
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
