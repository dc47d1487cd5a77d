/* section_items: items take the height that they say, and long ones flow. */
#include "pdf/pages/section_items.h"
#include "support/page_fixture.h"

/* cmocka compares floats; lengths here are doubles. */
static void assert_near(double one, double other)
{
    assert_true(one - other < 0.001 && other - one < 0.001);
}

static void an_item_is_as_high_as_it_says(void **state)
{
    (void)state;
    struct fixture *f = fixture_new(4, 4);
    struct item *item = put(f, ITEM_RESOURCE, 2, "Mill", 0, 1);
    item->detail = words("Sells by the sack, to whoever comes before noon and brings one");
    struct item *shown = put(f, ITEM_PORTFOLIO, 2, "A garden to show", 0, 1);
    book_page(&f->book, -1, "Test");
    double y = f->book.y, height = section_item_height(&f->book, item);
    section_item(&f->book, item, "Test");
    assert_near(f->book.y, y + height);
    assert_true(section_item_height(&f->book, shown) > height); /* a line to write on */
    assert_int_equal(canvas_target_page(f->canvas, item->id), 0);
    y = f->book.y;
    section_heading(&f->book, &f->sections[2]);
    assert_near(f->book.y, y + section_heading_height(&f->book, &f->sections[2]));
    finish(f, "items", 1);
}

static void what_no_page_holds_flows(void **state)
{
    (void)state;
    struct fixture *f = fixture_new(4, 4);
    struct text long_words = TEXT_INIT;
    for (int i = 0; i < 2000; i++)
        text_add(&long_words, "word after word ");
    struct item *item = put(f, ITEM_TEXT, 2, text_string(&long_words), 0, 1);
    book_page(&f->book, -1, "Test");
    section_item(&f->book, item, "Test");
    int pages = canvas_page_count(f->canvas);
    assert_true(pages >= 3);
    finish(f, "items-long", pages);
    text_free(&long_words);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_item_is_as_high_as_it_says),
        cmocka_unit_test(what_no_page_holds_flows),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
