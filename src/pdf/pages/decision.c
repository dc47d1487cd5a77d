/* decision: sets the grid of scores, and the room to weigh the options. */
#include "pdf/pages/decision.h"

/* What is left of the page, shared out to write on each option. */
static void weigh(struct book *book, const char *const *options, size_t count)
{
    double gap = 24, width = (book_width(book) - gap) / 2;
    size_t rows = (count + 1) / 2;
    double height = book_room(book) / (double)rows, top = book->y;

    if (height < 4 * book->look->rule_distance) {
        book_rest(book, "For and against");
        return;
    }
    for (size_t i = 0; i < count; i++) {
        double x = book->left + (double)(i % 2) * (width + gap);
        double y = top + (double)(i / 2) * height;
        double below = book_label(book, x, y, "For and against");
        typeset_fitted(book->typeset, &book->strong, x, book_baseline(book, &book->strong, below),
                       ALIGN_LEFT, width, options[i]);
        (void)book_rules(book, x, below + style_leading(&book->strong), width, y + height - 10, 0);
    }
    book->y = book->bottom;
}

static double row_height(const struct book *book)
{
    return book->look->rule_distance * 1.15;
}

double decision_height(const struct book *book, size_t count)
{
    return style_leading(&book->heading) + row_height(book) * ((double)count + 3) + 70;
}

/* A table of the options, each with a cell a criterion. */
static void score(struct book *book, const char *title, const char *const *options, size_t count)
{
    static const char *const criteria[] = {"Joy", "Wanted", "Tried", "Fits me", "Sum"};
    double row = row_height(book), name = book_width(book) * 0.36,
           cell = (book_width(book) - name) / 5;

    canvas_open(book->canvas, ROLE_TABLE);
    canvas_open(book->canvas, ROLE_HEAD_ROW);
    typeset_line(book->typeset, &book->label, book->left, book->y, ALIGN_LEFT, "");
    for (int i = 0; i < 5; i++)
        typeset_fitted(book->typeset, &book->label, book->left + name + (i + 0.5) * cell,
                       book_baseline(book, &book->label, book->y), ALIGN_CENTER, cell - 4,
                       criteria[i]);
    canvas_close(book->canvas);
    book->y += style_leading(&book->label) + 3;
    canvas_line(book->canvas, book->left, book->y, book->right, book->y, 0.9, book->look->ink);
    for (size_t k = 0; k < count; k++) {
        (void)book_need(book, row, title);
        double middle = book->y + (row - style_leading(&book->body)) / 2;
        canvas_open(book->canvas, ROLE_ROW);
        typeset_fitted(book->typeset, &book->body, book->left,
                       book_baseline(book, &book->body, middle), ALIGN_LEFT, name - 8, options[k]);
        for (int i = 0; i < 5; i++) {
            double x = book->left + name + i * cell;
            canvas_line(book->canvas, x, book->y, x, book->y + row, 0.5, book->look->pale);
            book_blank_cell(book, x + 3, x + cell - 3, book->y + row, criteria[i]);
        }
        canvas_close(book->canvas);
        book->y += row;
        book_hairline(book, book->left, book->right, book->y);
    }
    canvas_close(book->canvas);
}

/* The lines on which the choice is written. */
static void choice(struct book *book)
{
    static const char *const lines[] = {"My choice", "Chosen on", "Because"};
    const double shares[] = {0, 0.62, 0};
    double row = row_height(book);

    for (int i = 0; i < 3; i++) {
        double x = book->left + shares[i] * book_width(book);
        double right = i == 0 ? book->left + 0.58 * book_width(book) : book->right;
        if (i == 2)
            book->y += row;
        double width = typeset_width(book->typeset, &book->quiet, lines[i]);
        typeset_line(book->typeset, &book->quiet, x, book->y - 3, ALIGN_LEFT, lines[i]);
        book_hairline(book, x + width + 8, right, book->y);
        book_blank(book, x + width + 8, right, book->y, lines[i]);
    }
    book->y += row;
}

void decision_draw(struct book *book, const char *title, const char *const *options, size_t count)
{
    double row = row_height(book);

    book->y = book_words(book, &book->heading, "The decision", book->left, book->y + 6,
                         book_width(book)) +
              2;
    book->y = book_words(book, &book->quiet, "Score each from 1 to 5, after a weekend with it.",
                         book->left, book->y, book_width(book)) +
              8;
    score(book, title, options, count);
    (void)book_need(book, 3 * row, title);
    book->y += row + 4;
    choice(book);
    weigh(book, options, count);
}
