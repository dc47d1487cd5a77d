/* opener_rows: sets the rows of a phase's first page. */
#include "pdf/pages/opener_rows.h"

#include <math.h>

#include "pdf/pages/pages.h"
#include "pdf/parts/date_text.h"
#include "pdf/parts/item_titles.h"
#include "pdf/parts/targets.h"

#define ROW_AIR 4.0
#define WHEN    66.0 /* room for a span and its dates */

static void add(struct opener_rows *rows, struct opener_row row)
{
    rows->rows =
        pool_extend(rows->pool, rows->rows, rows->count, &rows->capacity, sizeof *rows->rows);
    rows->rows[rows->count++] = row;
}

void opener_rows_append(struct opener_rows *rows, const struct opener_rows *more)
{
    if (rows->count > 0 && more->count > 0)
        add(rows, (struct opener_row){.kind = ROW_SPACE});
    for (size_t i = 0; i < more->count; i++)
        add(rows, more->rows[i]);
}

void opener_rows_add_kind(struct book *book, struct opener_rows *rows, const char *heading,
                          enum item_kind kind, enum opener_row_kind as)
{
    size_t before = rows->count;

    for (size_t i = 0; i < book->plan->item_count; i++) {
        const struct item *item = &book->plan->items[i];
        if (item->kind != kind || item->section->phase != book->phase || item->depth > 0 ||
            item->dropped)
            continue;
        if (rows->count == before) {
            if (before > 0)
                add(rows, (struct opener_row){.kind = ROW_SPACE});
            add(rows, (struct opener_row){.kind = ROW_HEADING, .text = heading});
        }
        add(rows, (struct opener_row){.kind = as, .item = item});
    }
}

/* The phase's hours by category, an average week's. */
void opener_rows_add_hours(struct book *book, struct opener_rows *rows)
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
        add(rows, (struct opener_row){.kind = ROW_SPACE});
    add(rows, (struct opener_row){.kind = ROW_HEADING, .text = "Where a week’s hours go"});
    for (size_t i = 0; i < schedule->category_count; i++)
        if (minutes[i] > 0)
            add(rows, (struct opener_row){.kind = ROW_HOURS,
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

static double row_height(struct book *book, const struct opener_row *row, double width)
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

    book_item_box(book, x, y + (style_leading(&book->strong) - book->look->box_size) / 2, item);
    double below =
        book_words(book, &book->strong, item_words(book->pool, item), x + box, y, column);
    if (item->detail.length > 0)
        (void)book_prose(book, &book->small_quiet, &item->detail, x + box, below, column);
    draw_when(book, item, x + width, y, true);
}

static void draw_hours(struct book *book, const struct opener_row *row, double x, double y,
                       double width)
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

static void draw_row(struct book *book, const struct opener_row *row, double x, double y,
                     double width)
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
        book_item_box(book, x,
                      y + ROW_AIR + (style_leading(&book->body) - book->look->box_size) / 2,
                      row->item);
        (void)book_prose(book, &book->body, goal_words(row->item), x + box, y + ROW_AIR,
                         width - box);
        break;
    case ROW_TOPIC:
        canvas_target(book->canvas, row->item->id, y);
        draw_topic(book, row->item, x, y + ROW_AIR, width);
        if (week)
            canvas_link(book->canvas, x, y, width, height,
                        week_target(book->pool, week_pages.target, week));
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

double opener_rows_height(struct book *book, const struct opener_rows *rows, double width)
{
    double height = 0;

    for (size_t i = 0; i < rows->count; i++)
        height += row_height(book, &rows->rows[i], width);
    return height;
}

double opener_rows_draw(struct book *book, const struct opener_rows *rows, double x, double y,
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

void opener_rows_flow(struct columns *columns, const struct opener_rows *rows)
{
    double width = columns_width(columns);

    canvas_open(columns->book->canvas, ROLE_LIST);
    for (size_t i = 0; i < rows->count; i++) {
        const struct opener_row *row = &rows->rows[i];
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
