/* lived: takes sessions over from memory, their items found among those that there are now. */
#include "schedule/lived.h"

#include <stdlib.h>
#include <string.h>

#include "base/hash.h"

static int by_id(const void *left, const void *right)
{
    const struct item *const *a = left, *const *b = right;

    return strcmp((*a)->id, (*b)->id);
}

struct item_index item_index_new(struct pool *pool, const struct plan *plan)
{
    struct item_index index = {pool_alloc(pool, (plan->item_count + 1) * sizeof *index.items),
                               plan->item_count};

    for (size_t i = 0; i < plan->item_count; i++)
        index.items[i] = &plan->items[i];
    qsort(index.items, index.count, sizeof *index.items, by_id);
    return index;
}

const struct item *item_of_id(const struct item_index *index, const char *id)
{
    size_t low = 0, high = index->count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = strcmp(index->items[middle]->id, id);
        if (order == 0)
            return index->items[middle];
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}

struct session session_lived(struct pool *pool, const struct item_index *index,
                             const struct past_session *past, int week)
{
    const struct item **items = pool_alloc(pool, (past->item_count + 1) * sizeof *items);
    struct session session = {.id = past->id,
                              .date = past->date,
                              .start = past->start,
                              .minutes = past->minutes,
                              .week = week,
                              .focus = past->focus,
                              .items = items,
                              .chapters = {past->chapter_from, past->chapter_to},
                              .part = past->part,
                              .parts = past->parts,
                              .closes_month = past->closes_month,
                              .lived = true};

    for (size_t i = 0; i < past->item_count; i++) {
        const struct item *item = item_of_id(index, past->items[i]);
        if (item)
            items[session.item_count++] = item;
    }
    return session;
}

const struct item *lived_main(const struct session *session, const struct past_session *past)
{
    if (session->part <= 0 || session->item_count == 0 ||
        strcmp(session->items[0]->id, past->items[0]) != 0)
        return NULL;
    return session->items[0];
}

bool lived_checklist(const struct session *session)
{
    if (session->part > 0 || session->item_count == 0)
        return false;
    const struct item *first = session->items[0];
    return first->kind == ITEM_CHECK && first->section->kind == ITEM_CHECK &&
           first->section->phase >= 0;
}

static uint64_t add_session(uint64_t hash, const char *id, day date, int start, int minutes)
{
    hash = hash_add(hash_string(hash, id), (uint64_t)date);
    return hash_add(hash_add(hash, (uint64_t)start), (uint64_t)minutes);
}

uint64_t layout_of_schedule(const struct schedule *schedule)
{
    uint64_t hash = HASH_START;

    for (size_t i = 0; i < schedule->session_count; i++) {
        const struct session *session = &schedule->sessions[i];
        hash = add_session(hash, session->id, session->date, session->start, session->minutes);
    }
    return hash;
}

uint64_t layout_of_past(const struct past *past)
{
    uint64_t hash = HASH_START;

    for (size_t i = 0; i < past->session_count; i++) {
        const struct past_session *session = &past->sessions[i];
        hash = add_session(hash, session->id, session->date, session->start, session->minutes);
    }
    return hash;
}
