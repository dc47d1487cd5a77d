/* Tests of phrases: days and durations in print. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "text/phrases.h"

static void days_and_durations(void **state)
{
    (void)state;
    struct text out = TEXT_INIT;

    add_days(&out, day_of(2026, 1, 5), day_of(2026, 1, 11));
    text_add(&out, " ");
    add_days(&out, day_of(2026, 1, 5), day_of(2026, 1, 5));
    text_add(&out, " ");
    add_duration(&out, 450);
    assert_string_equal(text_string(&out), "2026-01-05..2026-01-11 2026-01-05 7 h 30");
    text_free(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(days_and_durations),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
