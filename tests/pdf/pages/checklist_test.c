/* checklist: checks of a phase, and of none, over as many pages as they take. */
#include "pdf/pages/pages.h"
#include "support/page_fixture.h"

static void lists_go_on_to_next_pages(void **state)
{
    (void)state;
    struct fixture *f = fixture_new(4, 4);
    for (int i = 0; i < 6; i++)
        put(f, ITEM_CHECK, 1, "Explain to a child what a root does and why it does it", 30, 30);
    checklist_pages.draw.phase(&f->book, 0);
    assert_int_equal(canvas_page_count(f->canvas), 1);
    for (int i = 0; i < 60; i++)
        put(f, ITEM_CHECK, 2, i % 9 ? "Do it" : long_title, 30, 30);
    checklist_pages.draw.phase(&f->book, -1);
    int pages = canvas_page_count(f->canvas);
    assert_true(pages >= 3 && pages <= 5);
    assert_true(canvas_target_page(f->canvas, "item-65") == pages - 1);
    finish(f, "checklist", pages);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lists_go_on_to_next_pages),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
