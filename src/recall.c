/* recall: the last build's tracker and feed, taken into the run. */
#include "recall.h"

#include <string.h>
#include <sys/stat.h>

#include "base/file.h"
#include "memory/merge.h"
#include "memory/old_feed.h"
#include "settings/recall.h"

/* Where the file with that SUFFIX stands, or will. */
static const char *output_path(const struct run *run, const char *suffix)
{
    return pool_print(run->pool, "%s%s", output_stem(run), suffix);
}

/* What a feed without a tracker tells: whose it is, and when the plan began. */
static void read_feed(struct run *run)
{
    day start = DAY_NONE;

    if (!feed_facts(output_path(run, feed_exporter.suffix), run->pool, &run->feed_plan_id, &start))
        return;
    if (start != DAY_NONE && !run->options.fresh)
        settings_recall_start(&run->settings, start);
}

/* A copy: more may be merged into it. */
static void take_memory(struct run *run, const struct memory *memory)
{
    run->memory = pool_alloc(run->pool, sizeof *run->memory);
    *run->memory = *memory;
}

/* A tracker whose hidden sheets somebody deleted still holds entries, but knows nothing else. */
static bool has_record(const struct run *run)
{
    return run->memory && *run->memory->plan_id;
}

/* true where both are one file. */
static bool same_file(const char *one, const char *other)
{
    struct stat here, there;

    return stat(one, &here) == 0 && stat(other, &there) == 0 && here.st_dev == there.st_dev &&
           here.st_ino == there.st_ino;
}

/* The trackers that --tracker names, taken together with the one in its place. */
static bool read_named(struct run *run)
{
    for (size_t i = 0; i < run->options.tracker_count; i++) {
        const char *path = run->options.trackers[i];
        const struct memory *other = NULL;
        struct text why = TEXT_INIT;
        if (same_file(path, output_path(run, tracker_exporter.suffix)))
            continue; /* it has been read */
        enum memory_state state = memory_read(run->pool, path, &other, &why);
        if (state == MEMORY_NONE)
            text_add(&why, "there is no such file");
        else if (other && has_record(run) && strcmp(other->plan_id, run->memory->plan_id) != 0)
            text_print(&why, "it is the tracker of another plan, \"%s\"", other->title);
        if (why.length > 0 || !other)
            report_failure(STATUS_SYSTEM, NOWHERE, "--tracker %s: %s", path, text_string(&why));
        else if (!run->memory)
            take_memory(run, other);
        else
            memory_merge(run->pool, run->memory, other);
        bool good = why.length == 0 && other;
        text_free(&why);
        if (!good)
            return false;
    }
    return true;
}

bool recall_last_build(struct run *run)
{
    struct text why = TEXT_INIT;
    const struct memory *memory = NULL;

    run->memory_state =
        memory_read(run->pool, output_path(run, tracker_exporter.suffix), &memory, &why);
    if (memory)
        take_memory(run, memory);
    else if (run->memory_state != MEMORY_NONE)
        run->memory_why = pool_copy(run->pool, text_string(&why), why.length);
    text_free(&why);
    if (!read_named(run))
        return false;
    run->unrecalled = run->settings;
    if (!has_record(run))
        read_feed(run);
    if (run->memory && !run->options.fresh)
        settings_recall(&run->settings, run->memory);
    return true;
}

static struct plan *read_roadmap(struct run *run)
{
    struct plan *plan = roadmap_read(&run->roadmap, &run->settings.hints);

    run->plan = plan;
    return plan;
}

/* The roadmap again, with nothing that another plan's file set. */
static struct plan *read_again(struct run *run)
{
    pool_free(run->plan->pool);
    return read_roadmap(run);
}

/* The tracker is another plan's; the feed may be this one's. */
static struct plan *forget(struct run *run)
{
    run->memory_why =
        pool_print(run->pool, "it is the tracker of another plan, \"%s\"", run->memory->title);
    run->memory = NULL;
    run->settings = run->unrecalled;
    read_feed(run);
    return read_again(run);
}

/* true where most of what the feed has is of PLAN; sessions, whose ids tell nothing, left out. */
static bool feed_knows(struct pool *pool, const struct old_feed *feed, const struct plan *plan)
{
    const char **ids = pool_alloc(pool, (plan->item_count + plan->section_count + 1) * sizeof *ids);
    size_t count = 0;

    for (size_t i = 0; i < plan->item_count; i++)
        ids[count++] = plan->items[i].id;
    for (size_t i = 0; i < plan->section_count; i++)
        ids[count++] = plan->sections[i].id;
    return old_feed_is_of(feed, ids, count);
}

/* true where the feed is PLAN's: it is called so, or most of it is PLAN's; then PLAN has the feed's
 * id.
 */
static bool is_of_feed(struct run *run, struct plan *plan)
{
    const char *own = plan->id, *path = output_path(run, feed_exporter.suffix);
    const struct old_feed *feed = NULL;
    struct text bytes = TEXT_INIT;

    if (strcmp(run->feed_plan_id, own) == 0)
        return true;
    if (plan->id_given)
        return false;
    if (file_read(path, FEED_LIMIT, &bytes))
        feed = old_feed_read(run->pool, text_string(&bytes), bytes.length, FEED_PRODUCT);
    text_free(&bytes);
    plan_identify(plan, run->feed_plan_id);
    if (feed && feed_knows(run->pool, feed, plan))
        return true;
    plan_identify(plan, own);
    return false;
}

/* Says what only the tracker could have told; who makes none gives all each time. */
static void say_forgotten(const struct run *run)
{
    const char *only = run->settings.only;

    if (only && !strstr(only, tracker_exporter.name))
        return;
    report(NOWHERE, SEVERITY_WARNING, RULE_MEMORY,
           "without its tracker the last build's start and past events stand, but its hours and "
           "other options count only where they are given again; --tracker takes a copy of it");
}

bool recall_identity(struct run *run)
{
    struct plan *plan = read_roadmap(run);

    if (plan && has_record(run) && !plan_remember(plan, run->memory))
        plan = forget(run);
    if (!plan || has_record(run) || !run->feed_plan_id)
        return plan != NULL;
    if (is_of_feed(run, plan)) {
        say_forgotten(run);
        return true;
    }
    run->feed_plan_id = NULL;
    run->settings = run->unrecalled;
    if (run->memory && !run->options.fresh)
        settings_recall(&run->settings, run->memory);
    return read_again(run) != NULL;
}

void recall_lived(struct run *run)
{
    if (run->memory)
        settings_take_past(&run->settings, run->memory, run->today);
}
