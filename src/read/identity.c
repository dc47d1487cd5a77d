/* identity: what an earlier build called the sections and items of a roadmap that was edited since:
 * each is found again by its kind, its place and its title. */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/hash.h"
#include "plan/plan.h"
#include "read/hash_index.h"
#include "read/roadmap.h"

#define SECTION    "section" /* the kind of a heading */
#define NOT_FOUND  ((size_t)-1)
#define MOST_WORDS 24    /* of a title, that are compared */
#define MOST_PAIRS 10000 /* of titles in a gap; of more, those near each other are compared */
#define NEAR       24

/* A section or an item of the roadmap as it is now. */
struct node {
    const char *kind, *title;
    /* where its id stands, in the plan */
    const char **id;
    /* index of the node above it; its own: the document */
    size_t above;
    /* index in memory's list; NOT_FOUND: new */
    size_t known;
    /* below it, in order; NOT_FOUND: no more */
    size_t first_child, last_child, next;
};

struct matching {
    struct pool *pool;
    const struct memory *memory;
    struct node *nodes;
    size_t node_count;
    /* beside memory's list: some node has it */
    bool *taken;
    /* memory's list by kind, place and title; by kind and title; by what is above; by id */
    struct hash_index exact, titled, above, ids;
    /* the nodes by kind and title */
    struct hash_index now_titled;
};

static uint64_t hash_words(const char *kind, const char *above, const char *title)
{
    uint64_t hash = hash_add(hash_string(HASH_START, kind), '\n');

    return hash_string(hash_add(hash_string(hash, above), '\n'), title);
}

/* The nodes */

static void add_below(struct node *nodes, size_t above, size_t index)
{
    struct node *parent = &nodes[above];

    if (parent->first_child == NOT_FOUND)
        parent->first_child = index;
    else
        nodes[parent->last_child].next = index;
    parent->last_child = index;
}

static struct node node_of(const char *kind, const struct prose *title, const struct prose *whole,
                           const char **id, size_t above)
{
    return (struct node){.kind = kind,
                         .title = title->length > 0 ? title->text : whole->text,
                         .id = id,
                         .above = above,
                         .known = NOT_FOUND,
                         .first_child = NOT_FOUND,
                         .last_child = NOT_FOUND,
                         .next = NOT_FOUND};
}

/* Sections first, then items: each behind what it stands below. */
static void list_nodes(struct matching *matching, struct plan *plan)
{
    size_t sections = plan->section_count, count = sections + plan->item_count;
    struct node *nodes = pool_alloc(matching->pool, (count + 1) * sizeof *nodes);

    for (size_t i = 0; i < sections; i++) {
        struct section *section = &plan->sections[i];
        size_t above = section->parent ? (size_t)(section->parent - plan->sections) : i;
        nodes[i] = node_of(SECTION, &section->title, &section->heading, &section->id, above);
    }
    for (size_t i = 0; i < plan->item_count; i++) {
        struct item *item = &plan->items[i];
        size_t above = item->parent ? sections + (size_t)(item->parent - plan->items)
                                    : (size_t)(item->section - plan->sections);
        nodes[sections + i] =
            node_of(item_kind_name(item->kind), &item->title, &item->line, &item->id, above);
    }
    for (size_t i = 0; i < count; i++)
        if (nodes[i].above != i)
            add_below(nodes, nodes[i].above, i);
    matching->nodes = nodes;
    matching->node_count = count;
}

static void index_all(struct matching *matching)
{
    const struct memory *memory = matching->memory;
    struct pool *pool = matching->pool;

    matching->exact = hash_index_new(pool, memory->known_count);
    matching->titled = hash_index_new(pool, memory->known_count);
    matching->above = hash_index_new(pool, memory->known_count);
    matching->ids = hash_index_new(pool, memory->known_count);
    matching->now_titled = hash_index_new(pool, matching->node_count);
    for (size_t i = 0; i < memory->known_count; i++) {
        const struct known_item *known = &memory->known[i];
        hash_index_add(&matching->exact, hash_words(known->kind, known->above, known->title), i);
        hash_index_add(&matching->titled, hash_words(known->kind, "", known->title), i);
        hash_index_add(&matching->above, hash_string(HASH_START, known->above), i);
        hash_index_add(&matching->ids, hash_string(HASH_START, known->id), i);
    }
    for (size_t i = 0; i < matching->node_count; i++)
        hash_index_add(&matching->now_titled,
                       hash_words(matching->nodes[i].kind, "", matching->nodes[i].title), i);
    hash_index_sort(&matching->exact);
    hash_index_sort(&matching->titled);
    hash_index_sort(&matching->above);
    hash_index_sort(&matching->ids);
    hash_index_sort(&matching->now_titled);
}

/* The matching */

static void take(struct matching *matching, struct node *node, size_t known)
{
    node->known = known;
    *node->id = matching->memory->known[known].id;
    matching->taken[known] = true;
}

/* The same kind and title below the same thing; of several the next. */
static void take_exact(struct matching *matching, struct node *node, const char *above)
{
    struct hash_index *exact = &matching->exact;
    size_t count,
        first = hash_index_find(exact, hash_words(node->kind, above, node->title), &count);

    if (count == 0)
        return;
    while (exact->taken[first] < count) {
        size_t known = exact->entries[first + exact->taken[first]++].place;
        if (!matching->taken[known]) {
            take(matching, node, known);
            return;
        }
    }
}

/* The only one of that kind and title, then and now, wherever it stood. */
static void take_moved(struct matching *matching, struct node *node)
{
    uint64_t hash = hash_words(node->kind, "", node->title);
    size_t count, first = hash_index_find(&matching->titled, hash, &count);

    if (count != 1 || hash_index_count(&matching->now_titled, hash) != 1)
        return;
    size_t known = matching->titled.entries[first].place;
    if (!matching->taken[known])
        take(matching, node, known);
}

/* Bytes of the next word of *AT, which begins at it then; 0: no more. */
static size_t next_word(const char **at)
{
    static const char between[] = " \t\n,;:.!?()[]\"'*_/-";

    *at += strspn(*at, between);
    return strcspn(*at, between);
}

/* How much two titles share, 0-1: words of the shorter that the longer has too, of all the longer
 * has. */
static double likeness(const char *left, const char *right)
{
    size_t words = 0, others = 0, shared = 0, length, other;
    const char *at = left;

    for (const char *r = right; (other = next_word(&r)) > 0 && others < MOST_WORDS; r += other)
        others++;
    for (; (length = next_word(&at)) > 0 && words < MOST_WORDS; at += length) {
        const char *r = right;
        bool found = false;
        words++;
        for (size_t i = 0; !found && i < MOST_WORDS && (other = next_word(&r)) > 0; i++) {
            found = other == length && strncasecmp(at, r, length) == 0;
            r += other;
        }
        shared += found;
    }
    size_t most = words > others ? words : others;
    return most > 0 ? (double)shared / (double)most : 0;
}

/* What may have been renamed in one gap between things that are still there: COUNT of each. */
struct gap {
    struct node **nodes;
    size_t node_count;
    size_t *known;
    size_t known_count;
};

/* As many new ones as are gone: one after the other. Else those alone whose words are alike. */
static void take_renamed(struct matching *matching, const struct gap *gap)
{
    const struct known_item *known = matching->memory->known;
    bool even = gap->node_count == gap->known_count;
    bool many = !even && gap->node_count > 0 && gap->known_count > MOST_PAIRS / gap->node_count;

    for (size_t n = 0; n < gap->node_count; n++) {
        size_t best = NOT_FOUND, first = even ? n : many && n > NEAR ? n - NEAR : 0;
        double most = 0.49;
        for (size_t k = first; k < gap->known_count && k < (even ? n + 1 : n + NEAR); k++) {
            if (matching->taken[gap->known[k]])
                continue;
            double like = even ? 1 : likeness(gap->nodes[n]->title, known[gap->known[k]].title);
            if (like > most) {
                best = k;
                most = like;
            }
        }
        if (best != NOT_FOUND)
            take(matching, gap->nodes[n], gap->known[best]);
    }
}

/* Those of KIND gone from below ABOVE between two places of memory's list, and not met anywhere
 * else today. */
static void list_gone(struct matching *matching, const char *above, const char *kind, size_t from,
                      size_t to, struct gap *gap)
{
    const struct memory *memory = matching->memory;
    size_t count, low = 0;
    size_t first = hash_index_find(&matching->above, hash_string(HASH_START, above), &count);
    const struct hash_entry *entries = matching->above.entries + first;

    for (size_t high = from == NOT_FOUND ? 0 : count; low < high;) {
        size_t middle = low + (high - low) / 2;
        if (entries[middle].place <= from)
            low = middle + 1;
        else
            high = middle;
    }
    for (size_t i = low; i < count && entries[i].place < to; i++) {
        const struct known_item *known = &memory->known[entries[i].place];
        if (!matching->taken[entries[i].place] && strcmp(known->kind, kind) == 0 &&
            hash_index_count(&matching->now_titled, hash_words(kind, "", known->title)) == 0)
            gap->known[gap->known_count++] = entries[i].place;
    }
}

/* The children FIRST..END (not included) are new; those around them, where there are any, are where
 * they were: pairs them with what is gone from there, kind by kind. */
static void match_gap(struct matching *matching, const char *above, size_t first, size_t end,
                      size_t from, size_t to)
{
    struct node *nodes = matching->nodes;
    size_t count = 0;

    for (size_t i = first; i != end; i = nodes[i].next)
        count++;
    struct gap gap = {must_alloc(count * sizeof *gap.nodes), 0,
                      must_alloc((matching->memory->known_count + 1) * sizeof *gap.known), 0};
    for (size_t i = first; i != end; i = nodes[i].next) {
        const char *kind = nodes[i].kind;
        bool done = nodes[i].known != NOT_FOUND;
        for (size_t k = first; !done && k != i; k = nodes[k].next)
            done = strcmp(nodes[k].kind, kind) == 0;
        if (done)
            continue;
        gap.node_count = gap.known_count = 0;
        for (size_t k = i; k != end; k = nodes[k].next)
            if (strcmp(nodes[k].kind, kind) == 0 &&
                hash_index_count(&matching->titled, hash_words(kind, "", nodes[k].title)) == 0)
                gap.nodes[gap.node_count++] = &nodes[k];
        list_gone(matching, above, kind, from, to, &gap);
        take_renamed(matching, &gap);
    }
    free(gap.nodes);
    free(gap.known);
}

/* All below node ABOVE, whose own id stands. */
static void match_children(struct matching *matching, size_t above)
{
    struct node *nodes = matching->nodes;
    const char *id = *nodes[above].id;
    size_t from = NOT_FOUND, i;

    for (i = nodes[above].first_child; i != NOT_FOUND; i = nodes[i].next)
        take_exact(matching, &nodes[i], id);
    for (i = nodes[above].first_child; i != NOT_FOUND; i = nodes[i].next)
        if (nodes[i].known == NOT_FOUND)
            take_moved(matching, &nodes[i]);
    for (i = nodes[above].first_child; i != NOT_FOUND;) {
        if (nodes[i].known != NOT_FOUND) {
            if (strcmp(matching->memory->known[nodes[i].known].above, id) == 0)
                from = nodes[i].known;
            i = nodes[i].next;
            continue;
        }
        size_t end = i;
        while (end != NOT_FOUND && nodes[end].known == NOT_FOUND)
            end = nodes[end].next;
        match_gap(matching, id, i, end, from,
                  end == NOT_FOUND ? matching->memory->known_count : nodes[end].known);
        i = end;
    }
}

/* Of the first edition only the words of each row are known, no kinds and no places. */
static void match_words(struct matching *matching, const struct plan *plan)
{
    for (size_t i = plan->section_count; i < matching->node_count; i++) {
        const struct item *item = &plan->items[i - plan->section_count];
        const char *words[] = {matching->nodes[i].title, item->line.text};
        for (size_t w = 0; w < 2 && matching->nodes[i].known == NOT_FOUND; w++) {
            size_t count,
                first = hash_index_find(&matching->titled, hash_words("", "", words[w]), &count);
            if (count == 1 && !matching->taken[matching->titled.entries[first].place])
                take(matching, &matching->nodes[i], matching->titled.entries[first].place);
        }
    }
}

/* New things get no id that memory has for another one. */
static void give_new_ids(struct matching *matching, const struct plan *plan)
{
    for (size_t i = 0; i < matching->node_count; i++) {
        struct node *node = &matching->nodes[i];
        while (node->known == NOT_FOUND &&
               hash_index_count(&matching->ids, hash_string(HASH_START, *node->id)) > 0)
            *node->id = plan_uuid(plan, pool_print(plan->pool, "%s\nanother", *node->id));
    }
}

/* true where a quarter of the smaller of the two is in both; headings are left out, which are the
 * same in many roadmaps. */
static bool is_akin(const struct matching *matching, size_t section_count)
{
    const struct memory *memory = matching->memory;
    bool kinds = memory->version > 1;
    size_t shared = 0, known = 0, now = 0;

    for (size_t i = 0; i < memory->known_count; i++)
        known += strcmp(memory->known[i].kind, SECTION) != 0;
    for (size_t i = section_count; i < matching->node_count; i++) {
        const struct node *node = &matching->nodes[i];
        if (*node->title == '\0')
            continue;
        now++;
        shared += hash_index_count(&matching->titled,
                                   hash_words(kinds ? node->kind : "", "", node->title)) > 0;
    }
    return 4 * shared >= (known < now ? known : now) && shared > 0;
}

static bool same_title(const struct plan *plan, const struct memory *memory)
{
    return *memory->title && strcmp(plan->title.text, memory->title) == 0;
}

bool plan_remember(struct plan *plan, const struct memory *memory)
{
    struct matching matching = {.pool = pool_new(), .memory = memory};
    bool same = strcmp(plan->id, memory->plan_id) == 0;

    list_nodes(&matching, plan);
    index_all(&matching);
    if (!same && !plan->id_given)
        same = same_title(plan, memory) || is_akin(&matching, plan->section_count);
    if (same) {
        plan_identify(plan, memory->plan_id);
        matching.taken = pool_alloc(matching.pool, memory->known_count + 1);
        if (memory->version <= 1)
            match_words(&matching, plan);
        else
            take_exact(&matching, &matching.nodes[0], "");
        for (size_t i = 0; memory->version > 1 && i < matching.node_count; i++)
            match_children(&matching, i);
        give_new_ids(&matching, plan);
        for (size_t i = 0; i < matching.node_count; i++) /* memory may go before the plan */
            *matching.nodes[i].id =
                pool_copy(plan->pool, *matching.nodes[i].id, strlen(*matching.nodes[i].id));
    }
    pool_free(matching.pool);
    return same;
}
