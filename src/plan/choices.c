/* choices: of what is to be chosen from, what the learner picked stays and the rest drops out. */
#include <string.h>

#include "plan/draft.h"

static bool is_chosen(const struct draft *draft, const struct prose *title)
{
    for (size_t i = 0; i < draft->hints->choose_count; i++) {
        const char *wanted = draft->hints->choose[i];
        /* form_match() wants its form in lower case: both ways round makes case count for nothing.
         */
        size_t length = strlen(wanted);
        if (length && length <= title->length && !strncasecmp(wanted, title->text, length))
            return true;
    }
    return false;
}

/* The section that holds an item's fellows: the one with the mark, above the items' own where each
 * is a heading of its own. */
static const struct section *group_of(const struct item *item)
{
    const struct section *group = item->section;
    bool heads = item->title.length && item->section->heading.length &&
                 item->line.text == item->section->heading.text;
    if (heads && group->parent)
        group = group->parent;
    return group;
}

/* Options stand at the top of their group; what hangs below them goes with them. */
static const struct item *option_of(const struct item *item)
{
    while (item->parent && item->parent->choice)
        item = item->parent;
    return item;
}

void choices_take(struct draft *draft)
{
    struct plan *plan = draft->plan;
    if (!draft->hints->choose_count)
        return;
    bool *picked = pool_alloc(draft->pool, (plan->section_count + 1) * sizeof *picked);
    bool *chosen = pool_alloc(draft->pool, (plan->item_count + 1) * sizeof *chosen);
    for (size_t i = 0; i < plan->item_count; i++) {
        const struct item *item = &plan->items[i];
        if (!(item->choice || item->optional) || option_of(item) != item ||
            !is_chosen(draft, &item->title))
            continue;
        chosen[i] = true;
        if (item->choice)
            picked[group_of(item) - plan->sections] = true;
    }
    for (size_t i = 0; i < plan->item_count; i++) {
        struct item *item = &plan->items[i];
        const struct item *option = option_of(item);
        if (chosen[option - plan->items]) {
            item->dropped = false;
            chosen[i] = true;
        } else if (item->choice && picked[group_of(option) - plan->sections]) {
            item->dropped = item->kind != ITEM_TEXT || item->parent || item->child_count;
        }
    }
    for (size_t i = 0; i < plan->item_count; i++)
        if (chosen[i])
            plan->items[i].choice = plan->items[i].optional = false;
}
