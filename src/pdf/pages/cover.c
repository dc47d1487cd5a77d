/* cover: the book's name, its time, a band in the colours of its phases, and whose it is. */
#include <math.h>
#include <string.h>

#include "pdf/pages/pages.h"
#include "pdf/parts/book.h"
#include "pdf/parts/date_text.h"
#include "pdf/parts/targets.h"

/* A band along the binding edge: each phase as high as its share of the weeks. */
static void phase_band(struct book *book, double width)
{
    const struct look *look = book->look;
    const struct schedule *schedule = book->schedule;
    size_t phases = book->plan->phase_count;
    double total = 0, y = 0;

    for (size_t i = 0; i < phases; i++)
        total += fmax(1, schedule->phases[i].last - schedule->phases[i].first + 1);
    if (phases == 0 && look->filled)
        canvas_fill_rect(book->canvas, 0, 0, width, look->height, look->neutral);
    else if (phases == 0)
        canvas_stroke_rect(book->canvas, width - MM(4), 0, MM(4), look->height, 0, 0.8,
                           look->neutral);
    for (size_t i = 0; i < phases; i++) {
        double days = fmax(1, schedule->phases[i].last - schedule->phases[i].first + 1);
        double height = look->height * days / total;
        if (look->filled)
            canvas_fill_rect(book->canvas, 0, y, width, height, look_accent(look, (int)i));
        else
            canvas_stroke_rect(book->canvas, width - MM(4), y, MM(4), height, 0, 0.8,
                               look_accent(look, (int)i));
        canvas_link(book->canvas, 0, y, width, height,
                    phase_target(book->pool, opener_pages.target, (int)i));
        y += height;
    }
}

/* Lines that make the book somebody's, up from the foot of the page. */
static void owner_lines(struct book *book, double left)
{
    static const char *const words[] = {"This book belongs to", "Started on",
                                        "My reason for doing this"};
    double distance = book->look->rule_distance * 1.25, widest = 0;
    double y = book->bottom - 2 * book->look->rule_distance - 3 * distance;

    for (int i = 0; i < 3; i++)
        widest = fmax(widest, typeset_width(book->typeset, &book->quiet, words[i]));
    for (int i = 0; i < 3; i++) {
        y += distance;
        typeset_line(book->typeset, &book->quiet, left, y - 3, ALIGN_LEFT, words[i]);
        book_hairline(book, left + widest + 10, book->right, y);
        book_blank(book, left + widest + 10, book->right, y, words[i]);
    }
    (void)book_rules(book, left, y, book->right - left, book->bottom + 1, 2);
}

/* The width of the longest word, which a line must hold whole. */
static double widest_word(struct book *book, const struct style *style, const char *text)
{
    double widest = 0;

    while (*text) {
        size_t length = strcspn(text, " ");
        const char *word = pool_copy(book->pool, text, length);
        widest = fmax(widest, typeset_width(book->typeset, style, word));
        text += length + strspn(text + length, " ");
    }
    return widest;
}

/* The narrowest width in which the title takes no more lines: they come out about as long. */
static double balanced_width(struct book *book, const struct style *style, double width)
{
    double height = book_prose_height(book, style, &book->plan->title, width);
    double step = width / 40,
           least = fmax(width / 2, widest_word(book, style, book->plan->title.text) + 1);

    while (width - step > least &&
           book_prose_height(book, style, &book->plan->title, width - step) <= height + 0.01)
        width -= step;
    return width;
}

static void add_page(struct book *book)
{
    const struct look *look = book->look;
    const struct schedule *schedule = book->schedule;

    book_bare_page(book, book->plan->phase_count > 0 ? 0 : -1);
    double band = look->width * 0.067, left = look->width * 0.172;
    phase_band(book, band);
    double width = book->right - left, y = look->height * 0.19;
    struct style label = book_colored(book->label, book->accent), lead = book->quiet;
    y = book_words(book, &label,
                   pool_print(book->pool, "Workbook · %s a week",
                              book_hours(book, schedule->rhythm.minutes)),
                   left, y, width) +
        8;
    struct style large = book_shrunk(book, book->display, book->plan->title.text, width * 0.8, 4);
    /* A title of many lines shrinks further than the rule, down to the lines of the owner. */
    double most = look->height * 0.6 - y;
    while (large.size > book->body.size &&
           book_prose_height(book, &large, &book->plan->title, width * 0.8) > most) {
        large.size *= 0.94;
        large.leading *= 0.94;
    }
    y = book_prose(book, &large, &book->plan->title, left, y,
                   balanced_width(book, &large, width * 0.8)) +
        18;
    lead.size *= 1.4;
    lead.leading *= 1.4;
    (void)book_words(book, &lead,
                     pool_print(book->pool, "%s, from %s to %s", book_length(book),
                                book_date(book, schedule->start), book_date(book, schedule->end)),
                     left, y, width);
    owner_lines(book, left);
}

const struct page_kind cover_pages = {
    .scope = SCOPE_BOOK,
    .title = "Cover",
    .target = "cover",
    .unlisted = true,
    .draw.book = add_page,
};
