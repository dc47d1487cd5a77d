/* recall: the last build's tracker and feed, taken into the run. */
#include "recall.h"

#include <string.h>
#include <sys/stat.h>

#include "base/file.h"
#include "memory/feed/old_feed.h"
#include "memory/merge.h"
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

/* What --tracker names, on its way into the run. */
struct naming {
    struct run *run;
    /* of all that was taken: the same bytes once more say nothing new */
    uint64_t *digests;
    size_t digest_count;
    /* the tracker in its place tells whose it is */
    bool place_tells;
};

static bool was_taken(const struct naming *naming, uint64_t digest)
{
    for (size_t i = 0; i < naming->digest_count; i++)
        if (naming->digests[i] == digest)
            return true;
    return false;
}

/* OTHER, of the file at PATH, into *MEMORY, which is of its plan, or is none yet. */
static void add_named(struct run *run, const struct memory *other, const char *path,
                      struct memory **memory, const char **first)
{
    if (!*first)
        *first = path;
    if (*memory) {
        memory_merge(run->pool, *memory, other);
    } else {
        *memory = pool_alloc(run->pool, sizeof **memory);
        **memory = *other; /* a copy: more may be merged into it */
    }
}

/* true where both are of one plan, as far as they tell. */
static bool may_be_one_plan(const struct memory *one, const struct memory *other)
{
    return !one || !*one->plan_id || !*other->plan_id || strcmp(one->plan_id, other->plan_id) == 0;
}

static bool refuse_named(const char *path, const char *why)
{
    report_failure(STATUS_SYSTEM, NOWHERE, "--tracker %s: %s", path, why);
    return false;
}

static bool refuse_other_plan(struct run *run, const char *path, const char *title)
{
    return refuse_named(path,
                        pool_print(run->pool, "it is the tracker of another plan, \"%s\"", title));
}

/* Takes OTHER: beside the tracker in its place, or, where that is of another plan, until the
 * roadmap tells which of them is its own. */
static bool take_named(struct naming *naming, const struct memory *other, const char *path)
{
    struct run *run = naming->run;

    if (was_taken(naming, other->digest)) {
        if (!run->named_tracker && may_be_one_plan(run->memory, other))
            run->named_tracker = path; /* a copy of the one in its place */
        return true;
    }
    naming->digests[naming->digest_count++] = other->digest;
    if (may_be_one_plan(run->memory, other))
        add_named(run, other, path, &run->memory, &run->named_tracker);
    else if (naming->place_tells && may_be_one_plan(run->other_memory, other))
        add_named(run, other, path, &run->other_memory, &run->other_tracker);
    else
        return refuse_other_plan(run, path, other->title);
    return true;
}

static bool read_named(struct naming *naming, const char *path)
{
    struct run *run = naming->run;
    const struct memory *other = NULL;
    struct text why = TEXT_INIT;

    if (same_file(path, output_path(run, tracker_exporter.suffix)))
        return true; /* it has been read */
    if (memory_read(run->pool, path, &other, &why) == MEMORY_NONE)
        text_add(&why, "there is no such file");
    bool good = other ? take_named(naming, other, path) : refuse_named(path, text_string(&why));
    text_free(&why);
    return good;
}

/* The trackers that --tracker names, taken together with the one in its place. */
static bool read_all_named(struct run *run)
{
    size_t count = run->options.tracker_count;
    struct naming naming = {.run = run, .place_tells = has_record(run)};
    bool good = true;

    naming.digests = pool_alloc(run->pool, (count + 1) * sizeof *naming.digests);
    if (run->memory)
        naming.digests[naming.digest_count++] = run->memory->digest;
    for (size_t i = 0; good && i < count; i++)
        good = read_named(&naming, run->options.trackers[i]);
    return good;
}

/* What a tracker remembers that cannot be read just now is not taken for forgotten: the other files
 * would be made without it, and disagree with it for good. */
static void refuse_unread(const char *path, const struct text *why)
{
    report_failure(STATUS_SYSTEM, NOWHERE,
                   "%s: %s, so nothing is made without what it remembers; --force does, and keeps "
                   "it as .bak",
                   path, text_string(why));
}

bool recall_last_build(struct run *run)
{
    struct text why = TEXT_INIT;
    const struct memory *memory = NULL;
    const char *path = output_path(run, tracker_exporter.suffix);

    run->memory_state = memory_read(run->pool, path, &memory, &why);
    if (run->memory_state == MEMORY_UNREAD && !run->options.force) {
        refuse_unread(path, &why);
        text_free(&why);
        return false;
    }
    if (memory) {
        run->memory = pool_alloc(run->pool, sizeof *run->memory);
        *run->memory = *memory; /* a copy: more may be merged into it */
    } else if (run->memory_state != MEMORY_NONE) {
        run->memory_why = pool_copy(run->pool, text_string(&why), why.length);
    }
    text_free(&why);
    if (!read_all_named(run))
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

/* The tracker in its place is another plan's; the one that was named beside it, or the feed, may be
 * this one's. NULL: a tracker that was named is not. */
static struct plan *forget(struct run *run)
{
    const char *title = run->memory->title;

    if (run->named_tracker) {
        refuse_other_plan(run, run->named_tracker, title);
        return NULL;
    }
    run->memory_why = pool_print(run->pool, "it is the tracker of another plan, \"%s\"", title);
    run->memory = run->other_memory;
    run->settings = run->unrecalled;
    if (!run->memory)
        read_feed(run);
    else if (!run->options.fresh)
        settings_recall(&run->settings, run->memory);
    struct plan *plan = read_again(run);
    if (plan && run->memory && !plan_remember(plan, run->memory)) {
        refuse_other_plan(run, run->other_tracker, run->memory->title);
        return NULL;
    }
    return plan;
}

/* Gives PLAN the ids it had, by the tracker that is its own; that plan, read again where what was
 * remembered was another's; NULL: a tracker that was named is another's. */
static struct plan *remember(struct run *run, struct plan *plan)
{
    bool is_other = run->other_memory && strcmp(run->other_memory->plan_id, plan->id) == 0;

    if (is_other || !plan_remember(plan, run->memory))
        return forget(run);
    if (!run->other_tracker)
        return plan;
    refuse_other_plan(run, run->other_tracker, run->other_memory->title);
    return NULL;
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

    if (plan && has_record(run))
        plan = remember(run, plan);
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
    struct rhythm *rhythm = &run->settings.rhythm;

    if (run->memory)
        settings_take_past(&run->settings, run->memory, run->today);
    run->progress = progress_make(run->pool, run->plan, run->memory, run->today);
    rhythm->progress = run->progress;
    rhythm->replan = run->options.replan;
    rhythm->drop_optional = run->options.drop_optional;
}
