/* Bench: sorts a week's table into lists, and takes from each in turn. */
#include "plan/bench.h"

#include "plan/calendar.h"
#include "plan/content.h"

/* Which lists suit an activity, best first. BENCH_LIST_COUNT ends the row. */
static const enum bench_list suited[ACTIVITY_SHARE][BENCH_LIST_COUNT + 1] = {
    [ACTIVITY_LEARN] = {BENCH_READ, BENCH_TOPIC, BENCH_GUIDE, BENCH_OTHER, BENCH_MAKE, BENCH_DRILL,
                        BENCH_SHARE, BENCH_LIST_COUNT},
    [ACTIVITY_BUILD] = {BENCH_MAKE, BENCH_TOPIC, BENCH_GUIDE, BENCH_DRILL, BENCH_OTHER, BENCH_READ,
                        BENCH_SHARE, BENCH_LIST_COUNT},
    [ACTIVITY_SHARPEN] = {BENCH_DRILL, BENCH_MAKE, BENCH_TOPIC, BENCH_GUIDE, BENCH_OTHER,
                          BENCH_READ, BENCH_SHARE, BENCH_LIST_COUNT},
};

struct bench *bench_new(struct pool *pool, const struct schedule *schedule)
{
    const struct plan *plan = schedule->plan;
    struct bench *bench = pool_alloc(pool, sizeof *bench);
    bench->schedule = schedule;
    bench->prerequisites = prerequisites_find(pool, plan);
    bench->windows = order_windows(pool, schedule, bench->prerequisites);
    bench->credits = pool_alloc(pool, (plan->item_count + 1) * sizeof(double));
    bench->side_credits = pool_alloc(pool, (plan->item_count + 1) * sizeof(double));
    bench->turns = pool_alloc(pool, (plan->item_count + 1) * sizeof(int));
    bench->side_turns = pool_alloc(pool, (plan->item_count + 1) * sizeof(int));
    for (size_t i = 0; i < plan->item_count && bench->commitment_count < BENCH_ROOM; i++) {
        const struct item *item = &plan->items[i];
        if (item->kind == ITEM_COMMITMENT && item->parent == NULL && !item->dropped &&
            !item_offered(item) && schedule->items[i].first_week < 0)
            bench->commitments[bench->commitment_count++] = i;
    }
    return bench;
}

static bool has_own_time(const struct item *item)
{
    return item->dated != DATED_INHERITED && item->dated != DATED_NOT;
}

static enum bench_list list_of(const struct item *item)
{
    switch (item->kind) {
    case ITEM_READING:
        return speaks_of_exercise(item) ? BENCH_DRILL : BENCH_READ;
    case ITEM_TOPIC:
    case ITEM_GOAL:
        return BENCH_TOPIC;
    case ITEM_TASK:
    case ITEM_PROJECT:
        return BENCH_MAKE;
    case ITEM_CHECK:
    case ITEM_QUESTION:
        return BENCH_DRILL;
    case ITEM_PORTFOLIO:
    case ITEM_JOB:
        return has_own_time(item) ? BENCH_SHARE : BENCH_OTHER;
    case ITEM_COMMITMENT:
        return BENCH_SHARE;
    case ITEM_STEP:
    case ITEM_STRAND:
        /* "Month 4+" would go on steering to the end. */
        return item->span.open ? BENCH_OTHER : BENCH_GUIDE;
    default:
        return BENCH_OTHER;
    }
}

/* An item below another one that is worked at is a part of it, and milestones and exit lists of
 * phases are not worked at as such (the list has a session of its own). */
static bool takes_turns(const struct item *item)
{
    if (item->kind == ITEM_MILESTONE || item->kind == ITEM_OUTCOME ||
        item->kind == ITEM_SPECIALIZATION)
        return false;
    if (item->kind == ITEM_CHECK && item->point && item->section->phase >= 0 &&
        item->section->kind == ITEM_CHECK)
        return false;
    return has_own_time(item) || item->parent == NULL || item->parent->kind == ITEM_TEXT;
}

/* Keeps a list in order of due date, then of the document. */
static void insert(const struct schedule *schedule, size_t *list, size_t *count, size_t index)
{
    day due = schedule->items[index].due;
    size_t at = *count;
    while (at > 0 && schedule->items[list[at - 1]].due > due)
        at--;
    if (at >= BENCH_ROOM)
        return;
    if (*count < BENCH_ROOM)
        (*count)++;
    for (size_t i = *count - 1; i > at; i--)
        list[i] = list[i - 1];
    list[at] = index;
}

void bench_lay(struct bench *bench, int week_index)
{
    const struct schedule *schedule = bench->schedule;
    const struct week *week = &schedule->weeks[week_index];
    bench->week = week_index;
    for (int beside = 0; beside < 2; beside++)
        for (int list = 0; list < BENCH_LIST_COUNT; list++)
            bench->counts[beside][list] = 0;
    for (size_t i = 0; i < week->item_count; i++) {
        const struct item *item = week->items[i];
        const struct window *window = &bench->windows[item - schedule->plan->items];
        if (!takes_turns(item) || item->checkbox == CHECKBOX_DONE || week_index < window->first ||
            week_index > window->last)
            continue;
        enum bench_list list = list_of(item);
        bool by_nature = list == BENCH_SHARE || list == BENCH_GUIDE;
        int beside = week->phase >= 0 && item->section->phase < 0 && !by_nature;
        insert(schedule, bench->items[beside][list], &bench->counts[beside][list],
               (size_t)(item - schedule->plan->items));
    }
}

bool bench_has(const struct bench *bench, enum bench_list list)
{
    return bench->counts[0][list] + bench->counts[1][list] > 0;
}

/* true where the item requires another one that is offered in this week and had no turn yet. */
static bool waits(const struct bench *bench, size_t index)
{
    const struct item *items = bench->schedule->plan->items;
    size_t low = 0, high = bench->prerequisites->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (bench->prerequisites->list[middle].later < items + index)
            low = middle + 1;
        else
            high = middle;
    }
    for (; low < bench->prerequisites->count; low++) {
        const struct prerequisite *this = &bench->prerequisites->list[low];
        if (this->later != items + index)
            return false;
        size_t earlier = (size_t)(this->earlier - items);
        const struct window *window = &bench->windows[earlier];
        if (window->first <= bench->week && bench->week <= window->last &&
            bench->turns[earlier] + bench->side_turns[earlier] == 0)
            return true;
    }
    return false;
}

/* Takes the one of LIST whose turn it is, and books MINUTES. */
static const struct item *take(const struct bench *bench, const size_t *list, size_t count,
                               double *credits, int *turns, int minutes)
{
    size_t best = list[0];
    int best_rank = -1; /* 0: waits, 1: may, 2: must, as it ends without a turn else */
    for (size_t i = 0; i < count; i++) {
        size_t index = list[i];
        credits[index] += (double)minutes / (double)count;
        bool urgent = turns[index] == 0 && bench->windows[index].last == bench->week;
        int rank = waits(bench, index) ? 0 : urgent ? 2 : 1;
        if (rank > best_rank || (rank == best_rank && credits[index] > credits[best] + 1e-6)) {
            best = index;
            best_rank = rank;
        }
    }
    credits[best] -= minutes;
    turns[best]++;
    return &bench->schedule->plan->items[best];
}

/* Sharing goes round among what has its time this week and the commitments that have none. */
static const struct item *take_to_share(struct bench *bench, int minutes)
{
    size_t list[2 * BENCH_ROOM], count = 0;
    for (size_t i = 0; i < bench->counts[0][BENCH_SHARE]; i++)
        list[count++] = bench->items[0][BENCH_SHARE][i];
    for (size_t i = 0; i < bench->commitment_count; i++)
        list[count++] = bench->commitments[i];
    if (count == 0)
        return NULL;
    return take(bench, list, count, bench->credits, bench->turns, minutes);
}

const struct item *bench_main(struct bench *bench, enum activity activity, int minutes)
{
    if (activity == ACTIVITY_SHARE)
        return take_to_share(bench, minutes);
    for (int beside = 0; beside < 2; beside++)
        for (const enum bench_list *list = suited[activity]; *list != BENCH_LIST_COUNT; list++)
            if (bench->counts[beside][*list] > 0)
                return take(bench, bench->items[beside][*list], bench->counts[beside][*list],
                            bench->credits, bench->turns, minutes);
    return NULL;
}

const struct item *bench_side(struct bench *bench, enum activity activity, const struct item *main,
                              int minutes)
{
    static const enum bench_list for_drills[] = {BENCH_GUIDE, BENCH_TOPIC};
    static const enum bench_list for_books[] = {BENCH_TOPIC, BENCH_GUIDE};
    if (main == NULL || main->point)
        return NULL;
    bool sharpen =
        activity == ACTIVITY_SHARPEN &&
        (main->kind == ITEM_READING || main->kind == ITEM_TASK || main->kind == ITEM_PROJECT);
    if (main->kind != ITEM_READING && !sharpen)
        return NULL;
    const enum bench_list *lists = sharpen && main->kind == ITEM_READING ? for_drills : for_books;
    for (int i = 0; i < 2; i++)
        for (int beside = 0; beside < 2; beside++)
            if (bench->counts[beside][lists[i]] > 0)
                return take(bench, bench->items[beside][lists[i]], bench->counts[beside][lists[i]],
                            bench->side_credits, bench->side_turns, minutes);
    return NULL;
}
