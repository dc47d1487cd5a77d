/* budget: what the roadmap says things cost, beside what they did cost. */
#include <math.h>
#include <string.h>

#include "pdf/pages/pages.h"
#include "pdf/parts/book.h"
#include "pdf/parts/item_titles.h"

#define TITLE "Budget"

/* "$60", "EUR 60", "<$150", "$10–20": a sign stands at its number, a code before it. */
static const char *money_words(struct book *book, const struct money *money)
{
    const char *space = money->currency[0] >= 'A' && money->currency[0] <= 'Z' ? " " : "";
    const char *most = money->at_most ? "<" : "";
    bool whole = money->low % 100 == 0 && money->high % 100 == 0;

    if (money->low == money->high && whole)
        return pool_print(book->pool, "%s%s%s%ld", most, money->currency, space, money->low / 100);
    if (money->low == money->high)
        return pool_print(book->pool, "%s%s%s%.2f", most, money->currency, space,
                          (double)money->low / 100);
    return pool_print(book->pool, "%s%s%s%.*f–%.*f", most, money->currency, space, whole ? 0 : 2,
                      (double)money->low / 100, whole ? 0 : 2, (double)money->high / 100);
}

static bool priced(const struct money *money)
{
    return money->currency[0] != '\0' || money->low != 0 || money->high != 0;
}

/* Shares of the width where the columns begin. */
enum { COLUMN_WHAT, COLUMN_PLANNED, COLUMN_PAID, COLUMN_ON, COLUMN_COUNT };
static const double shares[COLUMN_COUNT + 1] = {0, 0.52, 0.66, 0.82, 1};

static double column(const struct book *book, int i)
{
    return book->left + shares[i] * book_width(book);
}

static void table_head(struct book *book)
{
    static const char *const words[COLUMN_COUNT] = {"What", "Planned", "Paid", "On"};
    double y = book->y;

    canvas_open(book->canvas, ROLE_HEAD_ROW);
    for (int i = 0; i < COLUMN_COUNT; i++)
        book->y = book_label(book, column(book, i) + (i > COLUMN_PLANNED ? 6 : 0), y, words[i]);
    canvas_close(book->canvas);
    canvas_line(book->canvas, book->left, book->y, book->right, book->y, 0.9, book->look->ink);
}

static void close_row(struct book *book, double height)
{
    for (int i = COLUMN_PAID; i < COLUMN_COUNT; i++)
        canvas_line(book->canvas, column(book, i), book->y, column(book, i), book->y + height, 0.5,
                    book->look->pale);
    book->y += height;
    book_blank_cell(book, column(book, COLUMN_PAID) + 6, column(book, COLUMN_ON) - 4, book->y - 2,
                    "Paid");
    book_blank_cell(book, column(book, COLUMN_ON) + 6, book->right, book->y - 2, "On");
    book_hairline(book, book->left, book->right, book->y);
}

static void cost_row(struct book *book, const struct item *item)
{
    double box = book->look->box_size + 8, width = column(book, COLUMN_PLANNED) - book->left;
    double indent = 12.0 * (item->depth < 4 ? item->depth : 4);
    const struct prose *detail = item->title.length > 0 ? &item->detail : NULL;
    const char *title = item_words(book->pool, item);

    width -= box + indent + 12;
    double height = book_words_height(book, &book->strong, title, width);
    if (detail && detail->length > 0)
        height += book_prose_height(book, &book->small_quiet, detail, width);
    height = fmax(height + 10, book->look->rule_distance * 1.2);
    if (book_need(book, height, TITLE))
        table_head(book);
    double y = book->y + 5;
    canvas_target(book->canvas, item->id, book->y);
    canvas_open(book->canvas, ROLE_ROW);
    canvas_open(book->canvas, ROLE_CELL);
    book->field = item->id;
    book_item_box(book, book->left + indent,
                  y + (style_leading(&book->strong) - book->look->box_size) / 2, item);
    double below = book_words(book, &book->strong, title, book->left + indent + box, y, width);
    if (detail && detail->length > 0)
        (void)book_prose(book, &book->small_quiet, detail, book->left + indent + box, below, width);
    canvas_close(book->canvas);
    typeset_line(book->typeset, &book->body, column(book, COLUMN_PLANNED),
                 book_baseline(book, &book->body, y), ALIGN_LEFT,
                 priced(&item->price) ? money_words(book, &item->price) : "");
    close_row(book, height);
    book->field = NULL;
    canvas_close(book->canvas);
}

/* The sum of the prices of one currency; those of others are not added. */
static bool sum_of(const struct book *book, struct money *sum)
{
    size_t count = 0;

    *sum = (struct money){0};
    for (size_t i = 0; i < book->plan->item_count; i++) {
        const struct item *item = &book->plan->items[i];
        if (item->kind != ITEM_COST || item->child_count > 0 || !priced(&item->price))
            continue;
        if (count > 0 && strcmp(sum->currency, item->price.currency) != 0)
            return false;
        memcpy(sum->currency, item->price.currency, sizeof sum->currency);
        sum->low += item->price.low;
        sum->high += item->price.high;
        count++;
    }
    return count > 1;
}

static void sum_row(struct book *book)
{
    struct money sum;
    double row = book->look->rule_distance * 1.2;
    bool known = sum_of(book, &sum);
    double baseline =
        book_baseline(book, &book->strong, book->y + (row - style_leading(&book->strong)) / 2);

    canvas_line(book->canvas, book->left, book->y, book->right, book->y, 0.9, book->look->ink);
    canvas_open(book->canvas, ROLE_ROW);
    typeset_line(book->typeset, &book->strong, book->left, baseline, ALIGN_LEFT, "In all");
    typeset_line(book->typeset, &book->strong, column(book, COLUMN_PLANNED), baseline, ALIGN_LEFT,
                 known ? money_words(book, &sum) : "");
    close_row(book, row);
    canvas_close(book->canvas);
}

/* The sums that the roadmap itself gives: to check the own ones by, no costs. */
static void stated_sums(struct book *book, const struct section *section)
{
    for (size_t i = 0; i < section->item_count; i++) {
        const struct item *item = &book->plan->items[section->first_item + i];
        if (item->kind != ITEM_TEXT || item->price.high <= 0)
            continue;
        const char *words =
            pool_print(book->pool, "The roadmap's own sum: %s", money_words(book, &item->price));
        book->y =
            book_words(book, &book->small_quiet, words, book->left, book->y + 2, book_width(book)) +
            2;
    }
}

static void add_pages(struct book *book)
{
    const struct section *section = NULL;
    double row = book->look->rule_distance * 1.2;

    for (size_t i = 0; i < book->plan->item_count; i++) {
        const struct item *item = &book->plan->items[i];
        if (item->kind != ITEM_COST)
            continue;
        if (!section) {
            book_page(book, -1, TITLE);
            book_head(book, "What it costs", TITLE, NULL, NULL);
            canvas_open(book->canvas, ROLE_TABLE);
        }
        if (section != item->section) {
            if (section)
                book->y += 14;
            section = item->section;
            (void)book_need(book, 90, TITLE);
            /* As written: the heading holds the sum that the roadmap has in mind. */
            if (strcmp(section->heading.text, TITLE) != 0)
                book->y = book_prose(book, &book->heading, &section->heading, book->left, book->y,
                                     book_width(book)) +
                          4;
            stated_sums(book, section);
            canvas_target(book->canvas, section->id, book->y);
            table_head(book);
        }
        cost_row(book, item);
    }
    if (!section)
        return;
    /* Blank rows down to the last but some, the sum, and room for words. */
    double words = 5 * book->look->rule_distance + 24;
    if (book_room(book) < 3 * row)
        (void)book_need(book, INFINITY, TITLE);
    while (book_room(book) > words + 2 * row) {
        canvas_open(book->canvas, ROLE_ROW);
        book_blank_cell(book, book->left, column(book, COLUMN_PLANNED) - 8, book->y + row - 2,
                        "What");
        book_blank_cell(book, column(book, COLUMN_PLANNED), column(book, COLUMN_PAID) - 4,
                        book->y + row - 2, "Planned");
        close_row(book, row);
        canvas_close(book->canvas);
    }
    sum_row(book);
    canvas_close(book->canvas);
    book->y += 12;
    book_rest(book, "What I did without, what was worth it");
}

const struct page_kind budget_pages = {
    .scope = SCOPE_BOOK,
    .title = TITLE,
    .target = "budget",
    .draw.book = add_pages,
};
