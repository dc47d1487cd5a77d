/* Tests of names: without the weekday and the hours before them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "schedule/wording.h"
#include "support/plan_build.h"

static void check_name(const char *text, const char *name, weekday_set days)
{
    struct item item = {.title = words(text), .detail = words(""), .line = words(text)};
    struct wording wording = name_of(&item);

    if (wording.length != strlen(name) || memcmp(wording.bytes, name, wording.length) != 0)
        fail_msg("%s: %.*s", text, (int)wording.length, wording.bytes);
    assert_int_equal(weekdays_of(&item), days);
}

static void names_without_times(void **state)
{
    (void)state;
    check_name("Sat: 4-5 hrs long tones", "long tones", 1u << SATURDAY);
    check_name("Tue: 1 hr review of the week", "review of the week", 1u << TUESDAY);
    check_name("Sun: 3 hrs (etudes + duet)", "etudes + duet", 1u << SUNDAY);
    check_name("Sun dials and their history", "Sun dials and their history", 0);
    check_name("Sun protection", "Sun protection", 0);
    check_name("Bow hold", "Bow hold", 0);
}

/* A time alone is no name: what follows it is. */
static void what_follows_a_time(void **state)
{
    (void)state;
    struct item item = {.title = words("Sat"), .detail = words("4 hrs: duets"), .line = words("")};
    struct wording name = name_of(&item);

    assert_int_equal(name.length, strlen("duets"));
    assert_memory_equal(name.bytes, "duets", name.length);
    assert_int_equal(weekdays_of(&item), 1u << SATURDAY);
    assert_int_equal(full_name_of(&item).length, strlen("Sat"));
    name = wording_trimmed(" ; Bow hold,\n", 13);
    assert_int_equal(name.length, 8);
    assert_false(has_letter((struct wording){"12:30 – 4", strlen("12:30 – 4")}));
    assert_true(has_letter((struct wording){"ж", 2}));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_without_times),
        cmocka_unit_test(what_follows_a_time),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
