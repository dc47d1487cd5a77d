/* date_text: dates and lengths as the book prints them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "pdf/parts/book.h"
#include "pdf/parts/date_text.h"

static struct book book_with(struct pool *pool, const struct schedule *schedule)
{
    return (struct book){.pool = pool, .schedule = schedule, .plan = schedule->plan};
}

static void dates_say_shared_parts_once(void **state)
{
    (void)state;
    struct pool *pool = pool_new();
    struct schedule schedule = {0};
    struct book book = book_with(pool, &schedule);
    day first = day_of(2026, 1, 5), sunday = day_of(2026, 1, 11), spring = day_of(2026, 3, 1);
    day before = day_of(2025, 12, 29);
    assert_string_equal(book_date(&book, first), "5 January 2026");
    assert_string_equal(book_short_date(&book, first), "5 Jan");
    assert_string_equal(book_year_date(&book, first), "5 Jan 2026");
    assert_string_equal(book_date(&book, DAY_NONE), "");
    assert_string_equal(book_date_range(&book, first, sunday), "5 – 11 January 2026");
    assert_string_equal(book_date_range(&book, first, spring), "5 January – 1 March 2026");
    assert_string_equal(book_date_range(&book, before, first), "29 December 2025 – 5 January 2026");
    assert_string_equal(book_date_range(&book, first, first), "5 January 2026");
    assert_string_equal(book_short_range(&book, first, spring), "5 Jan – 1 Mar");
    assert_string_equal(book_short_range(&book, before, first), "29 Dec 2025 – 5 Jan 2026");
    assert_string_equal(book_year_range(&book, first, spring), "5 Jan – 1 Mar 2026");
    assert_string_equal(book_year_range(&book, first, DAY_NONE), "");
    pool_free(pool);
}

static void lengths_follow_the_plans_unit(void **state)
{
    (void)state;
    struct pool *pool = pool_new();
    struct plan plan = {.unit = UNIT_MONTH};
    struct schedule schedule = {.plan = &plan, .week_count = 130};
    schedule.start = day_of(2026, 1, 5);
    schedule.end = schedule.start + 130 * 7 - 1;
    struct book book = book_with(pool, &schedule);
    assert_string_equal(book_length(&book), "30 months");
    plan.unit = UNIT_WEEK;
    assert_string_equal(book_length(&book), "130 weeks");
    plan.unit = UNIT_DAY;
    schedule.end = schedule.start;
    assert_string_equal(book_length(&book), "1 day");
    assert_string_equal(book_hours(&book, 300), "5 hours");
    assert_string_equal(book_hours(&book, 60), "1 hour");
    assert_string_equal(book_hours(&book, 450), "7.5 hours");
    assert_string_equal(book_capital(&book, "months 1–8"), "Months 1–8");
    assert_string_equal(book_capital(&book, "élan"), "élan");
    pool_free(pool);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(dates_say_shared_parts_once),
        cmocka_unit_test(lengths_follow_the_plans_unit),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
