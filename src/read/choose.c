/* choose: of what is to be chosen from, what the learner picked stays and the rest drops out. */
#include <string.h>

#include "base/nearest.h"
#include "base/text.h"
#include "read/draft.h"

/* A title, or the beginning of one, without regard to case. */
static bool is_wanted(const char *wanted, const struct prose *title)
{
    size_t length = strlen(wanted);

    return length && length <= title->length && !strncasecmp(wanted, title->text, length);
}

static bool is_picked(const struct draft *draft, const struct prose *title)
{
    for (size_t i = 0; i < draft->hints->chosen_count; i++)
        if (is_wanted(draft->hints->chosen[i], title))
            return true;
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

static bool is_offered(const struct item *item)
{
    return (item->choice || item->optional) && option_of(item) == item && item->title.length > 0;
}

#define MOST_NAMED 8 /* titles that a complaint lists */

/* Says of a wish that nothing is called so, and what there is. */
static void say_unknown(struct draft *draft, const char *wanted)
{
    const struct plan *plan = draft->plan;
    const char **titles = pool_alloc(draft->pool, (plan->item_count + 1) * sizeof *titles);
    struct text offered = TEXT_INIT;
    size_t count = 0;

    for (size_t i = 0; i < plan->item_count; i++) {
        if (!is_offered(&plan->items[i]) || !plan->items[i].title.length)
            continue;
        titles[count] = plan->items[i].title.text;
        if (count < MOST_NAMED)
            text_print(&offered, "%s'%s'", count ? ", " : "", titles[count]);
        count++;
    }
    if (count > MOST_NAMED)
        text_print(&offered, " and %zu more", count - MOST_NAMED);
    const char *nearest = nearest_word(wanted, titles, count);
    const char *hint = nearest ? pool_print(draft->pool, "; did you mean '%s'?", nearest) : "";
    if (count == 0)
        report(NOWHERE, SEVERITY_WARNING, RULE_UNKNOWN_CHOICE,
               "nothing is chosen by '%s': the roadmap offers nothing to choose from", wanted);
    else
        report(NOWHERE, SEVERITY_WARNING, RULE_UNKNOWN_CHOICE,
               "nothing that is offered is called '%s'%s%s offered: %s", wanted, hint,
               nearest ? "" : ";", text_string(&offered));
    text_free(&offered);
}

/* Wishes that fit nothing offered have no effect: worth a word each. */
static void check_wishes(struct draft *draft)
{
    const struct plan *plan = draft->plan;

    for (size_t w = 0; w < draft->hints->chosen_count; w++) {
        const char *wanted = draft->hints->chosen[w];
        bool found = false;
        for (size_t i = 0; i < plan->item_count && !found; i++)
            found = is_offered(&plan->items[i]) && is_wanted(wanted, &plan->items[i].title);
        if (!found)
            say_unknown(draft, wanted);
    }
}

void options_pick(struct draft *draft)
{
    struct plan *plan = draft->plan;

    if (!draft->hints->chosen_count)
        return;
    check_wishes(draft);
    bool *picked_groups =
        pool_alloc(draft->pool, (plan->section_count + 1) * sizeof *picked_groups);
    bool *picked = pool_alloc(draft->pool, (plan->item_count + 1) * sizeof *picked);
    for (size_t i = 0; i < plan->item_count; i++) {
        const struct item *item = &plan->items[i];
        if (!(item->choice || item->optional) || option_of(item) != item ||
            !is_picked(draft, &item->title))
            continue;
        picked[i] = true;
        if (item->choice)
            picked_groups[group_of(item) - plan->sections] = true;
    }
    for (size_t i = 0; i < plan->item_count; i++) {
        struct item *item = &plan->items[i];
        const struct item *option = option_of(item);
        if (picked[option - plan->items]) {
            item->dropped = false;
            picked[i] = true;
        } else if (item->choice && picked_groups[group_of(option) - plan->sections]) {
            item->dropped = item->kind != ITEM_TEXT || item->parent || item->child_count;
        }
    }
    for (size_t i = 0; i < plan->item_count; i++)
        if (picked[i])
            plan->items[i].choice = plan->items[i].optional = false;
}
