/* fortnight: two weeks on one page, each with its sessions, what is on the table, and some room to
 * write. */
#include <math.h>

#include "pdf/pages/pages.h"
#include "pdf/parts/date_text.h"
#include "pdf/parts/grid.h"
#include "pdf/parts/listing.h"
#include "pdf/parts/session_table.h"
#include "pdf/parts/targets.h"
#include "pdf/parts/week_record.h"

#define LEAST_RULES 3
#define SHOWN_ROWS  4 /* of what is on the table, at the least */

/* One of the two weeks, measured for its half of the page. */
struct half {
    struct book *book;
    const struct week *week;
    const char *title;
    const struct page_record *record;
    struct agenda table;
};

static struct half half_of(struct book *book, const struct week *week)
{
    const struct page_record *record = week_record(book, week);

    return (struct half){.book = book,
                         .week = week,
                         .title = book_date_range(book, week->first, week->last),
                         .record = record,
                         .table = week_agenda(book, record, false)};
}

static double gap(const struct book *book)
{
    return grid_unit(book) * 2;
}

static double head_height(const struct book *book)
{
    return style_leading(&book->label) + style_leading(&book->heading) + 8;
}

/* What the week takes at the least. */
static double least_height(const struct half *half)
{
    struct book *book = half->book;
    struct session_table table = sessions_measure(book, half->week, half->title);
    struct listing listing = listing_of_week(book, half->week, &half->table);
    double rows = SHOWN_ROWS * (style_leading(&book->body) + 4) + 5 * grid_unit(book);
    double rules = (LEAST_RULES + 1.5) * book->look->rule_distance;

    table.padding = 2;
    listing.width = (book_width(book) - gap(book)) / 2;
    return head_height(book) + sessions_height(&table) + 2 * gap(book) +
           fmax(rules, fmin(rows, listing_height(book, &listing)));
}

static void draw_head(const struct half *half)
{
    struct book *book = half->book;
    struct month month = week_month(half->week);
    struct style label = book_colored(book->label, book->accent);
    double height = head_height(book), width = book_width(book) * 0.7, top = book->y;
    const char *so_far =
        pool_print(book->pool, "%s h so far", grid_hours(book, half->record->before));

    grid_text(book, &label, book->left, top, style_leading(&label), ALIGN_LEFT, width,
              pool_print(book->pool, "Month %d · Week %d", month_number(book->schedule, month),
                         half->week->number));
    top += style_leading(&label);
    grid_text(book, &book->heading, book->left, top, style_leading(&book->heading), ALIGN_LEFT,
              width, half->title);
    grid_text(book, &book->quiet, book->right, top, style_leading(&book->heading), ALIGN_RIGHT,
              book_width(book) * 0.28, so_far);
    canvas_link(book->canvas, book->left, book->y, width, height,
                month_target(book->pool, month_pages.target, month));
    book->y += height;
}

static void draw_half(struct half *half, double top, double bottom)
{
    struct book *book = half->book;

    book->y = top;
    draw_head(half);
    struct session_table table = sessions_measure(book, half->week, half->title);
    double below = 2 * gap(book) + 6 * book->look->rule_distance;
    while (table.padding > 2 && sessions_height(&table) + below > bottom - book->y)
        table.padding--;
    sessions_draw(&table);
    book->y = grid_snap(book, book->y + gap(book));
    double width = (book_width(book) - 2 * gap(book)) / 2;
    struct listing listing = listing_of_week(book, half->week, &half->table);
    listing.width = width;
    listing.room = bottom - book->y;
    double right = book->left + width + 2 * gap(book);
    (void)listing_draw(book, &listing, book->left, book->y, 0);
    grid_write(book, right, book->y - grid_unit(book), width, "What I learned, what comes next",
               bottom, 0);
}

bool fortnight_page(struct book *book, const struct week *first)
{
    struct half upper = half_of(book, first), lower = half_of(book, first + 1);
    const struct look *look = book->look;
    double height = look->height - look->top - look->bottom, between = 4 * grid_unit(book);
    double half = (height - between) / 2, need = fmax(least_height(&upper), least_height(&lower));

    if (need > half)
        return false;
    book_page(book, first->phase,
              pool_print(book->pool, "Month %d · Weeks %d–%d",
                         month_number(book->schedule, week_month(first)), first->number,
                         first[1].number));
    double middle = grid_snap(book, book->top + half + between);
    draw_half(&upper, book->top, middle - between);
    book_hairline(book, book->left, book->right, middle - between / 2);
    canvas_target(book->canvas, week_target(book->pool, week_pages.target, first + 1), middle);
    draw_half(&lower, middle, book->bottom);
    return true;
}
