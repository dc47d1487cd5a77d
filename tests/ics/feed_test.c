/* Tests of the feed as a whole: its bytes, and what becomes of an old one. */
#include "support/feed_fixture.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "export.h"

#define NOW 1767268800 /* 2026-01-01 12:00 UTC */

/* A plan, and where its feed stands. */
struct ground {
    struct fixture f;
    struct edition edition;
    char folder[64], path[96];
    struct text feed;
};

static int set_up(void **state)
{
    struct ground *ground = must_alloc(sizeof *ground);

    memset(ground, 0, sizeof *ground);
    fixture_init(&ground->f, "Europe/Berlin");
    const char *base = getenv("TMPDIR");
    snprintf(ground->folder, sizeof ground->folder, "%.40s/feed-XXXXXX", base ? base : "/tmp");
    if (!mkdtemp(ground->folder))
        return -1;
    snprintf(ground->path, sizeof ground->path, "%s/plan.ics", ground->folder);
    ground->edition = (struct edition){
        .schedule = &ground->f.schedule, .today = 20454, .now = NOW, .path = ground->path};
    report_reset();
    report_verbosity(-1);
    *state = ground;
    return 0;
}

static int tear_down(void **state)
{
    struct ground *ground = *state;

    unlink(ground->path);
    rmdir(ground->folder);
    text_free(&ground->feed);
    pool_free(ground->f.pool);
    free(ground);
    report_reset();
    return 0;
}

static void write_bytes(const struct ground *ground, const char *bytes, size_t length)
{
    FILE *file = fopen(ground->path, "wb");

    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, length, file), length);
    assert_int_equal(fclose(file), 0);
}

static enum render_result render(struct ground *ground)
{
    text_clear(&ground->feed);
    return feed_exporter.render(&ground->edition, &ground->feed);
}

/* Renders what must be a new feed, and puts it in its place. */
static void render_and_write(struct ground *ground)
{
    assert_int_equal(render(ground), RENDERED);
    write_bytes(ground, ground->feed.bytes, ground->feed.length);
}

/* The VEVENT with that UID, in a buffer of its own. */
static const char *event_of(const struct ground *ground, const char *uid)
{
    static char event[4096];
    char line[64];

    snprintf(line, sizeof line, "BEGIN:VEVENT\r\nUID:%s\r\n", uid);
    const char *start = strstr(ground->feed.bytes, line);
    assert_non_null(start);
    const char *end = strstr(start, "END:VEVENT\r\n");
    assert_non_null(end);
    snprintf(event, sizeof event, "%.*s", (int)(end - start), start);
    return event;
}

static void assert_holds(const char *text, const char *words)
{
    if (!strstr(text, words))
        fail_msg("\"%s\" is not in:\n%s", words, text);
}

static void assert_clean(const struct ground *ground)
{
    char command[256];

    write_bytes(ground, ground->feed.bytes, ground->feed.length);
    snprintf(command, sizeof command, "tests/check/feed_lint.py '%s' >&2", ground->path);
    int status = system(command);
    assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 0);
}

static void writes_a_calendar(void **state)
{
    struct ground *ground = *state;

    assert_int_equal(render(ground), RENDERED);
    const char *feed = ground->feed.bytes;
    assert_ptr_equal(strstr(feed, "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:"), feed);
    assert_holds(feed, "\r\nNAME:Bread\\, from scratch\r\n");
    assert_holds(feed, "\r\nX-WR-TIMEZONE:Europe/Berlin\r\n");
    assert_holds(feed, "\r\nLAST-MODIFIED:20260101T120000Z\r\nREFRESH-INTERVAL;VALUE=DURATION:"
                       "PT6H\r\n");
    assert_null(strstr(feed, "METHOD"));
    assert_null(strstr(feed, "X-LIC"));
    const char *session = event_of(ground, ground->f.sessions[1].id);
    assert_holds(session, "\r\nDTSTAMP:20260101T120000Z\r\nLAST-MODIFIED:20260101T120000Z\r\n"
                          "SEQUENCE:0\r\nDTSTART;TZID=Europe/Berlin:20260113T190000\r\n"
                          "DTEND;TZID=Europe/Berlin:20260113T203000\r\n"
                          "SUMMARY:Kneading\\; folding\r\n");
    assert_holds(session, "\r\nSTATUS:CONFIRMED\r\nTRANSP:OPAQUE\r\n");
    const char *milestone = event_of(ground, ground->f.items[MILESTONE].id);
    assert_holds(milestone, "\r\nDTSTART;VALUE=DATE:20260111\r\nDTEND;VALUE=DATE:20260112\r\n");
    assert_holds(milestone, "\r\nTRANSP:TRANSPARENT\r\n");
    const char *review = event_of(ground, ground->f.sessions[2].id);
    assert_holds(review, "\r\nCATEGORIES:Study\r\nCATEGORIES:Review\r\n");
    assert_clean(ground);
}

static void utc_needs_no_zone(void **state)
{
    struct ground *ground = *state;

    ground->f.schedule.rhythm.timezone = "UTC";
    assert_int_equal(render(ground), RENDERED);
    assert_null(strstr(ground->feed.bytes, "VTIMEZONE"));
    assert_null(strstr(ground->feed.bytes, "TZID"));
    assert_holds(event_of(ground, ground->f.sessions[0].id),
                 "\r\nDTSTART:20260106T190000Z\r\nDTEND:20260106T203000Z\r\n");
    assert_clean(ground);
}

static void stays_the_same_whatever_the_clock_says(void **state)
{
    struct ground *ground = *state;

    render_and_write(ground);
    ground->edition.now += 86400;
    assert_int_equal(render(ground), RENDERED_SAME);
    ground->edition.now = 0;
    assert_int_equal(render(ground), RENDERED_SAME);
}

static void stamps_only_what_changed(void **state)
{
    struct ground *ground = *state;

    render_and_write(ground);
    ground->f.sessions[0].focus = "Rye";
    ground->f.sessions[1].start += 60;
    ground->edition.now += 3600;
    render_and_write(ground);
    assert_holds(event_of(ground, ground->f.sessions[0].id),
                 "DTSTAMP:20260101T130000Z\r\nLAST-MODIFIED:20260101T130000Z\r\nSEQUENCE:0\r\n");
    assert_holds(event_of(ground, ground->f.sessions[1].id),
                 "DTSTAMP:20260101T130000Z\r\nLAST-MODIFIED:20260101T130000Z\r\nSEQUENCE:1\r\n");
    assert_holds(event_of(ground, ground->f.sessions[2].id),
                 "DTSTAMP:20260101T120000Z\r\nLAST-MODIFIED:20260101T120000Z\r\nSEQUENCE:0\r\n");
    assert_holds(ground->feed.bytes, "\r\nLAST-MODIFIED:20260101T130000Z\r\nREFRESH");
    assert_clean(ground);

    /* Back again, with a clock that stands: later than before all the same. */
    ground->f.sessions[1].start -= 60;
    render_and_write(ground);
    assert_holds(event_of(ground, ground->f.sessions[1].id),
                 "DTSTAMP:20260101T130001Z\r\nLAST-MODIFIED:20260101T130001Z\r\nSEQUENCE:2\r\n");
    /* What is gone is left out. */
    ground->f.schedule.session_count = 2;
    assert_int_equal(render(ground), RENDERED);
    assert_null(strstr(ground->feed.bytes, ground->f.sessions[2].id));
}

static void replaces_no_other_file(void **state)
{
    struct ground *ground = *state;
    static const char foreign[] = "BEGIN:VCALENDAR\r\nPRODID:-//mine//EN\r\nEND:VCALENDAR\r\n";

    write_bytes(ground, foreign, sizeof foreign - 1);
    assert_int_equal(render(ground), RENDER_FAILED);
    assert_int_equal(report_status(false), STATUS_SYSTEM);
    assert_int_equal(ground->feed.length, 0);
    ground->edition.force = true;
    assert_int_equal(render(ground), RENDERED_OVER_CHANGES);
    assert_clean(ground);
}

static void mends_a_damaged_feed(void **state)
{
    struct ground *ground = *state;

    render_and_write(ground);
    const char *last = strstr(ground->feed.bytes, ground->f.sessions[2].id);
    write_bytes(ground, ground->feed.bytes, (size_t)(last - ground->feed.bytes) + 99);
    ground->edition.now += 3600;
    assert_int_equal(render(ground), RENDERED_OVER_CHANGES);
    assert_int_equal(report_status(true), STATUS_BAD_INPUT); /* a warning */
    assert_int_equal(report_status(false), STATUS_DONE);
    assert_holds(event_of(ground, ground->f.sessions[0].id), "DTSTAMP:20260101T120000Z");
    assert_holds(event_of(ground, ground->f.sessions[2].id), "DTSTAMP:20260101T130000Z");
    assert_clean(ground);

    report_reset();
    write_bytes(ground, "", 0);
    assert_int_equal(render(ground), RENDERED);
    assert_int_equal(report_status(true), STATUS_DONE);
}

/* The same whatever day it is: what is past says what the plan says. */
static void stays_the_same_at_any_later_day(void **state)
{
    struct ground *ground = *state;

    render_and_write(ground);
    for (int i = 0; i < 400; i++) {
        ground->edition.today++;
        ground->edition.now += 86400;
        assert_int_equal(render(ground), RENDERED_SAME);
    }
}

/* An edit of the feed that stands there: WORDS become those of INSTEAD. */
static void edit(const struct ground *ground, const char *words, const char *instead)
{
    struct text text = TEXT_INIT;
    const char *at = strstr(ground->feed.bytes, words);

    assert_non_null(at);
    text_add_bytes(&text, ground->feed.bytes, (size_t)(at - ground->feed.bytes));
    text_print(&text, "%s%s", instead, at + strlen(words));
    write_bytes(ground, text.bytes, text.length);
    text_free(&text);
}

/* A deletion alone makes the calendar newer, and so does its name. */
static void whatever_changes_makes_it_newer(void **state)
{
    struct ground *ground = *state;

    render_and_write(ground);
    ground->f.schedule.session_count = 2;
    ground->edition.now += 3600;
    render_and_write(ground);
    assert_holds(ground->feed.bytes, "\r\nLAST-MODIFIED:20260101T130000Z\r\nREFRESH");
    assert_int_equal(render(ground), RENDERED_SAME);
    ground->f.plan.title = prose_of("Bread");
    render_and_write(ground); /* by a clock that stands */
    assert_holds(ground->feed.bytes, "\r\nLAST-MODIFIED:20260101T130001Z\r\nREFRESH");
    assert_clean(ground);
}

#define ALARM "BEGIN:VALARM\r\nUID:a\r\nACTION:DISPLAY\r\nTRIGGER:-PT5M\r\nEND:VALARM\r\n"
#define LUNCH                                                                                      \
    "BEGIN:VEVENT\r\nUID:lunch@example.org\r\nDTSTART;TZID=\"Asia/Tokyo\":20260107T120000\r\n"     \
    "SUMMARY:Lunch\r\nEND:VEVENT\r\n"
#define TOKYO "BEGIN:VTIMEZONE\r\nTZID:Asia/Tokyo\r\nX-MINE:1\r\nEND:VTIMEZONE\r\n"
#define OSLO  "BEGIN:VTIMEZONE\r\nTZID:Europe/Oslo\r\nEND:VTIMEZONE\r\n"

/* What the learner put beside ours stays through a change of ours, and through none. */
static void what_the_learner_added_stays(void **state)
{
    struct ground *ground = *state;

    render_and_write(ground);
    edit(ground, "SUMMARY:Kneading\\; folding\r\n",
         "COMMENT:Ask Ada\r\nSUMMARY:Kneading\\; folding\r\n");
    assert_int_equal(render(ground), RENDERED); /* the comment goes behind ours */
    assert_holds(event_of(ground, ground->f.sessions[1].id), "DTSTAMP:20260101T120000Z");
    write_bytes(ground, ground->feed.bytes, ground->feed.length);
    assert_int_equal(render(ground), RENDERED_SAME);
    edit(ground, "TRANSP:OPAQUE\r\nCOMMENT:Ask Ada\r\n",
         "TRANSP:TRANSPARENT\r\nCATEGORIES:Fun\r\nCOMMENT:Ask Ada\r\n" ALARM);
    assert_int_equal(render(ground), RENDERED_SAME);
    edit(ground, "END:VCALENDAR", OSLO TOKYO LUNCH "X-MINE;A=b:c\r\nEND:VCALENDAR");
    render_and_write(ground);
    ground->f.sessions[1].focus = "Rye";
    ground->edition.now += 3600;
    render_and_write(ground);
    const char *event = event_of(ground, ground->f.sessions[1].id);
    assert_holds(event, "DTSTAMP:20260101T130000Z");
    assert_holds(event, "SUMMARY:Rye");
    assert_holds(ground->feed.bytes, "\r\nX-MINE;A=b:c\r\nBEGIN:VTIMEZONE");
    assert_holds(ground->feed.bytes, "END:VTIMEZONE\r\n" TOKYO "BEGIN:VEVENT\r\nUID:0");
    assert_holds(ground->feed.bytes, "END:VEVENT\r\n" LUNCH "END:VCALENDAR\r\n");
    assert_null(strstr(ground->feed.bytes, "Oslo"));
    ground->edition.now += 3600;
    assert_int_equal(render(ground), RENDERED_SAME);
}

/* Where an event that is no more holds words of the learner's, the old feed is kept. */
static void words_are_not_lost(void **state)
{
    struct ground *ground = *state;

    render_and_write(ground);
    edit(ground, "SUMMARY:Monthly", "PRIORITY:1\r\nSUMMARY:Monthly");
    ground->f.schedule.session_count = 2;
    assert_int_equal(render(ground), RENDERED);
    ground->f.schedule.session_count = 3;
    render_and_write(ground);
    edit(ground, "SUMMARY:Monthly", "COMMENT:Ask Ada\r\nSUMMARY:Monthly");
    ground->f.schedule.session_count = 2;
    assert_int_equal(render(ground), RENDERED_OVER_CHANGES);
    assert_int_equal(report_status(true), STATUS_DONE); /* a note */
}

static void replaces_no_other_plans_feed(void **state)
{
    struct ground *ground = *state;
    const char *id = ground->f.plan.id;

    render_and_write(ground);
    ground->f.plan.id = "00000000-0000-5000-8000-999999999999";
    assert_int_equal(render(ground), RENDER_FAILED);
    assert_int_equal(report_status(false), STATUS_SYSTEM);
    assert_int_equal(ground->feed.length, 0);
    report_reset();
    ground->edition.force = true;
    ground->edition.today += 400;
    assert_int_equal(render(ground), RENDERED_OVER_CHANGES);
    assert_clean(ground);
    /* all is as if there was no other */
    assert_holds(event_of(ground, ground->f.sessions[0].id), "SEQUENCE:0");
    ground->f.plan.id = id;
}

/* A first edition does not say whose it is: by its name, or by one event. */
static void knows_first_editions(void **state)
{
    struct ground *ground = *state;
    static const char line[] =
        "X-ROADBOOK-PLAN:00000000-0000-5000-8000-000000000000\r\nX-ROADBOOK-START:2026-01-05\r\n";

    render_and_write(ground);
    edit(ground, line, "");
    assert_int_equal(render(ground), RENDERED);
    ground->f.plan.title = prose_of("Rolls");
    assert_int_equal(render(ground), RENDERED);
    ground->f.schedule.session_count = 0;
    ground->f.plan.item_count = ground->f.plan.section_count = 0;
    assert_int_equal(render(ground), RENDER_FAILED);
    ground->f.plan.title = prose_of("Bread, from scratch");
    report_reset();
    assert_int_equal(render(ground), RENDERED);
}

static size_t count_events(const struct ground *ground)
{
    size_t count = 0;

    for (const char *at = ground->feed.bytes; (at = strstr(at, "BEGIN:VEVENT")); at++)
        count++;
    return count;
}

/* A week later: what was before today is as it was, whatever becomes of the plan; what is to come
 * follows it. */
static void the_past_stands(void **state)
{
    struct ground *ground = *state;
    struct session *sessions = ground->f.sessions;
    char first[4096];

    render_and_write(ground);
    size_t count = count_events(ground);
    snprintf(first, sizeof first, "%s", event_of(ground, sessions[0].id));
    ground->edition.today = sessions[0].date + 5; /* a Sunday: the milestone's day was Sunday */
    ground->edition.now += 12 * DAY_SECONDS;
    assert_int_equal(render(ground), RENDERED_SAME); /* the day alone changes nothing */
    assert_holds(ground->feed.bytes, "X-ROADBOOK-LAYOUT:");
    sessions[0].focus = "Something else";
    sessions[0].start = 6 * 60;
    sessions[1].focus = "Kneading once more";
    ground->f.items[MILESTONE].title = prose_of("First loaf eaten");
    ground->f.schedule.rhythm.timezone = "Asia/Tokyo";
    assert_int_equal(render(ground), RENDERED);
    assert_string_equal(event_of(ground, sessions[0].id), first);
    assert_holds(event_of(ground, sessions[1].id), "SUMMARY:Kneading once more");
    assert_holds(event_of(ground, sessions[1].id), "TZID=Asia/Tokyo");
    assert_holds(ground->feed.bytes, "TZID:Europe/Berlin"); /* which the past still needs */
    assert_int_equal(count_events(ground), count);
    assert_null(strstr(ground->feed.bytes, "X-ROADBOOK-LAYOUT:")); /* its past is its own now */
    assert_clean(ground);
    /* Gone from the plan, and come to it in the past: neither shows. */
    sessions[0].id = "00000000-0000-5000-8000-900000000000";
    assert_int_equal(render(ground), RENDERED_SAME);
    /* In a week that was laid out anew on purpose both do. */
    ground->f.weeks[0].thawed = true;
    ground->edition.now += 60;
    assert_int_equal(render(ground), RENDERED);
    assert_holds(event_of(ground, sessions[0].id), "SUMMARY:Something else");
    assert_int_equal(count_events(ground), count);
    assert_holds(ground->feed.bytes, "\r\nLAST-MODIFIED:20260113T120100Z");
    assert_clean(ground);
}

/* One name on two days: the past keeps it, and what comes gets another. */
/* A tracker remembers the first session otherwise than the feed has it. */
static void a_tracker_built_alone_is_right(void **state)
{
    struct ground *ground = *state;
    struct session *session = &ground->f.sessions[0];
    struct past_session known = {.date = session->date, .start = 360, .minutes = 45};
    const struct past_week week = {
        .first = ground->f.weeks[0].first, .last = ground->f.weeks[0].last, .session_count = 1};
    struct memory memory = {
        .past = {.weeks = &week, .week_count = 1, .sessions = &known, .session_count = 1}};
    char first[4096];

    known.id = session->id;
    render_and_write(ground);
    snprintf(first, sizeof first, "%s", event_of(ground, session->id));
    ground->edition.today = session->date + 7;
    ground->edition.memory = &memory;
    ground->f.schedule.rhythm.past = &memory.past;
    session->start = 360;
    session->minutes = 45;
    memory.past.damaged = true; /* then the feed knows it better */
    assert_int_equal(render(ground), RENDERED);
    assert_string_equal(event_of(ground, session->id), first);
    assert_null(strstr(ground->feed.bytes, "X-ROADBOOK-LAYOUT:"));
    memory.past.damaged = false;
    assert_int_equal(render(ground), RENDERED);
    assert_holds(event_of(ground, session->id), "Berlin:20260106T060000\r\n");
    assert_holds(ground->feed.bytes, "X-ROADBOOK-LAYOUT:");
    assert_clean(ground);
}

static void an_event_moves_out_of_the_past(void **state)
{
    struct ground *ground = *state;
    struct session *session = &ground->f.sessions[0];

    render_and_write(ground);
    size_t count = count_events(ground);
    ground->edition.today = session->date + 1;
    session->date += 3;
    assert_int_equal(render(ground), RENDERED);
    assert_holds(event_of(ground, session->id), "DTSTART;TZID=Europe/Berlin:20260106");
    assert_holds(ground->feed.bytes, "DTSTART;TZID=Europe/Berlin:20260109");
    assert_int_equal(count_events(ground), count + 1);
    write_bytes(ground, ground->feed.bytes, ground->feed.length);
    for (int days = 0; days < 9; days++) {
        ground->edition.today++;
        ground->edition.now += DAY_SECONDS;
        assert_int_equal(render(ground), RENDERED_SAME);
    }
    assert_clean(ground);
}

/* What other programs put before it does not make it another's. */
static void a_byte_order_mark(void **state)
{
    struct ground *ground = *state;

    render_and_write(ground);
    edit(ground, "BEGIN:VCALENDAR",
         "\xef\xbb\xbf"
         "BEGIN:VCALENDAR");
    ground->edition.now += 3600;
    assert_int_equal(render(ground), RENDERED);
    assert_holds(event_of(ground, ground->f.sessions[1].id), "DTSTAMP:20260101T120000Z");
    assert_clean(ground);
}

static void folder_in_the_way(void **state)
{
    struct ground *ground = *state;

    ground->edition.path = ground->folder;
    assert_int_equal(render(ground), RENDER_FAILED);
    assert_int_equal(report_status(false), STATUS_SYSTEM);
}

static void unknown_zone(void **state)
{
    struct ground *ground = *state;

    ground->f.schedule.rhythm.timezone = "Europe/Atlantis";
    assert_int_equal(render(ground), RENDER_FAILED);
    assert_int_equal(report_status(false), STATUS_BAD_INPUT);
}

/* Sessions that a change of clocks touches are given in UTC and keep their length. */
static void changes_of_clocks(void **state)
{
    struct ground *ground = *state;
    struct session *sessions = ground->f.sessions;

    ground->f.schedule.rhythm.timezone = "America/New_York";
    ground->f.schedule.end = day_of(2026, 11, 30);
    sessions[0].date = day_of(2026, 3, 8); /* 2:30 is skipped */
    sessions[0].start = 150;
    sessions[1].date = day_of(2026, 3, 8); /* from before the gap to behind it */
    sessions[1].start = 90;
    sessions[2].date = day_of(2026, 11, 1); /* the first of two times 1:15 */
    sessions[2].start = 75;
    sessions[2].minutes = 30;
    assert_int_equal(render(ground), RENDERED);
    assert_holds(event_of(ground, sessions[0].id),
                 "DTSTART:20260308T073000Z\r\nDTEND:20260308T090000Z\r\n");
    assert_holds(event_of(ground, sessions[1].id),
                 "DTSTART:20260308T063000Z\r\nDTEND:20260308T080000Z\r\n");
    assert_holds(event_of(ground, sessions[2].id),
                 "DTSTART;TZID=America/New_York:20261101T011500\r\n"
                 "DTEND;TZID=America/New_York:20261101T014500\r\n");
    assert_clean(ground);
    sessions[2].minutes = 60;
    assert_int_equal(render(ground), RENDERED);
    assert_holds(event_of(ground, sessions[2].id),
                 "DTSTART:20261101T051500Z\r\nDTEND:20261101T061500Z\r\n");
}

static void any_text_is_text(void **state)
{
    struct ground *ground = *state;

    ground->f.sessions[0].focus =
        "x\r\nEND:VEVENT\r\nATTENDEE:mailto:a@b\x1b[0m \xff, ; \\n \xe2\x80\xa8 \"q\" "
        "\xe6\xbc\xa2\xe5\xad\x97\xe6\xbc\xa2\xe5\xad\x97\xe6\xbc\xa2\xe5\xad\x97\xe6\xbc\xa2"
        "\xe5\xad\x97\xe6\xbc\xa2\xe5\xad\x97\xe6\xbc\xa2\xe5\xad\x97\xe6\xbc\xa2\xe5\xad\x97";
    ground->f.categories[0].name = "\t=1+1\n";
    ground->f.plan.title = prose_of("A\nB: \\ ; ,");
    assert_int_equal(render(ground), RENDERED);
    assert_null(strstr(ground->feed.bytes, "\nATTENDEE"));
    assert_clean(ground);
    ground->edition.now += 60;
    assert_int_equal(render(ground), RENDERED_SAME);
}

static void warns_of_size(void **state)
{
    struct ground *ground = *state;
    enum { MANY = 1100 };
    struct session *many = pool_alloc(ground->f.pool, MANY * sizeof *many);

    for (int i = 0; i < MANY; i++) {
        many[i] = ground->f.sessions[0];
        many[i].id = pool_print(ground->f.pool, "00000000-0000-5000-8000-4%011d", i);
        many[i].date += i / 4;
    }
    ground->f.schedule.sessions = many;
    ground->f.schedule.session_count = MANY;
    assert_int_equal(render(ground), RENDERED);
    size_t count;
    const struct finding *findings = report_findings(&count);
    assert_int_equal(count, 1);
    assert_int_equal(findings[0].rule, RULE_FEED_SIZE);
    ground->f.schedule.session_count = 900;
    report_reset();
    assert_int_equal(render(ground), RENDERED);
    report_findings(&count);
    assert_int_equal(count, 0);
}

static void empty_plan(void **state)
{
    struct ground *ground = *state;

    ground->f.schedule.session_count = 0;
    ground->f.plan.item_count = ground->f.plan.section_count = 0;
    render_and_write(ground);
    assert_clean(ground);
    ground->edition.now += 60;
    assert_int_equal(render(ground), RENDERED_SAME);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(writes_a_calendar),
        TEST(utc_needs_no_zone),
        TEST(stays_the_same_whatever_the_clock_says),
        TEST(stamps_only_what_changed),
        TEST(replaces_no_other_file),
        TEST(mends_a_damaged_feed),
        TEST(stays_the_same_at_any_later_day),
        TEST(whatever_changes_makes_it_newer),
        TEST(what_the_learner_added_stays),
        TEST(words_are_not_lost),
        TEST(replaces_no_other_plans_feed),
        TEST(knows_first_editions),
        TEST(the_past_stands),
        TEST(a_tracker_built_alone_is_right),
        TEST(an_event_moves_out_of_the_past),
        TEST(a_byte_order_mark),
        TEST(folder_in_the_way),
        TEST(unknown_zone),
        TEST(changes_of_clocks),
        TEST(any_text_is_text),
        TEST(warns_of_size),
        TEST(empty_plan),
    };

    return cmocka_run_group_tests_name("ics/feed", tests, NULL, NULL);
}
