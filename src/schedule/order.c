/* order: walks the chains of prerequisites from their beginnings and from their ends. */
#include "schedule/order.h"

#include <stdlib.h>

/* A prerequisite whose two items have weeks, as indexes in plan->items. */
struct chain_link {
    size_t earlier, later;
    /* their own weeks */
    int earlier_first, earlier_last, later_first, later_last;
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
    const struct chain_link *a = left, *b = right;

    return compare_places(a->later_first, a->later_last, a->later, b->later_first, b->later_last,
                          b->later);
}

static int by_earlier(const void *left, const void *right)
{
    const struct chain_link *a = left, *b = right;

    return compare_places(a->earlier_first, a->earlier_last, a->earlier, b->earlier_first,
                          b->earlier_last, b->earlier);
}

static void report_order(const struct item *earlier, const struct item *later)
{
    report(later->place, SEVERITY_WARNING, RULE_PREREQUISITE_LATE,
           "\"%s\" requires \"%s\" (line %d), which the roadmap dates after it; both stay",
           later->title.text, earlier->title.text, earlier->place.line);
}

/* The links that can be followed; gives how many. */
static size_t make_links(const struct schedule *schedule, const struct prerequisites *all,
                         struct chain_link *links)
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
        struct chain_link link = {.earlier = (size_t)(earlier - items),
                                  .later = (size_t)(later - items),
                                  .earlier_first = before->first_week,
                                  .earlier_last = before->last_week,
                                  .later_first = after->first_week,
                                  .later_last = after->last_week};
        if (compare_places(link.earlier_first, link.earlier_last, link.earlier, link.later_first,
                           link.later_last, link.later) < 0)
            links[count++] = link;
        else if (before->first_week > after->last_week)
            report_order(earlier, later);
    }
    return count;
}

/* The part of WINDOW that leaves as much again to each of the AFTER that come behind it. */
static int part_end(struct window window, int after)
{
    int length = (window.last - window.first + 1) / (after + 1);

    return window.first + (length > 0 ? length : 1) - 1;
}

/* From the last item to the first: by when each has to end for those that require it, and how many
 * in a row share its weeks behind it. */
static void walk_back(struct chain_link *links, size_t count, struct window *windows, int *after)
{
    qsort(links, count, sizeof *links, by_earlier);
    for (size_t i = count; i-- > 0;) {
        struct window *earlier = &windows[links[i].earlier], *later = &windows[links[i].later];
        if (earlier->last < later->last)
            continue;
        earlier->last = later->last;
        if (after[links[i].earlier] <= after[links[i].later])
            after[links[i].earlier] = after[links[i].later] + 1;
    }
}

/* From the first to the last: each begins when what it requires has ended. */
static void walk_on(struct chain_link *links, size_t count, struct window *windows,
                    const int *after)
{
    qsort(links, count, sizeof *links, by_later);
    for (size_t i = 0; i < count;) {
        struct window *later = &windows[links[i].later];
        size_t item = links[i].later;
        for (; i < count && links[i].later == item; i++) {
            int free_from = windows[links[i].earlier].last + 1;
            if (later->first < free_from)
                later->first = free_from < later->last ? free_from : later->last;
        }
        later->last = part_end(*later, after[item]);
    }
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
    struct chain_link *links = must_alloc(prerequisites->count * sizeof *links);
    bool *bound = pool_alloc(pool, items * sizeof *bound);
    int *after = pool_alloc(pool, items * sizeof *after);
    size_t count = make_links(schedule, prerequisites, links);
    walk_back(links, count, windows, after);
    for (size_t i = 0; i < count; i++)
        bound[links[i].later] = true;
    for (size_t i = 0; i < items; i++)
        if (!bound[i] && after[i] > 0)
            windows[i].last = part_end(windows[i], after[i]);
    walk_on(links, count, windows, after);
    free(links);
    return windows;
}
