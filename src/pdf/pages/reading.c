/* reading: the reading log: an entry a book or page, a box a chapter, room for what was taken from
 * it. */

#include "pdf/pages/pages.h"
#include "pdf/parts/date_text.h"
#include "pdf/parts/entries.h"
#include "pdf/parts/grid.h"
#include "pdf/parts/item_titles.h"

struct list {
    struct entry *entries;
    size_t count, capacity;
    const struct section *section;
    int readings;
};

static void add(struct book *book, struct list *list, struct entry entry)
{
    list->entries =
        pool_extend(book->pool, list->entries, list->count, &list->capacity, sizeof *list->entries);
    list->entries[list->count++] = entry;
}

/* An item that only stands over others: "Web development:". */
static bool heads(const struct item *item)
{
    return item->child_count > 0 && item->detail.length == 0 && item->chapters.from == 0;
}

static const char *flags(const struct item *item)
{
    return item->choice ? "one to choose" : item->optional ? "optional" : NULL;
}

static void add_pages(struct book *book, int phase)
{
    struct list list = {0};

    for (size_t i = 0; i < book->plan->item_count; i++) {
        const struct item *item = &book->plan->items[i];
        if (item->kind != ITEM_READING || item->section->phase != phase || item->dropped)
            continue;
        if (list.section && item->section != list.section && item->depth == 0)
            add(book, &list,
                (struct entry){.heading = item->section->title.length > 0
                                              ? item->section->title.text
                                              : "Reading"});
        list.section = item->section;
        if (heads(item)) {
            add(book, &list,
                (struct entry){.heading = item_words(book->pool, item),
                               .target = item->id,
                               .note = flags(item)});
            continue;
        }
        list.readings++;
        add(book, &list, (struct entry){.item = item, .rating = true, .started = true});
    }
    if (list.readings == 0)
        return;
    const char *label = grid_phase_label(book, phase);
    book_page(book, phase, "Reading log");
    book_head(book, label, "Reading log", NULL, NULL);
    book->y = grid_snap(book, book->y);
    struct entries all = {.title = "Reading log",
                          .write = "What I took from it",
                          .more = "Also read",
                          .least = 1,
                          .most = 9,
                          .list = list.entries,
                          .count = list.count};
    entries_draw(book, &all);
}

static void enter(struct book *book, const struct occasion *at, struct listed *line)
{
    int count = 0;

    for (size_t i = 0; i < book->plan->item_count; i++) {
        const struct item *item = &book->plan->items[i];
        count += item->kind == ITEM_READING && item->child_count == 0 && !item->dropped &&
                 item->section->phase == at->phase;
    }
    if (at->phase >= 0)
        line->note = book_count(book, count, "entry", "entries");
}

const struct page_kind reading_pages = {
    .scope = SCOPE_PHASE,
    .title = "Reading log",
    .target = "reading",
    .draw.phase = add_pages,
    .enter = enter,
};
