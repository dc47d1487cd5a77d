/* ids: name-based UUIDs (RFC 4122, version 5) for the plan, its sections and its items. */
#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "base/uuid.h"
#include "plan/prose.h"
#include "read/draft.h"

/* The name space of all plans: itself made by `uuidgen -r` once, and never to change. */
static const char plans_name_space[] = "6f1d3c0e-52b7-4b0a-9a64-0d7f6c1f5f2b";

/* Keys seen so far, to number the second and later of the same. Open addressing over hashes. */
struct seen {
    struct key_count {
        /* of a key; 0: free */
        uint64_t hash;
        unsigned times;
    } * counts;
    size_t mask;
};

static unsigned count_key(struct seen *seen, const char *key)
{
    uint64_t hash = hash_string(HASH_START, key);

    hash = hash ? hash : 1;
    size_t at = (size_t)(hash ^ (hash >> 29)) & seen->mask;
    while (seen->counts[at].hash && seen->counts[at].hash != hash)
        at = (at + 1) & seen->mask;
    seen->counts[at].hash = hash;
    return ++seen->counts[at].times;
}

/* The document's own title, which is no part of any id: it may change and the plan stays. */
static bool is_title(const struct plan *plan, const struct section *section)
{
    return section->level == 1 && section->heading.text == plan->heading.text;
}

/* The titles from the top down, each on a line: a heading without span and number, so that a plan
 * whose months move keeps its ids. */
static const char *path_of(const struct plan *plan, const struct section *section,
                           const char *const *paths)
{
    if (section == plan->sections)
        return "";
    const struct prose *title = section->title.length ? &section->title : &section->heading;
    const char *above = paths[section->parent - plan->sections];
    if (is_title(plan, section))
        return above;
    return pool_print(plan->pool, "%s\n%s", above, title->text);
}

static const char *make(const struct plan *plan, struct seen *seen, const char *key)
{
    unsigned times = count_key(seen, key);

    if (times > 1)
        key = pool_print(plan->pool, "%s\n#%u", key, times);
    return plan_uuid(plan, key);
}

void plan_identify(struct plan *plan, const char *id)
{
    plan->id = pool_copy(plan->pool, id, strlen(id));
    size_t size = 64;
    while (size < 2 * (plan->item_count + plan->section_count))
        size *= 2;
    struct seen seen = {must_alloc(size * sizeof *seen.counts), size - 1};
    memset(seen.counts, 0, size * sizeof *seen.counts);
    const char **paths = pool_alloc(plan->pool, plan->section_count * sizeof *paths);
    for (size_t i = 0; i < plan->section_count; i++) {
        struct section *section = &plan->sections[i];
        paths[i] = path_of(plan, section, paths);
        section->id = make(plan, &seen, pool_print(plan->pool, "section%s", paths[i]));
    }
    for (size_t i = 0; i < plan->item_count; i++) {
        struct item *item = &plan->items[i];
        const struct prose *title = item->title.length ? &item->title : &item->line;
        /* An item below another hangs on its id, which holds the headings already. */
        const char *key = pool_print(
            plan->pool, "%s%s\n%s", item_kind_name(item->kind),
            item->parent ? item->parent->id : paths[item->section - plan->sections], title->text);
        item->id = make(plan, &seen, key);
    }
    free(seen.counts);
}

void ids_give(struct draft *draft)
{
    struct plan *plan = draft->plan;
    const char *given = draft->hints->id;
    char id[UUID_TEXT];

    plan->id_given = given && *given;
    const char *key = plan->id_given ? pool_print(draft->pool, "id:%s", given)
                                     : pool_print(draft->pool, "title:%s", plan->title.text);
    uuid_of_name(plans_name_space, key, strlen(key), id);
    plan_identify(plan, id);
}
