/* build: the command that makes the files: one edition of the dated plan, and what was made of it
 * told to whoever typed the command. */
#include <errno.h>
#include <string.h>

#include "agreement.h"
#include "base/file.h"
#include "commands/edition.h"
#include "commands/look_over.h"
#include "memory/beside/siblings.h"
#include "outputs.h"
#include "paces.h"
#include "printed.h"
#include "run.h"
#include "settings/recall.h"
#include "text/astray.h"
#include "text/moved.h"
#include "text/phrases.h"
#include "text/reprint.h"

static void add_output(struct text *out, const struct output *output, const struct reprint *reprint)
{
    text_add_visible(out, output->path, strlen(output->path), false);
    if (output->exporter == &insert_exporter) {
        text_add(out, ", ");
        reprint_count(reprint->from_printed, out);
    }
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

/* Which pages to print again, in words. */
static const char *paper_words(const struct run *run, const struct reprint *reprint)
{
    const char *stem = output_stem(run), *slash = strrchr(stem, '/');
    const char *insert =
        pool_print(run->pool, "%s%s", slash ? slash + 1 : stem, insert_exporter.suffix);
    const char *path = pool_print(run->pool, "%s%s", stem, insert_exporter.suffix);
    struct text words = TEXT_INIT;

    reprint_text(reprint, insert, &words);
    if (reprint->from_printed && reprint->from_printed->page_count == 0 && file_exists(path))
        text_print(&words, "; %s is of an earlier build", insert);
    const char *copy = pool_copy(run->pool, text_string(&words), words.length);
    text_free(&words);
    return copy;
}

/* What the files made so far moved. */
static struct moved moved_by(const struct run *run, const struct reprint *reprint)
{
    const struct past *past = run->memory ? &run->memory->past : NULL;
    struct moved moved = {
        .schedule = run->schedule,
        .today = run->today,
        .replanned = run->schedule->rhythm.replan,
        .replanned_end = DAY_NONE,
        .paper = paper_words(run, reprint),
        .pages_stand = reprint->from_old && sheets_same(reprint->from_old),
    };

    if (past && past->week_count > 0) {
        day end = past->weeks[past->week_count - 1].last;
        moved.memory = run->memory;
        moved.replanned_end = paces_replanned_end(&run->settings, run->plan);
        moved.minutes_to_keep = paces_to_keep(&run->settings, run->plan, end);
    }
    return moved;
}

/* What this build moved, or how far the learner is from the plan. */
static void add_moved(const struct run *run, const struct reprint *reprint, struct text *out)
{
    struct moved moved = moved_by(run, reprint);

    moved_text(&moved, out);
}

/* What the tracker asks for. */
struct making {
    const struct run *run;
    const struct reprint *reprint;
};

static void add_lines(const void *of, struct text *lines)
{
    const struct making *making = of;
    struct moved moved = moved_by(making->run, making->reprint);

    moved_lines(&moved, lines);
}

/* true for a day on which the learner asked for other hours than usual, or for none. */
static bool is_special(const struct rhythm *rhythm, day date)
{
    for (size_t i = 0; i < rhythm->period_count; i++)
        if (date >= rhythm->periods[i].from && date <= rhythm->periods[i].to)
            return true;
    return rhythm_day_off(rhythm, date);
}

/* The day from which the hours in force are; DAY_NONE: all of the plan goes by them. */
static day hours_since(const struct schedule *schedule, day today)
{
    const struct rhythm *rhythm = &schedule->rhythm;

    for (size_t w = schedule->week_count; w-- > 0;)
        for (day date = schedule->weeks[w].last; date >= schedule->weeks[w].first; date--) {
            int rate = schedule->weeks[w].rates[date - schedule->weeks[w].first];
            if (date < today && rate > 0 && rate != rhythm->minutes && !is_special(rhythm, date))
                return date + 1;
        }
    return DAY_NONE;
}

/* "2026-01-05 to 2028-02-20: 111 weeks, 10 h each from 1 July 2026, 640 sessions". */
static void add_length(const struct schedule *schedule, day today, struct text *out)
{
    char start[DATE_TEXT], end[DATE_TEXT], pace[DURATION_TEXT];
    day since = hours_since(schedule, today);

    text_print(out, "%s to %s: %zu weeks", day_print(schedule->start, start),
               day_print(schedule->end, end), schedule->week_count);
    duration_print(schedule->rhythm.minutes, pace);
    if (since == DAY_NONE) {
        text_print(out, " of %s", pace);
    } else {
        text_print(out, ", %s each from ", pace);
        add_date(out, since, DAY_NONE);
    }
    text_print(out, ", %zu sessions\n", schedule->session_count);
}

/* "2 things to look at: roadbook check rust.md": what `check` would warn of, and nothing here did.
 */
static void add_review(const struct run *run, struct text *out)
{
    report_try();
    look_over(run);
    size_t count = report_forget(SEVERITY_WARNING);
    if (count == 0)
        return;
    text_print(out, "%zu thing%s to look at: ", count, count == 1 ? "" : "s");
    add_command(out, "check", run->options.roadmap, "", folder_typed(run));
    text_add_char(out, '\n');
}

static void tell(const struct run *run, const struct reprint *reprint, const struct output *outputs,
                 size_t count)
{
    const struct schedule *schedule = run->schedule;
    struct text out = TEXT_INIT;

    if (run->options.verbosity < 0)
        return;
    add_length(schedule, run->today, &out);
    if (run->settings.origins[SETTING_START] == ORIGIN_DEFAULT && !schedule->weeks[0].lived)
        text_add(&out, "no --start was given: it is the coming Monday; later builds keep to it\n");
    add_remembered(run, &out);
    add_thawed(schedule, &out);
    add_moved(run, reprint, &out);
    add_astray_line(&out, run->progress->entries, run->today);
    add_review(run, &out);
    for (size_t i = 0; i < count; i++)
        add_output(&out, &outputs[i], reprint);
    print_out(&out);
    text_free(&out);
}

/* Says where files of the plan stand that an earlier build made, and this one does not see. */
static void name_others(const struct run *run, const struct order *order)
{
    const char *folder = run->settings.output ? NULL : folder_elsewhere(run);

    if (run->memory)
        siblings_name(run->pool,
                      pool_print(run->pool, "%s%s", order->stem, tracker_exporter.suffix),
                      run->plan->id);
    else if (folder)
        report(NOWHERE, SEVERITY_WARNING, RULE_OTHER_TRACKER,
               "%s/ holds this plan's files of an earlier build; -o%s builds on them, and these "
               "here begin anew",
               folder, argument_print(run->pool, folder));
}

static void build(struct run *run)
{
    const struct settings *settings = &run->settings;
    struct order order = {.stem = output_stem(run),
                          .only = settings->only,
                          .extra = run->options.since ? &insert_exporter : NULL,
                          .strict = settings->strict,
                          .inputs = inputs_of(run, &order.input_count)};
    struct reprint reprint = {.insert = TEXT_INIT};
    struct output *outputs;
    size_t count;

    if (!printed_open(run, &reprint))
        return;
    if (settings->output && !folder_make(settings->output)) {
        report_failure(STATUS_SYSTEM, NOWHERE, "%s: %s", settings->output, strerror(errno));
        return;
    }
    name_others(run, &order);
    struct edition edition = edition_of(run);
    struct making making = {run, &reprint};
    edition.reprint = &reprint;
    edition.moved = add_lines;
    edition.moved_of = &making;
    agreement_foresee(run->pool, &edition, &order);
    outputs_make(run->pool, &edition, &order, &outputs, &count);
    agreement_judge(&edition, &order, outputs, count);
    if (count > 0)
        tell(run, &reprint, outputs, count);
    text_free(&reprint.insert);
}

const struct command build_command = {
    .name = "build",
    .argument = "ROADMAP.md",
    .help = "make these files",
    .remakes = true,
    .act = build,
};
