/* month: calendar and review of a month with much in it. */
#include "pdf/pages/pages.h"
#include "support/page_fixture.h"

static void full_months_take_a_page_each(void **state)
{
    (void)state;
    struct fixture *f = fixture_new(14, 14);
    put(f, ITEM_MILESTONE, 1, long_title, 3, 3);
    for (int i = 0; i < 12; i++)
        put(f, ITEM_TASK, 1, pool_print(f->pool, "Piece of work %d", i), 3, 3);
    struct item *reading = put(f, ITEM_READING, 1, "The Handbook", 0, 9);
    reading->chapters = (struct chapters){1, 40};
    month_pages.draw.month(&f->book, (struct month){2026, 1});
    month_review_pages.draw.month(&f->book, (struct month){2026, 1});
    month_pages.draw.month(&f->book, (struct month){2026, 2});
    month_review_pages.draw.month(&f->book, (struct month){2026, 2});
    finish(f, "month", 4);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(full_months_take_a_page_each),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
