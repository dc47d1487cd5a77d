/* opener: a phase's first page: what it is for, what is in it, where its hours go, its months. */
#include <math.h>

#include "pdf/pages/opener_rows.h"
#include "pdf/pages/pages.h"
#include "pdf/parts/date_text.h"
#include "pdf/parts/targets.h"

#define GAP        28.0
#define BAND       0.3 /* of the page's height, at least */
#define MONTH_CELL 34.0
#define MONTH_BAR  2.5

/* Two columns beside each other where they fit on this page or the next, else one after the other
 * over as many pages as it takes. */
static void two_columns(struct book *book, const struct opener_rows *left,
                        const struct opener_rows *right)
{
    double width = (book_width(book) - GAP) / 2;
    double height =
        fmax(opener_rows_height(book, left, width), opener_rows_height(book, right, width));
    const char *title = book->plan->phases[book->phase].title.text;

    if (height == 0)
        return;
    if (height > book_room(book) && height < book->bottom - book->top - 40 &&
        book->y > book->bottom - book_room(book) / 2)
        (void)book_need(book, height, title);
    if (height <= book_room(book)) {
        double y = book->y;
        book->y = fmax(opener_rows_draw(book, left, book->left, y, width),
                       opener_rows_draw(book, right, book->left + width + GAP, y, width));
    } else {
        struct columns columns = columns_start(book, 2, GAP, title);
        opener_rows_flow(&columns, left);
        opener_rows_flow(&columns, right);
        columns_end(&columns);
    }
    book->y += 16;
}

/* A bar at the foot of a cell: how much of a month's hours was logged. */
static void month_bar(struct book *book, double x, double y, double width,
                      const struct month_hours *hours)
{
    double share = hours->planned > 0 ? fmin(1, (double)hours->logged / hours->planned) : 1;

    canvas_fill_rect(book->canvas, x, y, width, MONTH_BAR, book->look->paper);
    canvas_fill_rect(book->canvas, x, y, width * share, MONTH_BAR, book->accent);
    canvas_stroke_rect(book->canvas, x, y, width, MONTH_BAR, 0, 0.3, book->accent);
}

/* A cell: the month, its hours, and once it is over how many of them were logged. */
static void month_cell(struct book *book, struct month month, double x, double y, double width)
{
    struct month_hours hours = month_hours(book->schedule, month, book->phase);
    int planned = (hours.planned + 30) / 60, logged = (hours.logged + 30) / 60;
    const char *words = hours.lived ? pool_print(book->pool, "%d of %d h", logged, planned)
                                    : pool_print(book->pool, "%d h", planned);

    book_panel(book, x, y, width, MONTH_CELL);
    canvas_open(book->canvas, ROLE_PARAGRAPH);
    typeset_fitted(
        book->typeset, &book->strong, x + 6, book_baseline(book, &book->strong, y + 4), ALIGN_LEFT,
        width - 9,
        pool_print(book->pool, "%s %02d", month_short_name(month.month), month.year % 100));
    typeset_fitted(book->typeset, &book->small_quiet, x + 6,
                   book_baseline(book, &book->small_quiet, y + 17), ALIGN_LEFT, width - 9, words);
    canvas_close(book->canvas);
    if (hours.lived)
        month_bar(book, x + 6, y + MONTH_CELL - MONTH_BAR - 2.5, width - 12, &hours);
    canvas_link(book->canvas, x, y, width, MONTH_CELL,
                month_target(book->pool, month_pages.target, month));
}

/* The phase's months in a row of cells, each a link to its page. */
static void month_strip(struct book *book)
{
    const struct phase_dates *dates = &book->schedule->phases[book->phase];

    if (dates->first_week < 0)
        return;
    struct month month = week_month(&book->schedule->weeks[dates->first_week]);
    struct month last = week_month(&book->schedule->weeks[dates->last_week]);
    int count = (last.year - month.year) * 12 + last.month - month.month + 1;
    int in_row = count > 9 ? (count + (count + 8) / 9 - 1) / ((count + 8) / 9) : count;
    double cell = fmin((book_width(book) + 5) / in_row, 86), height = MONTH_CELL;
    int lines = (count + in_row - 1) / in_row;
    double taken = lines * (height + 6) - 6 + style_leading(&book->label) + 4;
    /* The strip stands on the foot of the page; what is left above it is to write on. It gets no
     * page for itself: the contents name the months as well. */
    double bottom = book->bottom;
    bool fits = book_room(book) > taken;
    book->bottom -= fits ? taken + 10 : 0;
    book_rest(book, "What I want from this phase");
    book->bottom = bottom;
    if (!fits)
        return;
    book->y = bottom - taken;
    book->y = book_label(book, book->left, book->y, "Its months");
    for (int i = 0; i < count; i++) {
        int column = i % in_row;
        double x = book->left + column * cell;
        if (column == 0 && i > 0)
            book->y += height + 6;
        month_cell(book, month, x, book->y, cell - 5);
        month.year += month.month == 12;
        month.month = month.month % 12 + 1;
    }
}

/* "Months 1–8 · 5 January – 30 August 2026 · 34 weeks · 170 hours" */
static const char *facts(struct book *book)
{
    const struct phase *phase = &book->plan->phases[book->phase];
    const struct phase_dates *dates = &book->schedule->phases[book->phase];
    const char *span = book_capital(book, span_print(book->pool, &phase->section->span));
    int weeks = dates->first_week < 0 ? 0 : dates->last_week - dates->first_week + 1;

    if (dates->first_week < 0)
        return span;
    return pool_print(book->pool, "%s%s%s · %d week%s · %s", span, span[0] != '\0' ? " · " : "",
                      book_date_range(book, dates->first, dates->last), weeks,
                      weeks == 1 ? "" : "s", book_hours(book, dates->minutes));
}

/* The band at the head, over the full width; y below it. */
static void band(struct book *book)
{
    const struct look *look = book->look;
    const struct phase *phase = &book->plan->phases[book->phase];
    struct color white = {1, 1, 1}, color = look->filled ? white : book->accent;
    struct style label = book_colored(book->label, color), lead = book_colored(book->body, color);
    double width = book_width(book), pad = look->height * 0.085;
    struct style large = book->display;

    large.size *= 0.82;
    large.leading *= 0.82;
    large = book_shrunk(book, large, phase->title.text, width, 3);
    if (look->filled)
        large.color = white;
    lead.size *= 1.2;
    lead.leading *= 1.2;
    const char *words = facts(book);
    double text = style_leading(&label) + 8 +
                  book_prose_height(book, &large, &phase->title, width) + 12 +
                  book_words_height(book, &lead, words, width);
    double height = fmax(look->height * BAND, text + 2 * pad), y = (height - text) / 2 + 8;
    if (look->filled)
        canvas_fill_rect(book->canvas, 0, 0, look->width, height, book->accent);
    else
        canvas_line(book->canvas, book->left, height, book->right, height, 2.5, book->accent);
    book_tab(book);
    y = book_words(
            book, &label,
            pool_print(book->pool, "Phase %d of %d", phase->number, (int)book->plan->phase_count),
            book->left, y, width) +
        8;
    y = book_prose(book, &large, &phase->title, book->left, y, width) + 12;
    (void)book_words(book, &lead, words, book->left, y, width);
    canvas_link(book->canvas, book->left, y, width, style_leading(&lead), glance_pages.target);
    book->y = height + 24;
}

static void add_pages(struct book *book, int phase)
{
    if (phase < 0)
        return;
    book_page(book, phase, pool_print(book->pool, "Phase %d", book->plan->phases[phase].number));
    canvas_target(book->canvas, book->plan->phases[phase].section->id, 0);
    band(book);
    struct opener_rows goals = {.pool = book->pool}, topics = {.pool = book->pool};
    struct opener_rows tasks = {.pool = book->pool}, projects = {.pool = book->pool};
    opener_rows_add_kind(book, &goals, "Goals", ITEM_GOAL, ROW_GOAL);
    opener_rows_add_hours(book, &goals);
    opener_rows_add_kind(book, &topics, "Topics", ITEM_TOPIC, ROW_TOPIC);
    opener_rows_add_kind(book, &tasks, "Tasks", ITEM_TASK, ROW_WORK);
    opener_rows_add_kind(book, &projects, "Projects", ITEM_PROJECT, ROW_WORK);
    /* What has no neighbour stands below the shorter column, not beside a void. */
    if (tasks.count == 0 || projects.count == 0) {
        double width = (book_width(book) - GAP) / 2;
        bool left =
            opener_rows_height(book, &goals, width) < opener_rows_height(book, &topics, width);
        const struct opener_rows *alone = tasks.count == 0 ? &projects : &tasks;
        opener_rows_append(left ? &goals : &topics, alone);
        tasks.count = projects.count = 0;
    }
    two_columns(book, &goals, &topics);
    two_columns(book, &tasks, &projects);
    month_strip(book);
}

static void enter(struct book *book, const struct occasion *at, struct listed *line)
{
    const struct phase *phase = &book->plan->phases[at->phase];
    const struct phase_dates *dates = &book->schedule->phases[at->phase];

    line->level = 0;
    line->title =
        pool_print(book->pool, "%s %d · %s", line->title, phase->number, phase->title.text);
    line->note = book_year_range(book, dates->first, dates->last);
}

const struct page_kind opener_pages = {
    .scope = SCOPE_PHASE,
    .title = "Phase",
    .target = PHASE_TARGET,
    .draw.phase = add_pages,
    .enter = enter,
};
