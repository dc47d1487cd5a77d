/* questions: the self-assessments: each question with room to answer, each group with its date. */

#include "pdf/pages/pages.h"
#include "pdf/parts/date_text.h"
#include "pdf/parts/entries.h"
#include "pdf/parts/grid.h"
#include "pdf/parts/item_titles.h"

/* Groups of fewer questions than this share a page. */
#define OWN_PAGE 3

struct group {
    const struct section *section;
    /* NULL: the section itself heads them */
    const struct item *parent;
    const struct entry *entries;
    size_t count;
    day due;
};

/* Whether the item is a question to answer, not one that only heads others. */
static bool asks(const struct item *item)
{
    return item->kind == ITEM_QUESTION && item->child_count == 0 && !item->dropped;
}

/* The questions from item *AT on that stand under one heading; *AT moves behind them. */
static struct group group_at(struct book *book, size_t *at)
{
    const struct plan *plan = book->plan;
    const struct item *first = &plan->items[*at];
    struct group group = {.section = first->section, .parent = first->parent, .due = DAY_NONE};
    struct entry *entries = NULL;
    size_t capacity = 0;

    for (; *at < plan->item_count; (*at)++) {
        const struct item *item = &plan->items[*at];
        if (item->section != group.section || (asks(item) && item->parent != group.parent))
            break;
        if (!asks(item))
            continue;
        day due = item_dates(book->schedule, item)->due;
        if (due != DAY_NONE && (group.due == DAY_NONE || due > group.due))
            group.due = due;
        entries = pool_extend(book->pool, entries, group.count, &capacity, sizeof *entries);
        entries[group.count++] = (struct entry){.item = item, .whole = true};
    }
    group.entries = entries;
    return group;
}

static const char *group_title(struct book *book, const struct group *group)
{
    if (group->parent)
        return item_words(book->pool, group->parent);
    return group->section->title.length > 0 ? group->section->title.text : "Self-assessment";
}

/* "month 12 · due 3 January 2027", as far as known. */
static const char *group_when(struct book *book, const struct group *group)
{
    const struct span *span = group->parent ? &group->parent->span : &group->section->span;
    const char *words = span_print(book->pool, span);

    if (group->due == DAY_NONE)
        return words;
    return pool_print(book->pool, "%s%sdue %s", words, *words ? " · " : "",
                      book_date(book, group->due));
}

static struct entries questions(const struct entry *entries, size_t count, const char *title)
{
    return (struct entries){.title = title,
                            .more = "What follows from it",
                            .least = 3,
                            .most = 12,
                            .list = entries,
                            .count = count};
}

static void group_pages(struct book *book, const struct group *group)
{
    const char *title = group_title(book, group), *when = group_when(book, group);

    book_page(book, -1, "Self-assessments");
    if (group->parent)
        canvas_target(book->canvas, group->parent->id, book->top);
    book_head(book,
              *when ? pool_print(book->pool, "Self-assessment · %s", when) : "Self-assessment",
              title, NULL, NULL);
    book->y = grid_snap(book, book->y);
    struct entries all = questions(group->entries, group->count, title);
    entries_draw(book, &all);
}

/* Small groups follow each other on the same pages, each below its heading. */
static void shared_pages(struct book *book, const struct group *groups, size_t count)
{
    struct entry *entries = NULL;
    size_t total = 0, capacity = 0;

    for (size_t i = 0; i < count; i++) {
        entries = pool_extend(book->pool, entries, total, &capacity, sizeof *entries);
        entries[total++] = (struct entry){.heading = group_title(book, &groups[i]),
                                          .note = group_when(book, &groups[i]),
                                          .target = groups[i].parent ? groups[i].parent->id : NULL};
        for (size_t k = 0; k < groups[i].count; k++) {
            entries = pool_extend(book->pool, entries, total, &capacity, sizeof *entries);
            entries[total++] = groups[i].entries[k];
        }
    }
    book_page(book, -1, "Self-assessments");
    book_head(book, "Questions to answer in writing", "Self-assessments", NULL, NULL);
    book->y = grid_snap(book, book->y);
    struct entries all = questions(entries, total, "Self-assessments");
    entries_draw(book, &all);
}

static void add_pages(struct book *book)
{
    struct group *small = NULL;
    size_t count = 0, capacity = 0;

    for (size_t at = 0; at < book->plan->item_count;) {
        if (!asks(&book->plan->items[at])) {
            at++;
            continue;
        }
        struct group group = group_at(book, &at);
        if (group.count >= OWN_PAGE) {
            group_pages(book, &group);
            continue;
        }
        small = pool_extend(book->pool, small, count, &capacity, sizeof *small);
        small[count++] = group;
    }
    if (count > 0)
        shared_pages(book, small, count);
}

const struct page_kind questions_pages = {
    .scope = SCOPE_BOOK,
    .title = "Self-assessments",
    .target = "questions",
    .draw.book = add_pages,
};
