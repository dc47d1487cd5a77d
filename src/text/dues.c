/* dues: items by the day that they are due. */
#include "text/dues.h"

#include "schedule/lived/progress.h"

/* true for what is made, or reached, on a day. */
static bool is_due(const struct schedule *schedule, day date, const struct item *item)
{
    day due = item_dates(schedule, item)->due;

    return (kind_is_made(item->kind) || item->kind == ITEM_MILESTONE) && !item->dropped &&
           !item_is_done(schedule->rhythm.progress, schedule->plan, item) && due != DAY_NONE &&
           due >= date;
}

size_t dues_find(const struct schedule *schedule, day date, const struct item **dues, size_t most)
{
    const struct plan *plan = schedule->plan;
    size_t count = 0;

    for (size_t i = 0; i < plan->item_count && most > 0; i++) {
        const struct item *item = &plan->items[i];
        if (!is_due(schedule, date, item))
            continue;
        day due = item_dates(schedule, item)->due;
        if (count == most && item_dates(schedule, dues[most - 1])->due <= due)
            continue;
        size_t at = count < most ? count++ : most - 1;
        for (; at > 0 && item_dates(schedule, dues[at - 1])->due > due; at--)
            dues[at] = dues[at - 1];
        dues[at] = item;
    }
    return count;
}
