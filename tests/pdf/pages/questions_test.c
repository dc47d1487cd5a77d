/* questions: self-assessments, in groups and alone. */
#include "pdf/pages/pages.h"
#include "support/ask.h"
#include "support/page_fixture.h"

static void groups_stand_together(void **state)
{
    (void)state;
    struct fixture *f = fixture_new(4, 4);
    struct item *parent = put(f, ITEM_QUESTION, 2, "Ready to plant", 20, 20);
    parent->child_count = 4;
    for (int i = 0; i < 4; i++) {
        struct item *item = put(f, ITEM_QUESTION, 2, "Can I tell a root from a shoot?", 20, 20);
        item->parent = parent;
        item->depth = 1;
    }
    put(f, ITEM_QUESTION, 1, long_title, 50, 50);
    questions_pages.draw.book(&f->book);
    assert_int_equal(canvas_target_page(f->canvas, "item-0"), 0);
    finish(f, "questions", 2);
}

static void a_group_is_due_with_the_last_of_its_questions(void **state)
{
    (void)state;
    struct fixture *f = fixture_new(4, 4);
    struct text file = TEXT_INIT;
    put(f, ITEM_QUESTION, 2, "Can I tell a root from a shoot?", 1, 1);
    put(f, ITEM_QUESTION, 2, "Which of them fed me?", 3, 3);
    put(f, ITEM_QUESTION, 2, "What do I plant next?", 2, 2);
    questions_pages.draw.book(&f->book);
    typeset_finish(f->typeset);
    assert_true(canvas_finish(f->canvas, &file));
    assert_says(&file, "pdftotext %s - | tr '[:upper:]' '[:lower:]'", "due 1 february 2026");
    text_free(&file);
    fixture_free(f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(groups_stand_together),
        cmocka_unit_test(a_group_is_due_with_the_last_of_its_questions),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
