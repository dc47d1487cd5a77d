/* columns: columns that fill one after the other and go on to a next page. */
#include <math.h>

#include "pdf/parts/columns.h"

struct columns columns_start(struct book *book, int count, double gap, const char *title)
{
    (void)book_need(book, 4 * style_leading(&book->body), title);
    return (struct columns){.book = book,
                            .title = title,
                            .count = count,
                            .gap = gap,
                            .top = book->y,
                            .lowest = book->y};
}

double columns_width(const struct columns *columns)
{
    return (book_width(columns->book) - (columns->count - 1) * columns->gap) / columns->count;
}

double columns_x(const struct columns *columns)
{
    return columns->book->left + columns->column * (columns_width(columns) + columns->gap);
}

double columns_room(const struct columns *columns)
{
    return book_room(columns->book);
}

void columns_next(struct columns *columns)
{
    struct book *book = columns->book;

    columns->lowest = fmax(columns->lowest, book->y);
    if (++columns->column < columns->count) {
        book->y = columns->top;
        return;
    }
    columns->column = 0;
    (void)book_need(book, INFINITY, columns->title);
    columns->top = columns->lowest = book->y;
}

bool columns_need(struct columns *columns, double height)
{
    /* A column that is empty holds what it can: a next one would hold no more. */
    if (columns_room(columns) >= height || columns->book->y <= columns->top)
        return false;
    columns_next(columns);
    return true;
}

void columns_prose(struct columns *columns, const struct style *style, const struct prose *prose,
                   double indent)
{
    struct paragraph *paragraph =
        paragraph_new(columns->book->typeset, style, prose, columns_width(columns) - indent);
    double leading = style_leading(style);
    size_t lines = paragraph_lines(paragraph), done = 0;

    while (done < lines) {
        size_t left = lines - done, fit = (size_t)fmax(0, columns_room(columns) / leading + 0.001);
        if (fit < left && fit + 1 == left && fit > 2)
            fit--; /* two lines go over, not one */
        if (fit < left && (fit < 2 || left < 4) && columns->book->y > columns->top) {
            columns_next(columns);
            continue;
        }
        if (fit == 0)
            fit = 1;
        if (fit > left)
            fit = left;
        columns->book->y += paragraph_draw(paragraph, columns_x(columns) + indent, columns->book->y,
                                           ALIGN_LEFT, done, fit);
        done += fit;
        if (done < lines)
            columns_next(columns);
    }
}

void columns_end(struct columns *columns)
{
    columns->book->y = fmax(columns->lowest, columns->book->y);
}
