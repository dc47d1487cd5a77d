/* Order: walks the chains of prerequisites from their beginnings and from their ends. */
#include "plan/order.h"

#include <stdlib.h>

/* A prerequisite whose two items have weeks, as indexes in plan->items. */
struct link {
    size_t earlier, later;
    int earlier_first, earlier_last, later_first, later_last; /* their own weeks */
    bool tight; /* the earlier one does not end before the later one does */
};

/* Its place in the one order that all links follow, so that none goes round in a circle: by first
 * week, last week, and the document. */
static int compare_places(int first_a, int last_a, size_t a, int first_b, int last_b, size_t b)
{
    if (first_a != first_b)
        return first_a < first_b ? -1 : 1;
    if (last_a != last_b)
        return last_a < last_b ? -1 : 1;
    return a < b ? -1 : a > b;
}

static int by_later(const void *left, const void *right)
{
    const struct link *a = left, *b = right;
    return compare_places(a->later_first, a->later_last, a->later, b->later_first, b->later_last,
                          b->later);
}

static int by_earlier(const void *left, const void *right)
{
    const struct link *a = left, *b = right;
    return compare_places(a->earlier_first, a->earlier_last, a->earlier, b->earlier_first,
                          b->earlier_last, b->earlier);
}

static void report_order(const struct item *earlier, const struct item *later)
{
    report(later->place, SEVERITY_WARNING, "prerequisite-late",
           "\"%s\" requires \"%s\" (line %d), which the roadmap dates after it; both stay",
           later->title.text, earlier->title.text, earlier->place.line);
}

/* The links that can be followed; gives how many. */
static size_t make_links(const struct schedule *schedule, const struct prerequisites *all,
                         struct link *links)
{
    const struct item *items = schedule->plan->items;
    size_t count = 0;
    for (size_t i = 0; i < all->count; i++) {
        const struct item *earlier = all->list[i].earlier, *later = all->list[i].later;
        const struct dates *before = item_dates(schedule, earlier);
        const struct dates *after = item_dates(schedule, later);
        if (before->first_week < 0 || after->first_week < 0 || later->point ||
            earlier->checkbox == CHECKBOX_DONE)
            continue;
        struct link link = {.earlier = (size_t)(earlier - items),
                            .later = (size_t)(later - items),
                            .earlier_first = before->first_week,
                            .earlier_last = before->last_week,
                            .later_first = after->first_week,
                            .later_last = after->last_week,
                            .tight = before->last_week >= after->last_week};
        if (compare_places(link.earlier_first, link.earlier_last, link.earlier, link.later_first,
                           link.later_last, link.later) < 0)
            links[count++] = link;
        else if (before->first_week > after->last_week)
            report_order(earlier, later);
    }
    return count;
}

/* Of LENGTHS before and after it in its chain, the part of the item's own weeks that is its. */
static struct window part_of(struct window whole, int before, int after)
{
    int length = whole.last - whole.first + 1, parts = before + after + 1;
    struct window part = {whole.first + (int)((long)length * before / parts),
                          whole.first + (int)((long)length * (before + 1) / parts) - 1};
    if (part.last < part.first)
        part.last = part.first;
    return part;
}

const struct window *order_windows(struct pool *pool, const struct schedule *schedule,
                                   const struct prerequisites *prerequisites)
{
    size_t items = schedule->plan->item_count;
    struct window *windows = pool_alloc(pool, (items + 1) * sizeof *windows);
    for (size_t i = 0; i < items; i++)
        windows[i] = (struct window){schedule->items[i].first_week, schedule->items[i].last_week};
    if (prerequisites->count == 0)
        return windows;
    struct link *links = must_alloc(prerequisites->count * sizeof *links);
    int *before = pool_alloc(pool, items * sizeof *before);
    int *after = pool_alloc(pool, items * sizeof *after);
    size_t count = make_links(schedule, prerequisites, links);
    qsort(links, count, sizeof *links, by_earlier);
    for (size_t i = count; i-- > 0;)
        if (links[i].tight && after[links[i].earlier] <= after[links[i].later])
            after[links[i].earlier] = after[links[i].later] + 1;
    qsort(links, count, sizeof *links, by_later);
    for (size_t i = 0; i < count; i++)
        if (links[i].tight && before[links[i].later] <= before[links[i].earlier])
            before[links[i].later] = before[links[i].earlier] + 1;
    for (size_t i = 0; i < items; i++)
        if (windows[i].first >= 0 && before[i] + after[i] > 0)
            windows[i] = part_of(windows[i], before[i], after[i]);
    for (size_t i = 0; i < count; i++) {
        struct window *later = &windows[links[i].later];
        int free_from = windows[links[i].earlier].last + 1;
        if (later->first < free_from)
            later->first = free_from < later->last ? free_from : later->last;
    }
    free(links);
    return windows;
}
