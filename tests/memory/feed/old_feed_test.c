/* Tests of reading the old feed. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
/* cmocka wants those before it. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <cmocka.h>

#include "base/text.h"
#include "memory/feed/old_feed.h"

#define PRODUCT    "-//test//EN"
#define ONE        "00000000-0000-5000-8000-000000000001"
#define TWO        "00000000-0000-5000-9000-000000000002"
#define PLAN       "00000000-0000-5000-a000-000000000003"
#define EVENT(uid) "BEGIN:VEVENT\r\nUID:" uid "\r\nDTSTART;VALUE=DATE:20260105\r\nEND:VEVENT\r\n"
#define HEAD       "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:" PRODUCT "\r\n"
#define TAIL       "END:VCALENDAR\r\n"

static const struct old_feed *read_feed(struct pool *pool, const char *text)
{
    return old_feed_read(pool, text, strlen(text), PRODUCT);
}

static void reads_events(void **state)
{
    (void)state;
    struct pool *pool = pool_new();
    const struct old_feed *feed = read_feed(pool, HEAD EVENT(TWO) EVENT(ONE) TAIL);
    assert_int_equal(feed->state, OLD_WHOLE);
    assert_int_equal(feed->count, 2);
    assert_string_equal(feed->events[0].uid, TWO);
    const struct old_event *event = old_feed_find(feed, ONE);
    assert_ptr_equal(event, &feed->events[1]);
    assert_int_equal(event->date, day_of(2026, 1, 5));
    assert_string_equal(event->lines,
                        "BEGIN:VEVENT\nUID:" ONE "\nDTSTART;VALUE=DATE:20260105\nEND:VEVENT\n");
    assert_null(old_feed_find(feed, "c"));
    assert_null(old_feed_find(read_feed(pool, ""), ONE));
    pool_free(pool);
}

static void line_ends_and_marks_do_not_matter(void **state)
{
    (void)state;
    struct pool *pool = pool_new();
    const struct old_feed *crlf = read_feed(pool, HEAD EVENT(ONE) TAIL);
    const struct old_feed *lf =
        read_feed(pool, "\xef\xbb\xbf"
                        "BEGIN:VCALENDAR\nPRODID:" PRODUCT "\nBEGIN:VEVENT\n"
                        "UID:" ONE "\nDTSTART;VALUE=DATE:2026\n 0105\nEND:VEVENT\nEND:VCALENDAR");
    assert_int_equal(lf->state, OLD_WHOLE);
    assert_string_equal(old_feed_find(lf, ONE)->lines, old_feed_find(crlf, ONE)->lines);
    pool_free(pool);
}

static void tells_foreign_from_broken(void **state)
{
    (void)state;
    struct pool *pool = pool_new();
    assert_int_equal(read_feed(pool, "")->state, OLD_NONE);
    static const char *const foreign[] = {
        "hello", "\xff\xfe", "\xef\xbb\xbf", "BEGIN:VCALENDAR", "BEGIN:VCALENDAR\r\n" TAIL,
        "BEGIN:VCALENDAR\r\nPRODID:-//other//EN\r\n" EVENT(ONE) TAIL,
        /* our PRODID inside of an event does not count */
        "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nPRODID:" PRODUCT "\r\nEND:VEVENT\r\n" TAIL};
    for (size_t i = 0; i < sizeof foreign / sizeof foreign[0]; i++)
        assert_int_equal(read_feed(pool, foreign[i])->state, OLD_FOREIGN);
    static const char *const broken[] = {HEAD, HEAD EVENT(ONE), HEAD EVENT(ONE) TAIL EVENT(TWO),
                                         HEAD "BEGIN:VEVENT\r\n" TAIL};
    for (size_t i = 0; i < sizeof broken / sizeof broken[0]; i++)
        assert_int_equal(read_feed(pool, broken[i])->state, OLD_BROKEN);
    /* What is whole in a broken one is still known. */
    assert_non_null(old_feed_find(read_feed(pool, HEAD EVENT(ONE) "BEGIN:VEV"), ONE));
    pool_free(pool);
}

static void says_whose_it_is(void **state)
{
    (void)state;
    struct pool *pool = pool_new();
    /* a program that saved the file put its own PRODID */
    const struct old_feed *feed =
        read_feed(pool, "BEGIN:VCALENDAR\r\nPRODID:-//app//EN\r\nX-ROADBOOK-PLAN:" PLAN
                        "\r\nX-WR-CALNAME:Bread\r\nLAST-MODIFIED:20260102T030405Z\r\n"
                        "METHOD:PUBLISH\r\nX-MINE;A=b:c\r\nSOURCE:https://example.org\r\n" TAIL);
    assert_int_equal(feed->state, OLD_WHOLE);
    assert_string_equal(feed->plan_id, PLAN);
    assert_string_equal(feed->name, "Bread");
    assert_true(feed->modified == 1767323045);
    assert_string_equal(feed->properties, "X-MINE;A=b:c\nSOURCE:https://example.org\n");
    pool_free(pool);
}

/* Whoever's UID is no UUID of ours, exceptions to events, and all other components. */
static void the_learners_own_is_kept(void **state)
{
    (void)state;
    static const char *const own[] = {
        "BEGIN:VEVENT\nUID:lunch@example.org\nEND:VEVENT\n",
        "BEGIN:VEVENT\nUID:00000000-0000-4000-8000-000000000001\nEND:VEVENT\n",
        "BEGIN:VEVENT\nUID:00000000-0000-5000-C000-000000000001\nEND:VEVENT\n",
        "BEGIN:VEVENT\nUID:" ONE "0\nEND:VEVENT\n",
        "BEGIN:VEVENT\nSUMMARY:no UID\nEND:VEVENT\n",
        "BEGIN:VEVENT\nUID:" ONE "\nRECURRENCE-ID:20260105T100000Z\nEND:VEVENT\n",
        "BEGIN:VTODO\nUID:" ONE "\nEND:VTODO\n",
        "BEGIN:X-THING\nUID:" ONE "\nBEGIN:X-THING\nEND:X-THING\nEND:X-THING\n",
        /* the alarm's UID is not the event's */
        "BEGIN:VEVENT\nBEGIN:VALARM\nUID:" ONE "\nEND:VALARM\nUID:b\nEND:VEVENT\n",
    };
    struct pool *pool = pool_new();
    struct text text = TEXT_INIT, wanted = TEXT_INIT;
    text_add(&text, HEAD);
    for (size_t i = 0; i < sizeof own / sizeof own[0]; i++) {
        text_print(&text, "%s%s", own[i], i == 2 ? EVENT(ONE) : "");
        text_add(&wanted, own[i]);
    }
    text_add(&text, TAIL);
    const struct old_feed *feed = read_feed(pool, text_string(&text));
    assert_int_equal(feed->state, OLD_WHOLE);
    assert_int_equal(feed->count, 1);
    assert_string_equal(feed->others, text_string(&wanted));
    text_free(&text);
    text_free(&wanted);
    pool_free(pool);
}

#define ZONE(name) "BEGIN:VTIMEZONE\nTZID:" name "\nEND:VTIMEZONE\n"

static void zones_are_found_by_name(void **state)
{
    (void)state;
    struct pool *pool = pool_new();
    const struct old_feed *feed =
        read_feed(pool, HEAD ZONE("Europe/Rome") ZONE("Asia/Tokyo") ZONE("Europe/Rome")
                            ZONE("Europe/Rome2") "BEGIN:VTIMEZONE\nEND:VTIMEZONE\n" TAIL);
    assert_int_equal(feed->zone_count, 3);
    assert_int_equal(old_feed_zone(feed, "Asia/Tokyo", 10), 0);
    assert_int_equal(old_feed_zone(feed, "Europe/Rome:", 11), 1);
    assert_int_equal(old_feed_zone(feed, "Europe/Rome2", 12), 2);
    assert_int_equal(old_feed_zone(feed, "Europe/Rom", 10), 3);
    assert_int_equal(old_feed_zone(feed, "Europe/Rome23", 13), 3);
    assert_string_equal(feed->zones[0].lines, ZONE("Asia/Tokyo"));
    pool_free(pool);
}

static void days_are_those_of_the_feeds_clock(void **state)
{
    (void)state;
    static const struct {
        const char *zone, *start;
        int number;
    } cases[] = {
        {"Asia/Tokyo", "DTSTART:20260105T180000Z", 6},
        {"America/New_York", "DTSTART:20260105T030000Z", 4},
        {"UTC", "DTSTART:20260105T230000Z", 5},
        {"Nowhere/At_all", "DTSTART:20260105T230000Z", 5},
        {"Asia/Tokyo", "DTSTART;TZID=America/New_York:20260105T233000", 5},
        {"Asia/Tokyo", "DTSTART;VALUE=DATE:20260105", 5},
    };
    struct pool *pool = pool_new();
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        const struct old_feed *feed =
            read_feed(pool, pool_print(pool,
                                       HEAD "BEGIN:VEVENT\nUID:" ONE "\n%s\nEND:VEVENT\n"
                                            "X-WR-TIMEZONE:%s\n" TAIL,
                                       cases[i].start, cases[i].zone));
        assert_int_equal(feed->count, 1);
        assert_int_equal(feed->events[0].date, day_of(2026, 1, cases[i].number));
    }
    const struct old_feed *none =
        read_feed(pool, HEAD "BEGIN:VEVENT\nUID:" ONE "\nEND:VEVENT\n" TAIL);
    assert_int_equal(none->events[0].date, DAY_NONE);
    pool_free(pool);
}

/* A file of as many components as fit into 64 MB is refused or read at once. */
static void crowds_are_bounded(void **state)
{
    (void)state;
    struct pool *pool = pool_new();
    struct text text = TEXT_INIT;
    text_add(&text, HEAD);
    for (int i = 0; i < 1000000; i++)
        text_add(&text, "BEGIN:X\nEND:X\n");
    text_add(&text, TAIL);
    assert_int_equal(old_feed_read(pool, text_string(&text), text.length, PRODUCT)->state,
                     OLD_FOREIGN);
    text_free(&text);
    pool_free(pool);
}

static bool facts_of(struct pool *pool, const char *text, const char **plan_id, day *start)
{
    char path[96];
    const char *base = getenv("TMPDIR");

    snprintf(path, sizeof path, "%.60s/facts-XXXXXX", base ? base : "/tmp");
    int descriptor = mkstemp(path);
    assert_true(descriptor >= 0);
    assert_int_equal(write(descriptor, text, strlen(text)), strlen(text));
    close(descriptor);
    bool found = feed_facts(path, pool, plan_id, start);
    unlink(path);
    return found;
}

static void facts_stand_in_the_head(void **state)
{
    (void)state;
    struct pool *pool = pool_new();
    const char *plan_id = "";
    day start = 7;

    assert_false(feed_facts("/nowhere/plan.ics", pool, &plan_id, &start));
    static const char *const silent[] = {"",
                                         "hello",
                                         HEAD TAIL,
                                         HEAD "X-ROADBOOK-PLAN:bread\n" TAIL,
                                         HEAD EVENT(ONE) "X-ROADBOOK-PLAN:" PLAN "\n" TAIL,
                                         HEAD "BEGIN:VEVENT\nX-ROADBOOK-PLAN:" PLAN
                                              "\nEND:VEVENT\n" TAIL,
                                         "X-ROADBOOK-PLAN:" PLAN};
    for (size_t i = 0; i < sizeof silent / sizeof silent[0]; i++)
        assert_false(facts_of(pool, silent[i], &plan_id, &start));
    assert_string_equal(plan_id, "");
    assert_int_equal(start, 7);

    assert_true(facts_of(pool, HEAD "X-ROADBOOK-PLAN:" PLAN "\r\nX-ROADBOOK-START:2026-01-05\r\n",
                         &plan_id, &start));
    assert_string_equal(plan_id, PLAN);
    assert_int_equal(start, day_of(2026, 1, 5));
    assert_true(facts_of(pool,
                         "\xef\xbb\xbf"
                         "BEGIN:VCALENDAR\nX-ROADBOOK-PLAN:" PLAN "\nX-ROADBOOK-START:soon\n" TAIL,
                         &plan_id, &start));
    assert_int_equal(start, DAY_NONE);
    pool_free(pool);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_events),
        cmocka_unit_test(line_ends_and_marks_do_not_matter),
        cmocka_unit_test(tells_foreign_from_broken),
        cmocka_unit_test(says_whose_it_is),
        cmocka_unit_test(the_learners_own_is_kept),
        cmocka_unit_test(zones_are_found_by_name),
        cmocka_unit_test(days_are_those_of_the_feeds_clock),
        cmocka_unit_test(crowds_are_bounded),
        cmocka_unit_test(facts_stand_in_the_head),
    };

    return cmocka_run_group_tests_name("memory/feed/old_feed", tests, NULL, NULL);
}
