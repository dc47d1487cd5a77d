/* real_dates_test: dates and ranges of them out of words. */
#include "support/describe_span.h"

static void real_dates(void **state)
{
    (void)state;
    static const struct row rows[] = {
        {"2026-01-05", "2026-01-05"},
        {"2026/01/05", "2026-01-05"},
        {"05.01.2026", "2026-01-05"},
        {"5.1.2026", "2026-01-05"},
        {"Jan 5, 2026", "2026-01-05"},
        {"Mar 2, 2026", "2026-03-02"},
        {"January 5th, 2026", "2026-01-05"},
        {"Jan 5", "-01-05"},
        {"06.01.", "-01-06"},
        {"5 January 2026", "2026-01-05"},
        {"5. Januar 2026", "2026-01-05"},
        {"5 de enero de 2026", "2026-01-05"},
        {"5 janvier 2026", "2026-01-05"},
        {"5 января 2026", "2026-01-05"},
        {"2026年1月5日", "2026-01-05"},
        {"1月5日", "-01-05"},
        {"Nov 2025", "2025-11-01..2025-11-30"},
        {"Feb 8-21, 2026", "2026-02-08..2026-02-21"},
        {"Jan 25 - Feb 7, 2026", "2026-01-25..2026-02-07"},
        {"Dec 28 - Jan 3, 2027", "2026-12-28..2027-01-03"},
        {"Dec 28, 2026 - Jan 3", "2026-12-28..2027-01-03"},
        {"1 de março de 2026", "2026-03-01"},
        {"29.02.2028", "2028-02-29"},
        {"06.01. - 12.01.2026", "2026-01-06..2026-01-12"},
        {"2026-01-05 to 2026-01-11", "2026-01-05..2026-01-11"},
        {"Monday, 01/19/26 - Sunday, 01/25/26", "2026-01-19..2026-01-25"},
        {"Mon, Jan 5", "-01-05"},
        {"Mo 05.01.2026", "2026-01-05"},
        {"2026-13-05", "-"},
        {"2026-02-30", "-"},
        {"Feb 29, 2027", "-"},
        {"31.04.2026", "-"},
        {"January", "-"},
        {"1.2", "-"},
        {"12/2026", "-"},
    };
    check_spans(ROWS(rows), dates_at_start);
}

static void place_of_a_date(void **state)
{
    (void)state;
    struct span span;
    struct found found;

    assert_true(dates_at_start("  5 de enero de 2026: inicio", 28, &span, &found));
    assert_int_equal(found.start, 2);
    assert_int_equal(found.end, 20);
    assert_false(dates_at_start("from 5 January 2026", 19, &span, &found));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(real_dates),
        cmocka_unit_test(place_of_a_date),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
