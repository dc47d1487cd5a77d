/* ticks: rows are high where there is room, and go on to next pages where there is none. */
#include "pdf/parts/ticks.h"
#include "support/page_fixture.h"

static void draw(struct fixture *f, struct tick *ticks, size_t count)
{
    const struct ticks table = {.title = "Exit list",
                                .words = "I can",
                                .date = "Date",
                                .proof = "Evidence (where, page)",
                                .ticks = ticks,
                                .count = count};

    book_page(&f->book, 0, "Test");
    ticks_draw(&f->book, &table, 0);
}

static void few_rows_are_higher_than_many(void **state)
{
    (void)state;
    struct fixture *f = fixture_new(4, 4);
    struct tick ticks[61] = {{.heading = "Roots", .note = "due soon", .target = "list"}};
    for (int i = 1; i <= 60; i++)
        ticks[i].item = put(f, ITEM_CHECK, 1, "Tell a root from a shoot", 3, 3);
    draw(f, ticks, 3);
    double few = f->book.y - f->book.top;
    assert_int_equal(canvas_page_count(f->canvas), 1);
    assert_int_equal(canvas_target_page(f->canvas, "list"), 0);
    draw(f, ticks, 20);
    double many = f->book.y - f->book.top;
    assert_int_equal(canvas_page_count(f->canvas), 2);
    assert_true(many / 19 < few / 2);
    draw(f, ticks, 61);
    assert_true(canvas_page_count(f->canvas) > 3);
    assert_int_equal(canvas_target_page(f->canvas, "item-59"), canvas_page_count(f->canvas) - 1);
    finish(f, "ticks", canvas_page_count(f->canvas));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(few_rows_are_higher_than_many),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
