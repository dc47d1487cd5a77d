/* notes: ruled and dotted pages to write on, in turn, so that an open spread has one of each. */
#include "pdf/book.h"

#define PAGES 8

void notes_pages(struct book *book)
{
    for (int i = 0; i < PAGES; i++) {
        book_page(book, -1, "Notes");
        double y = book_label(book, book->left, book->top, "Notes");
        typeset_line(book->typeset, &book->label, book->right,
                     book_baseline(book, &book->label, book->top), ALIGN_RIGHT, "Date");
        if (i % 2 == 0)
            (void)book_rules(book, book->left, y, book_width(book), book->bottom, 0);
        else
            canvas_dot_grid(book->canvas, book->left, y + 6, book_width(book), book->bottom - y - 6,
                            MM(5), book->look->pale);
    }
}
