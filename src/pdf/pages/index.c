/* index: every item that has a name, in the order of the alphabet, with the pages where it has its
 * place. */
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <unicase.h>
#include <unictype.h>
#include <uninorm.h>

#include "pdf/pages/pages.h"
#include "pdf/parts/columns.h"
#include "pdf/parts/item_titles.h"

#define GAP         20.0
#define PAGES_MOST  6       /* named of one entry */
#define NAME_MOST   90      /* bytes: what is longer is a sentence, and found by its beginning */
#define NAME_LONG   56      /* bytes: longer ones beside the phases are no names */
#define NARROW      MM(170) /* of a page: two columns, not three */
#define INDENT      8.0
#define LETTER_ROOM 4 /* lines that stay together below a letter */

struct entry_page {
    int page;
    /* of the link */
    const char *target;
    /* where it stands in the roadmap's own words */
    bool words;
};

struct index_entry {
    /* KEY: by which it is sorted */
    const char *title, *key;
    /* in the document */
    size_t order;
    struct entry_page pages[PAGES_MOST];
    size_t count;
};

struct index {
    struct book *book;
    struct index_entry *entries;
    size_t count, capacity;
};

/* Kinds whose items have names, not sentences. */
static bool is_named(const struct item *item)
{
    bool other =
        item->kind == ITEM_MILESTONE || item->kind == ITEM_RESOURCE || item->kind == ITEM_COST;

    return (kind_is_work(item->kind) || kind_runs_along(item->kind) || other) && !item->dropped &&
           (item->section->phase >= 0 || item->title.length <= NAME_LONG);
}

/* TITLE without regard to case, marks and what is neither letter nor figure, the same in every
 * locale; titles that differ in nothing else are ordered by their bytes. */
static const char *sort_key(struct pool *pool, const char *title)
{
    size_t length;
    uint8_t *folded =
        u8_casefold((const uint8_t *)title, strlen(title), NULL, UNINORM_NFKD, NULL, &length);
    char *key = pool_alloc(pool, 2 * length + strlen(title) + 4);
    size_t at = 0;

    for (size_t i = 0; folded && i < length;) {
        uint32_t code_point;
        size_t size = utf8_next((const char *)folded + i, length - i, &code_point);
        if (uc_is_general_category_withtable(code_point, UC_CATEGORY_MASK_L | UC_CATEGORY_MASK_N)) {
            memcpy(key + at, folded + i, size);
            at += size;
        } else if (!uc_is_general_category_withtable(code_point, UC_CATEGORY_MASK_M) && at > 0 &&
                   key[at - 1] != ' ') {
            key[at++] = ' ';
        }
        i += size;
    }
    free(folded);
    key[at++] = '\x01';
    memcpy(key + at, title, strlen(title));
    return key;
}

static int compare(const void *one, const void *other)
{
    const struct index_entry *a = one, *b = other;
    int order = strcmp(a->key, b->key);

    return order != 0 ? order : (a->order > b->order) - (a->order < b->order);
}

/* Keeps them in order. */
static void add_page(struct index_entry *entry, struct entry_page page)
{
    for (size_t i = 0; i < entry->count; i++)
        if (entry->pages[i].page == page.page)
            return;
    if (page.page < 0 || entry->count == PAGES_MOST)
        return;
    size_t at = entry->count++;
    for (; at > 0 && entry->pages[at - 1].page > page.page; at--)
        entry->pages[at] = entry->pages[at - 1];
    entry->pages[at] = page;
}

/* A target of the page's own, for what has its first place elsewhere. */
static const char *page_target(struct book *book, int page)
{
    int selected = canvas_selected(book->canvas);
    const char *target = pool_print(book->pool, "page-%d", page + 1);

    canvas_select(book->canvas, page);
    canvas_target(book->canvas, target, 0);
    canvas_select(book->canvas, selected);
    return target;
}

static const char *shortened(struct pool *pool, const char *title)
{
    size_t end = NAME_MOST;

    if (strlen(title) <= NAME_MOST)
        return title;
    while (end > NAME_MOST / 2 && title[end] != ' ')
        end--;
    while (end > 0 && ((unsigned char)title[end] & 0xC0) == 0x80)
        end--;
    return pool_print(pool, "%.*s…", (int)end, title);
}

static void gather(struct index *index)
{
    struct book *book = index->book;

    for (size_t i = 0; i < book->plan->item_count; i++) {
        const struct item *item = &book->plan->items[i];
        int own = canvas_target_page(book->canvas, item->id), words = book->word_pages[i];
        if (!is_named(item) || item->title.length == 0 || (own < 0 && words < 0))
            continue;
        struct index_entry entry = {.title = shortened(book->pool, item_words(book->pool, item)),
                                    .order = i};
        entry.key = sort_key(book->pool, entry.title);
        add_page(&entry, (struct entry_page){own, item->id, own == words});
        if (words >= 0)
            add_page(&entry, (struct entry_page){words, page_target(book, words), true});
        index->entries = pool_extend(book->pool, index->entries, index->count, &index->capacity,
                                     sizeof *index->entries);
        index->entries[index->count++] = entry;
    }
}

/* One entry of those with the same title. */
static void merge(struct index *index)
{
    size_t kept = 0;

    for (size_t i = 0; i < index->count; i++) {
        struct index_entry *last = kept > 0 ? &index->entries[kept - 1] : NULL;
        if (!last || strcmp(last->title, index->entries[i].title) != 0) {
            index->entries[kept++] = index->entries[i];
            continue;
        }
        for (size_t k = 0; k < index->entries[i].count; k++)
            add_page(last, index->entries[i].pages[k]);
    }
    index->count = kept;
}

/* The letter under which an entry stands; 0 for figures and for scripts without an alphabet. */
static uint32_t letter_of(const struct index_entry *entry)
{
    uint32_t code_point;

    utf8_next(entry->key, strlen(entry->key), &code_point);
    bool letter = uc_is_general_category_withtable(code_point, UC_CATEGORY_MASK_L);
    return letter && code_point < 0x1100 ? uc_toupper(code_point) : 0;
}

/* The pages behind the title, "45, 212": bare words in grey. Their width, drawn from X where DRAW.
 */
static double numbers(struct book *book, const struct index_entry *entry, double x, double baseline,
                      bool draw)
{
    double width = 0;

    for (size_t i = 0; i < entry->count; i++) {
        const struct entry_page *page = &entry->pages[i];
        const struct style *style = page->words ? &book->small_quiet : &book->small;
        const char *text =
            pool_print(book->pool, "%d%s", page->page + 1, i + 1 < entry->count ? ", " : "");
        double taken = typeset_width(book->typeset, style, text);
        if (draw)
            typeset_line(book->typeset, style, x + width, baseline, ALIGN_LEFT, text);
        /* The whole entry leads to its first page. */
        if (draw && i > 0) {
            canvas_link(book->canvas, x + width - 1, baseline - style->size, taken,
                        style_leading(style), page->target);
        }
        width += taken;
    }
    return width;
}

static void draw_entry(struct columns *columns, const struct index_entry *entry)
{
    struct book *book = columns->book;
    double width = columns_width(columns), pages = numbers(book, entry, 0, 0, false);
    struct paragraph *title = paragraph_of(book->typeset, &book->small, entry->title, width);
    size_t lines = paragraph_lines(title);
    double leading = style_leading(&book->small);
    bool beside = lines == 1 && paragraph_width(title) + 6 + pages <= width;

    /* Behind the last line of a longer title, where they leave it enough room. */
    if (!beside && pages < width * 0.45) {
        title = paragraph_of(book->typeset, &book->small, entry->title, width - pages - INDENT);
        lines = paragraph_lines(title);
        beside = true;
    }
    (void)columns_need(columns, leading * (double)(lines + !beside) + 1);
    double x = columns_x(columns), top = book->y;
    canvas_open(book->canvas, ROLE_ENTRY);
    book->y += paragraph_draw(title, x, top, ALIGN_LEFT, 0, lines);
    if (beside) {
        (void)numbers(book, entry, x + width - pages,
                      book_baseline(book, &book->small, book->y - leading), true);
    } else {
        (void)numbers(book, entry, x + fmax(INDENT, width - pages),
                      book_baseline(book, &book->small, book->y), true);
        book->y += leading;
    }
    canvas_close(book->canvas);
    canvas_link(book->canvas, x, top, width, leading * (double)lines, entry->pages[0].target);
    book->y += 1;
}

static void draw_letter(struct columns *columns, uint32_t letter)
{
    struct book *book = columns->book;
    struct text text = TEXT_INIT;
    double space = 6, height = style_leading(&book->strong);
    double together = LETTER_ROOM * (style_leading(&book->small) + 1);

    text_add_code_point(&text, letter);
    if (!columns_need(columns, space + height + together) && book->y > columns->top)
        book->y += space;
    book->y = book_words(book, &book->strong, text_string(&text), columns_x(columns), book->y,
                         columns_width(columns)) +
              1;
    text_free(&text);
}

static void add_pages(struct book *book)
{
    struct index index = {.book = book};

    gather(&index);
    if (index.count == 0)
        return;
    qsort(index.entries, index.count, sizeof *index.entries, compare);
    merge(&index);
    book_page(book, -1, "Index");
    book_head(book, "Where to find it", "Index", NULL, NULL);
    struct columns columns = columns_start(book, book->look->width < NARROW ? 2 : 3, GAP, "Index");
    uint32_t letter = 0;
    canvas_open(book->canvas, ROLE_LIST);
    for (size_t i = 0; i < index.count; i++) {
        uint32_t own = letter_of(&index.entries[i]);
        if (own != 0 && own != letter)
            draw_letter(&columns, own);
        letter = own;
        draw_entry(&columns, &index.entries[i]);
    }
    canvas_close(book->canvas);
    double end = book->y;
    columns_end(&columns);
    /* What is left below the columns is for what the reader looks up. */
    book->y = fmax(end, book->y) + 14;
    book_rest(book, "Also in here");
}

const struct page_kind index_pages = {
    .scope = SCOPE_BOOK,
    .title = "Index",
    .target = "index",
    .draw.book = add_pages,
};
