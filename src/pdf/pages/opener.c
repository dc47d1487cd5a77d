/* opener: a phase's first page: what it is for, what is in it, where its hours go, its months. */
#include <math.h>

#include "pdf/pages/pages.h"
#include "pdf/parts/agenda.h"
#include "pdf/parts/columns.h"
#include "pdf/parts/targets.h"

#define GAP     28.0
#define BAND    0.3 /* of the page's height, at least */
#define ROW_AIR 4.0
#define WHEN    66.0 /* room for a span and its dates */

enum row_kind { ROW_HEADING, ROW_GOAL, ROW_TOPIC, ROW_WORK, ROW_HOURS, ROW_SPACE };

/* One row of a column; drawn at any width. */
struct row {
    enum row_kind kind;
    const char *text;
    const struct item *item;
    /* ROW_HOURS: of a week */
    int minutes, whole;
};

struct rows {
    struct pool *pool;
    struct row *rows;
    size_t count, capacity;
};

static void add(struct rows *rows, struct row row)
{
    rows->rows =
        pool_extend(rows->pool, rows->rows, rows->count, &rows->capacity, sizeof *rows->rows);
    rows->rows[rows->count++] = row;
}

static void append(struct rows *rows, const struct rows *more)
{
    if (rows->count > 0 && more->count > 0)
        add(rows, (struct row){.kind = ROW_SPACE});
    for (size_t i = 0; i < more->count; i++)
        add(rows, more->rows[i]);
}

static void add_kind(struct book *book, struct rows *rows, const char *heading, enum item_kind kind,
                     enum row_kind as)
{
    size_t before = rows->count;

    for (size_t i = 0; i < book->plan->item_count; i++) {
        const struct item *item = &book->plan->items[i];
        if (item->kind != kind || item->section->phase != book->phase || item->depth > 0 ||
            item->dropped)
            continue;
        if (rows->count == before) {
            if (before > 0)
                add(rows, (struct row){.kind = ROW_SPACE});
            add(rows, (struct row){.kind = ROW_HEADING, .text = heading});
        }
        add(rows, (struct row){.kind = as, .item = item});
    }
}

/* The phase's hours by category, an average week's. */
static void add_hours(struct book *book, struct rows *rows)
{
    const struct schedule *schedule = book->schedule;
    int *minutes = pool_alloc(book->pool, (schedule->category_count + 1) * sizeof *minutes);
    int weeks = 0, all = 0;

    for (size_t i = 0; i < schedule->week_count; i++) {
        const struct week *week = &schedule->weeks[i];
        if (week->phase != book->phase || week->session_count == 0)
            continue;
        weeks++;
        all += week->minutes;
        for (size_t k = 0; k < week->session_count; k++) {
            const struct session *session = &schedule->sessions[week->first_session + k];
            minutes[session->category] += session->minutes;
        }
    }
    if (all == 0)
        return;
    if (rows->count > 0)
        add(rows, (struct row){.kind = ROW_SPACE});
    add(rows, (struct row){.kind = ROW_HEADING, .text = "Where a week’s hours go"});
    for (size_t i = 0; i < schedule->category_count; i++)
        if (minutes[i] > 0)
            add(rows, (struct row){.kind = ROW_HOURS,
                                   .text = schedule->categories[i].name,
                                   .minutes = (minutes[i] + weeks / 2) / weeks,
                                   .whole = (all + weeks / 2) / weeks});
}

static const struct prose *goal_words(const struct item *item)
{
    return item->line.length > 0 ? &item->line : &item->title;
}

/* Room for a category's name beside its bar. */
static double hours_name(double width)
{
    return width * 0.46 - 8;
}

static double row_height(struct book *book, const struct row *row, double width)
{
    double box = book->look->box_size + 9, height;

    switch (row->kind) {
    case ROW_HEADING:
        return style_leading(&book->heading) + 7;
    case ROW_SPACE:
        return 14;
    case ROW_GOAL:
        return book_prose_height(book, &book->body, goal_words(row->item), width - box) +
               2 * ROW_AIR;
    case ROW_TOPIC:
        height = book_words_height(book, &book->strong, item_words(book->pool, row->item),
                                   width - WHEN - box);
        if (row->item->detail.length > 0)
            height +=
                book_prose_height(book, &book->small_quiet, &row->item->detail, width - WHEN - box);
        return fmax(height, 2 * style_leading(&book->small)) + 2 * ROW_AIR;
    case ROW_WORK:
        return book_words_height(book, &book->body, item_words(book->pool, row->item),
                                 width - WHEN - 8) +
               2 * ROW_AIR;
    case ROW_HOURS:
        return book_words_height(book, &book->body, row->text, hours_name(width)) + 6;
    }
    return 0;
}

/* When an item is worked at: the plan's words above the calendar's, or these alone. */
static void draw_when(struct book *book, const struct item *item, double right, double y,
                      bool span_too)
{
    const struct dates *dates = item_dates(book->schedule, item);
    const char *span = span_print(book->pool, &item->span);
    struct style small = book->small;

    if (span_too && span[0] != '\0') {
        typeset_fitted(book->typeset, &small, right, book_baseline(book, &small, y), ALIGN_RIGHT,
                       WHEN, span);
        y += style_leading(&small);
    }
    typeset_fitted(book->typeset, &book->small_quiet, right,
                   book_baseline(book, &book->small_quiet, y), ALIGN_RIGHT, WHEN,
                   book_day_range(book, dates->first, dates->last));
}

static void draw_topic(struct book *book, const struct item *item, double x, double y, double width)
{
    double box = book->look->box_size + 9, column = width - WHEN - box;

    book_box(book, x, y + (style_leading(&book->strong) - book->look->box_size) / 2);
    double below =
        book_words(book, &book->strong, item_words(book->pool, item), x + box, y, column);
    if (item->detail.length > 0)
        (void)book_prose(book, &book->small_quiet, &item->detail, x + box, below, column);
    draw_when(book, item, x + width, y, true);
}

static void draw_hours(struct book *book, const struct row *row, double x, double y, double width)
{
    char text[DURATION_TEXT];
    double baseline = book_baseline(book, &book->body, y), name = hours_name(width) + 8;
    double bar = width - name - 46, middle = y + style_leading(&book->body) / 2;

    (void)book_words(book, &book->body, row->text, x, y, name - 8);
    if (book->look->filled)
        canvas_fill_rect(book->canvas, x + name, middle - 4.5, bar, 9, book->tint);
    else
        canvas_stroke_rect(book->canvas, x + name, middle - 4.5, bar, 9, 0, 0.5, book->look->pale);
    canvas_fill_rect(book->canvas, x + name, middle - 4.5, bar * row->minutes / row->whole, 9,
                     book->accent);
    typeset_line(book->typeset, &book->body, x + width, baseline, ALIGN_RIGHT,
                 duration_print(row->minutes, text));
}

static void draw_row(struct book *book, const struct row *row, double x, double y, double width)
{
    double height = row_height(book, row, width), box = book->look->box_size + 9;
    const struct week *week = NULL;

    if (row->item) {
        const struct dates *dates = item_dates(book->schedule, row->item);
        if (dates->first_week >= 0)
            week = &book->schedule->weeks[dates->first_week];
    }
    if (row->kind != ROW_HEADING)
        canvas_open(book->canvas, ROLE_ENTRY);
    switch (row->kind) {
    case ROW_HEADING:
        (void)book_words(book, &book->heading, row->text, x, y, width);
        canvas_line(book->canvas, x, y + height - 3, x + width, y + height - 3, 0.9,
                    book->look->ink);
        return;
    case ROW_SPACE:
        canvas_close(book->canvas);
        return;
    case ROW_HOURS:
        draw_hours(book, row, x, y + 3, width);
        canvas_close(book->canvas);
        return;
    case ROW_GOAL:
        canvas_target(book->canvas, row->item->id, y);
        book_box(book, x, y + ROW_AIR + (style_leading(&book->body) - book->look->box_size) / 2);
        (void)book_prose(book, &book->body, goal_words(row->item), x + box, y + ROW_AIR,
                         width - box);
        break;
    case ROW_TOPIC:
        canvas_target(book->canvas, row->item->id, y);
        draw_topic(book, row->item, x, y + ROW_AIR, width);
        if (week)
            canvas_link(book->canvas, x, y, width, height, week_target(book, week));
        break;
    case ROW_WORK:
        (void)book_words(book, &book->body, item_words(book->pool, row->item), x, y + ROW_AIR,
                         width - WHEN - 8);
        draw_when(book, row->item, x + width, y + ROW_AIR + 1, false);
        canvas_link(book->canvas, x, y, width, height, row->item->id);
        break;
    }
    canvas_close(book->canvas);
    book_hairline(book, x, x + width, y + height);
}

static double rows_height(struct book *book, const struct rows *rows, double width)
{
    double height = 0;

    for (size_t i = 0; i < rows->count; i++)
        height += row_height(book, &rows->rows[i], width);
    return height;
}

static double draw_rows(struct book *book, const struct rows *rows, double x, double y,
                        double width)
{
    canvas_open(book->canvas, ROLE_LIST);
    for (size_t i = 0; i < rows->count; i++) {
        draw_row(book, &rows->rows[i], x, y, width);
        y += row_height(book, &rows->rows[i], width);
    }
    canvas_close(book->canvas);
    return y;
}

static void add_rows(struct columns *columns, const struct rows *rows)
{
    double width = columns_width(columns);

    canvas_open(columns->book->canvas, ROLE_LIST);
    for (size_t i = 0; i < rows->count; i++) {
        const struct row *row = &rows->rows[i];
        double height = row_height(columns->book, row, width);
        double need = height;
        /* A heading, and the space above it, stay with the first row below. */
        for (size_t k = i; k + 1 < rows->count &&
                           (rows->rows[k].kind == ROW_HEADING || rows->rows[k].kind == ROW_SPACE);
             k++)
            need += row_height(columns->book, &rows->rows[k + 1], width);
        if (columns_need(columns, need) && row->kind == ROW_SPACE)
            continue;
        if (height > columns_room(columns) &&
            columns->book->y > columns->book->top + columns->book->bottom * 0.2)
            columns_next(columns); /* below a high band: a next page's column is longer */
        draw_row(columns->book, row, columns_x(columns), columns->book->y, width);
        columns->book->y += height;
    }
    canvas_close(columns->book->canvas);
}

/* Two columns beside each other where they fit on this page or the next, else one after the other
 * over as many pages as it takes. */
static void two_columns(struct book *book, const struct rows *left, const struct rows *right)
{
    double width = (book_width(book) - GAP) / 2;
    double height = fmax(rows_height(book, left, width), rows_height(book, right, width));
    const char *title = book->plan->phases[book->phase].title.text;

    if (height == 0)
        return;
    if (height > book_room(book) && height < book->bottom - book->top - 40 &&
        book->y > book->bottom - book_room(book) / 2)
        (void)book_need(book, height, title);
    if (height <= book_room(book)) {
        double y = book->y;
        book->y = fmax(draw_rows(book, left, book->left, y, width),
                       draw_rows(book, right, book->left + width + GAP, y, width));
    } else {
        struct columns columns = columns_start(book, 2, GAP, title);
        add_rows(&columns, left);
        add_rows(&columns, right);
        columns_end(&columns);
    }
    book->y += 16;
}

static int month_minutes(const struct book *book, struct month month)
{
    int minutes = 0;

    for (size_t i = 0; i < book->schedule->week_count; i++) {
        const struct week *week = &book->schedule->weeks[i];
        struct month its = week_month(week);
        if (week->phase == book->phase && its.year == month.year && its.month == month.month)
            minutes += week->minutes;
    }
    return minutes;
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
    double cell = fmin((book_width(book) + 5) / in_row, 86), height = 34;
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
        book_panel(book, x, book->y, cell - 5, height);
        canvas_open(book->canvas, ROLE_PARAGRAPH);
        typeset_fitted(
            book->typeset, &book->strong, x + 6, book_baseline(book, &book->strong, book->y + 4),
            ALIGN_LEFT, cell - 14,
            pool_print(book->pool, "%s %02d", month_short_name(month.month), month.year % 100));
        typeset_fitted(book->typeset, &book->small_quiet, x + 6,
                       book_baseline(book, &book->small_quiet, book->y + 17), ALIGN_LEFT, cell - 14,
                       pool_print(book->pool, "%d h", (month_minutes(book, month) + 30) / 60));
        canvas_close(book->canvas);
        canvas_link(book->canvas, x, book->y, cell - 5, height, month_target(book, "month", month));
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
    canvas_link(book->canvas, book->left, y, width, style_leading(&lead), "glance");
    book->y = height + 24;
}

static void add_pages(struct book *book, int phase)
{
    if (phase < 0)
        return;
    book_page(book, phase, pool_print(book->pool, "Phase %d", book->plan->phases[phase].number));
    canvas_target(book->canvas, book->plan->phases[phase].section->id, 0);
    band(book);
    struct rows goals = {.pool = book->pool}, topics = {.pool = book->pool};
    struct rows tasks = {.pool = book->pool}, projects = {.pool = book->pool};
    add_kind(book, &goals, "Goals", ITEM_GOAL, ROW_GOAL);
    add_hours(book, &goals);
    add_kind(book, &topics, "Topics", ITEM_TOPIC, ROW_TOPIC);
    add_kind(book, &tasks, "Tasks", ITEM_TASK, ROW_WORK);
    add_kind(book, &projects, "Projects", ITEM_PROJECT, ROW_WORK);
    /* What has no neighbour stands below the shorter column, not beside a void. */
    if (tasks.count == 0 || projects.count == 0) {
        double width = (book_width(book) - GAP) / 2;
        bool left = rows_height(book, &goals, width) < rows_height(book, &topics, width);
        const struct rows *alone = tasks.count == 0 ? &projects : &tasks;
        append(left ? &goals : &topics, alone);
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
    .target = "phase",
    .draw.phase = add_pages,
    .enter = enter,
};
