/* at_hours: a plan that was read once, placed anew for other hours a week. */
#include <string.h>

#include "read/draft.h"

bool plan_follows_hours(const struct plan *plan)
{
    for (size_t i = 0; plan->hours_low <= 0 && i < plan->item_count; i++)
        if (plan->items[i].when_from == WHEN_PACKED)
            return true;
    return false;
}

static void *copy_of(struct pool *pool, const void *list, size_t count, size_t size)
{
    void *copy = pool_alloc(pool, (count + 1) * size);

    if (count > 0)
        memcpy(copy, list, count * size);
    return copy;
}

/* PLAN with its sections, items and phases in POOL; all text stays where it is. */
static struct plan *copy_plan(struct pool *pool, const struct plan *plan)
{
    struct plan *copy = copy_of(pool, plan, 1, sizeof *plan);

    copy->pool = pool;
    copy->sections = copy_of(pool, plan->sections, plan->section_count, sizeof *plan->sections);
    copy->items = copy_of(pool, plan->items, plan->item_count, sizeof *plan->items);
    copy->phases = copy_of(pool, plan->phases, plan->phase_count, sizeof *plan->phases);
    for (size_t i = 0; i < plan->section_count; i++)
        if (plan->sections[i].parent)
            copy->sections[i].parent = copy->sections + (plan->sections[i].parent - plan->sections);
    for (size_t i = 0; i < plan->item_count; i++) {
        copy->items[i].section = copy->sections + (plan->items[i].section - plan->sections);
        if (plan->items[i].parent)
            copy->items[i].parent = copy->items + (plan->items[i].parent - plan->items);
    }
    for (size_t i = 0; i < plan->phase_count; i++)
        copy->phases[i].section = copy->sections + (plan->phases[i].section - plan->sections);
    return copy;
}

/* Takes back what draft_resolve() found that was not written. */
static void forget_places(struct plan *plan)
{
    for (size_t i = 0; i < plan->section_count; i++) {
        struct section *section = &plan->sections[i];
        section->when = (struct interval){-1, -1};
        section->when_from = WHEN_NONE;
        section->assumed = false;
    }
    if (!plan->length_stated)
        plan->count_low = plan->count_high = 0;
}

const struct plan *plan_at_hours(struct pool *pool, const struct plan *plan, int minutes)
{
    if (!plan_follows_hours(plan))
        return plan;
    struct plan *copy = copy_plan(pool, plan);
    struct roadmap_hints hints = {.hours = minutes};
    struct draft draft = {.plan = copy, .pool = pool, .hints = &hints};
    forget_places(copy);
    report_mute(true);
    draft_resolve(&draft);
    report_mute(false);
    return copy;
}
