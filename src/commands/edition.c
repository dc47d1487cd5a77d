/* edition: a run's dated plan, as exporters take it. */
#include "commands/edition.h"

#include "paces.h"
#include "pdf/look/look.h"
#include "settings/recall.h"
#include "settings/yaml.h"
#include "text/comparison.h"
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

struct edition edition_of(struct run *run)
{
    const struct settings *settings = &run->settings;
    const struct comparison *comparison = NULL;
    bool today_given = settings->today != DAY_NONE;
    struct text yaml = TEXT_INIT;

    if (settings->compare.count > 0)
        comparison = paces_compare(run->pool, settings, run->plan, &settings->compare);
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
        .memory = run->memory,
        .memory_state = run->memory_state,
        .memory_why = run->memory_why,
        .page_records = known_pages(run),
        .record_pool = run->pool,
        .force = run->options.force,
    };
    edition.remembered = settings_remember(settings, run->schedule, run->memory, run->today,
                                           &edition.remembered_count);
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
