/* Tests of reading the old feed and of what stamps follow from it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
/* cmocka wants those before it. */
#include <string.h>
#include <cmocka.h>

#include "memory/old_feed.h"

#define PRODUCT "-//test//EN"
#define EVENT                                                                                      \
    "BEGIN:VEVENT\r\nUID:b\r\nDTSTAMP:20260102T030405Z\r\nLAST-MODIFIED:20260102T030406Z\r\n"      \
    "SEQUENCE:3\r\nDTSTART;VALUE=DATE:20260105\r\nDTEND;VALUE=DATE:20260106\r\nSUMMARY:Long "      \
    "and\r\n  folded\r\nEND:VEVENT\r\n"
#define OTHER "BEGIN:VEVENT\r\nUID:a\r\nSUMMARY:No stamps\r\nEND:VEVENT\r\n"
#define HEAD  "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:" PRODUCT "\r\n"
#define TAIL  "END:VCALENDAR\r\n"

static const struct old_feed *read_feed(struct pool *pool, const char *text)
{
    return old_feed_read(pool, text, strlen(text), PRODUCT);
}

static void reads_events(void **state)
{
    (void)state;
    struct pool *pool = pool_new();
    const struct old_feed *feed = read_feed(pool, HEAD EVENT OTHER TAIL);
    assert_int_equal(feed->state, OLD_WHOLE);
    assert_int_equal(feed->count, 2);
    const struct old_event *event = old_feed_find(feed, "b");
    assert_non_null(event);
    assert_true(event->stamps.stamped == 1767323045);
    assert_true(event->stamps.modified == 1767323046);
    assert_int_equal(event->stamps.sequence, 3);
    assert_string_equal(event->start, "DTSTART;VALUE=DATE:20260105");
    assert_string_equal(event->content, "UID:b\nDTSTART;VALUE=DATE:20260105\n"
                                        "DTEND;VALUE=DATE:20260106\nSUMMARY:Long and folded\n");
    assert_null(old_feed_find(feed, "c"));
    pool_free(pool);
}

static void line_ends_do_not_matter(void **state)
{
    (void)state;
    struct pool *pool = pool_new();
    const struct old_feed *crlf = read_feed(pool, HEAD EVENT TAIL);
    const struct old_feed *lf =
        read_feed(pool, "BEGIN:VCALENDAR\nPRODID:" PRODUCT "\nBEGIN:VEVENT\nUID:b\n"
                        "DTSTART;VALUE=DATE:20260105\nDTEND;VALUE=DATE:20260106\n"
                        "SUMMARY:Long and folded\nEND:VEVENT\nEND:VCALENDAR");
    assert_int_equal(lf->state, OLD_WHOLE);
    assert_string_equal(old_feed_find(lf, "b")->content, old_feed_find(crlf, "b")->content);
    pool_free(pool);
}

static void tells_foreign_from_broken(void **state)
{
    (void)state;
    struct pool *pool = pool_new();
    assert_int_equal(read_feed(pool, "")->state, OLD_NONE);
    static const char *const foreign[] = {
        "hello", "\xff\xfe", "BEGIN:VCALENDAR", "BEGIN:VCALENDAR\r\n" TAIL,
        "BEGIN:VCALENDAR\r\nPRODID:-//other//EN\r\n" EVENT TAIL,
        /* our PRODID inside of an event does not count */
        "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nPRODID:" PRODUCT "\r\nEND:VEVENT\r\n" TAIL};
    for (size_t i = 0; i < sizeof foreign / sizeof foreign[0]; i++)
        assert_int_equal(read_feed(pool, foreign[i])->state, OLD_FOREIGN);
    static const char *const broken[] = {HEAD,
                                         HEAD EVENT,
                                         HEAD "BEGIN:VEVENT\r\nUID:a\r\n",
                                         HEAD EVENT TAIL EVENT,
                                         HEAD "BEGIN:VEVENT\r\n" TAIL,
                                         HEAD "BEGIN:VEVENT\r\n" EVENT TAIL};
    for (size_t i = 0; i < sizeof broken / sizeof broken[0]; i++)
        assert_int_equal(read_feed(pool, broken[i])->state, OLD_BROKEN);
    /* What is whole in a broken one is still known. */
    assert_non_null(old_feed_find(read_feed(pool, HEAD EVENT "BEGIN:VEV"), "b"));
    static const char binary[] = HEAD "X-A:\0\r\n" TAIL;
    assert_int_equal(old_feed_read(pool, binary, sizeof binary - 1, PRODUCT)->state, OLD_BROKEN);
    pool_free(pool);
}

static struct old_event event_with(struct pool *pool, const char *start, const char *summary)
{
    return event_lines(pool, pool_print(pool,
                                        "BEGIN:VEVENT\r\nUID:b\r\nDTSTAMP:20300101T000000Z\r\n"
                                        "DTSTART;VALUE=DATE:%s\r\nDTEND;VALUE=DATE:20260106\r\n"
                                        "SUMMARY:%s\r\nEND:VEVENT\r\n",
                                        start, summary));
}

static void stamps_follow_changes(void **state)
{
    (void)state;
    struct pool *pool = pool_new();
    const struct old_event *old = old_feed_find(read_feed(pool, HEAD EVENT TAIL), "b");
    struct old_event same = event_with(pool, "20260105", "Long and folded");
    struct stamps stamps = stamps_for(old, &same, 2000000000);
    assert_true(stamps.stamped == 1767323045 && stamps.modified == 1767323046);
    assert_int_equal(stamps.sequence, 3);

    struct old_event reworded = event_with(pool, "20260105", "Short");
    stamps = stamps_for(old, &reworded, 2000000000);
    assert_true(stamps.stamped == 2000000000 && stamps.modified == 2000000000);
    assert_int_equal(stamps.sequence, 3);

    struct old_event moved = event_with(pool, "20260104", "Long and folded");
    stamps = stamps_for(old, &moved, 2000000000);
    assert_int_equal(stamps.sequence, 4);

    /* A clock that went back still makes later stamps. */
    stamps = stamps_for(old, &moved, 5);
    assert_true(stamps.stamped == 1767323047 && stamps.modified == 1767323047);

    stamps = stamps_for(NULL, &same, 0);
    assert_true(stamps.stamped == 0 && stamps.modified == 0);
    assert_int_equal(stamps.sequence, 0);
    pool_free(pool);
}

/* By either of the old ones, whichever is the later. */
static void a_change_is_stamped_later_than_both(void **state)
{
    (void)state;
    struct pool *pool = pool_new();
    struct old_event old = event_with(pool, "20260105", "Long"), new = old;
    new.content = "Short";
    old.stamps = (struct stamps){200, 100, 0};
    assert_true(stamps_for(&old, &new, 150).stamped == 201);
    assert_true(stamps_for(&old, &new, 150).modified == 201);
    old.stamps = (struct stamps){100, 200, 0};
    assert_true(stamps_for(&old, &new, 150).stamped == 201);
    assert_true(stamps_for(&old, &new, 201).stamped == 201);
    pool_free(pool);
}

static void bad_stamps_are_made_anew(void **state)
{
    (void)state;
    struct pool *pool = pool_new();
    static const char *const bad[] = {"20261302T030405Z", "20260102T030405",  "yesterday",
                                      "20260102T250405Z", "-0260102T030405Z", "2026 102T030405Z"};
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        struct old_event event =
            event_lines(pool, pool_print(pool, "DTSTAMP:%s\nLAST-MODIFIED:%s\n", bad[i], bad[i]));
        assert_true(event.stamps.stamped == -1 && event.stamps.modified == -1);
        struct stamps stamps = stamps_for(&event, &event, 77);
        assert_true(stamps.stamped == 77 && stamps.modified == 77);
    }
    pool_free(pool);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_events),
        cmocka_unit_test(line_ends_do_not_matter),
        cmocka_unit_test(tells_foreign_from_broken),
        cmocka_unit_test(stamps_follow_changes),
        cmocka_unit_test(a_change_is_stamped_later_than_both),
        cmocka_unit_test(bad_stamps_are_made_anew),
    };

    return cmocka_run_group_tests_name("ics/stamps", tests, NULL, NULL);
}
