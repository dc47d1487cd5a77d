/* own_words: the whole roadmap in its own words and order, small, in two columns, so that the book
 * holds all of it; each item and section that has no page of its own is found here. */
#include "pdf/pages/pages.h"
#include "pdf/parts/columns.h"
#include "pdf/parts/targets.h"

#define INDENT 9.0 /* a level of nesting */
#define GAP    22.0
#define WHOLE  12 /* lines; longer texts may go on in the next column */

static void heading(struct columns *columns, const struct section *section)
{
    struct book *book = columns->book;
    struct style style = section->level <= 1 ? book->heading : book->strong;

    style.role = ROLE_HEADING;
    if (section->level >= 3) {
        style.size = book->small.size;
        style.leading = style_leading(&book->small);
    }
    if (section->phase >= 0)
        style.color = look_accent(book->look, section->phase);
    double height = book_prose_height(book, &style, &section->heading, columns_width(columns));
    double space = section->level <= 2 ? 9 : 5;
    /* A heading stays with two lines of what it heads. */
    if (!columns_need(columns, space + height + 3 * style_leading(&book->small)) &&
        book->y > columns->top)
        book->y += space;
    canvas_target(book->canvas, section->id, book->y);
    columns_prose(columns, &style, &section->heading, 0);
    book->y += 2;
}

static void line(struct columns *columns, const struct item *item)
{
    struct book *book = columns->book;
    double indent = INDENT * (item->depth < 5 ? item->depth : 5) + INDENT;
    struct style style = book->small;
    /* A line of the roadmap stays in one piece, so that it is found as it was written. */
    double height = book_prose_height(book, &style, &item->line, columns_width(columns) - indent);

    if (height < WHOLE * style_leading(&style))
        (void)columns_need(columns, height);
    canvas_target(book->canvas, item->id, book->y);
    book->word_pages[item - book->plan->items] = canvas_selected(book->canvas);
    if (item->line.length == 0)
        return;
    if (item->kind == ITEM_TEXT && item->depth == 0)
        indent = 0;
    else
        canvas_fill_circle(book->canvas, columns_x(columns) + indent - 5,
                           book_baseline(book, &style, book->y) -
                               style_cap_height(book->typeset, &style) / 2,
                           0.9, book->look->grey);
    if (indent > 0) {
        columns_prose(columns, &style, &item->line, indent);
    } else { /* between lists */
        canvas_close(book->canvas);
        columns_prose(columns, &style, &item->line, indent);
        canvas_open(book->canvas, ROLE_LIST);
    }
    book->y += 1.2;
}

/* The last page's columns are as long as each other where the rest of the text is known to be
 * short; what is left becomes rules. */
static void rest(struct columns *columns)
{
    struct book *book = columns->book;
    double y = book->y + 20;

    if (columns->column == 0 && columns_room(columns) > 6 * book->look->rule_distance) {
        y = book_label(book, columns_x(columns), y, "My own words");
        (void)book_rules(book, columns_x(columns), y - 6, columns_width(columns), book->bottom, 0);
        columns->column = 1;
        y = book_label(book, columns_x(columns), columns->top, "What I would add");
        (void)book_rules(book, columns_x(columns), y - 6, columns_width(columns), book->bottom, 0);
    } else if (columns_room(columns) > 6 * book->look->rule_distance) {
        y = book_label(book, columns_x(columns), y, "My own words");
        (void)book_rules(book, columns_x(columns), y - 6, columns_width(columns), book->bottom, 0);
    }
}

static void add_pages(struct book *book)
{
    const struct plan *plan = book->plan;

    book_page(book, -1, "The roadmap in its own words");
    book_head(book, "As it was written", "The roadmap in its own words", NULL, NULL);
    struct columns columns = columns_start(book, 2, GAP, "The roadmap in its own words");
    canvas_open(book->canvas, ROLE_LIST);
    for (size_t i = 0; i < plan->section_count; i++) {
        const struct section *section = &plan->sections[i];
        if (section->heading.length > 0)
            heading(&columns, section);
        for (size_t k = 0; k < section->item_count; k++)
            line(&columns, &plan->items[section->first_item + k]);
    }
    canvas_close(book->canvas);
    rest(&columns);
}

const struct page_kind own_words_pages = {
    .scope = SCOPE_BOOK,
    .title = "The roadmap in its own words",
    .target = WORDS_TARGET,
    .draw.book = add_pages,
};
