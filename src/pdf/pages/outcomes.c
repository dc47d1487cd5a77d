/* outcomes: what the plan is for, and the milestones on the way, each with its day and room for the
 * evidence. */
#include <math.h>

#include "pdf/pages/pages.h"
#include "pdf/parts/book.h"
#include "pdf/parts/date_text.h"
#include "pdf/parts/targets.h"

#define TITLE "Outcomes and milestones"

/* Of nested ones the innermost: those above only head them. */
static bool shown(const struct item *item, enum item_kind kind)
{
    return item->kind == kind && item->child_count == 0 && !item->dropped;
}

static size_t count_of(const struct book *book, enum item_kind kind)
{
    size_t count = 0;

    for (size_t i = 0; i < book->plan->item_count; i++)
        count += shown(&book->plan->items[i], kind);
    return count;
}

/* What an item says but for when: its title and, where both are given, its detail below. */
static double text_of(struct book *book, const struct item *item, double x, double y, double width,
                      bool draw)
{
    const struct prose *first = item->title.length > 0 ? &item->title : &item->detail;
    const struct prose *second =
        item->title.length > 0 && item->detail.length > 0 ? &item->detail : NULL;

    if (first->length == 0)
        first = &item->line;
    const struct style *style = second ? &book->strong : &book->body;
    double height = book_prose_height(book, style, first, width);
    if (draw)
        (void)book_prose(book, style, first, x, y, width);
    if (!second)
        return height;
    if (draw)
        (void)book_prose(book, &book->body, second, x, y + height, width);
    return height + book_prose_height(book, &book->body, second, width);
}

/* Columns: a box, when, what, and a line for the day on which it was reached. */
struct grid {
    /* x of the columns; width of what */
    double when, what, reached, width;
};

static struct grid grid_of(const struct book *book)
{
    struct grid grid;
    double width = book_width(book);

    grid.when = book->left + book->look->box_size + 10;
    grid.what = grid.when + width * 0.17;
    grid.reached = book->right - width * 0.17;
    grid.width = grid.reached - grid.what - 14;
    return grid;
}

static double row_height(struct book *book, const struct item *item)
{
    double text = text_of(book, item, 0, 0, grid_of(book).width, false);

    return fmax(text, 2 * style_leading(&book->body)) + 10;
}

static void row(struct book *book, const struct item *item, double height)
{
    struct grid grid = grid_of(book);
    const struct dates *dates = item_dates(book->schedule, item);
    double y = book->y + 5, leading = style_leading(&book->body);

    canvas_target(book->canvas, item->id, book->y);
    canvas_open(book->canvas, ROLE_ROW);
    canvas_open(book->canvas, ROLE_CELL);
    book->field = item->id;
    book_item_box(book, book->left, y + (leading - book->look->box_size) / 2, item);
    const char *span = span_print(book->pool, &item->span);
    struct style strong = book_colored(book->strong, book->look->neutral);
    double column = grid.what - grid.when - 8;
    const char *date = book_year_date(book, dates->due != DAY_NONE ? dates->due : dates->last);
    typeset_fitted(book->typeset, &strong, grid.when, book_baseline(book, &strong, y), ALIGN_LEFT,
                   column, date[0] != '\0' ? date : span);
    if (date[0] != '\0')
        typeset_fitted(book->typeset, &book->small_quiet, grid.when,
                       book_baseline(book, &book->small_quiet, y + leading), ALIGN_LEFT, column,
                       span);
    canvas_close(book->canvas);
    canvas_open(book->canvas, ROLE_CELL);
    (void)text_of(book, item, grid.what, y, grid.width, true);
    canvas_close(book->canvas);
    book_blank_cell(book, grid.reached, book->right, y + leading + 3, "Reached on");
    book->field = NULL;
    canvas_close(book->canvas);
    /* Room for a date is the line itself; the word stands below it. */
    canvas_line(book->canvas, grid.reached, y + leading + 3, book->right, y + leading + 3, 0.5,
                book->look->grey);
    const struct week *week = dates->due != DAY_NONE ? week_of(book->schedule, dates->due) : NULL;
    if (week)
        canvas_link(book->canvas, book->left, book->y, grid.reached - book->left, height,
                    week_target(book->pool, week_pages.target, week));
    book->y += height;
    book_hairline(book, book->left, book->right, book->y);
}

static void table_head(struct book *book, const char *what)
{
    struct grid grid = grid_of(book);
    double y = book->y;

    canvas_open(book->canvas, ROLE_HEAD_ROW);
    (void)book_label(book, grid.when, y, "When");
    (void)book_label(book, grid.what, y, what);
    book->y = book_label(book, grid.reached, y, "Reached on");
    canvas_close(book->canvas);
    canvas_line(book->canvas, book->left, book->y, book->right, book->y, 0.9, book->look->ink);
}

/* One table; each row as much higher than its text as AIR says. */
static void table(struct book *book, enum item_kind kind, const char *heading, const char *what,
                  double air)
{
    if (count_of(book, kind) == 0)
        return;
    double lead = style_leading(&book->heading) + style_leading(&book->label) + 14;
    (void)book_need(book, lead + 90, TITLE);
    book->y = book_words(book, &book->heading, heading, book->left, book->y, book_width(book)) + 4;
    canvas_open(book->canvas, ROLE_TABLE);
    table_head(book, what);
    for (size_t i = 0; i < book->plan->item_count; i++) {
        const struct item *item = &book->plan->items[i];
        if (!shown(item, kind))
            continue;
        double height = row_height(book, item);
        if (book_need(book, height, TITLE))
            table_head(book, what);
        row(book, item, fmin(height + air, fmax(height, book_room(book))));
    }
    canvas_close(book->canvas);
    book->y += 18;
}

static double rows_height(struct book *book, enum item_kind kind)
{
    double height = 0;

    for (size_t i = 0; i < book->plan->item_count; i++)
        if (shown(&book->plan->items[i], kind))
            height += row_height(book, &book->plan->items[i]);
    return height;
}

static void add_pages(struct book *book)
{
    size_t rows = count_of(book, ITEM_OUTCOME) + count_of(book, ITEM_MILESTONE);

    if (rows == 0)
        return;
    book_page(book, -1, TITLE);
    book_head(book, "What it is for", TITLE, NULL, NULL);
    double height = rows_height(book, ITEM_OUTCOME) + rows_height(book, ITEM_MILESTONE);
    double heads = 2 * (style_leading(&book->heading) + style_leading(&book->label) + 26);
    /* On one page, the room left is shared out, up to a line of writing a row. */
    double air = (book_room(book) - height - heads) / (double)rows;
    air = fmax(0, fmin(air, book->look->rule_distance));
    table(book, ITEM_OUTCOME, "Outcomes", "What I will be able to do", air);
    table(book, ITEM_MILESTONE, "Milestones", "What will stand", air);
    book_rest(book, "How I will mark each of them");
}

const struct page_kind outcomes_pages = {
    .scope = SCOPE_BOOK,
    .title = TITLE,
    .target = "outcomes",
    .draw.book = add_pages,
};
