/* main: the route from a roadmap to its three files, top to bottom. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/source.h"
#include "build.h"
#include "compare.h"
#include "memory/seal.h"
#include "options.h"
#include "review/review.h"
#include "settings/show.h"
#include "settings/yaml.h"
#include "text/comparison.h"
#include "text/show.h"
#include "text/why.h"

/* All that one run holds, from the roadmap's bytes to the dated plan. */
struct run {
    struct options options;
    struct settings settings;
    struct pool *pool;
    struct source roadmap;
    /* the roadmap's bytes as they are in its file */
    struct text original;
    const struct plan *plan;
    const struct schedule *schedule;
    day today;
};

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
    return !path ||
           (source_read(run->pool, path, file, NULL) && settings_read_file(&run->settings, file));
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

    if (run->settings.origins[SETTING_START] == ORIGIN_DEFAULT && file_replaceable(tracker) &&
        tracker_start(tracker, &start))
        settings_set(&run->settings, SETTING_START, day_print(start, text), ORIGIN_TRACKER,
                     NOWHERE);
}

/* Roadmap to plan to dated plan. */
static bool load(struct run *run)
{
    if (!clock_valid()) {
        report_failure(STATUS_USAGE, NOWHERE,
                       "SOURCE_DATE_EPOCH: '%s' is not whole seconds of the years 1970 to 2199",
                       getenv("SOURCE_DATE_EPOCH"));
        return false;
    }
    if (!source_read(run->pool, run->options.roadmap, &run->roadmap, &run->original) ||
        !read_settings(run))
        return false;
    for (int i = RULE_NONE + 1; i < RULE_COUNT; i++)
        if (run->settings.silenced[i])
            report_silence((enum rule)i);
    if (strcmp(run->options.command, "check") != 0)
        report_release();
    run->plan = roadmap_read(&run->roadmap, &run->settings.hints);
    if (!run->plan)
        return false;
    run->today = run->settings.today == DAY_NONE ? clock_today(run->settings.rhythm.timezone)
                                                 : run->settings.today;
    remember_start(run);
    settings_complete(&run->settings, run->today);
    bool comparing = strcmp(run->options.command, "compare") == 0;
    if (!settings_agree(&run->settings, comparing) || !settings_read_holidays(&run->settings))
        return false;
    if (!comparing && !compare_settle_end(&run->settings, &run->plan))
        return false;
    run->schedule = schedule_make(run->pool, run->plan, &run->settings.rhythm);
    return true;
}

/* Writes to standard output; a full disk or a closed pipe is seen. */
static void put(const struct text *text)
{
    if (fwrite(text_string(text), 1, text->length, stdout) != text->length || fflush(stdout) != 0)
        report_failure(STATUS_SYSTEM, NOWHERE, "standard output: %s", strerror(errno));
    clearerr(stdout); /* it has been said */
}

/* As put(), for what others wrote there (--help). */
static void flush_output(void)
{
    if (fflush(stdout) != 0 || ferror(stdout))
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
        compare_make(run->pool, &run->settings, run->plan, &wishes);
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
    if (hours_given || run->plan->hours_low > 0) /* hours that nobody chose prove nothing */
        feasibility_report(run->schedule);
    report_release();
    if (run->options.json)
        findings_json(&out);
    else
        findings_summary(&out);
    put(&out);
    text_free(&out);
}

/* What was made, for whoever typed the command. */
static void tell(struct run *run, const struct output *outputs, size_t count)
{
    const struct schedule *schedule = run->schedule;
    char start[DATE_TEXT], end[DATE_TEXT], pace[DURATION_TEXT];
    bool tracked = false;
    struct text out = TEXT_INIT;

    if (run->options.verbosity < 0)
        return;
    text_print(&out, "%s to %s: %zu weeks of %s, %zu sessions\n", day_print(schedule->start, start),
               day_print(schedule->end, end), schedule->week_count,
               duration_print(schedule->rhythm.minutes, pace), schedule->session_count);
    for (size_t i = 0; i < count; i++)
        tracked = tracked || outputs[i].exporter == &tracker_exporter;
    if (run->settings.origins[SETTING_START] == ORIGIN_DEFAULT)
        text_print(&out, "no --start was given: it is the coming Monday%s\n",
                   tracked ? "; later builds find it in the tracker" : "");
    for (size_t i = 0; i < count; i++) {
        text_add_visible(&out, outputs[i].path, strlen(outputs[i].path), false);
        text_add(&out, outputs[i].result == RENDERED_SAME ? " (unchanged)" : "");
        if (outputs[i].backup) {
            text_add(&out, " (what stood there is kept in ");
            text_add_visible(&out, outputs[i].backup, strlen(outputs[i].backup), false);
            text_add_char(&out, ')');
        }
        text_add_char(&out, '\n');
    }
    put(&out);
    text_free(&out);
}

static void build(struct run *run)
{
    size_t count;
    struct output *outputs;
    struct text json = TEXT_INIT, settings = TEXT_INIT;

    if (!build_knows(run->settings.only, run->settings.places[SETTING_ONLY]))
        return;
    if (run->settings.output && !folder_make(run->settings.output)) {
        report_failure(STATUS_SYSTEM, NOWHERE, "%s: %s", run->settings.output, strerror(errno));
        return;
    }
    show_json(run->schedule, false, &json);
    settings_yaml(&run->settings, run->schedule, &settings);
    const struct comparison *comparison = NULL;
    if (run->settings.compare.count > 0) {
        comparison = compare_make(run->pool, &run->settings, run->plan, &run->settings.compare);
        comparison_json(comparison, &json);
    }
    struct edition edition = {
        .schedule = run->schedule,
        .fingerprint = plan_uuid(
            run->plan, pool_print(run->pool, "%s %s", ROADBOOK_VERSION, text_string(&json))),
        .today = run->today,
        .today_given = run->settings.today != DAY_NONE,
        .now = run->settings.today == DAY_NONE ? clock_seconds()
                                               : ((int64_t)run->today * 24 + 12) * 3600,
        .template_name = run->settings.template_name,
        .paper = run->settings.paper,
        .template_place = run->settings.places[SETTING_TEMPLATE],
        .paper_place = run->settings.places[SETTING_PAPER],
        .weeks_place = run->settings.places[SETTING_WEEKS],
        .settings = pool_copy(run->pool, text_string(&settings), settings.length),
        .roadmap = text_string(&run->original),
        .roadmap_length = run->original.length,
        .fillable = run->settings.fillable,
        .pdfa = run->settings.pdfa,
        .first_week = run->settings.first_week,
        .last_week = run->settings.last_week,
        .comparison = comparison,
        .force = run->options.force,
    };
    text_free(&json);
    text_free(&settings);
    if (build_files(run->pool, &edition, output_stem(run), run->settings.only, run->settings.strict,
                    &outputs, &count))
        tell(run, outputs, count);
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

/* `check` is asked for all there is, notes too, in order; as JSON on standard output alone. Nothing
 * is said before the settings have told which rules to silence. */
static void start_reporting(const struct options *options)
{
    bool checking = options->command && strcmp(options->command, "check") == 0;
    int verbosity = options->verbosity;

    if (checking && options->json)
        verbosity = -1;
    else if (checking && verbosity == 0)
        verbosity = 1;
    report_verbosity(verbosity);
}

int main(int count, char **arguments)
{
    struct run run = {.pool = pool_new()};

    report_hold(); /* until the settings have told which rules to silence */
    settings_init(&run.settings, run.pool);
    enum options_result result = options_read(count, arguments, &run.options, &run.settings);
    start_reporting(&run.options);
    if (result == OPTIONS_RUN && load(&run))
        for (size_t i = 0; i < sizeof commands / sizeof commands[0]; i++)
            if (strcmp(run.options.command, commands[i].name) == 0)
                commands[i].act(&run);
    flush_output();
    report_release();
    enum status status = report_status(run.settings.strict);
    if (run.plan)
        pool_free(run.plan->pool);
    pool_free(run.pool);
    text_free(&run.original);
    report_reset();
    return (int)status;
}
