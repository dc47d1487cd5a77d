/* main: the route from a roadmap to what the command makes of its dated plan, top to bottom. */
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/heap.h"
#include "base/lock.h"
#include "base/source.h"
#include "outputs.h"
#include "paces.h"
#include "pdf/look/look.h"
#include "recall.h"

/* The settings file: the one that was named, else the roadbook.yaml beside the roadmap, where there
 * is one; NULL where there is none. */
static const char *settings_path(const struct run *run)
{
    const char *path = run->options.settings_file;

    if (path || strcmp(run->options.roadmap, "-") == 0)
        return path;
    path = path_beside(run->pool, run->options.roadmap, "roadbook.yaml");
    return file_exists(path) ? path : NULL;
}

/* The roadmap's bytes, and the settings, weakest origin last: what is set already stays. From here
 * on messages are said, but for those of the rules that the settings silence. */
static bool read_input(struct run *run)
{
    struct source *file = pool_alloc(run->pool, sizeof *file);

    if (!clock_valid()) {
        report_failure(STATUS_USAGE, NOWHERE,
                       "SOURCE_DATE_EPOCH: '%s' is not whole seconds of the years 1970 to 2199",
                       getenv("SOURCE_DATE_EPOCH"));
        return false;
    }
    if (!source_read(run->pool, run->options.roadmap, &run->roadmap, &run->original) ||
        !settings_read_front_matter(&run->settings, &run->roadmap))
        return false;
    run->settings_file = settings_path(run);
    if (run->settings_file && !(source_read(run->pool, run->settings_file, file, NULL) &&
                                settings_read_file(&run->settings, file)))
        return false;
    for (enum rule rule = RULE_NONE + 1; rule < RULE_COUNT; rule++)
        if (run->settings.silenced[rule])
            report_silence(rule);
    if (!run->options.command->holds_messages)
        report_release();
    return true;
}

/* Holds the tracker of the last build for a command that remakes it. */
static bool hold_tracker(struct run *run)
{
    if (run->options.command->remakes)
        run->lock =
            lock_hold(pool_print(run->pool, "%s%s", output_stem(run), tracker_exporter.suffix));
    return true; /* or there is none to hold */
}

/* The look, on the paper that was asked for or on its own. */
static bool choose_look(struct run *run)
{
    const struct settings *settings = &run->settings;

    run->look = look_load_at(run->pool, settings->template_name, settings->places[SETTING_TEMPLATE],
                             settings->paper, settings->places[SETTING_PAPER]);
    if (run->look)
        run->paper = look_paper(run->look);
    return run->look;
}

/* All that nobody said, and what follows from one thing said and another; after it no setting is
 * looked up or doubted again. */
static bool settle(struct run *run)
{
    struct settings *settings = &run->settings;
    bool paces = run->options.command->paces;

    run->today =
        settings->today == DAY_NONE ? clock_today(settings->rhythm.timezone) : settings->today;
    if (run->options.command->prepare && !run->options.command->prepare(run))
        return false;
    recall_lived(run);
    settings_complete(settings, run->today);
    return outputs_known(settings->only, settings->places[SETTING_ONLY]) &&
           settings_agree(settings, paces) && settings_read_holidays(settings) &&
           (paces || paces_settle_end(settings, &run->plan)) && choose_look(run);
}

/* true where the plan has the weeks that were asked for. */
static bool weeks_there(const struct run *run)
{
    struct place place = run->settings.places[SETTING_WEEKS];
    int count = (int)run->schedule->week_count, first = run->settings.asked.first_week;

    if (first <= count)
        return true;
    report_failure(place.source ? STATUS_BAD_INPUT : STATUS_USAGE, place,
                   "the plan has %d weeks; there is no week %d", count, first);
    return false;
}

static bool date_plan(struct run *run)
{
    run->schedule = schedule_make(run->pool, run->plan, &run->settings.rhythm);
    return run->schedule && weeks_there(run);
}

/* A command that holds messages back shows notes too, or, where it gives JSON, nothing but that; a
 * terse one shows errors only. */
static int verbosity_of(const struct options *options)
{
    if (options->command && options->command->terse && options->verbosity == 0)
        return -1;
    if (!options->command || !options->command->holds_messages)
        return options->verbosity;
    return options->json ? -1 : options->verbosity == 0 ? 1 : options->verbosity;
}

/* What others wrote to standard output (--help) is there, or it is said. */
static void flush_output(void)
{
    if (fflush(stdout) != 0 || ferror(stdout))
        report_failure(STATUS_SYSTEM, NOWHERE, "standard output: %s", strerror(errno));
}

static void discard(struct run *run)
{
    lock_release(run->lock);
    if (run->plan)
        pool_free(run->plan->pool);
    pool_free(run->pool);
    text_free(&run->original);
    report_reset();
}

int main(int count, char **arguments)
{
    heap_in_large_pages();
    struct run run = {.pool = pool_new(), .lock = LOCK_NONE};

    signal(SIGXFSZ, SIG_IGN); /* a file that may not grow is an error to report, as a full disk */
    report_hold();            /* until the settings have told which rules to silence */
    settings_init(&run.settings, run.pool);
    enum options_result given = options_read(count, arguments, &run.options, &run.settings);
    report_verbosity(verbosity_of(&run.options));
    if (given == OPTIONS_RUN && read_input(&run) && hold_tracker(&run) && recall_last_build(&run) &&
        recall_identity(&run) && settle(&run) && date_plan(&run))
        run.options.command->act(&run);
    flush_output();
    report_release();
    enum status status = report_status(run.settings.strict);
    discard(&run);
    return (int)status;
}
