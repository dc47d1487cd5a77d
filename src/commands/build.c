/* build: the command that makes the files: one edition of the dated plan, and what was made of it
 * told to whoever typed the command. */
#include <errno.h>
#include <string.h>

#include "agreement.h"
#include "base/file.h"
#include "memory/siblings.h"
#include "outputs.h"
#include "paces.h"
#include "pdf/look/look.h"
#include "run.h"
#include "settings/recall.h"
#include "settings/yaml.h"
#include "text/comparison.h"
#include "text/moved.h"
#include "text/show.h"

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

/* What memory has of the book's weeks: for where no book is made this time. */
static struct page_record *known_pages(const struct run *run)
{
    const struct schedule *schedule = run->schedule;
    const struct past *past = run->memory ? &run->memory->past : NULL;
    struct page_record *pages = pool_alloc(run->pool, (schedule->week_count + 1) * sizeof *pages);
    size_t at = 0;

    for (size_t w = 0; past && w < schedule->week_count; w++) {
        while (at < past->week_count && past->weeks[at].first < schedule->weeks[w].first)
            at++;
        if (at < past->week_count && past->weeks[at].first == schedule->weeks[w].first)
            pages[w] = past->weeks[at].page;
    }
    return pages;
}

/* The day that the paces are compared from: the last on which the learner asked for something else,
 * by a setting or by a replan, so that they say the same until then. DAY_NONE: the plan's start,
 * for nothing else was asked for since the first build. */
static day compared_from(const struct run *run, const struct remembered_setting *rows, size_t count)
{
    const struct progress *progress = run->progress;
    day first = run->today, last = DAY_NONE;

    if (run->options.replan)
        return run->today;
    for (size_t i = 0; i < count; i++) {
        if (rows[i].since == DAY_NONE || rows[i].since > run->today)
            continue;
        first = rows[i].since < first ? rows[i].since : first;
        last = last == DAY_NONE || rows[i].since > last ? rows[i].since : last;
    }
    if (progress && progress->replan_count > 0 &&
        (last == DAY_NONE || progress->replans[progress->replan_count - 1] > last))
        return progress->replans[progress->replan_count - 1];
    return last == first ? DAY_NONE : last;
}

/* The paces as they lay before the learner on that day. */
static const struct comparison *compare_from(const struct run *run, day from)
{
    struct settings settings = run->settings;
    struct past past;

    if (settings.rhythm.past && from == DAY_NONE) {
        settings.rhythm.past = NULL;
        settings.rhythm.thawed_count = 0;
    } else if (settings.rhythm.past) {
        past = *settings.rhythm.past;
        past.today = from;
        settings.rhythm.past = &past;
    }
    return paces_compare(run->pool, &settings, run->plan, &settings.compare);
}

/* What all files are made of. Its fingerprint is of what it says: the plan, and the paces compared.
 */
static struct edition make_edition(struct run *run)
{
    const struct settings *settings = &run->settings;
    const struct comparison *comparison = NULL;
    bool today_given = settings->today != DAY_NONE;
    struct text json = TEXT_INIT, yaml = TEXT_INIT;
    size_t remembered_count;
    const struct remembered_setting *remembered =
        settings_remember(settings, run->schedule, run->memory, run->today, &remembered_count);

    show_json(run->schedule, false, &json);
    if (settings->compare.count > 0) {
        comparison = compare_from(run, compared_from(run, remembered, remembered_count));
        comparison_json(comparison, &json);
    }
    settings_yaml(settings, run->schedule, &yaml);
    struct edition edition = {
        .schedule = run->schedule,
        .fingerprint = plan_uuid(
            run->plan, pool_print(run->pool, "%s %s", ROADBOOK_VERSION, text_string(&json))),
        .today = run->today,
        .today_given = today_given,
        .now = today_given ? ((int64_t)run->today * 24 + 12) * 3600 : clock_seconds(),
        .look = run->look,
        .paper = run->paper,
        .asked = settings->asked,
        .comparison = comparison,
        .settings = pool_copy(run->pool, text_string(&yaml), yaml.length),
        .roadmap = text_string(&run->original),
        .roadmap_length = run->original.length,
        .remembered = remembered,
        .remembered_count = remembered_count,
        .memory = run->memory,
        .memory_state = run->memory_state,
        .memory_why = run->memory_why,
        .page_records = known_pages(run),
        .record_pool = run->pool,
        .force = run->options.force,
    };
    text_free(&json);
    text_free(&yaml);
    return edition;
}

/* All files that were read for the build, *COUNT of them. */
static const char **list_inputs(const struct run *run, size_t *count)
{
    const struct names *holidays = &run->settings.holidays;
    const struct look *look = run->look;
    const char **inputs = pool_alloc(
        run->pool,
        (2 + holidays->count + look->file_count + run->options.tracker_count) * sizeof *inputs);

    *count = 0;
    inputs[(*count)++] = run->options.roadmap;
    if (run->settings_file)
        inputs[(*count)++] = run->settings_file;
    for (size_t i = 0; i < holidays->count; i++)
        inputs[(*count)++] = holidays->list[i];
    for (size_t i = 0; i < look->file_count; i++)
        inputs[(*count)++] = look->files[i];
    for (size_t i = 0; i < run->options.tracker_count; i++)
        inputs[(*count)++] = run->options.trackers[i];
    return inputs;
}

static void build(struct run *run)
{
    const struct settings *settings = &run->settings;
    struct order order = {.stem = output_stem(run),
                          .only = settings->only,
                          .strict = settings->strict,
                          .inputs = list_inputs(run, &order.input_count)};
    struct output *outputs;
    size_t count;

    if (settings->output && !folder_make(settings->output)) {
        report_failure(STATUS_SYSTEM, NOWHERE, "%s: %s", settings->output, strerror(errno));
        return;
    }
    if (run->memory)
        siblings_name(run->pool, pool_print(run->pool, "%s%s", order.stem, tracker_exporter.suffix),
                      run->plan->id);
    struct edition edition = make_edition(run);
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
    .act = build,
};
