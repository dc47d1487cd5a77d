/* columns: columns fill in order, pages follow, and no line is lost. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "pdf/parts/columns.h"
#include "support/small_book.h"

static void columns_then_pages(void **state)
{
    (void)state;
    struct small_book small;
    const struct canvas_facts facts = {.title = "Bread", .language = "en"};
    small_book_open(&small);
    struct canvas *canvas = canvas_new(&facts);
    struct typeset *typeset = typeset_new(canvas, small.pool, "en");
    struct book book;
    book_open(&book, &small.edition, look_load(small.pool, "classic", "a4"), small.pool, canvas,
              typeset);
    book_page(&book, -1, "Test");
    struct columns columns = columns_start(&book, 2, 20, "Test");
    assert_float_equal(columns_width(&columns), (book_width(&book) - 20) / 2, 0.01);
    assert_float_equal(columns_x(&columns), book.left, 0.01);
    assert_false(columns_need(&columns, 10000)); /* an empty column holds what it can */
    book.y += 100;
    assert_true(columns_need(&columns, columns_room(&columns) + 1));
    assert_int_equal(columns.column, 1);
    assert_float_equal(book.y, columns.top, 0.01);
    columns_end(&columns);
    assert_float_equal(book.y, columns.top + 100, 0.01);

    struct text words = TEXT_INIT;
    for (int i = 0; i < 3000; i++)
        text_add(&words, "word after word ");
    const struct prose prose = {.text = text_string(&words), .length = words.length};
    columns_prose(&columns, &book.body, &prose, 0);
    assert_true(canvas_page_count(canvas) >= 4);
    assert_true(book.y <= book.bottom + 0.01);
    text_free(&words);
    typeset_free(typeset);
    canvas_free(canvas);
    small_book_close(&small);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(columns_then_pages)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
