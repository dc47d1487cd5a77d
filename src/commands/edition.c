/* edition: a run's dated plan, as exporters take it. */
#include "commands/edition.h"

#include "paces.h"
#include "pdf/look/look.h"
#include "settings/recall.h"
#include "settings/yaml.h"
#include "text/comparison.h"
#include "text/learner.h"
#include "text/show.h"

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

/* Of the plan, and of COMPARISON (NULL: none). */
static const char *fingerprint_of(const struct run *run, const struct comparison *comparison)
{
    struct text json = TEXT_INIT;

    show_json(run->schedule, false, &json);
    if (comparison)
        comparison_json(comparison, &json);
    const char *fingerprint =
        plan_uuid(run->plan, pool_print(run->pool, "%s %s", ROADBOOK_VERSION, text_string(&json)));
    text_free(&json);
    return fingerprint;
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

/* A week; as the edition has it. */
static int minutes_to_keep(const struct run *run)
{
    if (!learner_is_behind(run->schedule))
        return 0;
    int minutes = paces_to_keep(&run->settings, run->plan, run->schedule->end);
    return minutes > 0 ? minutes : KEEP_NONE;
}

struct edition edition_of(struct run *run)
{
    const struct settings *settings = &run->settings;
    const struct comparison *comparison = NULL;
    bool today_given = settings->today != DAY_NONE;
    struct text yaml = TEXT_INIT;
    size_t remembered_count;
    const struct remembered_setting *remembered =
        settings_remember(settings, run->schedule, run->memory, run->today, &remembered_count);

    if (settings->compare.count > 0)
        comparison = compare_from(run, compared_from(run, remembered, remembered_count));
    settings_yaml(settings, run->schedule, &yaml);
    struct edition edition = {
        .schedule = run->schedule,
        .fingerprint = run->logged ? "" : fingerprint_of(run, comparison),
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
        .minutes_to_keep = minutes_to_keep(run),
        .force = run->options.force,
    };
    text_free(&yaml);
    return edition;
}

const char **inputs_of(const struct run *run, size_t *count)
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
