/* first_plan: the first plan's days, from memory. */
#include "xlsx/cells/first_plan.h"

#include <string.h>

#include "memory/lookup.h"

/* What the old build knew of the item or section with that id; NULL: nothing. */
static const struct known_item *remembered(struct tracker *tracker, const char *id)
{
    const struct memory *memory = tracker->edition ? tracker->edition->memory : NULL;

    if (!memory || memory->version < 2 || !id)
        return NULL;
    if (!tracker->remembered) {
        tracker->remembered = lookup_new(tracker->pool, memory->known_count);
        for (size_t i = 0; i < memory->known_count; i++)
            lookup_add(tracker->remembered, memory->known[i].id, i);
    }
    size_t at = lookup_find(tracker->remembered, id);
    return at == LOOKUP_NONE ? NULL : &memory->known[at];
}

struct first_days first_days_of_item(struct tracker *tracker, const struct item *item)
{
    const struct known_item *known = remembered(tracker, item->id);
    struct first_days days = {DAY_NONE, item_dates(tracker->schedule, item)->due};

    if (known && known->first_due > 0)
        days.due = known->first_due;
    else if (known && known->due > 0) /* older trackers know only what they had last */
        days.due = known->due;
    return days;
}

/* As the weeks of the old tracker had it, which was not laid out anew since it was first made;
 * false: they don't tell. */
static bool days_by_weeks(const struct memory *memory, const char *id, struct first_days *days)
{
    bool found = false;

    for (size_t i = 0; memory->replan_count == 0 && i < memory->past.week_count; i++) {
        const struct past_week *week = &memory->past.weeks[i];
        if (strcmp(week->phase, id) != 0)
            continue;
        if (!found)
            days->from = week->first;
        days->due = week->last;
        found = true;
    }
    return found;
}

struct first_days first_days_of_phase(struct tracker *tracker, size_t phase)
{
    const struct phase_dates *now = &tracker->schedule->phases[phase];
    const struct section *section = tracker->plan->phases[phase].section;
    struct first_days days = {now->first, now->last};
    const struct known_item *known = section ? remembered(tracker, section->id) : NULL;

    if (known && known->first_from > 0 && known->first_due > 0)
        days = (struct first_days){known->first_from, known->first_due};
    else if (known)
        days_by_weeks(tracker->edition->memory, section->id, &days);
    return days;
}
