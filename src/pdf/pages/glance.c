/* glance: the whole plan as bars over its months, with a row of diamonds for the milestones. */
#include <math.h>
#include <string.h>

#include "pdf/pages/axis.h"
#include "pdf/pages/pages.h"
#include "pdf/parts/book.h"
#include "pdf/parts/date_text.h"
#include "pdf/parts/item_titles.h"
#include "pdf/parts/targets.h"

#define MOST_ROWS   130 /* more are shown by their sections */
#define LEAST_ROW   11.4
#define MOST_ROW    21.0
#define DIAMOND     4.2
#define LABEL_LEAST 0.22 /* shares of the width that the rows' names take */
#define LABEL_MOST  0.42

/* A bar: of a phase, a section or an item. */
struct bar {
    const char *title, *target;
    day first, last;
    int phase;
    /* a phase's own */
    bool head;
};

struct chart {
    struct book *book;
    struct bar *bars;
    size_t count, capacity;
    struct axis axis;
    /* height of one */
    double row;
};

static bool dated(const struct dates *dates)
{
    return dates->first != DAY_NONE && dates->last != DAY_NONE;
}

static void add_bar(struct chart *chart, struct bar bar)
{
    if (bar.first == DAY_NONE) /* a phase that got no week */
        return;
    chart->bars = pool_extend(chart->book->pool, chart->bars, chart->count, &chart->capacity,
                              sizeof *chart->bars);
    chart->bars[chart->count++] = bar;
}

static void add_items(struct chart *chart, const struct section *section)
{
    const struct plan *plan = chart->book->plan;

    for (size_t i = 0; i < section->item_count; i++) {
        const struct item *item = &plan->items[section->first_item + i];
        const struct dates *dates = item_dates(chart->book->schedule, item);
        bool wanted = kind_is_work(item->kind) && item->kind != ITEM_READING;
        if (!wanted || item->section != section || item->depth > 0 || item->dropped ||
            !dated(dates) || item->title.length == 0)
            continue;
        add_bar(chart, (struct bar){item->title.text, item->id, dates->first, dates->last,
                                    section->phase, false});
    }
}

/* How much each row stands for. */
enum detail { DETAIL_ITEMS, DETAIL_SECTIONS, DETAIL_PHASES };

static void add_section(struct chart *chart, const struct section *section, enum detail detail)
{
    const struct book *book = chart->book;
    const struct dates *dates = section_dates(book->schedule, section);
    bool own = section_has_own_time(section);

    if (detail == DETAIL_ITEMS)
        add_items(chart, section);
    else if (detail == DETAIL_SECTIONS && own && dated(dates) && section->level > 0 &&
             (section->phase < 0 || section != book->plan->phases[section->phase].section))
        add_bar(chart, (struct bar){section->title.text, section->id, dates->first, dates->last,
                                    section->phase, false});
}

static void collect(struct chart *chart, enum detail detail)
{
    struct book *book = chart->book;
    const struct plan *plan = book->plan;

    chart->count = 0;
    for (size_t i = 0; i < plan->section_count; i++) {
        const struct section *section = &plan->sections[i];
        if (section->phase >= 0 && section == plan->phases[section->phase].section) {
            const struct phase *phase = &plan->phases[section->phase];
            const struct phase_dates *dates = &book->schedule->phases[section->phase];
            add_bar(chart,
                    (struct bar){pool_print(book->pool, "Phase %d", phase->number),
                                 phase_target(book->pool, opener_pages.target, section->phase),
                                 dates->first, dates->last, section->phase, true});
        }
        /* Beside the phases only what no phase covers is drawn, where there is no phase at all. */
        if (section->phase >= 0 || plan->phase_count == 0)
            add_section(chart, section, detail);
    }
}

/* A phase's title beside its bar, on the side that has more room. */
static void head_title(struct chart *chart, const struct bar *bar, double y)
{
    struct book *book = chart->book;
    struct style style = book_colored(book->small, look_accent(book->look, bar->phase));
    double from = axis_x(&chart->axis, bar->first), to = axis_x(&chart->axis, bar->last + 1);
    const char *title = book->plan->phases[bar->phase].title.text;
    bool after = chart->axis.right - to > from - chart->axis.left;
    double room = (after ? chart->axis.right - to : from - chart->axis.left) - 10;

    if (bar->first == DAY_NONE || room < 40)
        return;
    double width = fmin(room, typeset_width(book->typeset, &style, title));
    double x = after ? to + 6 : from - 6 - width, leading = style_leading(&style);
    double top = y + (chart->row - leading) / 2;
    canvas_fill_rect(book->canvas, x - 2, top + 1, width + 4, leading - 2, (struct color){1, 1, 1});
    typeset_fitted(book->typeset, &style, x, book_baseline(book, &style, top), ALIGN_LEFT, room,
                   title);
}

static void draw_bar(struct chart *chart, const struct bar *bar, double y)
{
    struct book *book = chart->book;
    const struct look *look = book->look;
    struct color accent = look_accent(look, bar->phase);
    struct color tint = look_tint(look, bar->phase);
    struct style style = bar->head ? book_colored(book->strong, accent) : book->small;
    const char *title = bar->title;
    double room = chart->axis.left - book->left - 8,
           top = y + (chart->row - style_leading(&style)) / 2;

    style.size = fmin(style.size, chart->row * 0.78);
    canvas_open(book->canvas, ROLE_ENTRY);
    typeset_fitted(book->typeset, &style, book->left, book_baseline(book, &style, top), ALIGN_LEFT,
                   room, title);
    if (bar->head)
        head_title(chart, bar, y);
    canvas_link(book->canvas, book->left, y, book_width(book), chart->row, bar->target);
    if (bar->first == DAY_NONE || bar->last == DAY_NONE) {
        canvas_close(book->canvas);
        return;
    }
    double from = axis_x(&chart->axis, bar->first), to = axis_x(&chart->axis, bar->last + 1);
    double height = fmin(bar->head ? 11 : 8, chart->row * 0.66), at = y + (chart->row - height) / 2;
    double width = fmax(2, to - from);
    canvas_open_figure(book->canvas, from, at, width, height,
                       book_year_range(book, bar->first, bar->last));
    canvas_fill_round_rect(book->canvas, from, at, width, height, fmin(1.5, width / 2),
                           bar->head ? accent : tint);
    canvas_stroke_rect(book->canvas, from, at, width, height, fmin(1.5, width / 2), 0.7, accent);
    canvas_close(book->canvas);
    canvas_close(book->canvas);
}

static void diamond(struct book *book, double x, double y, struct color color)
{
    const double points[] = {x, y - DIAMOND, x + DIAMOND, y, x, y + DIAMOND, x - DIAMOND, y};

    canvas_fill_polygon(book->canvas, points, 4, color);
}

/* The milestones' row; their dates stand below where they do not touch. */
static void milestones(struct chart *chart, double y)
{
    struct book *book = chart->book;
    struct style small = book->small_quiet;
    double taken = chart->axis.left - 30;

    small.size *= 0.88;
    typeset_line(book->typeset, &book->strong, book->left, book_baseline(book, &book->strong, y),
                 ALIGN_LEFT, "Milestones");
    for (size_t i = 0; i < book->plan->item_count; i++) {
        const struct item *item = &book->plan->items[i];
        const struct dates *dates = item_dates(book->schedule, item);
        if (item->kind != ITEM_MILESTONE || dates->due == DAY_NONE || item->dropped)
            continue;
        double x = axis_x(&chart->axis, dates->due + 1),
               middle = y + style_leading(&book->strong) / 2;
        /* The last one ends with the axis: its point stays within the page's frame. */
        x = fmin(x, chart->axis.right);
        canvas_open_figure(book->canvas, x - DIAMOND, middle - DIAMOND, 2 * DIAMOND, 2 * DIAMOND,
                           pool_print(book->pool, "%s: %s", item_words(book->pool, item),
                                      book_date(book, dates->due)));
        diamond(book, x, middle, book->look->ink);
        canvas_close(book->canvas);
        canvas_link(book->canvas, x - 8, y - 2, 16, 26, item->id);
        const char *date = book_short_date(book, dates->due);
        double width = typeset_width(book->typeset, &small, date);
        double left = fmin(x - width / 2, book->right - width);
        if (left < taken + 3)
            continue;
        typeset_line(book->typeset, &small, left, middle + 15, ALIGN_LEFT, date);
        taken = left + width;
    }
}

static bool any_milestone(const struct book *book)
{
    for (size_t i = 0; i < book->plan->item_count; i++)
        if (book->plan->items[i].kind == ITEM_MILESTONE &&
            item_dates(book->schedule, &book->plan->items[i])->due != DAY_NONE)
            return true;
    return false;
}

/* Room for the longest name, within limits. */
static double label_width(const struct chart *chart)
{
    struct book *book = chart->book;
    double widest = typeset_width(book->typeset, &book->strong, "Milestones") + 20;

    for (size_t i = 0; i < chart->count; i++)
        widest = fmax(widest, typeset_width(book->typeset, &book->small, chart->bars[i].title));
    return fmin(LABEL_MOST * book_width(book), fmax(LABEL_LEAST * book_width(book), widest + 10));
}

/* The rows FIRST .. END-1 on a page of their own. */
static void chart_page(struct chart *chart, size_t first, size_t end, bool last)
{
    struct book *book = chart->book;
    bool diamonds = last && any_milestone(book);
    bool months = axis_counts_months(book->schedule);

    book_page(book, -1, "Plan at a glance");
    book_head(book, "The whole road", "Plan at a glance", book_length(book),
              book_year_range(book, book->schedule->start, book->schedule->end));
    chart->axis.left = book->left + label_width(chart);
    chart->axis.right = book->right - DIAMOND - 1;
    const char *words = months ? "Months across, the plan's and the calendar's. A bar is the time "
                                 "in which something is on the table, a diamond a milestone."
                               : "Weeks across. A bar is the time in which something is on the "
                                 "table, a diamond a milestone.";
    double legend = book_words_height(book, &book->small_quiet, words, book_width(book)) + 10;
    double top = book->y + AXIS_ROOM + 2;
    double foot = legend + (diamonds ? 40 : 0);
    chart->row = fmin(MOST_ROW, (book->bottom - foot - top) / (double)(end - first));
    double bottom = top + chart->row * (double)(end - first);
    double lines = bottom + (diamonds ? 36 : 4);
    axis_draw(&chart->axis, top, diamonds ? lines - 15 : lines);
    canvas_open(book->canvas, ROLE_LIST);
    for (size_t i = first; i < end; i++)
        draw_bar(chart, &chart->bars[i], top + chart->row * (double)(i - first));
    canvas_close(book->canvas);
    if (diamonds)
        milestones(chart, bottom + 8);
    book->y = lines + 8;
    book->y = book_words(book, &book->small_quiet, words, book->left, book->y, book_width(book));
    book->y += 14;
    book_rest(book, "What I notice");
}

/* The first row of the next page: at a phase's head where one is near. */
static size_t page_end(const struct chart *chart, size_t first, size_t most)
{
    size_t end = first + most;

    if (end >= chart->count)
        return chart->count;
    for (size_t i = end; i > first + most / 2; i--)
        if (chart->bars[i].head)
            return i;
    return end;
}

static void add_pages(struct book *book)
{
    struct chart chart = {.book = book, .axis.book = book};
    enum detail detail = DETAIL_ITEMS;

    collect(&chart, detail);
    if (chart.count > MOST_ROWS || chart.count <= book->plan->phase_count)
        collect(&chart, DETAIL_SECTIONS);
    if (chart.count > MOST_ROWS)
        collect(&chart, DETAIL_PHASES);
    if (chart.count == 0)
        return;
    double room = book->look->height - book->look->top - book->look->bottom - 130;
    size_t most = (size_t)fmax(8, room / LEAST_ROW);
    size_t pages = (chart.count + most - 1) / most, share = (chart.count + pages - 1) / pages;
    for (size_t first = 0; first < chart.count;) {
        size_t end = page_end(&chart, first, pages == 1 ? chart.count : share + share / 6);
        if (end > first + most)
            end = first + most;
        chart_page(&chart, first, end, end == chart.count);
        first = end;
    }
}

const struct page_kind glance_pages = {
    .scope = SCOPE_BOOK,
    .title = "Plan at a glance",
    .target = GLANCE_TARGET,
    .draw.book = add_pages,
};
