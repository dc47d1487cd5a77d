/* Tests of what becomes of the past. */
#include "support/feed_fixture.h"

#include <stdlib.h>

#include "ics/feed_events.h"
#include "memory/feed/feed_event.h"

#define PRODUCT "-//test//EN"
#define UID(n)  "00000000-0000-5000-8000-00000000000" n
#define NOW     1769904000 /* 2026-02-01 */

/* An old feed, and what the plan says now; today is 2026-01-15, in the plan's second week. */
struct ground {
    struct fixture f;
    struct feed_source source;
    struct text old;
    struct event events[8];
};

static int set_up(void **state)
{
    struct ground *ground = must_alloc(sizeof *ground);

    memset(ground, 0, sizeof *ground);
    fixture_init(&ground->f, "UTC");
    ground->source = (struct feed_source){.schedule = &ground->f.schedule,
                                          .events = ground->events,
                                          .today = day_of(2026, 1, 15),
                                          .now = NOW};
    *state = ground;
    return 0;
}

static int tear_down(void **state)
{
    struct ground *ground = *state;

    text_free(&ground->old);
    pool_free(ground->f.pool);
    free(ground);
    return 0;
}

static void add_old(struct ground *ground, const char *uid, int number, const char *summary)
{
    text_print(&ground->old,
               "BEGIN:VEVENT\nUID:%s\nDTSTAMP:20260101T000000Z\nLAST-MODIFIED:20260101T000000Z\n"
               "SEQUENCE:0\nDTSTART;VALUE=DATE:202601%02d\nDTEND;VALUE=DATE:202601%02d\n"
               "SUMMARY:%s\nCATEGORIES:Due\nSTATUS:CONFIRMED\nTRANSP:TRANSPARENT\nEND:VEVENT\n",
               uid, number, number + 1, summary);
}

static void plan(struct ground *ground, const char *uid, int number, const char *summary)
{
    ground->events[ground->source.count++] = (struct event){.uid = uid,
                                                            .date = day_of(2026, 1, number),
                                                            .start = -1,
                                                            .summary = summary,
                                                            .description = "",
                                                            .categories = {"Due"},
                                                            .url = ""};
}

/* The summaries of what comes of it, with their sequence where that is not 0, and the stamps' day
 * where that is the new one: "Rye/1* Wheat". */
static const char *outcome(struct ground *ground, const char *end)
{
    struct pool *pool = ground->f.pool;
    const char *bytes = pool_print(pool, "BEGIN:VCALENDAR\nPRODID:" PRODUCT "\n%s%s",
                                   text_string(&ground->old), end);
    struct text words = TEXT_INIT;

    ground->source.old = old_feed_read(pool, bytes, strlen(bytes), PRODUCT);
    struct feed_events events = feed_events_make(pool, &ground->source);
    for (size_t i = 0; i < events.count; i++) {
        struct event_lines lines = event_lines_read(pool, events.lines[i]);
        const char *summary = lines.fields[FIELD_SUMMARY] + strlen("SUMMARY:");
        text_print(&words, "%s%.*s", i > 0 ? " " : "", (int)strcspn(summary, "\n"), summary);
        if (lines.stamps.sequence > 0)
            text_print(&words, "/%d", lines.stamps.sequence);
        if (lines.stamps.modified >= NOW)
            text_add(&words, "*");
    }
    const char *result = pool_copy(pool, text_string(&words), words.length);
    text_free(&words);
    return result;
}

#define TAIL "END:VCALENDAR\n"

static void the_past_is_as_it_was(void **state)
{
    struct ground *ground = *state;

    add_old(ground, UID("1"), 6, "Gone");
    add_old(ground, UID("2"), 7, "Reworded");
    add_old(ground, UID("3"), 14, "Yesterday");
    add_old(ground, UID("4"), 15, "Today");
    add_old(ground, UID("5"), 16, "Later");
    add_old(ground, UID("6"), 17, "Left");
    plan(ground, UID("7"), 5, "Invented");
    plan(ground, UID("2"), 8, "Other");
    plan(ground, UID("4"), 15, "Now");
    plan(ground, UID("3"), 15, "Anew");
    plan(ground, UID("5"), 18, "Later");
    assert_string_equal(outcome(ground, TAIL), "Gone Reworded Yesterday Now* Anew* Later/1*");
}

/* Nothing of what is planned for past days is made up, but in a feed that is new. */
static void a_new_feed_holds_all(void **state)
{
    struct ground *ground = *state;

    plan(ground, UID("1"), 5, "Past");
    plan(ground, UID("2"), 20, "Future");
    assert_string_equal(outcome(ground, TAIL), "Past* Future*");
    add_old(ground, UID("2"), 20, "Future");
    assert_string_equal(outcome(ground, TAIL), "Future");
}

/* What a damaged feed lost of the past is made anew; what it has stays. */
static void a_damaged_feed_is_mended(void **state)
{
    struct ground *ground = *state;

    add_old(ground, UID("2"), 7, "Kept");
    plan(ground, UID("1"), 5, "Past");
    plan(ground, UID("2"), 7, "Other");
    plan(ground, UID("3"), 20, "Future");
    assert_string_equal(outcome(ground, ""), "Past* Kept Future*");
}

/* What was due in the past and is due again is there twice, and the second keeps its UID. */
static void what_is_put_off_comes_again(void **state)
{
    struct ground *ground = *state;
    struct pool *pool = ground->f.pool;

    add_old(ground, UID("1"), 7, "Due");
    plan(ground, UID("1"), 16, "Again");
    assert_string_equal(outcome(ground, TAIL), "Due Again*");
    struct feed_events events = feed_events_make(pool, &ground->source);
    struct event_lines again = event_lines_read(pool, events.lines[1]);
    const char *uid = pool_copy(pool, again.fields[FIELD_UID] + 4, 36);
    assert_string_not_equal(uid, UID("1"));
    assert_int_equal(uid[14], '5');

    add_old(ground, uid, 16, "Again");
    assert_string_equal(outcome(ground, TAIL), "Due Again");
    ground->events[0].date++;
    assert_string_equal(outcome(ground, TAIL), "Due Again/1*");
    /* and once more, when that has passed, too */
    ground->events[0].date += 10;
    ground->source.today += 5;
    assert_string_equal(outcome(ground, TAIL), "Due Again Again*");
}

/* Weeks of the past that were laid out anew on purpose are as they are now. */
static void thawed_weeks_are_made_anew(void **state)
{
    struct ground *ground = *state;

    add_old(ground, UID("1"), 6, "Gone");
    add_old(ground, UID("2"), 7, "Same");
    add_old(ground, UID("3"), 8, "Reworded");
    add_old(ground, UID("4"), 13, "Stays");
    plan(ground, UID("2"), 7, "Same");
    plan(ground, UID("3"), 8, "Other");
    plan(ground, UID("5"), 9, "New");
    plan(ground, UID("4"), 13, "Otherwise");
    assert_string_equal(outcome(ground, TAIL), "Gone Same Reworded Stays");
    ground->f.weeks[0].thawed = true;
    assert_string_equal(outcome(ground, TAIL), "Same Other* New* Stays");
}

/* An event that nobody can date is no past; words in what is gone are told. */
static void what_is_gone_is_counted(void **state)
{
    struct ground *ground = *state;

    add_old(ground, UID("1"), 20, "Gone\nCOMMENT:Ask Ada");
    add_old(ground, UID("2"), 20, "Gone");
    add_old(ground, UID("3"), 99, "Undated\nLOCATION:Here");
    add_old(ground, UID("4"), 5, "Past\nCOMMENT:Done");
    assert_string_equal(outcome(ground, TAIL), "Past");
    assert_int_equal(feed_events_make(ground->f.pool, &ground->source).lost_words, 2);
}

static void add_old_session(struct ground *ground, const char *uid, int number, const char *summary)
{
    text_print(&ground->old,
               "BEGIN:VEVENT\nUID:%s\nDTSTAMP:20260101T000000Z\nLAST-MODIFIED:20260101T000000Z\n"
               "SEQUENCE:0\nDTSTART;TZID=Asia/Tokyo:202601%02dT190000\n"
               "DTEND;TZID=Asia/Tokyo:202601%02dT200000\nSUMMARY:%s\nCATEGORIES:Study\n"
               "STATUS:CONFIRMED\nTRANSP:OPAQUE\nEND:VEVENT\n",
               uid, number, number, summary);
}

static void plan_session(struct ground *ground, const char *uid, int number, int minutes,
                         const char *summary)
{
    plan(ground, uid, number, summary);
    struct event *session = &ground->events[ground->source.count - 1];
    session->start = 19 * 60;
    session->minutes = minutes;
}

/* Where the feed was not built with the tracker, its past sessions are the plan's; those that tell
 * the same, though in another zone, stay to the letter, and so does all that is no session. */
static void sessions_of_corrected_days_are_the_plans(void **state)
{
    struct ground *ground = *state;
    const struct period days = {.from = day_of(2026, 1, 7), .to = day_of(2026, 1, 31)};

    add_old_session(ground, UID("1"), 6, "Before");
    add_old_session(ground, UID("2"), 7, "Same");
    add_old_session(ground, UID("3"), 8, "Longer");
    add_old_session(ground, UID("4"), 9, "Otherwise");
    add_old_session(ground, UID("5"), 10, "Gone\nCOMMENT:Ask Ada");
    add_old(ground, UID("6"), 10, "Due");
    plan(ground, UID("7"), 9, "Invented");
    plan_session(ground, UID("2"), 7, 60, "Same");
    plan_session(ground, UID("3"), 8, 90, "Longer");
    plan_session(ground, UID("4"), 9, 60, "Other");
    plan_session(ground, UID("8"), 11, 60, "New");
    assert_string_equal(outcome(ground, TAIL), "Before Same Longer Otherwise Gone Due");
    assert_int_equal(feed_events_make(ground->f.pool, &ground->source).corrections, 0);
    ground->source.corrected = &days;
    assert_string_equal(outcome(ground, TAIL), "Before Same Longer/1* Other/1* Due New*");
    struct feed_events events = feed_events_make(ground->f.pool, &ground->source);
    assert_int_equal(events.corrections, 4);
    assert_int_equal(events.lost_words, 1);
    assert_non_null(strstr(events.lines[1], "Asia/Tokyo"));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(the_past_is_as_it_was),
        TEST(a_new_feed_holds_all),
        TEST(a_damaged_feed_is_mended),
        TEST(what_is_put_off_comes_again),
        TEST(thawed_weeks_are_made_anew),
        TEST(what_is_gone_is_counted),
        TEST(sessions_of_corrected_days_are_the_plans),
    };

    return cmocka_run_group_tests_name("ics/feed_events", tests, NULL, NULL);
}
