/* entries: what a page leaves is shared out to write on. */
#include "pdf/parts/entries.h"
#include "support/page_fixture.h"

static void entries_fill_their_pages(void **state)
{
    (void)state;
    struct fixture *f = fixture_new(4, 4);
    struct entry list[40] = {{.heading = "Books", .note = "optional", .target = "books"}};
    struct entries entries = {
        .title = "Log", .write = "What I took from it", .least = 1, .most = 9, .list = list};
    for (int i = 1; i < 40; i++)
        list[i] = (struct entry){
            .item = put(f, ITEM_READING, 1, "A leaflet", 0, 9), .rating = true, .started = true};
    entries.count = 3;
    book_page(&f->book, 0, "Test");
    entries_draw(&f->book, &entries);
    assert_int_equal(canvas_page_count(f->canvas), 1);
    double few = f->book.y;
    entries.most = 3;
    book_page(&f->book, 0, "Test");
    entries_draw(&f->book, &entries);
    assert_true(f->book.y < few); /* no more rules than asked for */
    entries.count = 40;
    entries_draw(&f->book, &entries);
    assert_true(canvas_page_count(f->canvas) > 3);
    assert_int_equal(canvas_target_page(f->canvas, "books"), 0);
    finish(f, "entries", canvas_page_count(f->canvas));
}

static void an_entry_can_begin_a_page(void **state)
{
    (void)state;
    struct fixture *f = fixture_new(4, 4);
    struct entry list[2] = {{.item = put(f, ITEM_QUESTION, 1, "Ready?", 0, 9), .whole = true},
                            {.item = put(f, ITEM_QUESTION, 1, "Now?", 0, 9), .breaks = true}};
    const struct entries entries = {
        .title = "Log", .least = 2, .most = 4, .list = list, .count = 2};
    book_page(&f->book, 0, "Test");
    entries_draw(&f->book, &entries);
    assert_int_equal(canvas_target_page(f->canvas, "item-1"), 1);
    finish(f, "entries-break", 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(entries_fill_their_pages),
        cmocka_unit_test(an_entry_can_begin_a_page),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
