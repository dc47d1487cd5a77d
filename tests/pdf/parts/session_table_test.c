/* session_table: measured as drawn, over next pages where it must. */
#include "pdf/parts/session_table.h"
#include "support/page_fixture.h"

static void it_is_as_high_as_it_says(void **state)
{
    (void)state;
    struct fixture *f = fixture_new(5, 3);
    book_page(&f->book, 0, "Test");
    struct session_table table = sessions_measure(&f->book, &f->weeks[1], "12 – 18 January");
    assert_string_equal(table.rows[0].day, "Mon 12 Jan");
    assert_string_equal(table.rows[0].time, "19:00–20:00");
    assert_string_equal(table.rows[1].time, "09:00–10:00");
    assert_string_equal(table.rows[1].category, "System Design/Implementation");
    double height = sessions_height(&table), y = f->book.y;
    sessions_draw(&table);
    assert_true(f->book.y - y <= height && f->book.y - y > height * 0.8);
    table.padding = 2;
    assert_true(sessions_height(&table) < height);
    finish(f, "sessions", 1);
}

static void a_week_of_one_day_names_it_once(void **state)
{
    (void)state;
    struct fixture *f = fixture_new(3, 3);
    for (int i = 0; i < 3; i++)
        f->sessions[i].date = f->weeks[0].first;
    book_page(&f->book, 0, "Test");
    struct session_table table = sessions_measure(&f->book, &f->weeks[0], "Week");
    assert_string_equal(table.rows[0].day, "Mon 5 Jan");
    assert_string_equal(table.rows[1].day, "");
    fixture_free(f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(it_is_as_high_as_it_says),
        cmocka_unit_test(a_week_of_one_day_names_it_once),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
