/* sheet: tasks and projects as pages, cards and rows. */
#include "pdf/pages/pages.h"
#include "support/page_fixture.h"

static void few_get_a_page_each(void **state)
{
    (void)state;
    struct fixture *f = fixture_new(4, 4);
    struct item *item = put(f, ITEM_PROJECT, 1, "Kitchen garden", 4, 8);
    item->detail = words("Beds, a fence (wood, or wire), and water");
    item->choice = true;
    struct item *parent = put(f, ITEM_PROJECT, 1, long_title, 4, 8);
    parent->child_count = 9;
    for (int i = 0; i < 9; i++) {
        item = put(f, ITEM_PROJECT, 1, "Dig one of the beds of it", 4, 8);
        item->parent = parent;
        item->depth = 1;
    }
    item = put(f, ITEM_TASK, 1, "No words at all", 4, 8);
    sheet_pages.draw.phase(&f->book, 0);
    assert_int_equal(canvas_target_page(f->canvas, "item-5"), 1);
    finish(f, "sheets", 3);
}

static void many_get_cards_and_rows(void **state)
{
    (void)state;
    struct fixture *f = fixture_new(4, 4);
    for (int i = 0; i < 30; i++)
        put(f, ITEM_TASK, 1, pool_print(f->pool, "Task %d", i), i, i)->detail =
            words("With a few words on what it is");
    for (int i = 0; i < 120; i++)
        put(f, ITEM_PROJECT, 1, pool_print(f->pool, "Project %d", i), i % WEEKS, i % WEEKS);
    sheet_pages.draw.phase(&f->book, 0);
    int pages = canvas_page_count(f->canvas);
    assert_true(pages >= 8 && pages <= 20);
    assert_true(canvas_target_page(f->canvas, "item-149") == pages - 1);
    finish(f, "sheets-many", pages);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(few_get_a_page_each),
        cmocka_unit_test(many_get_cards_and_rows),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
