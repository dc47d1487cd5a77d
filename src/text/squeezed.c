/* squeezed: due dates of the last build and of this one, to the left and to the right of a date
 * that stands. */
#include "text/squeezed.h"

#include "memory/lookup.h"
#include "schedule/lived/progress.h"
#include "schedule/weeks.h"
#include "text/phrases.h"

#define TITLE_COLUMNS 30

struct search {
    const struct schedule *schedule;
    const struct memory *memory;
    struct lookup *known;
    day today;
};

static bool is_done(const struct search *search, size_t item)
{
    const struct progress *progress = search->schedule->rhythm.progress;

    return progress && progress->items[item].done;
}

/* The day on which the item stands in the calendar and which is to come; DAY_NONE: none. */
static day stands_on(const struct search *search, size_t item)
{
    day due = search->schedule->items[item].due;

    if (!item_real_dates(&search->schedule->plan->items[item]) || is_done(search, item) ||
        due < search->today)
        return DAY_NONE;
    return due;
}

/* Takes into FOUND what was due by its date and is not any more. */
static void count_things(const struct search *search, struct squeezed *found)
{
    const struct plan *plan = search->schedule->plan;

    found->count = 0;
    for (size_t i = 0; i < plan->item_count; i++) {
        day due = search->schedule->items[i].due;
        if (due == DAY_NONE || due <= found->on || item_real_dates(&plan->items[i]) ||
            is_done(search, i))
            continue;
        size_t at = lookup_find(search->known, plan->items[i].id);
        day before = at == LOOKUP_NONE ? DAY_NONE : search->memory->known[at].due;
        if (before == DAY_NONE || before > found->on)
            continue;
        if (found->count++ == 0 || due < found->due) {
            found->thing = &plan->items[i];
            found->due = due;
        }
    }
}

/* The next date of a milestone behind AFTER. */
static struct squeezed next_milestone(const struct search *search, day after)
{
    const struct plan *plan = search->schedule->plan;
    struct squeezed next = {.on = DAY_NONE};

    for (size_t i = 0; i < plan->item_count; i++) {
        day on = plan->items[i].kind == ITEM_MILESTONE ? stands_on(search, i) : DAY_NONE;
        if (on != DAY_NONE && on > after && (!next.standing || on < next.on))
            next = (struct squeezed){.standing = &plan->items[i], .on = on};
    }
    return next;
}

static struct squeezed last_date(const struct search *search)
{
    const struct plan *plan = search->schedule->plan;
    struct squeezed last = {.on = DAY_NONE};

    for (size_t i = 0; i < plan->item_count; i++) {
        day on = stands_on(search, i);
        if (on != DAY_NONE && (!last.standing || on >= last.on))
            last = (struct squeezed){.standing = &plan->items[i], .on = on};
    }
    return last;
}

struct squeezed squeezed_find(const struct schedule *schedule, const struct memory *memory,
                              day today)
{
    struct pool *pool = pool_new();
    struct search search = {schedule, memory, lookup_new(pool, memory->known_count), today};

    for (size_t i = 0; i < memory->known_count; i++)
        lookup_add(search.known, memory->known[i].id, i);
    struct squeezed found = next_milestone(&search, today - 1);
    if (!found.standing)
        found = last_date(&search);
    while (found.standing) {
        count_things(&search, &found);
        if (found.count > 0)
            break;
        found = next_milestone(&search, found.on);
    }
    pool_free(pool);
    return found;
}

static void add_title(const struct item *item, struct text *out)
{
    const struct prose *title = item->title.length > 0 ? &item->title : &item->line;

    add_start(out, title->text, title->length, TITLE_COLUMNS);
}

static void add_standing(const struct squeezed *squeezed, const struct item *named,
                         struct text *out)
{
    if (squeezed->standing == named) {
        text_add(out, "it");
        return;
    }
    if (squeezed->standing->kind == ITEM_MILESTONE) {
        add_title(squeezed->standing, out);
        text_add(out, ", ");
    }
    add_date(out, squeezed->on, squeezed->due);
    if (squeezed->standing->kind != ITEM_MILESTONE)
        text_add(out, ", the last that the roadmap gives");
}

void squeezed_print(const struct squeezed *squeezed, const struct item *named, struct text *out)
{
    if (!squeezed->standing)
        return;
    text_add(out, "; ");
    add_title(squeezed->thing, out);
    text_add(out, " (");
    add_date(out, squeezed->due, squeezed->on);
    if (squeezed->count > 1)
        text_print(out, ") and %zu more no longer fit before ", squeezed->count - 1);
    else
        text_add(out, ") no longer fits before ");
    add_standing(squeezed, named, out);
}
