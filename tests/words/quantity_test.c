/* quantity_test: every reader of quantities over texts that end anywhere. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "words/quantity.h"

/* Every beginning of every text, in a buffer of just that size: a reader past its end is found by
 * the sanitizers. */
static void any_bytes(void **state)
{
    (void)state;
    static const char text[] =
        "Week 1-2, 3 & 4 (Jan 5 - Feb 1, 2026) | 第1～2週 by end of W3+ <$1,500.99 "
        "chapters 1-10 Mon/Wed-Fri 7:30 pm 1h30 each/week \xFF\xC3(";
    for (size_t start = 0; start < sizeof text; start++)
        for (size_t length = 0; start + length < sizeof text; length++) {
            char *copy = test_malloc(length + 1);
            memcpy(copy, text + start, length);
            copy[length] = '\0';
            struct span span;
            struct found found;
            struct effort effort;
            struct money money;
            struct chapters chapters;
            weekday_set days;
            int minute;
            if (span_in_title(copy, length, &span, &found))
                assert_true(found.start <= found.end && found.end <= length);
            if (effort_find(copy, length, &effort, &found))
                assert_true(found.start < found.end && found.end <= length);
            if (money_find(copy, length, &money, &found))
                assert_true(found.end <= length);
            chapters_find(copy, length, &chapters);
            weekdays_at_start(copy, length, &days, &found);
            clock_at_start(copy, length, &minute, &found);
            duration_parse(copy, length, &minute);
            length_find(copy, length, &span, &found);
            test_free(copy);
        }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(any_bytes),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
