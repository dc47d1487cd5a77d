/* log: the command that writes an entry into the tracker, by the same road as a build. */
#include <string.h>

#include "base/nearest.h"
#include "commands/edition.h"
#include "memory/entries.h"
#include "memory/entry/enter.h"
#include "memory/entry/open_elsewhere.h"
#include "memory/entry/ticked.h"
#include "memory/lookup.h"
#include "outputs.h"
#include "paces.h"
#include "schedule/lived/lived.h"
#include "text/learner.h"
#include "text/phrases.h"

#define MOST_TITLES 2000 /* that the nearest is looked for among */

/* As it is told: of its place only the name. */
static const char *name_at(const char *path)
{
    const char *slash = strrchr(path, '/');

    return slash ? slash + 1 : path;
}

/* --- what was typed ---------------------------------------------------------------------------
 */

/* What was typed, but for nothing at all. */
static const char *said(const char *typed)
{
    return typed && *typed ? typed : NULL;
}

static bool read_hours(const char *typed, int *minutes)
{
    struct kept_cell cell = {.kind = CELL_TEXT, .text = typed, .format = "General"};
    double hours;

    if (!cell_hours(&cell, &hours)) {
        report_failure(STATUS_USAGE, NOWHERE,
                       "'%s' is no number of hours; 1h10, 1:10, 70min and 1.5 are; nothing was "
                       "written",
                       typed);
        return false;
    }
    *minutes = (int)(hours * 60 + 0.5);
    if (hours >= HOURS_LEAST && hours <= HOURS_MOST)
        return true;
    report_failure(STATUS_USAGE, NOWHERE,
                   "'%s' is %s; 15 minutes to 24 hours count, and minutes are 70min; nothing was "
                   "written",
                   typed, hours < HOURS_LEAST ? "less than 15 minutes" : "more than a day has");
    return false;
}

static bool read_day(const char *typed, day today, day *date)
{
    char text[DATE_TEXT];

    *date = today;
    if (!typed || (day_parse(typed, strlen(typed), date) && *date <= today))
        return true;
    if (*date > today && day_parse(typed, strlen(typed), date))
        report_failure(STATUS_USAGE, NOWHERE,
                       "--on %s: that day is still to come; nothing was "
                       "written",
                       typed);
    else
        report_failure(STATUS_USAGE, NOWHERE,
                       "--on '%s' is no date; %s is one; nothing was written", typed,
                       day_print(today, text));
    return false;
}

/* The plan's categories, by its sessions; *COUNT of them. */
static const char **categories_of(struct pool *pool, const struct past *past, size_t *count)
{
    const char **names = NULL;
    size_t capacity = 0;

    *count = 0;
    for (size_t i = 0; i < past->session_count; i++) {
        const char *name = past->sessions[i].category;
        size_t at = 0;
        while (at < *count && strcmp(names[at], name) != 0)
            at++;
        if (at < *count)
            continue;
        names = pool_extend(pool, names, *count, &capacity, sizeof *names);
        names[(*count)++] = name;
    }
    return names;
}

/* What was typed of a title or name: all of it, or its start. */
enum likeness { UNLIKE, LIKE_START, LIKE_WHOLE };

/* TEXT as it is compared, without quotation marks before it. */
static const char *bare_words(struct pool *pool, const char *text)
{
    static const char *const marks[] = {"\"", "'", "“", "„", "”", "‘", "‚", "«", "»"};
    const char *plain = plain_words(pool, text);

    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        size_t length = strlen(marks[i]);
        if (strncmp(plain, marks[i], length) == 0)
            return plain + length;
    }
    return plain;
}

static enum likeness likeness_of(struct pool *pool, const char *name, const char *wanted)
{
    const char *plain = bare_words(pool, name);

    if (strcmp(plain, wanted) == 0)
        return LIKE_WHOLE;
    return strncmp(plain, wanted, strlen(wanted)) == 0 ? LIKE_START : UNLIKE;
}

/* The plan's category that was typed, or its start; *NEW: it has none such. false: a report said
 * which was meant. */
static bool read_category(struct run *run, const char *typed, const char **category, bool *new)
{
    size_t count, found = 0, starts = 0;
    const char **names = categories_of(run->pool, &run->memory->past, &count);
    const char *wanted = typed ? bare_words(run->pool, typed) : NULL;

    *category = typed;
    *new = false;
    for (size_t i = 0; typed && i < count; i++) {
        enum likeness likeness = likeness_of(run->pool, names[i], wanted);
        starts += likeness == LIKE_START;
        found = likeness != UNLIKE ? i : found;
        if (likeness == LIKE_WHOLE) {
            *category = names[i];
            return true;
        }
    }
    if (!typed)
        return true;
    if (starts == 1) {
        *category = names[found];
        return true;
    }
    const char *meant = nearest_word(typed, names, count);
    if (meant)
        report_failure(STATUS_USAGE, NOWHERE,
                       "no category \"%s\"; did you mean \"%s\"? nothing was written", typed,
                       meant);
    *new = true;
    return !meant;
}

static const char *title_of(const struct item *item)
{
    return item->title.length > 0 ? item->title.text : item->line.text;
}

/* Says what may have been meant. */
static void report_unknown(const struct run *run, const char *typed)
{
    const struct plan *plan = run->plan;
    const char **titles = pool_alloc(run->pool, (plan->item_count + 1) * sizeof *titles);
    size_t count = 0;
    const struct item *item = NULL;

    for (size_t i = 0; i < plan->item_count && count < MOST_TITLES; i++)
        if (memory_ticks(run->memory, plan->items[i].id))
            titles[count++] = title_of(&plan->items[i]);
    const char *meant = nearest_word(typed, titles, count);
    for (size_t i = 0; meant && !item; i++)
        if (title_of(&plan->items[i]) == meant)
            item = &plan->items[i];
    report_failure(
        STATUS_USAGE, NOWHERE, "no \"%s\" in %s%s nothing was written", typed, run->roadmap.name,
        item ? pool_print(run->pool, "; did you mean \"%s\" (line %d)?", meant, item->place.line)
             : " that can be ticked;");
}

static void report_several(const struct run *run, const char *typed, const struct item *one,
                           const struct item *other)
{
    report_failure(STATUS_USAGE, NOWHERE,
                   "\"%s\" may be \"%s\" (line %d) or \"%s\" (line %d) of %s; type more of it; "
                   "nothing was written",
                   typed, title_of(one), one->place.line, title_of(other), other->place.line,
                   run->roadmap.name);
}

static bool same_title(struct pool *pool, const struct item *one, const struct item *other)
{
    return strcmp(plain_words(pool, title_of(one)), plain_words(pool, title_of(other))) == 0;
}

/* What is to be ticked: the item of that title, else the one whose title begins so; of several of
 * one title the first that is not ticked. NULL after a report. */
static const struct item *read_item(const struct run *run, const char *typed)
{
    const struct item *found[3] = {NULL}, *other = NULL;
    const char *wanted = bare_words(run->pool, typed);

    for (size_t i = 0; *wanted && i < run->plan->item_count; i++) {
        const struct item *item = &run->plan->items[i];
        enum likeness likeness = strcmp(item->id, typed) == 0
                                     ? LIKE_WHOLE
                                     : likeness_of(run->pool, title_of(item), wanted);
        const struct item *before = found[likeness];
        if (likeness == UNLIKE || !memory_ticks(run->memory, item->id))
            continue;
        if (before && likeness == LIKE_START && !same_title(run->pool, before, item))
            other = item;
        else if (!before || memory_is_ticked(run->memory, before->id))
            found[likeness] = item;
    }
    if (found[LIKE_WHOLE])
        return found[LIKE_WHOLE];
    if (found[LIKE_START] && !other)
        return found[LIKE_START];
    if (other)
        report_several(run, typed, found[LIKE_START], other);
    else
        report_unknown(run, typed);
    return NULL;
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

static bool prepare(struct run *run)
{
    const struct options *options = &run->options;
    struct logged_now *logged = pool_alloc(run->pool, sizeof *logged);

    run->logged = logged;
    if (!can_be_logged(run) || !read_hours(options->operand, &logged->minutes) ||
        !read_day(options->on, run->today, &logged->date) ||
        !read_category(run, said(options->category), &logged->category, &logged->category_new))
        return false;
    if (options->done && !(logged->done = read_item(run, options->done)))
        return false;
    logged->task = logged->done ? title_of(logged->done) : NULL;
    return enter(run, logged) && (!logged->done || tick(run, logged));
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
