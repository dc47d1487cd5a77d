/* daily: what a roadmap dates to the day goes to the session on that day, else to the next one. */
#include <stdlib.h>
#include <string.h>

#include "schedule/lived/lived.h"
#include "schedule/portions.h"
#include "schedule/queue.h"

#define LONGEST_DAILY 6  /* days; a week and more takes turns with the others */
#define LOOK_BACK     16 /* items that may still be in their days when all were taken once */

/* An item with the days that it has in the calendar. */
struct daily {
    const struct item *item;
    day first, last;
    int turns;
};

/* The daily items by first day; those before HEAD have a session, those before NEXT have begun. */
struct daily_queue {
    struct daily *list;
    size_t count, head, next;
};

/* true where something below it has days of its own: those are worked at, not their title. */
static bool has_timed_child(const struct schedule *schedule, const struct item *item)
{
    const struct item *end = schedule->plan->items + schedule->plan->item_count;

    if (item->child_count == 0)
        return false;
    for (const struct item *i = item + 1; i < end && i->depth > item->depth; i++)
        if (i->parent == item && item_takes_time(i))
            return true;
    return false;
}

/* true where it takes LONGEST_DAILY days at most at the pace with which it begins. */
static bool is_short(const struct schedule *schedule, const struct item *item)
{
    const struct dates *dates = item_dates(schedule, item);
    const struct week *week = &schedule->weeks[dates->first_week];
    struct extent extent = extent_of(schedule, item);
    double a_day = (week->to - week->from) / (week->last - week->first + 1);

    return extent.to - extent.from <= LONGEST_DAILY * (extent.real ? 1 : a_day) + PLAN_TIME_EPSILON;
}

/* Strands and specializations go on for longer, whatever their span says. */
static bool fits_a_day(enum item_kind kind)
{
    return kind_is_work(kind) ||
           (kind_runs_along(kind) && kind != ITEM_STRAND && kind != ITEM_SPECIALIZATION);
}

bool item_is_daily(const struct schedule *schedule, const struct item *item)
{
    const struct dates *dates = item_dates(schedule, item);

    if (!fits_a_day(item->kind) ||
        (schedule->plan->unit != UNIT_DAY && item->span.form != SPAN_DATES))
        return false;
    return dates->first_week >= 0 && is_short(schedule, item) && item_takes_time(item) &&
           item->checkbox != CHECKBOX_DONE && !has_timed_child(schedule, item);
}

static int by_first_day(const void *left, const void *right)
{
    const struct daily *a = left, *b = right;

    if (a->first != b->first)
        return a->first < b->first ? -1 : 1;
    return a->item < b->item ? -1 : a->item > b->item;
}

/* In order of their first days; those of one day in the document's order. */
static struct daily_queue make_queue(struct pool *pool, const struct schedule *schedule)
{
    const struct plan *plan = schedule->plan;
    struct daily_queue queue = {pool_alloc(pool, (plan->item_count + 1) * sizeof *queue.list), 0, 0,
                                0};

    for (size_t i = 0; i < plan->item_count; i++)
        if (item_is_daily(schedule, &plan->items[i]))
            queue.list[queue.count++] = (struct daily){&plan->items[i], schedule->items[i].first,
                                                       schedule->items[i].last, 0};
    qsort(queue.list, queue.count, sizeof *queue.list, by_first_day);
    return queue;
}

/* How many of those that wait session INDEX takes: they are shared out over the sessions that there
 * are before the next one begins or the first of them ends. */
static size_t due_now(const struct schedule *schedule, const struct daily_queue *queue,
                      size_t index)
{
    const struct session *sessions = schedule->sessions;
    size_t waiting = queue->next - queue->head, room = 1;
    day today = sessions[index].date, limit = DAY_NONE;

    for (size_t i = queue->head; i < queue->next; i++)
        if (limit == DAY_NONE || queue->list[i].last < limit)
            limit = queue->list[i].last;
    if (limit < today)
        limit = today;
    if (queue->next < queue->count && queue->list[queue->next].first <= limit)
        limit = queue->list[queue->next].first - 1;
    while (index + room < schedule->session_count && sessions[index + room].date <= limit &&
           room < waiting)
        room++;
    return (waiting + room - 1) / room;
}

/* Of those that had a session already and still have days left, the one with the fewest. */
static struct daily *again(const struct daily_queue *queue, day today)
{
    struct daily *best = NULL;

    for (size_t i = queue->head; i-- > 0 && queue->head - i <= LOOK_BACK;) {
        struct daily *daily = &queue->list[i];
        if (daily->last >= today && (!best || daily->turns <= best->turns))
            best = daily;
    }
    return best;
}

/* true where two things or more have their days between two sessions: the first is taken early. */
static bool comes_between(const struct daily_queue *queue, day today, day next)
{
    return queue->next + 1 < queue->count &&
           queue->list[queue->next].first - today <= LONGEST_DAILY &&
           queue->list[queue->next].last < next && queue->list[queue->next + 1].first <= next;
}

/* Where the item stands in the list; its count: nowhere. */
static size_t place_in(const struct daily_queue *queue, const struct item *item)
{
    size_t first = queue->head > LOOK_BACK ? queue->head - LOOK_BACK : 0;

    for (size_t i = first; i < queue->count; i++)
        if (queue->list[i].item == item)
            return i;
    for (size_t i = 0; i < first; i++)
        if (queue->list[i].item == item)
            return i;
    return queue->count;
}

/* Books a turn of the one at INDEX; where it had none yet, it comes before those that wait. */
static void take_early(struct daily_queue *queue, size_t index)
{
    struct daily taken = queue->list[index];

    taken.turns++;
    if (index < queue->head) {
        queue->list[index] = taken;
        return;
    }
    memmove(&queue->list[queue->head + 1], &queue->list[queue->head],
            (index - queue->head) * sizeof *queue->list);
    queue->list[queue->head++] = taken;
    if (index >= queue->next)
        queue->next++;
}

/* A session that was lived has what it had then. */
static void take_lived(struct pool *pool, const struct schedule *schedule,
                       const struct session *session, struct daily_queue *queue,
                       struct session_share *share)
{
    const struct item **items = pool_alloc(pool, (session->item_count + 1) * sizeof *items);

    for (size_t i = 0; i < session->item_count; i++) {
        const struct item *item = session->items[i];
        if ((session->part <= 0 && !lived_checklist(session)) || !item_is_daily(schedule, item))
            continue;
        size_t index = place_in(queue, item);
        if (index == queue->count)
            continue;
        take_early(queue, index);
        items[share->daily_count++] = item;
    }
    share->daily = items;
}

void daily_share_out(struct pool *pool, const struct schedule *schedule,
                     struct session_share *shares)
{
    struct daily_queue queue = make_queue(pool, schedule);

    for (size_t s = 0; s < schedule->session_count && queue.count > 0; s++) {
        day today = schedule->sessions[s].date;
        bool last = s + 1 == schedule->session_count;
        while (queue.next < queue.count && (last || queue.list[queue.next].first <= today))
            queue.next++;
        if (schedule->sessions[s].lived) {
            take_lived(pool, schedule, &schedule->sessions[s], &queue, &shares[s]);
            continue;
        }
        size_t count = last ? queue.next - queue.head : due_now(schedule, &queue, s);
        if (count == 0 && !last && comes_between(&queue, today, schedule->sessions[s + 1].date)) {
            queue.next++;
            count = 1;
        }
        struct daily *one = count > 0 ? &queue.list[queue.head] : again(&queue, today);
        if (!one)
            continue;
        shares[s].daily_count = count > 0 ? count : 1;
        const struct item **items = pool_alloc(pool, shares[s].daily_count * sizeof *items);
        for (size_t i = 0; i < shares[s].daily_count; i++) {
            items[i] = one[i].item;
            one[i].turns++;
        }
        shares[s].daily = items;
        queue.head += count;
    }
}
