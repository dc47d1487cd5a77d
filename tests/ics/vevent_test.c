/* Tests of events as VEVENTs. */
#include "support/feed_fixture.h"

#include "ics/vevent.h"

static const struct event session = {.uid = "00000000-0000-5000-8000-000000000001",
                                     .start = 19 * 60,
                                     .minutes = 90,
                                     .summary = "Rye; wheat",
                                     .description = "One\nTwo",
                                     .categories = {"Study", "Review"},
                                     .url = "https://example.org"};

static void timed_and_all_day(void **state)
{
    (void)state;
    struct pool *pool = pool_new();
    const struct timezone_data *zone = timezone_read(pool, "Europe/Berlin");
    struct event event = session;
    event.date = day_of(2026, 1, 31);
    struct event_lines lines = vevent_lines(pool, zone, &event);
    assert_string_equal(lines.fields[FIELD_START], "DTSTART;TZID=Europe/Berlin:20260131T190000\n");
    assert_string_equal(lines.fields[FIELD_END], "DTEND;TZID=Europe/Berlin:20260131T203000\n");
    assert_string_equal(lines.fields[FIELD_SUMMARY], "SUMMARY:Rye\\; wheat\n");
    assert_string_equal(lines.fields[FIELD_DESCRIPTION], "DESCRIPTION:One\\nTwo\n");
    assert_string_equal(lines.fields[FIELD_CATEGORIES], "CATEGORIES:Study\nCATEGORIES:Review\n");
    assert_string_equal(lines.fields[FIELD_URL], "URL:https://example.org\n");
    assert_string_equal(lines.fields[FIELD_TRANSPARENCY], "TRANSP:OPAQUE\n");

    event.start = -1;
    event.description = event.url = "";
    lines = vevent_lines(pool, zone, &event);
    assert_string_equal(lines.fields[FIELD_START], "DTSTART;VALUE=DATE:20260131\n");
    assert_string_equal(lines.fields[FIELD_END], "DTEND;VALUE=DATE:20260201\n");
    assert_string_equal(lines.fields[FIELD_DESCRIPTION], "");
    assert_string_equal(lines.fields[FIELD_URL], "");
    assert_string_equal(lines.fields[FIELD_TRANSPARENCY], "TRANSP:TRANSPARENT\n");
    pool_free(pool);
}

/* The changes of clocks are the whole feed's test; here the one that a zone skips. */
static void skipped_times_are_in_utc(void **state)
{
    (void)state;
    struct pool *pool = pool_new();
    const struct timezone_data *zone = timezone_read(pool, "Europe/Berlin");
    struct event event = session;
    event.date = day_of(2026, 3, 29);
    event.start = 150;
    struct event_lines lines = vevent_lines(pool, zone, &event);
    assert_string_equal(lines.fields[FIELD_START], "DTSTART:20260329T013000Z\n");
    assert_string_equal(lines.fields[FIELD_END], "DTEND:20260329T030000Z\n");
    lines = vevent_lines(pool, NULL, &event);
    assert_string_equal(lines.fields[FIELD_START], "DTSTART:20260329T023000Z\n");
    pool_free(pool);
}

/* Nothing that roadbook writes is taken for somebody else's, when it is read again. */
static void all_of_it_is_ours(void **state)
{
    (void)state;
    struct fixture f;
    size_t count;

    fixture_init(&f, "Europe/Berlin");
    const struct event *events = events_collect(f.pool, &f.schedule, &count);
    assert_true(count > 0);
    for (size_t i = 0; i < count; i++) {
        struct event_lines lines = vevent_lines(f.pool, NULL, &events[i]);
        assert_string_equal(lines.extras, "");
        assert_true(*lines.fields[FIELD_CATEGORIES]);
        assert_string_equal(lines.fields[FIELD_STATUS], "STATUS:CONFIRMED\n");
    }
    pool_free(f.pool);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(timed_and_all_day),
        cmocka_unit_test(skipped_times_are_in_utc),
        cmocka_unit_test(all_of_it_is_ours),
    };

    return cmocka_run_group_tests_name("ics/vevent", tests, NULL, NULL);
}
