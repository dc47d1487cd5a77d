/* contents: where everything is, and every month and week one touch away. */
#include <math.h>

#include "pdf/pages/pages.h"
#include "pdf/parts/book.h"
#include "pdf/parts/targets.h"

#define GAP          28.0 /* between the columns */
#define NUMBER       26.0 /* room for a page number */
#define FINDER_WEEKS 26   /* in a row of the finder: half a year */
#define FINDER_MOST  312  /* weeks; a longer plan's are found by their months */
#define PADDING      12.0
#define HEAD_AIR     6.0 /* of a line of the first level */
#define AIR          3.0
#define SHEET_AIR    2.0
#define SHEET_INDENT 10.0

/* Where the next line of the contents goes. */
struct contents_column {
    struct book *book;
    int page, last_page, side;
    double top;
};

/* Height of the months' and weeks' finder with its padding. */
static double finder_height(const struct book *book, int years, size_t weeks)
{
    double row = style_leading(&book->small) + 4;

    if (weeks > FINDER_MOST)
        return 2 * PADDING + style_leading(&book->label) + 4 + row * years;
    size_t rows = (weeks + FINDER_WEEKS - 1) / FINDER_WEEKS;
    return 2 * PADDING + 2 * (style_leading(&book->label) + 4) + 10 + row * ((double)rows + years);
}

/* The years of the weeks' months. */
static int first_year(const struct schedule *schedule)
{
    return schedule->week_count > 0 ? week_month(&schedule->weeks[0]).year
                                    : civil_of(schedule->start).year;
}

static int last_year(const struct schedule *schedule)
{
    return schedule->week_count > 0 ? week_month(&schedule->weeks[schedule->week_count - 1]).year
                                    : civil_of(schedule->end).year;
}

static int years_of(const struct schedule *schedule)
{
    return last_year(schedule) - first_year(schedule) + 1;
}

/* Keeps pages free for the lines, which are known when all other pages are there. */
static void reserve(struct book *book)
{
    /* Counted from the plan alone, not from its pace, so that the pages after these keep their
     * numbers when dates move: the finder is taken at its usual most. */
    double body = style_leading(&book->body), small = style_leading(&book->small);
    size_t heads, others;

    other_sections_lines(book->plan, &heads, &others);
    double lines = (double)(heads + 9) * (body + HEAD_AIR) + (double)others * (body + AIR);
    lines += (double)book->plan->phase_count * (2 * body + small + HEAD_AIR + 4 * (body + AIR));
    lines += (double)sheet_lines(book->plan) * (small + SHEET_AIR);
    book->contents_page = canvas_page_count(book->canvas);
    double room = -2 * (20 + 13 * (small + 4) + 70);
    do {
        book_page(book, -1, "Contents");
        book->contents_pages++;
        room += 2 * (book_room(book) - 50);
    } while (room < lines * 0.97);
}

static bool is_phase(const struct listed *line)
{
    return line->phase >= 0 && line->level == 0;
}

static struct style title_style(const struct book *book, const struct listed *line)
{
    if (line->level > 0)
        return line->level == 1 ? book->body : book->small;
    return is_phase(line) ? book_colored(book->strong, look_accent(book->look, line->phase))
                          : book->strong;
}

static double column_width(const struct book *book)
{
    return (book_width(book) - GAP) / 2;
}

/* Where the pieces of a line stand: a phase's dates below its title, any other note beside. */
struct line_form {
    struct style style;
    /* widths */
    double indent, note, title;
    bool below;
};

static struct line_form form_of(struct book *book, const struct listed *line)
{
    struct line_form form = {.style = title_style(book, line)};
    double width = column_width(book) - NUMBER;

    form.indent = line->level > 1 ? SHEET_INDENT : 0;
    form.below = is_phase(line) && line->note;
    if (line->note && !form.below)
        form.note =
            fmin(typeset_width(book->typeset, &book->small_quiet, line->note) + 8, width * 0.5);
    form.title = width - form.note - form.indent;
    return form;
}

static double line_air(const struct listed *line)
{
    static const double airs[] = {HEAD_AIR, AIR, SHEET_AIR};

    return airs[line->level];
}

/* The lines are laid out several times until the columns balance; each title is measured once. */
static double line_height(struct book *book, struct listed *line, double air)
{
    struct line_form form = form_of(book, line);

    if (line->words_height <= 0)
        line->words_height = book_words_height(book, &form.style, line->title, form.title);
    double height = line->words_height;
    if (form.below)
        height += style_leading(&book->small_quiet);
    return height + line_air(line) + (line->level > 1 ? air / 2 : air);
}

static void draw_line(struct book *book, const struct listed *line, double x, double y,
                      double height)
{
    struct line_form form = form_of(book, line);
    struct style quiet = book->small_quiet;
    double width = column_width(book), dots = x + form.indent + form.title;
    double top = y + (line->level == 0 ? HEAD_AIR - 2 : line_air(line) / 2);
    struct paragraph *title = paragraph_of(book->typeset, &form.style, line->title, form.title);
    size_t lines = paragraph_lines(title);
    double below = top + paragraph_draw(title, x + form.indent, top, ALIGN_LEFT, 0, lines);
    double baseline = book_baseline(book, &form.style, top);

    if (form.below)
        (void)book_words(book, &quiet, line->note, x, below, width);
    else if (line->note)
        typeset_fitted(book->typeset, &quiet, x + width - NUMBER, baseline, ALIGN_RIGHT, form.note,
                       line->note);
    /* Dots lead from a title of one line; where there are more, the eye needs none. */
    double from = x + form.indent + paragraph_width(title) + 6;
    if (lines == 1 && !is_phase(line) && dots > from + 8)
        canvas_dotted_line(book->canvas, from, dots, baseline, 0.6, 2.2, book->look->grey);
    typeset_line(book->typeset, &form.style, x + width, baseline, ALIGN_RIGHT,
                 pool_print(book->pool, "%d", line->page + 1));
    canvas_link(book->canvas, x, y, width, height,
                pool_print(book->pool, "contents-line-%d", (int)(line - book->lines) + 1));
}

/* The lines end where their links can reach: names the top of each line's page. */
static void name_pages(struct book *book)
{
    for (size_t i = 0; i < book->line_count; i++) {
        if (!book->lines[i].listed)
            continue;
        canvas_select(book->canvas, book->lines[i].page);
        canvas_target(book->canvas, pool_print(book->pool, "contents-line-%d", (int)i + 1), 0);
    }
}

static void open_page(struct contents_column *column, bool draw)
{
    struct book *book = column->book;

    book_return(book, column->page);
    if (draw)
        book_head(book, "The whole book", "Contents", NULL, NULL);
    else /* the same height, without a mark */
        book->y += style_leading(&book->label) + 1 + style_leading(&book->title) + 14;
    column->top = book->y;
}

static void next_column(struct contents_column *column, bool draw)
{
    if (column->side == 0) {
        column->side = 1;
    } else if (column->page < column->last_page) {
        column->page++;
        column->side = 0;
        open_page(column, draw);
    }
    column->book->y = column->top;
}

/* A line keeps with the lines below it where it heads them. */
static double kept_height(struct book *book, size_t i, double air)
{
    struct listed *lines = book->lines;
    double height = line_height(book, &lines[i], air);

    for (size_t k = i + 1; k < book->line_count && lines[i].level == 0 && k <= i + 3; k++) {
        if (lines[k].listed && lines[k].level == 0)
            break;
        if (lines[k].listed)
            height += line_height(book, &lines[k], air);
    }
    return height;
}

static double all_lines(struct book *book, double air)
{
    double height = 0;

    for (size_t i = 0; i < book->line_count; i++)
        if (book->lines[i].listed)
            height += line_height(book, &book->lines[i], air);
    return height;
}

/* Where the first of two columns ends so that both are about as long. */
static double balanced(struct book *book, double all, double air)
{
    double height = 0, best = all;

    for (size_t i = 0; i < book->line_count; i++) {
        struct listed *line = &book->lines[i];
        if (!line->listed)
            continue;
        if (line->level == 0 && fmax(height, all - height) < best)
            best = fmax(height, all - height);
        height += line_height(book, line, air);
    }
    return best;
}

/* A cell of the finder, a link where its page is. */
static void finder_cell(struct book *book, double x, double y, double width, const char *text,
                        const char *target, struct color color)
{
    struct style style = book_colored(book->small, color);
    double row = style_leading(&style) + 4;

    if (canvas_target_page(book->canvas, target) < 0)
        return;
    typeset_line(book->typeset, &style, x + width / 2, book_baseline(book, &style, y + 2),
                 ALIGN_CENTER, text);
    canvas_link(book->canvas, x, y, width, row, target);
}

static struct color phase_color(const struct book *book, int phase)
{
    return phase < 0 ? book->look->ink : look_accent(book->look, phase);
}

static void find_months(struct book *book, double x, double *y, double width)
{
    double row = style_leading(&book->small) + 4, cell = (width - 44) / 12;

    *y = book_label(book, x, *y, "Find a month");
    for (int year = first_year(book->schedule); year <= last_year(book->schedule); year++) {
        typeset_line(book->typeset, &book->small_quiet, x,
                     book_baseline(book, &book->small_quiet, *y + 2), ALIGN_LEFT,
                     pool_print(book->pool, "%d", year));
        for (int month = 1; month <= 12; month++) {
            const struct week *week = month_first_week(book->schedule, (struct month){year, month});
            if (week)
                finder_cell(
                    book, x + 44 + (month - 1) * cell, *y, cell, month_short_name(month),
                    month_target(book->pool, month_pages.target, (struct month){year, month}),
                    phase_color(book, week->phase));
        }
        *y += row;
    }
}

static void find_weeks(struct book *book, double x, double *y, double width)
{
    double row = style_leading(&book->small) + 4, cell = width / FINDER_WEEKS;

    *y = book_label(book, x, *y, "Find a week");
    for (size_t i = 0; i < book->schedule->week_count; i++) {
        const struct week *week = &book->schedule->weeks[i];
        finder_cell(book, x + (double)(i % FINDER_WEEKS) * cell, *y, cell,
                    pool_print(book->pool, "%d", week->number),
                    week_target(book->pool, week_pages.target, week),
                    phase_color(book, week->phase));
        if (i % FINDER_WEEKS == FINDER_WEEKS - 1 || i + 1 == book->schedule->week_count)
            *y += row;
    }
}

/* Months and weeks as a table of links at the foot of the last page. */
static void finder(struct book *book, double height)
{
    double y = book->bottom - height, x = book->left + PADDING;
    double width = book_width(book) - 2 * PADDING;

    book->tint = book->look->paper;
    book_panel(book, book->left, y, book_width(book), height);
    y += PADDING;
    find_months(book, x, &y, width);
    y += 10;
    if (book->schedule->week_count <= FINDER_MOST)
        find_weeks(book, x, &y, width);
}

/* Lays the lines into the columns, drawing them where DRAW; false where they do not fit. LIMIT is
 * the height of the last page's columns; *LOWEST becomes the end of the longer one. */
static bool lay(struct book *book, int first, double air, double limit, bool draw, double *lowest)
{
    struct contents_column column = {book, first, first + book->contents_pages - 1, 0, 0};

    open_page(&column, draw);
    canvas_open(book->canvas, ROLE_LIST);
    for (size_t i = 0; i < book->line_count; i++) {
        struct listed *line = &book->lines[i];
        if (!line->listed)
            continue;
        double bottom = column.page < column.last_page ? book->bottom : column.top + limit;
        if (book->y + kept_height(book, i, air) > bottom + 0.5) {
            if (column.side == 1 && column.page == column.last_page) {
                canvas_close(book->canvas);
                return false;
            }
            next_column(&column, draw);
        }
        double height = line_height(book, line, air);
        if (draw)
            canvas_open(book->canvas, ROLE_ENTRY);
        if (draw)
            draw_line(book, line, book->left + column.side * (column_width(book) + GAP), book->y,
                      height);
        if (draw)
            canvas_close(book->canvas);
        book->y += height;
        *lowest = column.side == 1 ? fmax(*lowest, book->y) : book->y;
    }
    canvas_close(book->canvas);
    while (draw && column.page < column.last_page) {
        next_column(&column, draw);
        *lowest = column.top;
    }
    return true;
}

static void fill_pages(struct book *book)
{
    int last_page = canvas_page_count(book->canvas) - 1, first = book->contents_page;
    struct contents_column probe = {book, first, first, 0, 0};

    name_pages(book);
    open_page(&probe, false);
    double finder_room = finder_height(book, years_of(book->schedule), book->schedule->week_count);
    double most = book->bottom - probe.top - finder_room - 20;
    /* Air where there is room, less where there is none; both columns about as long. */
    double air = book->contents_pages > 1 ? 13 : 8, limit = most, lowest = 0;
    bool fits = false;
    while (!fits && air > -AIR) {
        air -= 0.4;
        limit = most * 0.3;
        if (book->contents_pages == 1)
            limit = fmin(most, balanced(book, all_lines(book, air), air));
        for (; !fits && limit <= most + 0.01; limit += 8)
            fits = lay(book, first, air, limit, false, &lowest);
    }
    /* Without the finder, where even the tightest lines leave it no room. */
    (void)lay(book, first, air, fits ? limit - 8 : most + finder_room + 20, true, &lowest);
    if (fits) {
        book->bottom -= finder_room + 20;
        book->y = lowest + 16;
        if (book_room(book) > 5 * book->look->rule_distance)
            book_rest(book, "Pages I come back to");
        book->bottom += finder_room + 20;
        finder(book, finder_room);
    }
    canvas_select(book->canvas, last_page);
}

const struct page_kind contents_pages = {
    .scope = SCOPE_BOOK,
    .title = "Contents",
    .target = CONTENTS_TARGET,
    .unlisted = true,
    .draw.book = reserve,
    .finish = fill_pages,
};
