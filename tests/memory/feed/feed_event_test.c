/* Tests of events by their lines: what is whose, and which stamps follow. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
/* cmocka wants those before it. */
#include <string.h>
#include <cmocka.h>

#include "memory/feed/feed_event.h"

#define EVENT                                                                                      \
    "BEGIN:VEVENT\r\nUID:b\r\nDTSTAMP:20260102T030405Z\r\nLAST-MODIFIED:20260102T030406Z\r\n"      \
    "SEQUENCE:3\r\nDTSTART;VALUE=DATE:20260105\r\nDTEND;VALUE=DATE:20260106\r\nSUMMARY:Long "      \
    "and\r\n  folded\r\nCATEGORIES:Due\r\nSTATUS:CONFIRMED\r\nTRANSP:TRANSPARENT\r\n"
#define END "END:VEVENT\r\n"

static struct event_lines event_with(struct pool *pool, const char *start, const char *summary)
{
    return event_lines_read(
        pool, pool_print(pool,
                         "BEGIN:VEVENT\r\nUID:b\r\nDTSTART;VALUE=DATE:%s\r\nDTEND;VALUE=DATE:"
                         "20260106\r\nSUMMARY:%s\r\nCATEGORIES:Due\r\nSTATUS:CONFIRMED\r\n"
                         "TRANSP:TRANSPARENT\r\nEND:VEVENT\r\n",
                         start, summary));
}

static void fields_are_found(void **state)
{
    (void)state;
    struct pool *pool = pool_new();
    struct event_lines event = event_lines_read(pool, EVENT END);
    assert_true(event.stamps.stamped == 1767323045);
    assert_true(event.stamps.modified == 1767323046);
    assert_int_equal(event.stamps.sequence, 3);
    assert_string_equal(event.fields[FIELD_UID], "UID:b\n");
    assert_string_equal(event.fields[FIELD_START], "DTSTART;VALUE=DATE:20260105\n");
    assert_string_equal(event.fields[FIELD_SUMMARY], "SUMMARY:Long and folded\n");
    assert_string_equal(event.fields[FIELD_URL], "");
    assert_string_equal(event.extras, "");
    pool_free(pool);
}

/* Whatever another program writes beside ours comes along, and counts for no change. */
static void what_others_add_is_extra(void **state)
{
    (void)state;
    static const char extras[] = "X-MOZ-GENERATION:2\nCOMMENT;LANGUAGE=en:Room 4\n"
                                 "CATEGORIES;LANGUAGE=en:With\\, friends\n"
                                 "BEGIN:VALARM\nUID:c\nTRIGGER:-PT5M\nDTSTAMP:19990101T000000Z\n"
                                 "END:VALARM\n";
    struct pool *pool = pool_new();
    struct event_lines old = event_lines_read(
        pool, "BEGIN:VEVENT\r\nX-MOZ-GENERATION:2\r\nUID:b\r\nSTATUS:CONFIRMED\r\n"
              "DURATION:P1D\r\nCOMMENT;LANGUAGE=en:Room 4\r\nSUMMARY:Rye\r\n"
              "STATUS:CANCELLED\r\nCATEGORIES;LANGUAGE=en:Due,With\\, "
              "friends,Checklist\r\nBEGIN:VALARM\r\n"
              "UID:c\r\nTRIGGER:-PT5M\r\nDTSTAMP:19990101T000000Z\r\nEND:VALARM\r\nEND:VEVENT\r\n");
    assert_string_equal(old.fields[FIELD_UID], "UID:b\n");
    assert_string_equal(old.fields[FIELD_CATEGORIES], "CATEGORIES:Due\nCATEGORIES:Checklist\n");
    assert_string_equal(old.extras, extras);
    assert_true(old.stamps.stamped == -1);

    struct event_lines new = event_with(pool, "20260105", "Rye");
    event_lines_carry(&new, &old);
    assert_string_equal(new.extras, extras);
    assert_string_equal(new.fields[FIELD_STATUS], "STATUS:CANCELLED\n");
    assert_string_equal(new.fields[FIELD_TRANSPARENCY], "TRANSP:TRANSPARENT\n");
    pool_free(pool);
}

static void words_are_told_from_the_rest(void **state)
{
    (void)state;
    static const struct {
        const char *line;
        bool words;
    } cases[] = {{"COMMENT:Room 4", true},
                 {"location;X=y:Room 4", true},
                 {"ATTACH:https://example.org", true},
                 {"X-COMMENT:a", false},
                 {"BEGIN:VALARM\r\nATTACH:ring\r\nEND:VALARM", false},
                 {"PRIORITY:1", false}};
    struct pool *pool = pool_new();
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct event_lines event =
            event_lines_read(pool, pool_print(pool, EVENT "%s\r\n" END, cases[i].line));
        assert_int_equal(event_has_words(&event), cases[i].words);
    }
    pool_free(pool);
}

static void prints_in_a_fixed_order(void **state)
{
    (void)state;
    struct pool *pool = pool_new();
    struct text out = TEXT_INIT;
    struct event_lines event = event_lines_read(
        pool, "BEGIN:VEVENT\nTRANSP:OPAQUE\nSEQUENCE:1\nX-A:1\nURL:https://example.org\n"
              "LAST-MODIFIED:20260102T030406Z\nSUMMARY:S\nDTSTAMP:20260102T030405Z\nUID:b\n"
              "DTSTART:20260105T100000Z\nEND:VEVENT\n");
    event_lines_print(&event, &out);
    assert_string_equal(text_string(&out),
                        "BEGIN:VEVENT\nUID:b\nDTSTAMP:20260102T030405Z\n"
                        "LAST-MODIFIED:20260102T030406Z\nSEQUENCE:1\nDTSTART:20260105T100000Z\n"
                        "SUMMARY:S\nURL:https://example.org\nTRANSP:OPAQUE\nX-A:1\nEND:VEVENT\n");
    /* Once more changes nothing. */
    struct event_lines again = event_lines_read(pool, text_string(&out));
    struct text second = TEXT_INIT;
    event_lines_print(&again, &second);
    assert_string_equal(text_string(&second), text_string(&out));
    text_free(&out);
    text_free(&second);
    pool_free(pool);
}

static void stamps_follow_changes(void **state)
{
    (void)state;
    struct pool *pool = pool_new();
    struct event_lines old = event_lines_read(pool, EVENT "X-A:1\r\n" END);
    struct event_lines same = event_with(pool, "20260105", "Long and folded");
    struct stamps stamps = stamps_for(&old, &same, 2000000000);
    assert_true(stamps.stamped == 1767323045 && stamps.modified == 1767323046);
    assert_int_equal(stamps.sequence, 3);

    struct event_lines reworded = event_with(pool, "20260105", "Short");
    stamps = stamps_for(&old, &reworded, 2000000000);
    assert_true(stamps.stamped == 2000000000 && stamps.modified == 2000000000);
    assert_int_equal(stamps.sequence, 3);

    struct event_lines moved = event_with(pool, "20260104", "Long and folded");
    stamps = stamps_for(&old, &moved, 2000000000);
    assert_int_equal(stamps.sequence, 4);

    /* A clock that went back still makes later stamps. */
    stamps = stamps_for(&old, &moved, 5);
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
    struct event_lines old = event_with(pool, "20260105", "Long");
    struct event_lines new = event_with(pool, "20260105", "Short");
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
    struct event_lines event = event_lines_read(
        pool, "DTSTAMP:yesterday\nLAST-MODIFIED:20260102T030406Z\nSEQUENCE:-4\nUID:b\n");
    assert_true(event.stamps.stamped == -1);
    assert_int_equal(event.stamps.sequence, 0);
    struct stamps stamps = stamps_for(&event, &event, 1800000000);
    assert_true(stamps.stamped == 1800000000 && stamps.modified == 1800000000);
    pool_free(pool);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(fields_are_found),
        cmocka_unit_test(what_others_add_is_extra),
        cmocka_unit_test(words_are_told_from_the_rest),
        cmocka_unit_test(prints_in_a_fixed_order),
        cmocka_unit_test(stamps_follow_changes),
        cmocka_unit_test(a_change_is_stamped_later_than_both),
        cmocka_unit_test(bad_stamps_are_made_anew),
    };

    return cmocka_run_group_tests_name("memory/feed/feed_event", tests, NULL, NULL);
}
