/* sheets: two lists of digests, compared a sheet at a time. */
#include "memory/book/sheets.h"

/* Whether page AT, an index, is another in one book than in the other, or is in one alone. */
static bool differs(const struct page_digests *printed, const struct page_digests *now, size_t at)
{
    bool there = at < printed->count, here = at < now->count;

    return there != here || (there && printed->list[at] != now->list[at]);
}

/* RANGES with the pages FIRST to LAST: as part of the last range where they go on from it. */
static void add_range(struct page_range *ranges, size_t *count, size_t first, size_t last)
{
    if (*count > 0 && ranges[*count - 1].last + 1 == first)
        ranges[*count - 1].last = last;
    else
        ranges[(*count)++] = (struct page_range){first, last};
}

static void widen(struct page_range *range, size_t first, size_t last)
{
    if (range->first == 0)
        range->first = first;
    range->last = last;
}

struct sheet_changes sheets_compare(struct pool *pool, const struct page_digests *printed,
                                    const struct page_digests *now, bool duplex)
{
    size_t sides = duplex ? 2 : 1;
    size_t most = printed->count > now->count ? printed->count : now->count;
    struct page_range *ranges = pool_alloc(pool, (most + 1) * sizeof *ranges);
    bool *inserted = pool_alloc(pool, now->count + 1);
    struct sheet_changes changes = {.replaced = ranges, .inserted = inserted};

    for (size_t front = 0; front < most; front += sides) {
        size_t end = front + sides < most ? front + sides : most;
        bool changed = false;
        for (size_t at = front; at < end; at++)
            changed = changed || differs(printed, now, at);
        if (!changed)
            continue;
        for (size_t at = front; at < end && at < now->count; at++, changes.page_count++)
            inserted[at] = true;
        changes.sheet_count += front < now->count;
        if (front >= printed->count)
            widen(&changes.added, front + 1, end);
        else if (front >= now->count)
            widen(&changes.removed, front + 1, end);
        else
            add_range(ranges, &changes.replaced_count, front + 1, end);
    }
    return changes;
}

bool sheets_same(const struct sheet_changes *changes)
{
    return changes->replaced_count == 0 && changes->added.first == 0 && changes->removed.first == 0;
}
