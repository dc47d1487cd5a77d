/* log: the command that writes an entry into the tracker, by the same road as a build. */
#include <string.h>

#include "commands/edition.h"
#include "commands/typed.h"
#include "memory/entry/enter.h"
#include "memory/entry/open_elsewhere.h"
#include "memory/entry/take_back.h"
#include "memory/entry/ticked.h"
#include "outputs.h"
#include "paces.h"
#include "schedule/lived/lived.h"
#include "text/learner.h"
#include "text/phrases.h"

/* As it is told: of its place only the name. */
static const char *name_at(const char *path)
{
    const char *slash = strrchr(path, '/');

    return slash ? slash + 1 : path;
}

/* What was typed, but for nothing at all. */
static const char *said(const char *typed)
{
    return typed && *typed ? typed : NULL;
}

/* --- into memory ------------------------------------------------------------------------------
 */

/* What makes the tracker, as it is to be typed. */
static const char *build_words(const struct run *run)
{
    return command_print(run->pool, "build", run->options.roadmap, "", folder_typed(run));
}

/* What was typed, with FOLDER. */
static const char *same_words(const struct run *run, const char *folder)
{
    const struct options *options = &run->options;
    const struct {
        const char *option, *value;
    } given[] = {{"", options->operand},
                 {" --on", options->on},
                 {" --for", options->category},
                 {" --note", options->note},
                 {" --done", options->done}};
    struct text rest = TEXT_INIT;

    for (size_t i = 0; i < sizeof given / sizeof *given; i++)
        if (given[i].value) {
            text_add(&rest, given[i].option);
            add_argument(&rest, given[i].value);
        }
    text_add(&rest, options->undo ? " --undo" : "");
    const char *words =
        command_print(run->pool, "log", options->roadmap, text_string(&rest), folder);
    text_free(&rest);
    return words;
}

/* That there is no tracker at PATH, and what to type. */
static const char *missing(const struct run *run, const char *path)
{
    const char *folder = folder_elsewhere(run);

    if (!folder)
        return pool_print(run->pool, "there is no %s yet; build first: %s", path, build_words(run));
    return pool_print(run->pool, "there is no %s; that of this plan stands in %s/: %s", path,
                      folder, same_words(run, folder));
}

/* true where there is a tracker to write in. */
static bool can_be_logged(const struct run *run)
{
    const char *path = pool_print(run->pool, "%s%s", output_stem(run), tracker_exporter.suffix);
    const char *lock, *program = open_elsewhere(run->pool, path, &lock);

    if (program)
        report_failure(STATUS_SYSTEM, NOWHERE,
                       "%s is open in %s; close it there and log again; nothing was written (if it "
                       "is open nowhere, remove %s)",
                       name_at(path), program, lock);
    else if (run->memory_state == MEMORY_NONE)
        report_failure(STATUS_SYSTEM, NOWHERE, "%s; nothing was written", missing(run, path));
    else if (run->memory_why)
        report_failure(STATUS_SYSTEM, NOWHERE, "%s: %s; nothing was written", path,
                       run->memory_why);
    else
        return true;
    return false;
}

static bool tick(struct run *run, struct logged_now *logged)
{
    enum tick_result result = memory_tick(run->pool, run->memory, logged->done->id, logged->date);

    logged->done_before = result == TICK_THERE;
    return result != TICK_NO_ROW;
}

static bool enter(struct run *run, struct logged_now *logged)
{
    const struct new_entry entry = {
        .date = logged->date,
        .minutes = logged->minutes,
        .category = logged->category,
        .note = said(run->options.note),
        .item = logged->done ? logged->done->id : NULL,
        .task = logged->task,
    };
    const char *missing = memory_enter(run->pool, run->memory, &entry, &logged->session);

    if (missing)
        report_failure(STATUS_SYSTEM, NOWHERE,
                       "%s has no %s%s any more; build once, which puts it there again; nothing "
                       "was written",
                       run->memory->path, strcmp(missing, "Log") == 0 ? "sheet " : "column ",
                       missing);
    return !missing;
}

/* What was logged last for the day goes. */
static bool take_back(struct run *run, struct logged_now *logged)
{
    struct taken_back taken;
    char text[DATE_TEXT];

    if (!memory_take_back(run->pool, run->memory, logged->date, &taken)) {
        report_failure(STATUS_USAGE, NOWHERE, "%s has no hours on %s; nothing was written",
                       name_at(run->memory->path), day_print(logged->date, text));
        return false;
    }
    logged->taken_back = true;
    logged->minutes = taken.minutes;
    logged->session = taken.session;
    logged->category = said(taken.category);
    logged->task = said(taken.task);
    logged->note = said(taken.note);
    return true;
}

static bool prepare(struct run *run)
{
    const struct options *options = &run->options;
    struct logged_now *logged = pool_alloc(run->pool, sizeof *logged);

    run->logged = logged;
    if (!can_be_logged(run) ||
        (options->operand && !typed_hours(options->operand, &logged->minutes)) ||
        !typed_day(run, options->on, &logged->date) ||
        !typed_category(run, said(options->category), &logged->category, &logged->category_new))
        return false;
    if (options->undo)
        return take_back(run, logged);
    if (options->done && !(logged->done = typed_item(run, options->done)))
        return false;
    logged->task = logged->done ? item_name(logged->done) : NULL;
    return (!options->operand || enter(run, logged)) && (!logged->done || tick(run, logged));
}

/* --- into the tracker -------------------------------------------------------------------------
 */

/* true where the sessions are those of the tracker: to log lays nothing out anew. */
static bool is_same_plan(const struct run *run)
{
    const struct past *past = &run->memory->past;

    if (past->week_count == 0 || layout_of_past(past) == layout_of_schedule(run->schedule))
        return true;
    report_failure(STATUS_SYSTEM, NOWHERE,
                   "the roadmap or its settings changed, which moves sessions; build first: "
                   "%s; nothing was written",
                   build_words(run));
    return false;
}

static void answer(const struct run *run, int minutes_to_keep)
{
    struct text out = TEXT_INIT;

    if (run->options.verbosity < 0)
        return;
    logged_text(run->logged, run->schedule, run->today, minutes_to_keep, &out);
    print_out(&out);
    text_free(&out);
}

static void log_entry(struct run *run)
{
    struct order order = {.stem = output_stem(run),
                          .only = tracker_exporter.name,
                          .strict = run->settings.strict,
                          .inputs = inputs_of(run, &order.input_count)};
    struct output *outputs;
    size_t count;

    if (!is_same_plan(run))
        return;
    struct edition edition = edition_of(run);
    edition.entry = true;
    if (outputs_make(run->pool, &edition, &order, &outputs, &count) && count > 0)
        answer(run, edition.minutes_to_keep);
}

const struct command log_command = {
    .name = "log",
    .argument = "ROADMAP.md 1h10",
    .help = "write down what you did, in the tracker",
    .operand = "1h10",
    .terse = true,
    .remakes = true,
    .prepare = prepare,
    .act = log_entry,
};
