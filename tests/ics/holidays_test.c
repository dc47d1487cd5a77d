/* Tests of holidays: which days of which calendars are off.
 * Too slow under valgrind. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <string.h>
#include <cmocka.h>

#include "base/text.h"
#include "ics/holidays.h"

#define HEAD "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Test//EN\r\n"
#define FOOT "END:VCALENDAR\r\n"
#define UID  "UID:1@test\r\nDTSTAMP:20260101T000000Z\r\n"

static bool days[HOLIDAYS_ROOM];

static int set_up(void **state)
{
    (void)state;
    memset(days, 0, sizeof days);
    report_reset();
    report_verbosity(-2);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    report_reset();
    return 0;
}

static bool read_text(const char *text)
{
    struct source source = {"holidays.ics", text, strlen(text)};

    return holidays_read(&source, days);
}

static int count(void)
{
    int sum = 0;

    for (int i = 0; i < HOLIDAYS_ROOM; i++)
        sum += days[i];
    return sum;
}

static void all_day_events(void **state)
{
    (void)state;
    assert_true(read_text(HEAD "BEGIN:VEVENT\r\n" UID "DTSTART;VALUE=DATE:20261225\r\n"
                               "DTEND;VALUE=DATE:20261227\r\nTRANSP:TRANSPARENT\r\nEND:VEVENT\r\n"
                               "BEGIN:VEVENT\r\n" UID
                               "DTSTART;VALUE=DATE:20260501\r\nEND:VEVENT\r\n"
                               "BEGIN:VEVENT\r\n" UID "DTSTART;VALUE=DATE:20260601\r\n"
                               "DTEND;VALUE=DATE:20260601\r\nEND:VEVENT\r\n" FOOT));
    assert_int_equal(count(), 4);
    assert_true(days[day_of(2026, 12, 25)] && days[day_of(2026, 12, 26)]);
    assert_true(days[day_of(2026, 5, 1)] && days[day_of(2026, 6, 1)]);
}

/* A time from midnight to midnight is a day; an appointment is none; a cancelled event neither. */
static void timed_events(void **state)
{
    (void)state;
    size_t findings;
    assert_true(
        read_text(HEAD "BEGIN:VEVENT\r\n" UID "DTSTART:20260101T000000\r\nDTEND:20260102T000000\r\n"
                       "END:VEVENT\r\nBEGIN:VEVENT\r\n" UID "DTSTART:20260105T100000Z\r\n"
                       "DTEND:20260105T110000Z\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\n" UID
                       "DTSTART;VALUE=DATE:20260106\r\nSTATUS:CANCELLED\r\nEND:VEVENT\r\n" FOOT));
    assert_int_equal(count(), 1);
    assert_true(days[day_of(2026, 1, 1)]);
    report_findings(&findings);
    assert_int_equal(findings, 0);
}

/* Each year again, but for the one taken out; through the year 2199. */
static void repetitions(void **state)
{
    (void)state;
    assert_true(read_text(HEAD "BEGIN:VEVENT\r\n" UID "DTSTART;VALUE=DATE:20261003\r\n"
                               "RRULE:FREQ=YEARLY\r\nEXDATE;VALUE=DATE:20281003\r\nEND:VEVENT\r\n"
                               "BEGIN:VEVENT\r\n" UID "DTSTART;VALUE=DATE:20260403\r\n"
                               "RDATE;VALUE=DATE:20270326,20280414\r\nEND:VEVENT\r\n" FOOT));
    assert_int_equal(count(), 2199 - 2026 + 1 - 1 + 3);
    assert_true(days[day_of(2027, 10, 3)] && days[day_of(2199, 10, 3)]);
    assert_false(days[day_of(2028, 10, 3)]);
    assert_true(days[day_of(2027, 3, 26)] && days[day_of(2028, 4, 14)]);
}

/* Rules that would go on for ever or by the second come to an end. */
static void hostile_rules(void **state)
{
    (void)state;
    read_text(HEAD "BEGIN:VEVENT\r\n" UID "DTSTART;VALUE=DATE:20260101\r\n"
                   "RRULE:FREQ=DAILY\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\n" UID
                   "DTSTART:20260101T000000\r\nDTEND:20260102T000000\r\nRRULE:FREQ=SECONDLY\r\n"
                   "END:VEVENT\r\nBEGIN:VEVENT\r\n" UID "DTSTART;VALUE=DATE:19000101\r\n"
                   "DTEND;VALUE=DATE:99991231\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nDTSTART:rubbish\r\n"
                   "END:VEVENT\r\n" FOOT);
    assert_int_equal(count(), day_of(2199, 12, 31) - day_of(2026, 1, 1) + 1);
}

/* Components in components without end, folded lines among them, are refused before libical. */
static void deep_nesting(void **state)
{
    (void)state;
    enum { DEEP = 200000 };
    static const char *const begins[] = {"BEGIN:VCALENDAR\r\n", "begin;x=1:VEVENT\n",
                                         "BEG\r\n IN:VCALENDAR\r\n"};
    for (size_t i = 0; i < sizeof begins / sizeof begins[0]; i++) {
        struct text text = TEXT_INIT;
        text_add(&text, HEAD);
        for (int j = 0; j < DEEP; j++)
            text_add(&text, begins[i]);
        assert_false(read_text(text_string(&text)));
        assert_int_equal(report_status(false), STATUS_BAD_INPUT);
        text_free(&text);
        report_reset();
    }
}

/* One budget for all events of a file, and a word where it is spent. */
static void many_rules(void **state)
{
    (void)state;
    size_t findings;
    struct text text = TEXT_INIT;
    text_add(&text, HEAD);
    for (int i = 0; i < 2000; i++)
        text_add(&text, "BEGIN:VEVENT\r\n" UID
                        "DTSTART;VALUE=DATE:20260101\r\nRRULE:FREQ=DAILY\r\nEND:VEVENT\r\n");
    text_add(&text, FOOT);
    assert_true(read_text(text_string(&text)));
    assert_int_equal(report_findings(&findings)[0].rule, RULE_HOLIDAYS_CUT);
    report_reset();
    text_clear(&text);
    text_add(&text, HEAD);
    for (int i = 0; i < 2000; i++)
        text_add(&text, "BEGIN:VEVENT\r\n" UID "DTSTART;VALUE=DATE:20260101\r\n"
                        "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30\r\nEND:VEVENT\r\n");
    text_add(&text, FOOT);
    assert_true(read_text(text_string(&text)));
    assert_int_equal(report_findings(&findings)[0].rule, RULE_HOLIDAYS_CUT);
    text_free(&text);
}

/* Days taken out belong to their event alone, cost nothing a repetition, and hide no second rule.
 */
static void exceptions(void **state)
{
    (void)state;
    struct text text = TEXT_INIT;
    text_add(&text,
             HEAD "BEGIN:VEVENT\r\n" UID "DTSTART;VALUE=DATE:20260101\r\nRRULE:FREQ=DAILY\r\n");
    for (int i = 0; i < 5000; i++)
        text_add(&text, "EXDATE;VALUE=DATE:20260405\r\n");
    text_add(&text, "END:VEVENT\r\n" FOOT);
    assert_true(read_text(text_string(&text)));
    assert_false(days[day_of(2026, 4, 5)]);
    text_free(&text);
    assert_true(read_text(HEAD "BEGIN:VEVENT\r\n" UID "DTSTART;VALUE=DATE:20260405\r\n"
                               "END:VEVENT\r\n" FOOT));
    assert_true(days[day_of(2026, 4, 5)]);
    memset(days, 0, sizeof days);
    assert_true(read_text(HEAD "BEGIN:VEVENT\r\n" UID "DTSTART;VALUE=DATE:20260101\r\n"
                               "RRULE:FREQ=YEARLY;COUNT=2\r\nRRULE:FREQ=MONTHLY;COUNT=2\r\n"
                               "EXDATE;VALUE=DATE:20270101\r\nEND:VEVENT\r\n" FOOT));
    assert_int_equal(count(), 2);
    assert_true(days[day_of(2026, 2, 1)]);
}

static void no_calendar(void **state)
{
    (void)state;
    size_t findings;
    assert_false(read_text("hello\n"));
    assert_int_equal(report_status(false), STATUS_BAD_INPUT);
    report_reset();
    assert_true(read_text(HEAD FOOT));
    assert_int_equal(report_findings(&findings)[0].rule, RULE_NO_HOLIDAYS);
    assert_int_equal(count(), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(all_day_events, set_up, tear_down),
        cmocka_unit_test_setup_teardown(timed_events, set_up, tear_down),
        cmocka_unit_test_setup_teardown(repetitions, set_up, tear_down),
        cmocka_unit_test_setup_teardown(hostile_rules, set_up, tear_down),
        cmocka_unit_test_setup_teardown(deep_nesting, set_up, tear_down),
        cmocka_unit_test_setup_teardown(many_rules, set_up, tear_down),
        cmocka_unit_test_setup_teardown(exceptions, set_up, tear_down),
        cmocka_unit_test_setup_teardown(no_calendar, set_up, tear_down),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
