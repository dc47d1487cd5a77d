/* queue: sorts a week's table into lists, and takes from each in turn. */
#include "schedule/queue.h"

#include <string.h>

#include "schedule/assign.h"
#include "schedule/fitting.h"
#include "schedule/lived/progress.h"
#include "schedule/portions.h"
#include "schedule/weeks.h"

#define LAST_CHANCE  1 /* weeks before its last in which a reading finds a place anywhere */
#define USUAL_WEIGHT 6 /* of what has no chapters, in chapters */

/* Which lists suit an activity, best first. LIST_COUNT ends the row. */
static const enum work_list suited[ACTIVITY_SHARE][LIST_COUNT + 1] = {
    [ACTIVITY_LEARN] = {LIST_READ, LIST_TOPIC, LIST_GUIDE, LIST_OTHER, LIST_MAKE, LIST_DRILL,
                        LIST_SHARE, LIST_COUNT},
    [ACTIVITY_BUILD] = {LIST_MAKE, LIST_TOPIC, LIST_GUIDE, LIST_DRILL, LIST_OTHER, LIST_READ,
                        LIST_SHARE, LIST_COUNT},
    [ACTIVITY_SHARPEN] = {LIST_DRILL, LIST_MAKE, LIST_TOPIC, LIST_GUIDE, LIST_OTHER, LIST_READ,
                          LIST_SHARE, LIST_COUNT},
};

struct work_queue *queue_new(struct pool *pool, const struct schedule *schedule)
{
    const struct plan *plan = schedule->plan;
    struct work_queue *queue = pool_alloc(pool, sizeof *queue);

    queue->schedule = schedule;
    queue->prerequisites = prerequisites_find(pool, plan);
    queue->windows = order_windows(pool, schedule, queue->prerequisites);
    queue->credits = pool_alloc(pool, (plan->item_count + 1) * sizeof(double));
    queue->side_credits = pool_alloc(pool, (plan->item_count + 1) * sizeof(double));
    queue->turns = pool_alloc(pool, (plan->item_count + 1) * sizeof(int));
    queue->side_turns = pool_alloc(pool, (plan->item_count + 1) * sizeof(int));
    queue->minutes = pool_alloc(pool, (plan->item_count + 1) * sizeof(int));
    queue->days = pool_alloc(pool, (plan->item_count + 1) * sizeof *queue->days);
    for (size_t i = 0; i < plan->item_count; i++)
        queue->days[i] = weekdays_of(&plan->items[i]);
    for (size_t i = 0; i < plan->item_count && queue->commitment_count < QUEUE_ROOM; i++) {
        const struct item *item = &plan->items[i];
        if (item->kind == ITEM_COMMITMENT && !item->parent && !item->dropped &&
            !item_offered(item) && schedule->items[i].first == DAY_NONE &&
            !item_has_left(schedule, item))
            queue->commitments[queue->commitment_count++] = i;
    }
    return queue;
}

static enum work_list list_of(const struct item *item)
{
    switch (item->kind) {
    case ITEM_READING:
        return speaks_of_exercise(item) ? LIST_DRILL : LIST_READ;
    case ITEM_TOPIC:
    case ITEM_GOAL:
        return LIST_TOPIC;
    case ITEM_TASK:
    case ITEM_PROJECT:
        return LIST_MAKE;
    case ITEM_CHECK:
    case ITEM_QUESTION:
        return LIST_DRILL;
    case ITEM_PORTFOLIO:
    case ITEM_JOB:
        return item_has_own_time(item) ? LIST_SHARE : LIST_OTHER;
    case ITEM_COMMITMENT:
        return LIST_SHARE;
    case ITEM_STEP:
    case ITEM_STRAND:
        /* "Month 4+" would go on steering to the end. */
        return item->span.open ? LIST_OTHER : LIST_GUIDE;
    default:
        return LIST_OTHER;
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
    return item_has_own_time(item) || !item->parent || item->parent->kind == ITEM_TEXT;
}

bool item_takes_time(const struct item *item)
{
    return item_has_own_time(item) && takes_turns(item) && !item->point && !item->dropped;
}

enum activity activity_of_item(const struct item *item)
{
    static const enum activity activities[] = {
        [LIST_READ] = ACTIVITY_LEARN,  [LIST_TOPIC] = ACTIVITY_LEARN,
        [LIST_MAKE] = ACTIVITY_BUILD,  [LIST_DRILL] = ACTIVITY_SHARPEN,
        [LIST_SHARE] = ACTIVITY_SHARE, [LIST_GUIDE] = ACTIVITY_LEARN,
        [LIST_OTHER] = ACTIVITY_LEARN};

    return activities[list_of(item)];
}

/* true where a part of it has this week for itself: then that part is worked at, not the whole. */
static bool gives_way(const struct work_queue *queue, const struct item *item)
{
    const struct plan *plan = queue->schedule->plan;

    if (item->child_count == 0)
        return false;
    for (const struct item *i = item + 1;
         i < plan->items + plan->item_count && i->depth > item->depth; i++) {
        const struct dates *dates = item_dates(queue->schedule, i);
        if (item_takes_time(i) && i->checkbox != CHECKBOX_DONE &&
            dates->first_week <= queue->week && queue->week <= dates->last_week)
            return true;
    }
    return false;
}

/* Keeps a list in order of what ends first, then of the document. */
static void insert(const struct schedule *schedule, size_t *list, size_t *count, size_t index)
{
    const struct item *items = schedule->plan->items;
    size_t at = *count;

    while (at > 0 && ends_before(schedule, &items[index], &items[list[at - 1]]))
        at--;
    if (at >= QUEUE_ROOM)
        return;
    if (*count < QUEUE_ROOM)
        (*count)++;
    for (size_t i = *count - 1; i > at; i--)
        list[i] = list[i - 1];
    list[at] = index;
}

static bool is_offered(const struct work_queue *queue, size_t index)
{
    return queue->windows[index].first <= queue->week && queue->week <= queue->windows[index].last;
}

/* true where a replan laid WEEK out without what had left the table: the week that it began in is
 * looked over in the same way once it was lived, or turns behind it would fall to others. */
static bool was_replanned(const struct schedule *schedule, const struct week *week)
{
    const struct progress *progress = schedule->rhythm.progress;
    size_t count = progress ? progress->replan_count : 0;

    return !week->lived || (count > 0 && week->last >= progress->replans[count - 1]);
}

void queue_lay_out(struct work_queue *queue, int week_index)
{
    const struct schedule *schedule = queue->schedule;
    const struct week *week = &schedule->weeks[week_index];
    bool replanned = was_replanned(schedule, week);

    queue->week = week_index;
    memset(queue->dated_to_the_day, 0, sizeof queue->dated_to_the_day);
    for (int beside = 0; beside < 2; beside++)
        for (int list = 0; list < LIST_COUNT; list++)
            queue->counts[beside][list] = 0;
    for (size_t i = 0; i < week->item_count; i++) {
        const struct item *item = week->items[i];
        size_t index = (size_t)(item - schedule->plan->items);
        bool done = item->checkbox == CHECKBOX_DONE || (replanned && item_has_left(schedule, item));
        if (!takes_turns(item) || done || !is_offered(queue, index) || gives_way(queue, item))
            continue;
        enum work_list list = list_of(item);
        if (item_is_daily(schedule, item)) {
            queue->dated_to_the_day[list] = true;
            continue;
        }
        bool by_nature = list == LIST_SHARE || list == LIST_GUIDE;
        int beside = week->phase >= 0 && item->section->phase < 0 && !by_nature;
        insert(schedule, queue->items[beside][list], &queue->counts[beside][list], index);
    }
}

bool queue_has(const struct work_queue *queue, enum work_list list)
{
    return queue->counts[0][list] + queue->counts[1][list] > 0 || queue->dated_to_the_day[list];
}

/* true where the item requires another one that is offered in this week and had no turn yet. */
static bool waits(const struct work_queue *queue, size_t index)
{
    const struct item *items = queue->schedule->plan->items;
    size_t low = 0, high = queue->prerequisites->count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (queue->prerequisites->list[middle].later < items + index)
            low = middle + 1;
        else
            high = middle;
    }
    for (; low < queue->prerequisites->count; low++) {
        const struct prerequisite *this = &queue->prerequisites->list[low];
        if (this->later != items + index)
            return false;
        size_t at = (size_t)(this->earlier - items);
        if (is_offered(queue, at) && queue->turns[at] + queue->side_turns[at] == 0)
            return true;
    }
    return false;
}

/* Of the time that goes to a list each item has a share by this: a book by its chapters. */
static double weight_of(const struct item *item)
{
    int chapters = item->chapters.from > 0 ? item->chapters.to - item->chapters.from + 1 : 0;

    if (item->kind != ITEM_READING || chapters <= 0)
        return 1;
    int counted = chapters < USUAL_WEIGHT / 2 ? USUAL_WEIGHT / 2 : chapters;
    return (double)(counted > 5 * USUAL_WEIGHT ? 5 * USUAL_WEIGHT : counted) / USUAL_WEIGHT;
}

/* Takes the one of LIST whose turn it is, or LIVED, which is one of them, and books MINUTES. */
static const struct item *take(const struct work_queue *queue, const size_t *list, size_t count,
                               double *credits, int *turns, int minutes, const struct item *lived)
{
    const struct item *items = queue->schedule->plan->items;
    size_t best = list[0];
    int best_rank = -1; /* 0: waits, 1: may, 2: must, as it ends without a turn else */
    double sum = 0;

    for (size_t i = 0; i < count; i++)
        sum += weight_of(&items[list[i]]);
    for (size_t i = 0; i < count; i++) {
        size_t index = list[i];
        credits[index] += minutes * weight_of(&items[index]) / sum;
        bool urgent = turns[index] == 0 && queue->windows[index].last == queue->week;
        int rank = waits(queue, index) ? 0 : urgent ? 2 : 1;
        if (rank > best_rank || (rank == best_rank && credits[index] > credits[best] + 1e-6)) {
            best = index;
            best_rank = rank;
        }
    }
    if (lived)
        best = (size_t)(lived - items);
    credits[best] -= minutes;
    turns[best]++;
    return &items[best];
}

/* What may be taken from in one go. */
struct candidates {
    size_t list[3 * QUEUE_ROOM];
    size_t count;
};

static bool is_read_out(const struct work_queue *queue, size_t index)
{
    const struct item *item = &queue->schedule->plan->items[index];

    return item->kind == ITEM_READING && item->effort.high > 0 && item->effort.per == UNIT_NONE &&
           !item->effort.each && queue->minutes[index] >= item->effort.high;
}

/* Adds a list's items, but for readings that are done and those that another day is meant for,
 * unless there is nothing else. */
static void add_candidates(const struct work_queue *queue, const struct session_need *need,
                           int beside, enum work_list list, struct candidates *candidates)
{
    for (size_t i = 0; i < queue->counts[beside][list]; i++) {
        size_t index = queue->items[beside][list][i];
        weekday_set days = queue->days[index];
        bool prose = queue->schedule->plan->items[index].kind == ITEM_TEXT;
        bool elsewhere = (days & need->sittings) && !(days >> need->weekday & 1);
        if (need->anything || (!elsewhere && !prose && !is_read_out(queue, index)))
            candidates->list[candidates->count++] = index;
    }
}

/* Readings that no category of the week is for and that end soon without a session. */
static void add_stray_readings(const struct work_queue *queue, const struct session_need *need,
                               int beside, struct candidates *candidates)
{
    if (!need->readings_astray)
        return;
    for (size_t i = 0; i < queue->counts[beside][LIST_READ]; i++) {
        size_t index = queue->items[beside][LIST_READ][i];
        struct extent extent = extent_of(queue->schedule, &queue->schedule->plan->items[index]);
        if (queue->turns[index] == 0 &&
            extent_ends_with(queue->schedule, queue->week, extent, LAST_CHANCE))
            candidates->list[candidates->count++] = index;
    }
}

/* What names this very weekday, on any list. */
static void find_of_day(const struct work_queue *queue, const struct session_need *need,
                        struct candidates *candidates)
{
    for (int beside = 0; beside < 2; beside++)
        for (int list = 0; list < LIST_COUNT; list++)
            for (size_t i = 0; i < queue->counts[beside][list]; i++) {
                size_t index = queue->items[beside][list][i];
                if ((queue->days[index] >> need->weekday & 1) && !is_read_out(queue, index) &&
                    candidates->count < QUEUE_ROOM)
                    candidates->list[candidates->count++] = index;
            }
}

/* Leaves only what fits the category, where anything does. */
static void keep_fitting(const struct work_queue *queue, const char *category,
                         struct candidates *candidates)
{
    struct candidates fitting = {.count = 0};

    for (size_t i = 0; i < candidates->count; i++)
        if (fits_category(queue->schedule->plan, &queue->schedule->plan->items[candidates->list[i]],
                          category))
            fitting.list[fitting.count++] = candidates->list[i];
    if (fitting.count > 0)
        *candidates = fitting;
}

/* Sharing goes round among what has its time this week and the commitments that have none. */
static void find_to_share(const struct work_queue *queue, struct candidates *candidates)
{
    for (size_t i = 0; i < queue->counts[0][LIST_SHARE]; i++)
        candidates->list[candidates->count++] = queue->items[0][LIST_SHARE][i];
    for (size_t i = 0; i < queue->commitment_count; i++)
        candidates->list[candidates->count++] = queue->commitments[i];
}

/* Of what lies in the phase, else beside it, the first lists that suit the category. */
static void find_suited(const struct work_queue *queue, const struct session_need *need,
                        struct candidates *candidates)
{
    const enum work_list *row = suited[need->activity];

    for (int beside = 0; beside < 2 && candidates->count == 0; beside++) {
        if (need->aim == AIM_LEARN) {
            add_candidates(queue, need, beside, LIST_READ, candidates);
            add_candidates(queue, need, beside, LIST_TOPIC, candidates);
        } else if (need->aim == AIM_OWN) {
            add_candidates(queue, need, beside, LIST_TOPIC, candidates);
            add_candidates(queue, need, beside, LIST_MAKE, candidates);
            keep_fitting(queue, need->category, candidates);
        }
        for (const enum work_list *list = row; *list != LIST_COUNT && candidates->count == 0;
             list++)
            if (*list != LIST_READ || need->aim != AIM_OWN)
                add_candidates(queue, need, beside, *list, candidates);
        add_stray_readings(queue, need, beside, candidates);
    }
}

static bool holds(const struct work_queue *queue, const size_t *list, size_t count,
                  const struct item *item)
{
    for (size_t i = 0; i < count; i++)
        if (&queue->schedule->plan->items[list[i]] == item)
            return true;
    return false;
}

const struct item *queue_take_main(struct work_queue *queue, const struct session_need *need)
{
    struct candidates candidates = {.count = 0};

    if (need->activity == ACTIVITY_SHARE) {
        find_to_share(queue, &candidates);
    } else {
        find_of_day(queue, need, &candidates);
        struct session_need last = *need;
        last.anything = true;
        if (candidates.count == 0)
            find_suited(queue, need, &candidates);
        if (candidates.count == 0)
            find_suited(queue, &last, &candidates);
    }
    if (need->lived && !holds(queue, candidates.list, candidates.count, need->lived)) {
        queue_book(queue, need->lived, need->minutes);
        return need->lived;
    }
    if (candidates.count == 0)
        return NULL;
    const struct item *item = take(queue, candidates.list, candidates.count, queue->credits,
                                   queue->turns, need->minutes, need->lived);
    queue->minutes[item - queue->schedule->plan->items] += need->minutes;
    return item;
}

size_t queue_of_day(const struct work_queue *queue, const struct session_need *need,
                    const struct item **items, size_t most)
{
    struct candidates candidates = {.count = 0};

    if (need->activity != ACTIVITY_SHARE)
        find_of_day(queue, need, &candidates);
    for (size_t i = 0; i < candidates.count && i < most; i++)
        items[i] = &queue->schedule->plan->items[candidates.list[i]];
    return candidates.count < most ? candidates.count : most;
}

void queue_book(struct work_queue *queue, const struct item *item, int minutes)
{
    size_t index = (size_t)(item - queue->schedule->plan->items);

    queue->turns[index]++;
    queue->minutes[index] += minutes;
}

const struct item *queue_take_side(struct work_queue *queue, const struct session_need *need,
                                   const struct item *main)
{
    static const enum work_list for_drills[] = {LIST_GUIDE, LIST_TOPIC};
    static const enum work_list for_books[] = {LIST_TOPIC, LIST_GUIDE};

    if (!main || main->point || (need->lived && !need->lived_side))
        return NULL;
    bool sharpen = need->activity == ACTIVITY_SHARPEN &&
                   (main->kind == ITEM_READING || kind_is_made(main->kind));
    bool read = main->kind == ITEM_READING && need->aim == AIM_READ;
    if (!read && !sharpen)
        return NULL;
    const enum work_list *lists = sharpen && main->kind == ITEM_READING ? for_drills : for_books;
    for (int i = 0; i < 2; i++)
        for (int beside = 0; beside < 2; beside++) {
            const size_t *list = queue->items[beside][lists[i]];
            size_t count = queue->counts[beside][lists[i]];
            if (need->lived ? holds(queue, list, count, need->lived_side) : count > 0)
                return take(queue, list, count, queue->side_credits, queue->side_turns,
                            need->minutes, need->lived_side);
        }
    return NULL;
}
