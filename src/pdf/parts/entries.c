/* entries: sets entries and shares out the room to write that a page leaves. */
#include "pdf/parts/entries.h"

#include <math.h>

#include "pdf/parts/grid.h"
#include "pdf/parts/item_titles.h"

#define CHAPTERS_SMALL 60 /* more boxes than this are set smaller */

/* An entry, measured for the width of the page. */
struct block {
    const struct entry *entry;
    struct paragraph *title, *detail;
    /* indent of the words */
    double left;
    /* width of what stands at the right */
    double note;
    /* HEIGHT: without rules */
    double chapters, words, height;
};

static double chapter_size(const struct book *book, const struct chapters *chapters)
{
    double size = book->look->rule_distance * 1.05;

    return chapters->to - chapters->from >= CHAPTERS_SMALL ? size * 0.7 : size;
}

static int chapters_a_row(const struct book *book, double size)
{
    int count = (int)((book_width(book) + size * 0.22) / (size * 1.22));

    return count > 0 ? count : 1;
}

static double chapters_height(const struct book *book, const struct item *item)
{
    const struct chapters *chapters = &item->chapters;

    if (chapters->from <= 0 || chapters->to < chapters->from)
        return 0;
    double size = chapter_size(book, chapters);
    int count = chapters->to - chapters->from + 1, row = chapters_a_row(book, size);
    return (count + row - 1) / row * size * 1.22 + 4;
}

static void draw_chapters(struct book *book, const struct item *item, double y)
{
    double size = chapter_size(book, &item->chapters), step = size * 1.22;
    int row = chapters_a_row(book, size);
    struct style style = book->label;

    style.tracking = 0;
    for (int i = 0; i <= item->chapters.to - item->chapters.from; i++) {
        double x = book->left + (i % row) * step, top = y + 2 + i / row * step;
        canvas_stroke_rect(book->canvas, x, top, size, size, 1.4, 0.8, book->look->ink);
        canvas_field(book->canvas, FIELD_TICK, x, top, size, size, book->field,
                     pool_print(book->pool, "Chapter %d", item->chapters.from + i));
        grid_text(book, &style, x + 2.5, top + 1, style_leading(&style), ALIGN_LEFT, size - 4,
                  pool_print(book->pool, "%d", item->chapters.from + i));
    }
}

/* Chapters that are named one by one and not more than a page can hold. */
static bool has_chapters(const struct item *item)
{
    return item->chapters.from > 0 && item->chapters.to >= item->chapters.from &&
           item->chapters.to - item->chapters.from < 300;
}

static struct block measure(struct book *book, const struct entries *entries,
                            const struct entry *entry)
{
    struct block block = {.entry = entry};
    double width = book_width(book), unit = grid_unit(book);

    if (entry->rating)
        block.note = grid_circles_width(book, 5) + 12;
    else if (entry->note)
        block.note = fmin(typeset_width(book->typeset, &book->quiet, entry->note) + 12, width / 2);
    if (!entry->item) {
        block.title =
            paragraph_of(book->typeset, &book->heading, entry->heading, width - block.note);
        block.words = grid_words_height(book, block.title);
        block.height = block.words + unit * 2;
        return block;
    }
    const struct item *item = entry->item;
    block.left = entry->boxed ? book->look->box_size + 8 : 0;
    double inner = width - block.left - block.note;
    bool title = item->title.length > 0 && !entry->whole;
    struct prose alone = item_title(book->pool, item);
    block.title = paragraph_new(book->typeset, &book->strong, title ? &alone : &item->line, inner);
    block.words = grid_words_height(book, block.title);
    if (title && item->detail.length > 0) {
        block.detail =
            paragraph_new(book->typeset, &book->quiet, &item->detail, width - block.left);
        block.words += grid_words_height(book, block.detail);
    }
    if (item->link && !entry->whole)
        block.words += style_leading(&book->small_quiet);
    block.chapters = entry->rating && has_chapters(item) ? chapters_height(book, item) : 0;
    double labels = entries->write || entry->started ? style_leading(&book->label) : 0;
    block.height = block.words + block.chapters + labels + unit * 4.5;
    return block;
}

static double block_height(const struct book *book, const struct block *block, int rules)
{
    if (!block->entry->item)
        return block->height;
    return block->height + rules * book->look->rule_distance;
}

/* Started, finished, a third field, then the rules. */
static void draw_fields(struct book *book, const struct entries *entries, const struct block *block,
                        double y, int rules)
{
    double x = book->left + block->left, distance = book->look->rule_distance;
    double line = y + style_leading(&book->label) + distance;
    double field = fmax(book_width(book) * 0.14, 50), gap = 14;

    if (entries->write || block->entry->started)
        line -= 2;
    else
        line = y + distance;
    const char *const names[] = {"Started", "Finished", entries->extra};
    for (int i = 0; block->entry->started && i < 3 && names[i]; i++) {
        grid_text(book, &book->label, x, y, style_leading(&book->label), ALIGN_LEFT, field,
                  names[i]);
        canvas_line(book->canvas, x, line, x + field, line, 0.5, book->look->grey);
        book_blank(book, x, x + field, line, names[i]);
        x += field + gap;
    }
    if (entries->write)
        grid_text(book, &book->label, x, y, style_leading(&book->label), ALIGN_LEFT,
                  book->right - x, entries->write);
    for (int i = 0; i < rules; i++)
        book_hairline(book, i == 0 ? x : book->left + block->left, book->right,
                      line + i * distance);
    if (rules > 0)
        canvas_field(book->canvas, rules > 1 ? FIELD_AREA : FIELD_LINE, x, line - distance * 0.8,
                     book->right - x, (rules - 0.2) * distance, book->field,
                     entries->write ? entries->write : block->entry->item->line.text);
}

static void draw_heading(struct book *book, const struct block *block)
{
    const struct entry *entry = block->entry;
    double y = book->y + grid_unit(book);

    grid_words(book, block->title, book->left, y);
    if (entry->note)
        grid_text(book, &book->quiet, book->right, y, style_leading(&book->heading), ALIGN_RIGHT,
                  block->note, entry->note);
    if (entry->target)
        canvas_target(book->canvas, entry->target, book->y);
}

static void draw_block(struct book *book, const struct entries *entries, const struct block *block,
                       int rules)
{
    const struct entry *entry = block->entry;

    if (!entry->item) {
        draw_heading(book, block);
        return;
    }
    double y = book->y + grid_unit(book), leading = style_leading(&book->strong);
    double x = book->left + block->left, size = book->look->box_size;
    canvas_line(book->canvas, book->left, book->y, book->right, book->y, 0.8, book->look->ink);
    canvas_target(book->canvas, entry->item->id, book->y);
    canvas_open(book->canvas, ROLE_ENTRY);
    book->field = entry->item->id;
    if (entry->boxed)
        book_item_box(book, book->left, y + (leading - size) / 2, entry->item);
    if (entry->rating)
        grid_circles(book, book->right - block->note + 12, y + leading / 2, 5);
    else if (entry->note)
        grid_text(book, &book->quiet, book->right, y, leading, ALIGN_RIGHT, block->note - 12,
                  entry->note);
    y += grid_words(book, block->title, x, y);
    if (block->detail)
        y += grid_words(book, block->detail, x, y);
    if (entry->item->link && !entry->whole) {
        double height = style_leading(&book->small_quiet);
        double width = grid_text(book, &book->small_quiet, x, y, height, ALIGN_LEFT,
                                 book->right - x, entry->item->link);
        canvas_uri(book->canvas, x, y, width, height, entry->item->link);
        y += height;
    }
    if (block->chapters > 0)
        draw_chapters(book, entry->item, y);
    y += block->chapters + grid_unit(book);
    draw_fields(book, entries, block, y, rules);
    book->field = NULL;
    canvas_close(book->canvas);
}

/* How many blocks from FIRST on stand on a page of that room, and how many rules they share. */
static size_t page_of(const struct book *book, const struct entries *entries,
                      const struct block *blocks, size_t first, int *rules)
{
    /* The space below the last one is not needed. */
    double room = book_room(book) + 2 * grid_unit(book), used = 0;
    size_t at = first, writers = 0;

    while (at < entries->count) {
        double height = block_height(book, &blocks[at], entries->least), need = height;
        if (!blocks[at].entry->item && at + 1 < entries->count)
            need += block_height(book, &blocks[at + 1], entries->least);
        if (at > first && (used + need > room + 0.01 || blocks[at].entry->breaks))
            break;
        used += height;
        writers += blocks[at++].entry->item ? 1 : 0;
    }
    double left = room - used;
    *rules = left > 0 ? (int)(left / book->look->rule_distance) : 0;
    if (*rules > (int)writers * (entries->most - entries->least))
        *rules = (int)writers * (entries->most - entries->least);
    return at;
}

void entries_draw(struct book *book, const struct entries *entries)
{
    struct block *blocks = pool_alloc(book->pool, (entries->count + 1) * sizeof *blocks);

    for (size_t i = 0; i < entries->count; i++)
        blocks[i] = measure(book, entries, &entries->list[i]);
    canvas_open(book->canvas, ROLE_LIST);
    for (size_t at = 0; at < entries->count;) {
        int spare, writer = 0, writers = 0;
        if (at > 0) {
            if (blocks[at].entry->breaks && !blocks[at].entry->item)
                book_page(book, book->phase, book->foot);
            else
                book_need(book, book_room(book) + 1, entries->title);
        }
        size_t end = page_of(book, entries, blocks, at, &spare);
        for (size_t i = at; i < end; i++)
            writers += blocks[i].entry->item ? 1 : 0;
        for (; at < end; at++) {
            /* The first ones get what does not share out evenly. */
            int extra = 0;
            if (blocks[at].entry->item) {
                extra = spare / writers + (writer < spare % writers);
                writer++;
            }
            draw_block(book, entries, &blocks[at], entries->least + extra);
            book->y += block_height(book, &blocks[at], entries->least + extra);
        }
    }
    canvas_close(book->canvas);
    if (entries->more)
        grid_write(book, book->left, book->y, book_width(book), entries->more, book->bottom, 0);
}
