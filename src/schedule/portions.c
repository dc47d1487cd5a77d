/* portions: shares an item's chapters and parts out by the time that has run, not by how many
 * sessions it will have had in the end, which only a pace that is still to come could tell. */
#include "schedule/portions.h"

#include "schedule/weeks.h"

#define BEGUN 1e-7 /* of what has a turn before its time: it is at its first piece */

struct extent extent_of(const struct schedule *schedule, const struct item *item)
{
    const struct dates *dates = item_dates(schedule, item);

    if (dates->first != DAY_NONE && item_real_dates(item))
        return (struct extent){dates->first, dates->last + 1.0, true};
    if (item->when.from < 0 || item->when.to < item->when.from)
        return (struct extent){0, schedule->plan->length_days, false};
    return (struct extent){item->when.from, item->when.to, false};
}

bool ends_before(const struct schedule *schedule, const struct item *a, const struct item *b)
{
    struct extent one = extent_of(schedule, a), other = extent_of(schedule, b);

    if (one.real != other.real)
        return one.real;
    return one.to < other.to - PLAN_TIME_EPSILON;
}

/* How far a whole week goes at the pace of this one, which may be a part of one. */
static double step_of(const struct week *week, bool real)
{
    return real ? 7 : 7 * (week->to - week->from) / (week->last - week->first + 1);
}

bool extent_ends_with(const struct schedule *schedule, int week_index, struct extent extent,
                      int more)
{
    const struct week *week = &schedule->weeks[week_index];
    double step = step_of(week, extent.real);
    /* A week belongs to what covers its middle. */
    double next = extent.real ? week->last + 1.0 : week->to + step / 2;

    return extent.to <= next + more * step + PLAN_TIME_EPSILON;
}

struct portions portions_new(struct pool *pool, const struct plan *plan)
{
    size_t count = plan->item_count + 1;

    return (struct portions){.done = pool_alloc(pool, count * sizeof(double)),
                             .weeks = pool_alloc(pool, count * sizeof(int)),
                             .setback_of = pool_alloc(pool, count * sizeof(int))};
}

/* How much of it is to be done when this week is over, WEEKS of which it had till then. */
static double due_after(const struct schedule *schedule, int week_index, const struct item *item,
                        int weeks)
{
    const struct week *week = &schedule->weeks[week_index];
    struct extent extent = extent_of(schedule, item);
    double length = extent.to - extent.from, step = step_of(week, extent.real);

    if (length <= 0 || extent_ends_with(schedule, week_index, extent, 0))
        return 1;
    double run = (extent.real ? week->last + 1.0 : week->to) - extent.from;
    double gap = run / weeks - step;
    double due = (run + (gap > 0 ? gap : 0)) / length;
    return due < BEGUN ? BEGUN : due < 1 ? due : 1;
}

/* Notes where plan time begins again before the end of the week before. */
static void note_setback(struct portions *portions, const struct schedule *schedule, int week_index)
{
    const struct week *weeks = schedule->weeks;

    if (week_index == 0 || weeks[week_index].from > weeks[week_index - 1].to - PLAN_TIME_EPSILON)
        return;
    portions->setbacks++;
    portions->back_to = weeks[week_index].from;
}

/* Sets ITEM back as far as plan time went back since it had its last turn. */
static void set_back(struct portions *portions, const struct schedule *schedule,
                     const struct item *item)
{
    size_t index = (size_t)(item - schedule->plan->items);
    struct extent extent = extent_of(schedule, item);
    double length = extent.to - extent.from, run = portions->back_to - extent.from;

    if (portions->setback_of[index] == portions->setbacks)
        return;
    portions->setback_of[index] = portions->setbacks;
    if (!extent.real && length > 0 && run < portions->done[index] * length)
        portions->done[index] = run > 0 ? run / length : 0;
}

void portions_share_out(struct portions *portions, const struct schedule *schedule, int week_index,
                        struct session_share *shares)
{
    const struct item *items = schedule->plan->items;
    size_t count = schedule->weeks[week_index].session_count;

    note_setback(portions, schedule, week_index);
    for (size_t i = 0; i < count; i++) {
        const struct item *item = shares[i].main;
        if (!item || shares[i].until > 0)
            continue;
        size_t index = (size_t)(item - items), turns = 0, turn = 0;
        for (size_t k = i; k < count; k++)
            turns += shares[k].main == item;
        set_back(portions, schedule, item);
        double done = portions->done[index];
        double due = due_after(schedule, week_index, item, ++portions->weeks[index]);
        if (due < done)
            due = done;
        for (size_t k = i; k < count; k++)
            if (shares[k].main == item) {
                shares[k].since = done + (due - done) * (double)turn / (double)turns;
                shares[k].until = done + (due - done) * (double)++turn / (double)turns;
            }
        portions->done[index] = due;
    }
}
