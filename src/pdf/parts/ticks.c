/* ticks: sets tables of things to tick off. */
#include "pdf/parts/ticks.h"

#include <math.h>
#include <string.h>

#include "pdf/parts/grid.h"

#define HIGH_ROW 10 /* grid units of a row where there is room */
#define LOW_ROW  5

/* The columns of the page in use, and rows measured for them. */
struct table {
    struct book *book;
    const struct ticks *ticks;
    /* left edges; WIDTH: of the words */
    double words, width, date, proof;
    /* least height of a row */
    double row;
    /* top of the columns' lines on this page */
    double head;
};

static void set_columns(struct table *table)
{
    struct book *book = table->book;
    double whole = book_width(book);

    table->words = book->left + book->look->box_size + 10;
    table->proof = book->right - whole * 0.30;
    table->date = table->proof - fmax(whole * 0.13, 48);
    table->width = table->date - table->words - 10;
}

static double indent(const struct tick *tick)
{
    return tick->depth * 12.0;
}

static struct paragraph *tick_words(const struct table *table, const struct tick *tick)
{
    struct book *book = table->book;

    if (!tick->item)
        return paragraph_of(book->typeset, &book->strong, tick->heading, book_width(book) * 0.72);
    return paragraph_new(book->typeset, &book->body, &tick->item->line,
                         table->width - indent(tick));
}

static double height_of(const struct table *table, const struct tick *tick)
{
    double words = grid_words_height(table->book, tick_words(table, tick));

    if (!tick->item)
        return grid_up(table->book, words + grid_unit(table->book) * 2);
    return grid_up(table->book, fmax(words + grid_unit(table->book) * 1.5, table->row));
}

static double all_height(const struct table *table)
{
    double height = grid_unit(table->book) * 4;

    for (size_t i = 0; i < table->ticks->count; i++)
        height += height_of(table, &table->ticks->ticks[i]);
    return height;
}

static void draw_head(struct table *table)
{
    struct book *book = table->book;

    canvas_open(book->canvas, ROLE_HEAD_ROW);
    grid_head_label(book, table->words, book->y, ALIGN_LEFT, table->ticks->words);
    grid_head_label(book, table->date + 4, book->y, ALIGN_LEFT, table->ticks->date);
    /* What stands in brackets is said where there is room for it. */
    const char *proof = table->ticks->proof, *brackets = strstr(proof, " (");
    if (brackets &&
        table->proof + 4 + typeset_width(book->typeset, &book->label, proof) > book->right)
        proof = pool_copy(book->pool, proof, (size_t)(brackets - proof));
    grid_head_label(book, table->proof + 4, book->y, ALIGN_LEFT, proof);
    canvas_close(book->canvas);
    book->y = table->head = grid_table_head(book, book->y);
}

/* The lines between the columns, from the head to where the rows end on this page. */
static void draw_sides(const struct table *table)
{
    struct book *book = table->book;
    const double at[] = {table->date, table->proof};

    for (int i = 0; i < 2; i++)
        canvas_line(book->canvas, at[i], table->head, at[i], book->y, 0.5, book->look->pale);
}

static void draw_heading(const struct table *table, const struct tick *tick, double height)
{
    struct book *book = table->book;
    struct paragraph *words = tick_words(table, tick);
    double taken = grid_words_height(book, words),
           y = book->y + height - taken - grid_unit(book) / 2;

    canvas_fill_rect(book->canvas, book->left, book->y, book_width(book), height, book->tint);
    canvas_open(book->canvas, ROLE_ROW);
    grid_words(book, words, book->left + 4, y);
    if (tick->note)
        grid_text(book, &book->small_quiet, book->right - 4, y, style_leading(&book->strong),
                  ALIGN_RIGHT, book_width(book) * 0.25, tick->note);
    canvas_close(book->canvas);
    if (tick->target)
        canvas_target(book->canvas, tick->target, book->y);
}

static void draw_row(const struct table *table, const struct tick *tick, double height)
{
    struct book *book = table->book;
    struct paragraph *words = tick_words(table, tick);
    double leading = style_leading(&book->body), size = book->look->box_size;
    double top = book->y + fmin((height - grid_words_height(book, words)) / 2, grid_unit(book) * 2);
    double x = book->left + indent(tick), box = top + (leading - size) / 2;
    double foot = book->y + height - 1;

    canvas_open(book->canvas, ROLE_ROW);
    canvas_open(book->canvas, ROLE_CELL);
    book->field = tick->item->id;
    book_item_box(book, x, box, tick->item);
    grid_words(book, words, table->words + indent(tick), top);
    canvas_close(book->canvas);
    book_blank_cell(book, table->date + 3, table->proof - 3, foot, table->ticks->date);
    book_blank_cell(book, table->proof + 3, book->right, foot, table->ticks->proof);
    book->field = NULL;
    canvas_close(book->canvas);
    canvas_target(book->canvas, tick->item->id, book->y);
}

void ticks_draw(struct book *book, const struct ticks *ticks, double spare)
{
    struct table table = {.book = book, .ticks = ticks};

    set_columns(&table);
    for (int units = HIGH_ROW; units >= LOW_ROW; units--) {
        table.row = units * grid_unit(book);
        if (all_height(&table) + spare <= book_room(book))
            break;
    }
    canvas_open(book->canvas, ROLE_TABLE);
    draw_head(&table);
    for (size_t i = 0; i < ticks->count; i++) {
        const struct tick *tick = &ticks->ticks[i];
        double height = height_of(&table, tick), need = height;
        if (!tick->item && i + 1 < ticks->count)
            need += height_of(&table, &ticks->ticks[i + 1]); /* no heading alone at a foot */
        if (book_room(book) < need) {
            draw_sides(&table);
            book_need(book, need, ticks->title);
            book->y = grid_snap(book, book->y);
            set_columns(&table);
            draw_head(&table);
        }
        if (tick->item) {
            draw_row(&table, tick, height);
            book->y += height;
            book_hairline(book, book->left, book->right, book->y);
            continue;
        }
        /* A heading's band interrupts the columns. */
        draw_sides(&table);
        draw_heading(&table, tick, height);
        book->y += height;
        table.head = book->y;
    }
    canvas_close(book->canvas);
    draw_sides(&table);
}
