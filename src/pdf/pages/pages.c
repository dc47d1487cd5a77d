/* pages: the table of the kinds of page, and how a kind's pages are added and entered. */
#include "pdf/pages/pages.h"

#include "pdf/parts/targets.h"

const struct page_kind *const page_kinds[PAGE_KIND_COUNT] = {
#define PAGE_KIND(file, name) &file##_pages,
    PAGE_KINDS(PAGE_KIND)
#undef PAGE_KIND
};

static void draw(struct book *book, const struct page_kind *kind, const struct occasion *at)
{
    switch (kind->scope) {
    case SCOPE_BOOK:
        kind->draw.book(book);
        break;
    case SCOPE_PHASE:
    case SCOPE_PHASE_END:
        kind->draw.phase(book, at->phase);
        break;
    case SCOPE_MONTH:
    case SCOPE_MONTH_END:
        kind->draw.month(book, at->month);
        break;
    case SCOPE_WEEK:
        kind->draw.week(book, at->week);
        break;
    }
}

static const char *target_of(struct book *book, const struct page_kind *kind,
                             const struct occasion *at)
{
    switch (kind->scope) {
    case SCOPE_BOOK:
        break;
    case SCOPE_PHASE:
    case SCOPE_PHASE_END:
        return phase_target(book->pool, kind->target, at->phase);
    case SCOPE_MONTH:
    case SCOPE_MONTH_END:
        return month_target(book->pool, kind->target, at->month);
    case SCOPE_WEEK:
        return week_target(book->pool, kind->target, at->week);
    }
    return kind->target;
}

void pages_add(struct book *book, const struct page_kind *kind, const struct occasion *at)
{
    int before = canvas_page_count(book->canvas);

    draw(book, kind, at);
    if (!kind->title || canvas_page_count(book->canvas) == before)
        return;
    struct listed line = {.page = before,
                          .level = kind->scope == SCOPE_BOOK || at->phase < 0 ? 0 : 1,
                          .phase = at->phase,
                          .listed = !kind->unlisted,
                          .outlined = true,
                          .title = kind->title};
    if (kind->enter)
        kind->enter(book, at, &line);
    book_entry(book, &line, target_of(book, kind, at));
}
