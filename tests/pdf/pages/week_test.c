/* week: a week of few sessions, of many and of none keeps to its pages. */
#include "pdf/pages/pages.h"
#include "support/page_fixture.h"

static void fourteen_sessions_take_a_page(void **state)
{
    (void)state;
    struct fixture *f = fixture_new(4, 14);
    put(f, ITEM_TOPIC, 1, "Roots and shoots", 0, 8);
    put(f, ITEM_TASK, 1, long_title, 0, 1);
    put(f, ITEM_PROJECT, 1, "A small garden", 2, 4);
    week_pages.draw.week(&f->book, &f->weeks[0]);
    finish(f, "week-14", 1);
}

static void sixty_sessions_go_on_to_next_pages(void **state)
{
    (void)state;
    struct fixture *f = fixture_new(4, 60);
    week_pages.draw.week(&f->book, &f->weeks[0]);
    assert_true(canvas_page_count(f->canvas) >= 2);
    finish(f, "week-60", canvas_page_count(f->canvas));
}

static void empty_and_full_weeks_take_a_page_each(void **state)
{
    (void)state;
    struct fixture *f = fixture_new(4, 0);
    for (int i = 0; i < 45; i++)
        put(f, i % 2 ? ITEM_TASK : ITEM_TOPIC, 1, pool_print(f->pool, "Thing number %d", i), 1, 1);
    week_pages.draw.week(&f->book, &f->weeks[0]);
    assert_int_equal(canvas_page_count(f->canvas), 1);
    week_pages.draw.week(&f->book, &f->weeks[1]);
    week_pages.draw.week(&f->book, &f->weeks[WEEKS - 1]);
    finish(f, "week-empty-full", 3);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(fourteen_sessions_take_a_page),
        cmocka_unit_test(sixty_sessions_go_on_to_next_pages),
        cmocka_unit_test(empty_and_full_weeks_take_a_page_each),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
