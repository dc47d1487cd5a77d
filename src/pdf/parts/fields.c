/* fields: what of a page is left to a hand or a screen: boxes to tick, lines and rules to write on.
 */
#include <math.h>

#include "pdf/parts/book.h"
#include "pdf/parts/item_titles.h"
#include "schedule/lived/progress.h"

void book_blank(struct book *book, double left, double right, double y, const char *tip)
{
    double height = fmin(book->look->rule_distance * 0.8, 16);

    canvas_field(book->canvas, FIELD_LINE, left, y - height, right - left, height, book->field,
                 tip);
}

void book_blank_cell(struct book *book, double left, double right, double y, const char *tip)
{
    canvas_open(book->canvas, ROLE_CELL);
    if (right > left)
        book_blank(book, left, right, y, tip);
    canvas_close(book->canvas);
}

double book_rules(struct book *book, double x, double y, double width, double bottom, int count)
{
    double top = y;

    for (int i = 0; (count == 0 || i < count) && y + book->look->rule_distance <= bottom + 0.01;
         i++) {
        y += book->look->rule_distance;
        book_hairline(book, x, x + width, y);
    }
    if (y > top)
        canvas_field(book->canvas, FIELD_AREA, x, top, width, y - top, book->field, NULL);
    return y;
}

static void draw_box(struct book *book, double x, double y, bool ticked, const char *tip)
{
    double size = book->look->box_size;

    canvas_stroke_rect(book->canvas, x + 0.4, y + 0.4, size - 0.8, size - 0.8, 1.4, 0.8,
                       book->look->ink);
    canvas_field(book->canvas, ticked ? FIELD_TICKED : FIELD_TICK, x, y, size, size, book->field,
                 tip);
    if (!ticked || canvas_is_fillable(book->canvas)) /* a field's own tick can be taken back */
        return;
    canvas_line(book->canvas, x + size * 0.22, y + size * 0.52, x + size * 0.42, y + size * 0.74,
                1.2, book->look->ink);
    canvas_line(book->canvas, x + size * 0.42, y + size * 0.74, x + size * 0.8, y + size * 0.26,
                1.2, book->look->ink);
}

void book_box(struct book *book, double x, double y)
{
    draw_box(book, x, y, false, NULL);
}

void book_line_box(struct book *book, double x, double y, bool ticked, const struct item *item)
{
    draw_box(book, x, y, ticked, item ? item_words(book->pool, item) : NULL);
}

void book_item_box(struct book *book, double x, double y, const struct item *item)
{
    bool done = item && item_is_done(book->schedule->rhythm.progress, book->plan, item);

    book_line_box(book, x, y, done, item);
}
