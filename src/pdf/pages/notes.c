/* notes: ruled and dotted pages to write on, in turn, so that an open spread has one of each. */
#include "pdf/pages/pages.h"
#include "pdf/parts/book.h"

#define LEAST          2
#define MOST           8
#define WEEKS_FOR_PAGE 4 /* a page more for so many weeks */

/* Ruled where an even number of pages stands before it: a spread has one of each. */
void notes_page(struct book *book, int phase)
{
    bool ruled = canvas_page_count(book->canvas) % 2 == 0;

    book_page(book, phase, "Notes");
    double y = book_label(book, book->left, book->top, "Notes");
    typeset_line(book->typeset, &book->label, book->right,
                 book_baseline(book, &book->label, book->top), ALIGN_RIGHT, "Date");
    if (ruled)
        (void)book_rules(book, book->left, y, book_width(book), book->bottom, 0);
    else
        canvas_dot_grid(book->canvas, book->left, y + 6, book_width(book), book->bottom - y - 6,
                        MM(5), book->look->pale);
}

static void add_pages(struct book *book)
{
    int weeks = (int)book->schedule->week_count, pages = LEAST + weeks / WEEKS_FOR_PAGE;

    pages = pages > MOST ? MOST : pages - pages % 2; /* whole leaves */
    for (int i = 0; i < pages; i++)
        notes_page(book, -1);
}

const struct page_kind notes_pages = {
    .scope = SCOPE_BOOK,
    .title = "Notes",
    .target = "notes",
    .draw.book = add_pages,
};
