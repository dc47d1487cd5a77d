/* chapters_text: what the sessions of a stretch read of one book, and of no other. */
#include "pdf/parts/chapters_text.h"
#include "support/page_fixture.h"

static void chapters_of_the_stretch_are_said(void **state)
{
    (void)state;
    struct fixture *f = fixture_new(4, 4);
    struct item *book = put(f, ITEM_READING, 1, "Handbook", 0, 3);
    const struct item *other = put(f, ITEM_READING, 1, "Reader", 0, 3);
    book->chapters = (struct chapters){1, 10};
    const struct item *only = book;
    const struct chapters read[] = {{2, 2}, {3, 4}, {9, 9}, {4, 10}};
    for (int i = 0; i < 4; i++) {
        f->sessions[i].items = i == 2 ? &other : &only;
        f->sessions[i].item_count = 1;
        f->sessions[i].chapters = read[i];
    }
    assert_string_equal(chapters_read(f->pool, &f->schedule, book, 0, 1), "chapter 2 of 10");
    assert_string_equal(chapters_read(f->pool, &f->schedule, book, 0, 3), "chapters 2–4 of 10");
    assert_string_equal(chapters_read(f->pool, &f->schedule, book, 0, 4), "chapters 2–10");
    assert_string_equal(chapters_read(f->pool, &f->schedule, book, 2, 1), "");
    assert_string_equal(chapters_read(f->pool, &f->schedule, book, 4, 4), "");
    fixture_free(f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(chapters_of_the_stretch_are_said),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
