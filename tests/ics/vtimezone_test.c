/* Tests of the VTIMEZONE component. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
/* cmocka wants those before it. */
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "ics/vtimezone.h"

/* The component's text; the caller's. */
static char *text_of(const char *name, int first_year, int last_year)
{
    struct pool *pool = pool_new();
    const struct timezone_data *zone = timezone_read(pool, name);

    assert_non_null(zone);
    icalcomponent *component = vtimezone_new(zone, first_year, last_year);
    char *text = icalcomponent_as_ical_string_r(component);
    icalcomponent_free(component);
    pool_free(pool);
    return text;
}

static int count(const char *text, const char *word)
{
    int found = 0;

    for (const char *at = text; (at = strstr(at, word)); at += strlen(word))
        found++;
    return found;
}

static void regular_zone_has_two_rules(void **state)
{
    (void)state;
    char *text = text_of("Europe/Berlin", 2026, 2028);
    assert_string_equal(text, "BEGIN:VTIMEZONE\r\nTZID:Europe/Berlin\r\n"
                              "BEGIN:DAYLIGHT\r\nDTSTART:20250330T020000\r\n"
                              "TZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nTZNAME:CEST\r\n"
                              "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3\r\nEND:DAYLIGHT\r\n"
                              "BEGIN:STANDARD\r\nDTSTART:20251026T030000\r\n"
                              "TZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\nTZNAME:CET\r\n"
                              "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10\r\nEND:STANDARD\r\n"
                              "END:VTIMEZONE\r\n");
    free(text);
    text = text_of("America/New_York", 2026, 2028);
    assert_non_null(strstr(text, "BYDAY=2SU;BYMONTH=3"));
    assert_non_null(strstr(text, "BYDAY=1SU;BYMONTH=11"));
    free(text);
}

static void standing_zone_has_one_part(void **state)
{
    (void)state;
    char *text = text_of("Asia/Kathmandu", 2026, 2030);
    assert_non_null(strstr(text, "DTSTART:19700101T000000\r\nTZOFFSETFROM:+0545\r\n"
                                 "TZOFFSETTO:+0545\r\n"));
    assert_int_equal(count(text, "DTSTART"), 1);
    assert_int_equal(count(text, "RRULE"), 0);
    free(text);
}

static void irregular_zone_lists_its_changes(void **state)
{
    (void)state;
    /* The clocks of Morocco follow Ramadan: two changes each in 2025 and 2026. */
    char *text = text_of("Africa/Casablanca", 2026, 2026);
    assert_int_equal(count(text, "RRULE"), 0);
    assert_int_equal(count(text, "DTSTART"), 5);
    assert_non_null(strstr(text, "DTSTART:20250101T010000\r\nTZOFFSETFROM:+0100\r\n"
                                 "TZOFFSETTO:+0100\r\n"));
    assert_non_null(strstr(text, "DTSTART:20260215T030000\r\nTZOFFSETFROM:+0100\r\n"
                                 "TZOFFSETTO:+0000\r\n"));
    free(text);
}

static void nothing_of_libical_creeps_in(void **state)
{
    (void)state;
    char *text = text_of("America/St_Johns", 2026, 2027);
    assert_null(strstr(text, "X-LIC"));
    assert_null(strstr(text, "UNTIL"));
    assert_non_null(strstr(text, "TZOFFSETFROM:-0330"));
    free(text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(regular_zone_has_two_rules),
        cmocka_unit_test(standing_zone_has_one_part),
        cmocka_unit_test(irregular_zone_lists_its_changes),
        cmocka_unit_test(nothing_of_libical_creeps_in),
    };

    return cmocka_run_group_tests_name("ics/vtimezone", tests, NULL, NULL);
}
