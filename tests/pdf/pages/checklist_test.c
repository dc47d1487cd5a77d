/* checklist: checks of a phase, and of none, over as many pages as they take. */
#include "pdf/pages/pages.h"
#include "support/ask.h"
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

/* The list of CHECKS checks says WORDS. */
static void check_advice(int checks, const char *words)
{
    struct fixture *f = fixture_new(4, 4);
    struct text file = TEXT_INIT;

    for (int i = 0; i < checks; i++)
        put(f, ITEM_CHECK, 1, "Explain what a root does", 30, 30);
    checklist_pages.draw.phase(&f->book, 0);
    typeset_finish(f->typeset);
    assert_true(canvas_finish(f->canvas, &file));
    assert_says(&file, "pdftotext %s - | tr '\\n' ' '", words);
    text_free(&file);
    fixture_free(f);
}

/* Two thirds, rounded up. */
static void how_many_ticks_are_enough(void **state)
{
    (void)state;
    check_advice(2, "All ticked: go on. If not:");
    check_advice(3, "All 3 ticks: go on. 2 or more: go on,");
    check_advice(4, "All 4 ticks: go on. 3 or more: go on,");
    check_advice(5, "All 5 ticks: go on. 4 or more: go on,");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lists_go_on_to_next_pages),
        cmocka_unit_test(how_many_ticks_are_enough),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
