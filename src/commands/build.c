/* build: the command that makes the files: one edition of the dated plan, and what was made of it
 * told to whoever typed the command. */
#include <errno.h>
#include <string.h>

#include "agreement.h"
#include "base/file.h"
#include "commands/edition.h"
#include "memory/siblings.h"
#include "outputs.h"
#include "paces.h"
#include "run.h"
#include "settings/recall.h"
#include "text/moved.h"

static void add_output(struct text *out, const struct output *output)
{
    text_add_visible(out, output->path, strlen(output->path), false);
    text_add(out, output->result == RENDERED_SAME ? " (unchanged)" : "");
    if (output->backup) {
        text_add(out, " (what stood there is kept in ");
        text_add_visible(out, output->backup, strlen(output->backup), false);
        text_add_char(out, ')');
    }
    text_add_char(out, '\n');
}

/* What came from the last build, in one line. */
static void add_remembered(const struct run *run, struct text *out)
{
    struct text list = TEXT_INIT;

    settings_recalled(&run->settings, &list);
    if (list.length > 0)
        text_print(out, "as before: %s (--fresh forgets)\n", text_string(&list));
    text_free(&list);
}

/* Which weeks of the past were laid out anew, because a period asked for it. */
static void add_thawed(const struct schedule *schedule, struct text *out)
{
    size_t count = 0;

    for (size_t w = 0; w < schedule->week_count; w++)
        if (schedule->weeks[w].thawed)
            text_print(out, "%s%d",
                       count++ == 0 ? "changed in the past, as --period says: week " : ", ",
                       schedule->weeks[w].number);
    text_add(out, count > 0 ? "\n" : "");
}

/* What this build moved, or how far the learner is from the plan. */
static void add_moved(const struct run *run, struct text *out)
{
    const struct past *past = run->memory ? &run->memory->past : NULL;

    if (!past || past->week_count == 0)
        return;
    day end = past->weeks[past->week_count - 1].last;
    struct moved moved = {
        .schedule = run->schedule,
        .memory = run->memory,
        .today = run->today,
        .replanned = run->schedule->rhythm.replan,
        .replanned_end = paces_replanned_end(&run->settings, run->plan),
        .minutes_to_keep = paces_to_keep(&run->settings, run->plan, end),
    };
    moved_text(&moved, out);
}

static void tell(const struct run *run, const struct output *outputs, size_t count)
{
    const struct schedule *schedule = run->schedule;
    char start[DATE_TEXT], end[DATE_TEXT], pace[DURATION_TEXT];
    struct text out = TEXT_INIT;

    if (run->options.verbosity < 0)
        return;
    text_print(&out, "%s to %s: %zu weeks of %s, %zu sessions\n", day_print(schedule->start, start),
               day_print(schedule->end, end), schedule->week_count,
               duration_print(schedule->rhythm.minutes, pace), schedule->session_count);
    if (run->settings.origins[SETTING_START] == ORIGIN_DEFAULT && !schedule->weeks[0].lived)
        text_add(&out, "no --start was given: it is the coming Monday; later builds keep to it\n");
    add_remembered(run, &out);
    add_thawed(schedule, &out);
    add_moved(run, &out);
    for (size_t i = 0; i < count; i++)
        add_output(&out, &outputs[i]);
    print_out(&out);
    text_free(&out);
}

static void build(struct run *run)
{
    const struct settings *settings = &run->settings;
    struct order order = {.stem = output_stem(run),
                          .only = settings->only,
                          .strict = settings->strict,
                          .inputs = inputs_of(run, &order.input_count)};
    struct output *outputs;
    size_t count;

    if (settings->output && !folder_make(settings->output)) {
        report_failure(STATUS_SYSTEM, NOWHERE, "%s: %s", settings->output, strerror(errno));
        return;
    }
    if (run->memory)
        siblings_name(run->pool, pool_print(run->pool, "%s%s", order.stem, tracker_exporter.suffix),
                      run->plan->id);
    struct edition edition = edition_of(run);
    agreement_foresee(run->pool, &edition, &order);
    outputs_make(run->pool, &edition, &order, &outputs, &count);
    agreement_judge(&edition, &order, outputs, count);
    if (count > 0)
        tell(run, outputs, count);
}

const struct command build_command = {
    .name = "build",
    .argument = "ROADMAP.md",
    .help = "make these files",
    .remakes = true,
    .act = build,
};
