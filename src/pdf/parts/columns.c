/* columns: columns that fill one after the other and go on to a next page. */
#include <math.h>
#include <string.h>

#include "pdf/parts/columns.h"

struct flow flow_start(struct book *book, int columns, double gap, const char *title)
{
    (void)book_need(book, 4 * style_leading(&book->body), title);
    return (struct flow){.book = book,
                         .title = title,
                         .columns = columns,
                         .gap = gap,
                         .top = book->y,
                         .lowest = book->y};
}

double flow_width(const struct flow *flow)
{
    return (book_width(flow->book) - (flow->columns - 1) * flow->gap) / flow->columns;
}

double flow_x(const struct flow *flow)
{
    return flow->book->left + flow->column * (flow_width(flow) + flow->gap);
}

double flow_room(const struct flow *flow)
{
    return book_room(flow->book);
}

void flow_next(struct flow *flow)
{
    struct book *book = flow->book;

    flow->lowest = fmax(flow->lowest, book->y);
    if (++flow->column < flow->columns) {
        book->y = flow->top;
        return;
    }
    flow->column = 0;
    (void)book_need(book, INFINITY, flow->title);
    flow->top = flow->lowest = book->y;
}

bool flow_need(struct flow *flow, double height)
{
    /* A column that is empty holds what it can: a next one would hold no more. */
    if (flow_room(flow) >= height || flow->book->y <= flow->top)
        return false;
    flow_next(flow);
    return true;
}

void flow_prose(struct flow *flow, const struct style *style, const struct prose *prose,
                double indent)
{
    struct paragraph *paragraph =
        paragraph_new(flow->book->typeset, style, prose, flow_width(flow) - indent);
    double leading = style_leading(style);
    size_t lines = paragraph_lines(paragraph), done = 0;

    while (done < lines) {
        size_t left = lines - done, fit = (size_t)fmax(0, flow_room(flow) / leading + 0.001);
        if (fit < left && fit + 1 == left && fit > 2)
            fit--; /* two lines go over, not one */
        if (fit < left && (fit < 2 || left < 4) && flow->book->y > flow->top) {
            flow_next(flow);
            continue;
        }
        if (fit == 0)
            fit = 1;
        if (fit > left)
            fit = left;
        flow->book->y +=
            paragraph_draw(paragraph, flow_x(flow) + indent, flow->book->y, ALIGN_LEFT, done, fit);
        done += fit;
        if (done < lines)
            flow_next(flow);
    }
}

void flow_words(struct flow *flow, const struct style *style, const char *text, double indent)
{
    struct prose prose = {.text = text, .length = strlen(text)};

    flow_prose(flow, style, &prose, indent);
}

void flow_end(struct flow *flow)
{
    flow->book->y = fmax(flow->lowest, flow->book->y);
}
