/* main: the route from a roadmap to its three files, top to bottom. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "compare.h"
#include "export.h"
#include "options.h"
#include "plan/review.h"
#include "settings_show.h"
#include "text/comparison.h"
#include "text/show.h"
#include "text/why.h"
#include "xlsx/seal.h"

#define LARGEST_ROADMAP (16u << 20) /* bytes */

/* All that one run holds, from the roadmap's bytes to the dated plan. */
struct run {
    struct options options;
    struct settings settings;
    struct pool *pool;
    struct source roadmap;
    struct plan *plan;
    const struct schedule *schedule;
    day today;
};

/* Reads a file whole as valid UTF-8 in the run's pool; false after a report. */
static bool read_source(struct run *run, const char *path, struct source *source)
{
    struct text bytes = TEXT_INIT, clean = TEXT_INIT;
    size_t first;

    *source = (struct source){
        .name = strcmp(path, "-") == 0 ? "<stdin>" : pool_copy(run->pool, path, strlen(path))};
    if (!file_read(path, LARGEST_ROADMAP, &bytes)) {
        report_failure(STATUS_SYSTEM, (struct place){source, 0, 0}, "%s",
                       errno == EFBIG ? "larger than 16 MiB: no roadmap is" : strerror(errno));
        text_free(&bytes);
        return false;
    }
    if (bytes.length && memchr(bytes.bytes, '\0', bytes.length)) {
        report_failure(STATUS_BAD_INPUT, (struct place){source, 0, 0},
                       "holds NUL bytes: a binary file, not a text in Markdown");
        text_free(&bytes);
        return false;
    }
    size_t skip = bytes.length >= 3 && memcmp(bytes.bytes, "\xef\xbb\xbf", 3) == 0
                      ? 3
                      : 0; /* a byte order mark */
    size_t repaired =
        utf8_repair(&clean, bytes.bytes ? bytes.bytes + skip : "", bytes.length - skip, &first);
    source->bytes = pool_copy(run->pool, text_string(&clean), clean.length);
    source->length = clean.length;
    if (repaired) {
        struct place place = {source, 1, 1};
        for (size_t i = 0; i < first; i++)
            place = bytes.bytes[skip + i] == '\n'
                        ? (struct place){source, place.line + 1, 1}
                        : (struct place){source, place.line, place.column + 1};
        report(place, SEVERITY_WARNING, "not-utf-8",
               "%zu place%s not UTF-8, taken as U+FFFD; save the file as UTF-8", repaired,
               repaired == 1 ? " is" : "s are");
    }
    text_free(&bytes);
    text_free(&clean);
    return true;
}

/* The path of NAME in the folder of PATH. */
static const char *beside(struct pool *pool, const char *path, const char *name)
{
    const char *slash = strrchr(path, '/');

    return slash ? pool_print(pool, "%.*s/%s", (int)(slash - path), path, name)
                 : pool_print(pool, "%s", name);
}

/* Settings, weakest origin last: what is set already stays. */
static bool read_settings(struct run *run)
{
    const char *path = run->options.settings_file;
    struct source *file = pool_alloc(run->pool, sizeof *file);

    if (!settings_read_front_matter(&run->settings, &run->roadmap))
        return false;
    if (!path && strcmp(run->options.roadmap, "-") != 0) {
        path = beside(run->pool, run->options.roadmap, "roadbook.yaml");
        if (!file_exists(path))
            path = NULL;
    }
    return !path || (read_source(run, path, file) && settings_read_file(&run->settings, file));
}

/* Folder and roadmap's name without its ending: what the suffixes are put to. */
static const char *output_stem(struct run *run)
{
    const char *roadmap = run->options.roadmap;
    static const char *const endings[] = {".md", ".markdown", ".mdown", ".txt"};

    if (strcmp(roadmap, "-") == 0)
        return pool_print(run->pool, "%s/roadmap",
                          run->settings.output ? run->settings.output : ".");
    const char *slash = strrchr(roadmap, '/'), *name = slash ? slash + 1 : roadmap;
    size_t length = strlen(name);
    for (size_t i = 0; i < sizeof endings / sizeof endings[0]; i++) {
        size_t ending = strlen(endings[i]);
        if (length > ending && strcmp(name + length - ending, endings[i]) == 0) {
            length -= ending;
            break;
        }
    }
    name = pool_copy(run->pool, name, length);
    return run->settings.output ? pool_print(run->pool, "%s/%s", run->settings.output, name)
                                : beside(run->pool, roadmap, name);
}

/* Without --start the plan begins where the tracker of an earlier build says it began. */
static void remember_start(struct run *run)
{
    const char *tracker = pool_print(run->pool, "%s%s", output_stem(run), tracker_exporter.suffix);
    char text[DATE_TEXT];
    day start;

    if (run->settings.origins[SETTING_START] == ORIGIN_DEFAULT && tracker_start(tracker, &start))
        settings_set(&run->settings, SETTING_START, day_print(start, text), ORIGIN_TRACKER,
                     NOWHERE);
}

/* Roadmap to plan to dated plan. */
static bool load(struct run *run)
{
    if (!read_source(run, run->options.roadmap, &run->roadmap) || !read_settings(run))
        return false;
    for (size_t i = 0; i < run->settings.silenced_count; i++)
        report_silence(run->settings.silenced[i]);
    run->plan = roadmap_read(&run->roadmap, &run->settings.hints);
    if (!run->plan)
        return false;
    run->today = run->options.today == DAY_NONE ? clock_today(run->settings.rhythm.timezone)
                                                : run->options.today;
    remember_start(run);
    settings_complete(&run->settings, run->today);
    bool comparing = strcmp(run->options.command, "compare") == 0;
    if (!settings_agree(&run->settings, comparing) || !settings_read_holidays(&run->settings))
        return false;
    if (!comparing && !compare_settle_end(&run->roadmap, &run->settings, &run->plan))
        return false;
    run->schedule = schedule_make(run->pool, run->plan, &run->settings.rhythm);
    return true;
}

/* Writes to standard output; a full disk or a closed pipe is seen. */
static void put(const struct text *text)
{
    if (fwrite(text_string(text), 1, text->length, stdout) != text->length || fflush(stdout) != 0)
        report_failure(STATUS_SYSTEM, NOWHERE, "standard output: %s", strerror(errno));
}

static void show(struct run *run)
{
    struct text out = TEXT_INIT;

    if (run->options.show_settings)
        settings_show(&run->settings, run->schedule, &out);
    if (run->options.why)
        why_text(run->schedule, run->options.why, &out);
    if (run->options.json)
        show_json(run->schedule, true, &out);
    else if (!run->options.show_settings && !run->options.why)
        show_text(run->schedule, &out);
    put(&out);
    text_free(&out);
}

static void compare(struct run *run)
{
    struct wishes wishes = compare_wishes(&run->settings);
    const struct comparison *comparison =
        compare_make(run->pool, &run->roadmap, &run->settings, run->plan, &wishes);
    struct text out = TEXT_INIT;

    if (run->options.json)
        comparison_json(comparison, &out);
    else
        comparison_text(comparison, &out);
    put(&out);
    text_free(&out);
}

/* Everything that was found on the way is held back until now, so that it comes in order. */
static void check(struct run *run)
{
    struct text out = TEXT_INIT;
    bool hours_given = run->settings.origins[SETTING_HOURS] > ORIGIN_DEFAULT;

    review_plan(run->schedule, hours_given);
    report_release();
    if (run->options.json)
        findings_json(&out);
    else
        findings_summary(&out);
    put(&out);
    text_free(&out);
}

/* true where NAME is in the list of --only. */
static bool wanted(const struct settings *settings, const char *name)
{
    size_t length = strlen(name);

    if (!settings->only)
        return true;
    for (const char *word = settings->only; *word; word += strspn(word, ", ")) {
        size_t word_length = strcspn(word, ", ");
        if (word_length == length && memcmp(word, name, length) == 0)
            return true;
        word += word_length;
    }
    return false;
}

/* Every word of --only is an exporter's name. */
static bool check_only(const struct settings *settings)
{
    size_t count;
    const struct exporter *const *table = exporters(&count);

    for (const char *word = settings->only ? settings->only : ""; *word;
         word += strspn(word, ", ")) {
        size_t length = strcspn(word, ", "), i = 0;
        while (i < count &&
               (strlen(table[i]->name) != length || memcmp(table[i]->name, word, length) != 0))
            i++;
        if (i == count) {
            report_failure(STATUS_USAGE, NOWHERE, "--only: '%.*s' is none of pdf, ics, xlsx",
                           (int)length, word);
            return false;
        }
        word += length;
    }
    return true;
}

/* One file on its way. */
struct output {
    const struct exporter *exporter;
    const char *path;
    struct staged staged;
    enum render_result result;
};

static bool render(struct output *output, struct edition *edition)
{
    struct text bytes = TEXT_INIT;

    edition->path = output->path;
    output->result = output->exporter->render(edition, &bytes);
    bool good = output->result != RENDER_FAILED;
    if (good && output->result != RENDERED_SAME &&
        !file_stage(&output->staged, output->path, text_string(&bytes), bytes.length)) {
        report_failure(STATUS_SYSTEM, NOWHERE, "%s: %s; the old files stand", output->path,
                       strerror(errno));
        good = false;
    }
    text_free(&bytes);
    return good;
}

static bool commit(struct run *run, struct output *output)
{
    const char *backup = NULL;

    if (output->result == RENDERED_SAME)
        return true;
    if (output->result == RENDERED_OVER_CHANGES)
        backup = pool_print(run->pool, "%s.bak", output->path);
    if (!file_commit(&output->staged, backup)) {
        report_failure(STATUS_SYSTEM, NOWHERE, "%s: %s", output->path, strerror(errno));
        return false;
    }
    if (backup)
        report(NOWHERE, SEVERITY_WARNING, NULL, "%s was replaced; what it held is in %s",
               output->path, backup);
    return true;
}

/* What was made, for whoever typed the command. */
static void tell(struct run *run, const struct output *outputs, size_t count)
{
    const struct schedule *schedule = run->schedule;
    char start[DATE_TEXT], end[DATE_TEXT], pace[DURATION_TEXT];

    if (run->options.verbosity < 0)
        return;
    printf("%s to %s: %zu weeks of %s, %zu sessions\n", day_print(schedule->start, start),
           day_print(schedule->end, end), schedule->week_count,
           duration_print(schedule->rhythm.minutes, pace), schedule->session_count);
    if (run->settings.origins[SETTING_START] == ORIGIN_DEFAULT)
        printf(
            "no --start was given: it is the coming Monday; later builds find it in the tracker\n");
    for (size_t i = 0; i < count; i++)
        printf("%s%s\n", outputs[i].path, outputs[i].result == RENDERED_SAME ? " (unchanged)" : "");
}

/* All wanted files are rendered and staged before the first is put in its place. */
static void build(struct run *run)
{
    size_t count, made = 0;
    const struct exporter *const *table = exporters(&count);
    struct output *outputs = pool_alloc(run->pool, count * sizeof *outputs);
    struct text json = TEXT_INIT;
    bool good = true;

    if (!check_only(&run->settings))
        return;
    if (run->settings.output && !folder_make(run->settings.output)) {
        report_failure(STATUS_SYSTEM, NOWHERE, "%s: %s", run->settings.output, strerror(errno));
        return;
    }
    show_json(run->schedule, false, &json);
    const struct comparison *comparison = NULL;
    if (run->settings.compare.count > 0) {
        comparison = compare_make(run->pool, &run->roadmap, &run->settings, run->plan,
                                  &run->settings.compare);
        comparison_json(comparison, &json);
    }
    struct edition edition = {
        .schedule = run->schedule,
        .fingerprint = plan_uuid(
            run->plan, pool_print(run->pool, "%s %s", ROADBOOK_VERSION, text_string(&json))),
        .today = run->today,
        .today_given = run->options.today != DAY_NONE,
        .now = run->options.today == DAY_NONE ? clock_seconds()
                                              : ((int64_t)run->today * 24 + 12) * 3600,
        .template_name = run->settings.template_name,
        .paper = run->settings.paper,
        .first_week = run->settings.first_week,
        .last_week = run->settings.last_week,
        .comparison = comparison,
        .force = run->options.force,
    };
    text_free(&json);
    const char *stem = output_stem(run);
    for (size_t i = 0; good && i < count; i++) {
        if (!wanted(&run->settings, table[i]->name))
            continue;
        outputs[made] = (struct output){
            .exporter = table[i], .path = pool_print(run->pool, "%s%s", stem, table[i]->suffix)};
        good = render(&outputs[made++], &edition);
    }
    good = good && report_status(run->options.strict) == STATUS_DONE;
    for (size_t i = 0; i < made; i++) {
        good = good && commit(run, &outputs[i]);
        if (!good)
            file_discard(&outputs[i].staged);
    }
    if (good)
        tell(run, outputs, made);
}

static const struct {
    const char *name;
    void (*act)(struct run *run);
} commands[] = {
    {"build", build},
    {"check", check},
    {"show", show},
    {"compare", compare},
};

/* `check` is asked for all there is, notes too, in order; as JSON on standard output alone. */
static void start_reporting(const struct options *options)
{
    bool checking = options->command && strcmp(options->command, "check") == 0;
    int verbosity = options->verbosity;

    if (checking && options->json)
        verbosity = -1;
    else if (checking && verbosity == 0)
        verbosity = 1;
    report_verbosity(verbosity);
    if (checking)
        report_hold();
}

int main(int count, char **arguments)
{
    struct run run = {.pool = pool_new()};

    settings_init(&run.settings, run.pool);
    enum options_result result = options_read(count, arguments, &run.options, &run.settings);
    start_reporting(&run.options);
    if (result == OPTIONS_RUN && load(&run))
        for (size_t i = 0; i < sizeof commands / sizeof commands[0]; i++)
            if (strcmp(run.options.command, commands[i].name) == 0)
                commands[i].act(&run);
    report_release();
    enum status status = report_status(run.options.strict);
    if (run.plan)
        pool_free(run.plan->pool);
    pool_free(run.pool);
    report_reset();
    return (int)status;
}
