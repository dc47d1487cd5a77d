/* book: frames, heads, rules, continued pages and the lines of the contents. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "support/small_book.h"

/* cmocka compares floats; lengths here are doubles. */
static void assert_near(double one, double other)
{
    assert_true(one - other < 0.001 && other - one < 0.001);
}

struct desk {
    struct small_book small;
    struct canvas *canvas;
    struct typeset *typeset;
    struct book book;
};

static int set_up(void **state)
{
    static struct desk desk;
    const struct canvas_facts facts = {.title = "Bread", .language = "en"};

    small_book_open(&desk.small);
    struct pool *pool = desk.small.pool;
    desk.canvas = canvas_new(&facts);
    desk.typeset = typeset_new(desk.canvas, pool, "en");
    book_open(&desk.book, &desk.small.edition, look_load(pool, "classic", "a4"), pool, desk.canvas,
              desk.typeset);
    *state = &desk;
    return 0;
}

static int tear_down(void **state)
{
    struct desk *desk = *state;

    typeset_free(desk->typeset);
    canvas_free(desk->canvas);
    small_book_close(&desk->small);
    return 0;
}

static void margins_mirror(void **state)
{
    struct book *book = &((struct desk *)*state)->book;

    book_page(book, 0, "Test");
    double inner = book->left, width = book_width(book);
    assert_near(inner, book->look->inner);
    assert_near(book->accent.red, book->look->accents[0].red);
    book_page(book, -1, "Test");
    assert_near(book->left, book->look->outer);
    assert_near(book_width(book), width);
    assert_near(book->accent.red, book->look->neutral.red);
    book_return(book, 0);
    assert_near(book->left, inner);
    assert_near(book->y, book->top);
    assert_int_equal(canvas_selected(book->canvas), 0);
}

static void a_full_page_goes_on_with_a_head(void **state)
{
    struct book *book = &((struct desk *)*state)->book;

    book_page(book, 1, "Test");
    assert_false(book_need(book, book_room(book) - 1, "Test"));
    assert_int_equal(canvas_page_count(book->canvas), 1);
    book->y = book->bottom - 20;
    assert_true(book_need(book, 30, "Test"));
    assert_int_equal(canvas_page_count(book->canvas), 2);
    assert_int_equal(book->phase, 1);
    assert_string_equal(book->foot, "Test");
    assert_true(book->y > book->top && book->y < book->top + 60);
}

static void rules_keep_their_distance(void **state)
{
    struct book *book = &((struct desk *)*state)->book;
    double distance = book->look->rule_distance;

    book_page(book, -1, "Test");
    assert_near(book_rules(book, book->left, 100, 100, 100 + 3.5 * distance, 0),
                100 + 3 * distance);
    assert_near(book_rules(book, book->left, 100, 100, 700, 2), 100 + 2 * distance);
    assert_near(book_rules(book, book->left, 100, 100, 100 + distance / 2, 0), 100);
    book->y = book->bottom - distance;
    book_rest(book, "Too little to write on");
    assert_near(book->y, book->bottom - distance);
    book->y = book->bottom - 6 * distance;
    book_rest(book, "Enough");
    assert_near(book->y, book->bottom);
}

static void long_titles_shrink_but_stay_readable(void **state)
{
    struct book *book = &((struct desk *)*state)->book;
    const char *long_title =
        "A title that goes on and on, as titles in roadmaps do when somebody has put the whole "
        "of a curriculum into them, with its hours, its audience and its hopes";

    book_page(book, -1, "Test");
    struct style same = book_shrunk(book, book->title, "Short", 400, 1);
    struct style less = book_shrunk(book, book->title, long_title, 400, 2);
    assert_near(same.size, book->title.size);
    assert_true(less.size < book->title.size && less.size >= 0.55 * book->title.size);
    book_head(book, "Label", long_title, "Note", "5 – 11 January 2026");
    assert_true(book->y < book->top + 150);
}

static void lines_of_the_contents_are_kept(void **state)
{
    struct book *book = &((struct desk *)*state)->book;

    book_page(book, 0, "One");
    book_page(book, 0, "Two");
    struct listed line = {.page = 0, .phase = 0, .listed = true, .outlined = true, .title = "One"};
    book_entry(book, &line, "phase-1");
    assert_int_equal(book->line_count, 1);
    assert_string_equal(book->lines[0].title, "One");
    assert_int_equal(canvas_selected(book->canvas), 1);
    assert_int_equal(canvas_target_page(book->canvas, "phase-1"), 0);
}

#define BOOK_TEST(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        BOOK_TEST(margins_mirror),
        BOOK_TEST(a_full_page_goes_on_with_a_head),
        BOOK_TEST(rules_keep_their_distance),
        BOOK_TEST(long_titles_shrink_but_stay_readable),
        BOOK_TEST(lines_of_the_contents_are_kept),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
