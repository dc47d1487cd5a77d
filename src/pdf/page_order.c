/* page_order: lays out a book's groups of pages, around those that must not move. */
#include "pdf/page_order.h"

#include <limits.h>
#include <string.h>

#include "base/report.h"

void page_order_add(struct page_order *order, const struct page_kind *kind,
                    const struct occasion *at)
{
    order->groups = pool_extend(order->pool, order->groups, order->count, &order->capacity,
                                sizeof *order->groups);
    order->groups[order->count++] = (struct page_group){.kind = kind, .at = *at, .pin = -1};
}

void page_order_begin_week(struct page_order *order, const struct week *week)
{
    page_order_add(order, NULL, &(struct occasion){.phase = week->phase, .week = week});
}

/* --- Pins ------------------------------------------------------------------------------------- */

static bool stood(const struct week *week)
{
    return week->lived && week->page && week->page->page > 0;
}

bool page_order_is_lived(const struct schedule *schedule)
{
    for (size_t i = 0; i < schedule->week_count; i++)
        if (stood(&schedule->weeks[i]))
            return true;
    return false;
}

static const char *setting_of(const struct remembered_setting *settings, size_t count,
                              const char *name)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(settings[i].name, name) == 0)
            return settings[i].value;
    return "";
}

/* Whether the last edition had the same look and paper, as far as is known. */
static bool looks_the_same(const struct edition *edition)
{
    static const char *const names[] = {"template", "paper"};
    const struct memory *memory = edition->memory;

    for (size_t i = 0; memory && edition->remembered && i < sizeof names / sizeof *names; i++)
        if (strcmp(setting_of(memory->settings, memory->setting_count, names[i]),
                   setting_of(edition->remembered, edition->remembered_count, names[i])) != 0)
            return false;
    return true;
}

/* The page, an index, that the last edition had of the week; -1: none that must be kept. */
static int page_before(const struct edition *edition, const struct week *week)
{
    const struct memory *memory = edition->memory;

    if (stood(week))
        return week->page->page - 1;
    if (edition->today < week->first || edition->today > week->last)
        return -1;
    for (size_t i = 0; memory && i < memory->past.week_count; i++)
        if (memory->past.weeks[i].first == week->first)
            return memory->past.weeks[i].page.page - 1;
    return -1;
}

/* How many pages the week that begins with that group takes; 0: it shares the page before it. */
static int pages_of_week(const struct page_order *order, size_t begin)
{
    int pages = 0;

    for (size_t i = begin + 1; i < order->count && order->groups[i].at.week; i++) {
        if (!order->groups[i].kind)
            break;
        pages += order->groups[i].pages;
    }
    return pages;
}

/* Pages up to the contents: a book begins with these, whatever stands where. 0: it has none. */
static int front_pages(const struct page_order *order)
{
    int pages = 0;

    for (size_t i = 0; i < order->count && order->groups[i].kind; i++) {
        pages += order->groups[i].pages;
        if (order->groups[i].kind == &contents_pages)
            return pages;
    }
    return 0;
}

static void pin_week(struct page_order *order, size_t begin, int page)
{
    order->groups[begin].pin = page;
    order->pinned = begin + 1;
    while (order->pinned < order->count && order->groups[order->pinned].kind &&
           order->groups[order->pinned].at.week)
        order->pinned++;
}

void page_order_pin(struct page_order *order, const struct edition *edition)
{
    int least = front_pages(order);

    if (!looks_the_same(edition))
        return;
    for (size_t i = 0; i < order->count; i++) {
        const struct week *week = order->groups[i].at.week;
        int pages = order->groups[i].kind || !week ? 0 : pages_of_week(order, i);
        int page = pages > 0 ? page_before(edition, week) : -1;
        if (page < 0)
            continue;
        if (page < least && stood(week))
            report(NOWHERE, SEVERITY_NOTE, RULE_MOVED_PAGES,
                   "the workbook's pages from week %d on have other numbers than before",
                   week->number);
        if (page < least)
            return;
        pin_week(order, i, page);
        least = page + pages;
    }
}

/* --- Drawing ---------------------------------------------------------------------------------- */

static void draw(struct book *book, struct page_group *group)
{
    int before = canvas_page_count(book->canvas);

    if (group->kind)
        pages_add(book, group->kind, &group->at);
    else
        book->week_starts[group->at.week - book->schedule->weeks] = before;
    group->pages = canvas_page_count(book->canvas) - before;
}

/* The page of the first pin from group I on; a book's last page where there is none. */
static int room_end(const struct page_order *order, size_t i)
{
    for (; i < order->pinned; i++)
        if (order->groups[i].pin >= 0)
            return order->groups[i].pin;
    return INT_MAX;
}

/* A week's own pages stand where it begins. */
static bool has_room(const struct page_order *order, const struct book *book, size_t i)
{
    const struct page_group *group = &order->groups[i];

    return group->at.week || canvas_page_count(book->canvas) + group->pages <= room_end(order, i);
}

static void fill(struct book *book, const struct page_group *group)
{
    while (canvas_page_count(book->canvas) < group->pin)
        notes_page(book, group->at.phase);
}

void page_order_draw(struct page_order *order, struct book *book)
{
    bool *late = pool_alloc(order->pool, order->count + 1);

    for (size_t i = 0; i < order->pinned; i++) {
        fill(book, &order->groups[i]);
        late[i] = !has_room(order, book, i);
        if (!late[i])
            draw(book, &order->groups[i]);
    }
    for (size_t i = 0; i < order->pinned; i++)
        if (late[i])
            draw(book, &order->groups[i]);
    for (size_t i = order->pinned; i < order->count; i++)
        draw(book, &order->groups[i]);
}
