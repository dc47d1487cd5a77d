/* grid: the steps of the page, rules on one lattice, numbers as the pages print them. */
#include "pdf/parts/grid.h"
#include "support/page_fixture.h"

/* cmocka compares floats; lengths here are doubles. */
static void assert_near(double one, double other)
{
    assert_true(one - other < 0.001 && other - one < 0.001);
}

static void heights_go_by_whole_units(void **state)
{
    (void)state;
    struct fixture *f = fixture_new(4, 4);
    double unit = grid_unit(&f->book);
    book_page(&f->book, 0, "Test");
    assert_near(unit * 4, f->book.look->rule_distance);
    assert_near(grid_up(&f->book, unit * 2.1), unit * 3);
    assert_near(grid_up(&f->book, unit * 2), unit * 2);
    assert_near(grid_snap(&f->book, f->book.top + unit * 0.4), f->book.top + unit);
    fixture_free(f);
}

static void rules_of_both_sides_lie_on_each_other(void **state)
{
    (void)state;
    struct fixture *f = fixture_new(4, 4);
    struct book *book = &f->book;
    book_page(book, 0, "Test");
    double distance = book->look->rule_distance, bottom = book->bottom;
    int room = grid_write_room(book, book->y + 3, bottom);
    double last = grid_write(book, book->left, book->y + 3, 200, "Notes", bottom, 0);
    assert_near((last - book->top) / distance, (int)((last - book->top) / distance + 0.5));
    assert_true(last <= bottom && last > bottom - distance);
    assert_near(grid_write(book, book->left, book->y + 3, 200, "Notes", bottom, 2),
                last - (room - 2) * distance);
    assert_near(grid_write(book, book->left, bottom - 2, 200, NULL, bottom, 0), bottom - 2);
    assert_int_equal(grid_write_room(book, bottom - 2, bottom), 0);
    fixture_free(f);
}

static void hours_are_said_in_tenths(void **state)
{
    (void)state;
    struct fixture *f = fixture_new(4, 4);
    assert_string_equal(grid_hours(&f->book, 0), "0");
    assert_string_equal(grid_hours(&f->book, 450), "7.5");
    assert_string_equal(grid_hours(&f->book, 39000), "650");
    assert_string_equal(grid_hours(&f->book, 62), "1");
    assert_string_equal(grid_duration(&f->book, 150), "2 h 30");
    assert_string_equal(grid_phase_name(&f->book, 0), "Phase 1");
    assert_string_equal(grid_phase_name(&f->book, -1), "");
    assert_string_equal(grid_phase_label(&f->book, -1), "Beside the phases");
    fixture_free(f);
}

static void a_long_text_leads_to_the_roadmaps_own_words(void **state)
{
    (void)state;
    struct fixture *f = fixture_new(4, 4);
    struct book *book = &f->book;
    struct text words = TEXT_INIT;
    for (int i = 0; i < 400; i++)
        text_add(&words, "word after word ");
    book_page(book, 0, "Test");
    struct paragraph *whole =
        paragraph_of(book->typeset, &book->body, text_string(&words), book_width(book));
    double height = grid_words_height(book, whole);
    assert_true(height < paragraph_height(whole));
    assert_near(grid_words(book, whole, book->left, book->y), height);
    struct paragraph *line = paragraph_of(book->typeset, &book->body, "Short", 200);
    assert_near(grid_words_height(book, line), paragraph_height(line));
    text_free(&words);
    fixture_free(f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(heights_go_by_whole_units),
        cmocka_unit_test(rules_of_both_sides_lie_on_each_other),
        cmocka_unit_test(hours_are_said_in_tenths),
        cmocka_unit_test(a_long_text_leads_to_the_roadmaps_own_words),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
