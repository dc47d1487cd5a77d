/* comparison: what several paces mean, side by side: when each ends, and whether the hours that the
 * roadmap's allocations ask for are there. */
#include <math.h>
#include <stdio.h>

#include "pdf/pages/pages.h"
#include "pdf/parts/book.h"
#include "pdf/parts/date_text.h"
#include "pdf/parts/targets.h"

#define TITLE      "Paces compared"
#define MOST_PACES 4    /* side by side; more of them have a page of their own */
#define LEAST_PACE 115  /* points that one takes, so that its dates are not cut */
#define NAME_SHARE 0.24 /* of the width: the names of the rows */
#define BAR_HEIGHT 5.0
#define GAP        10.0

/* The paces that stand side by side, and where. */
struct table {
    struct book *book;
    const struct comparison *comparison;
    size_t first, count;
    /* of the first column; of each */
    double left, width;
    double row;
};

static double column(const struct table *table, size_t i)
{
    return table->left + (double)i * table->width;
}

static const struct outlook *outlook(const struct table *table, size_t i)
{
    return &table->comparison->outlooks[table->first + i];
}

static void put_name(const struct table *table, const char *name)
{
    struct book *book = table->book;

    typeset_fitted(book->typeset, &book->small_quiet, book->left,
                   book_baseline(book, &book->small_quiet, book->y), ALIGN_LEFT,
                   table->left - book->left - GAP, name);
}

static void put_cell(const struct table *table, size_t i, const struct style *style,
                     const char *words)
{
    struct book *book = table->book;

    typeset_fitted(book->typeset, style, column(table, i), book_baseline(book, style, book->y),
                   ALIGN_LEFT, table->width - GAP, words);
}

/* What each pace is: the hours in large, and the day that was asked for. */
static void head(const struct table *table)
{
    struct book *book = table->book;
    char pace[DURATION_TEXT];
    bool ends = false;

    for (size_t i = 0; i < table->count; i++) {
        put_cell(
            table, i, &book->heading,
            pool_print(book->pool, "%s a week", duration_print(outlook(table, i)->minutes, pace)));
        ends = ends || outlook(table, i)->wish.end != DAY_NONE;
    }
    book->y += style_leading(&book->heading) + 2;
    for (size_t i = 0; ends && i < table->count; i++) {
        const struct outlook *this = outlook(table, i);
        if (this->wish.end == DAY_NONE)
            continue;
        const char *reach = this->reach == REACH_ABSURD ? ": absurd"
                            : this->reach == REACH_TOO_LATE || this->reach == REACH_FIXED_LATE
                                ? ": cannot be met"
                                : "";
        put_cell(table, i, &book->small,
                 pool_print(book->pool, "to be done by %s%s", book_year_date(book, this->wish.end),
                            reach));
    }
    book->y += ends ? table->row : 0;
    canvas_line(book->canvas, book->left, book->y, book->right, book->y, 0.9, book->look->ink);
    book->y += 4;
}

static void totals(const struct table *table)
{
    static const char *const names[] = {"Starts", "Finished on", "Weeks", "Hours in all"};
    struct book *book = table->book;

    for (int row = 0; row < 4; row++) {
        put_name(table, names[row]);
        for (size_t i = 0; i < table->count; i++) {
            const struct outlook *this = outlook(table, i);
            const char *words = row == 0   ? book_year_date(book, this->start)
                                : row == 1 ? book_year_date(book, this->end)
                                : row == 2 ? pool_print(book->pool, "%zu", this->weeks)
                                           : book_hours(book, this->total);
            put_cell(table, i, row == 1 ? &book->strong : &book->body, words);
        }
        book->y += table->row;
    }
}

/* The pace's hours as a bar in colour, over a band in its tint that reaches from the least to the
 * most asked for. */
static void bar(const struct table *table, size_t i, const struct phase_demand *demand, int scale)
{
    struct book *book = table->book;
    double width = table->width - GAP - 4, x = column(table, i), y = book->y + 2;
    double unit = width / scale;
    struct color accent = look_accent(book->look, demand->phase);

    if (demand->asks) {
        struct color tint = look_tint(book->look, demand->phase);
        canvas_fill_rect(book->canvas, x, y - 2, demand->high * unit, BAR_HEIGHT + 4, tint);
        canvas_line(book->canvas, x + demand->low * unit, y - 3, x + demand->low * unit,
                    y + BAR_HEIGHT + 3, 0.9, book->look->ink);
    }
    canvas_fill_rect(book->canvas, x, y, demand->available * unit, BAR_HEIGHT, accent);
}

static const struct phase_demand *demand_of(const struct outlook *outlook, int phase)
{
    for (size_t i = 0; i < outlook->phase_count; i++)
        if (outlook->phases[i].phase == phase)
            return &outlook->phases[i];
    return NULL;
}

static const char *asked_words(struct book *book, const struct phase_demand *demand)
{
    if (demand->low == demand->high)
        return pool_print(book->pool, "of %s asked for", book_hours(book, demand->low));
    return pool_print(book->pool, "of %d–%s asked for", demand->low / 60,
                      book_hours(book, demand->high));
}

/* Dates, weeks and hours, what is asked for, and whether that is there. */
static const char *phase_words(struct book *book, const struct phase_demand *demand, int row)
{
    switch (row) {
    case 0:
        return book_year_range(book, demand->first, demand->last);
    case 1:
        return pool_print(book->pool, "%d weeks, %s", demand->weeks,
                          book_hours(book, demand->available));
    case 2:
        return asked_words(book, demand);
    default:
        return demand->missing > 0
                   ? pool_print(book->pool, "%s too few", book_hours(book, demand->missing))
                   : "fits";
    }
}

/* The most hours that any of the phase's bars shows. */
static int scale_of(const struct comparison *comparison, int phase)
{
    int most = 1;

    for (size_t i = 0; i < comparison->count; i++) {
        const struct phase_demand *demand = demand_of(&comparison->outlooks[i], phase);
        if (demand && demand->available > most)
            most = demand->available;
        if (demand && demand->high > most)
            most = demand->high;
    }
    return most;
}

static void phase(const struct table *table, const struct phase_demand *first)
{
    static const char *const names[] = {"Dates", "What there is", "What is asked for", ""};
    struct book *book = table->book;
    const struct plan *plan = book->plan;
    int rows = first->asks ? 4 : 2, scale = scale_of(table->comparison, first->phase);

    if (book_need(book, table->row * (rows + 3), TITLE))
        head(table);
    book->y += 7;
    book_hairline(book, book->left, book->right, book->y);
    book->y += 5;
    const char *title = plan->phase_count > 0 ? "Beside the phases" : "The whole plan";
    if (first->phase >= 0)
        title = pool_print(book->pool, "Phase %d · %s", plan->phases[first->phase].number,
                           plan->phases[first->phase].title.text);
    typeset_fitted(book->typeset, &book->strong, book->left,
                   book_baseline(book, &book->strong, book->y), ALIGN_LEFT, book_width(book),
                   title);
    if (first->phase >= 0)
        canvas_link(book->canvas, book->left, book->y, book_width(book), table->row,
                    phase_target(book->pool, opener_pages.target, first->phase));
    book->y += table->row + 4;
    for (size_t i = 0; i < table->count; i++) {
        const struct phase_demand *demand = demand_of(outlook(table, i), first->phase);
        if (demand)
            bar(table, i, demand, scale);
    }
    book->y += BAR_HEIGHT + 8;
    for (int row = 0; row < rows; row++, book->y += table->row) {
        put_name(table, names[row]);
        for (size_t i = 0; i < table->count; i++) {
            const struct phase_demand *demand = demand_of(outlook(table, i), first->phase);
            const struct style *style = row == 3 && demand && demand->missing > 0 ? &book->strong
                                        : row >= 2 ? &book->small_quiet
                                                   : &book->small;
            if (demand && demand->weeks > 0)
                put_cell(table, i, style, phase_words(book, demand, row));
            else if (row == 0)
                put_cell(table, i, style, "no week");
        }
    }
}

/* The pace with the most rows: weeks beside the phases may be there at one and not at another. */
static const struct outlook *longest(const struct comparison *comparison)
{
    const struct outlook *found = &comparison->outlooks[0];

    for (size_t i = 1; i < comparison->count; i++)
        if (comparison->outlooks[i].phase_count > found->phase_count)
            found = &comparison->outlooks[i];
    return found;
}

static void add_pages(struct book *book)
{
    const struct comparison *comparison = book->edition->comparison;

    if (!comparison || comparison->count == 0)
        return;
    const struct outlook *all = longest(comparison);
    double room = (1 - NAME_SHARE) * book_width(book) / LEAST_PACE;
    size_t most = (size_t)fmax(1, fmin(MOST_PACES, room));
    for (size_t first = 0; first < comparison->count; first += most) {
        size_t left = comparison->count - first;
        struct table table = {.book = book,
                              .comparison = comparison,
                              .first = first,
                              .count = left < most ? left : most};
        book_page(book, -1, TITLE);
        book_head(book, "The same roadmap, other hours", TITLE, NULL, NULL);
        table.left = book->left + NAME_SHARE * book_width(book);
        table.width = (book->right - table.left) / (double)table.count;
        table.row = style_leading(&book->body) + 1;
        head(&table);
        totals(&table);
        for (size_t p = 0; p < all->phase_count; p++)
            phase(&table, &all->phases[p]);
        book->y += 12;
        book_rest(book, "What I can keep up, and what I choose");
    }
}

const struct page_kind comparison_pages = {
    .scope = SCOPE_BOOK,
    .title = TITLE,
    .target = "compare",
    .draw.book = add_pages,
};
