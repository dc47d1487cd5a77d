/* Tests of which events a plan has, and of the words in them. */
#include "support/feed_fixture.h"

#include "ics/events.h"

static const struct event *find(const struct event *events, size_t count, const char *uid)
{
    for (size_t i = 0; i < count; i++) {
        if (strcmp(events[i].uid, uid) == 0)
            return &events[i];
    }
    return NULL;
}

static void collects_what_is_dated(void **state)
{
    (void)state;
    struct fixture f;
    size_t count;
    fixture_init(&f, "UTC");
    const struct event *events = events_collect(f.pool, &f.schedule, &count);
    /* Three sessions, a milestone, a task, checklist, questions and the project of a section. */
    assert_int_equal(count, 8);
    assert_null(find(events, count, f.items[DROPPED].id));
    assert_null(find(events, count, f.items[SUBTASK].id));
    assert_null(find(events, count, f.items[CHECK_A].id));
    assert_null(find(events, count, f.items[QUESTION].id));
    assert_null(find(events, count, f.items[VISIT].id));
    for (size_t i = 1; i < count; i++)
        assert_true(events[i - 1].date <= events[i].date);
    pool_free(f.pool);
}

static void sessions_are_timed(void **state)
{
    (void)state;
    struct fixture f;
    size_t count;
    fixture_init(&f, "UTC");
    const struct event *events = events_collect(f.pool, &f.schedule, &count);
    const struct event *first = find(events, count, f.sessions[0].id);
    assert_int_equal(first->start, 1140);
    assert_int_equal(first->minutes, 90);
    assert_string_equal(first->summary, "Flour, chapter 1");
    assert_string_equal(first->categories[0], "Study");
    assert_null(first->categories[1]);
    assert_string_equal(first->url, "https://example.org/dough?a=b%20c");
    assert_string_equal(first->description, "Baking/Reading: Flour, chapter 1\n"
                                            "Week 1, phase 1: Flour & Water\n"
                                            "https://example.org/dough?a=b%20c");
    const struct event *review = find(events, count, f.sessions[2].id);
    assert_string_equal(review->summary, "Monthly review \xc2\xb7 Baking");
    assert_string_equal(review->categories[0], "Study");
    assert_string_equal(review->categories[1], "Review");
    pool_free(f.pool);
}

static void all_day_events(void **state)
{
    (void)state;
    struct fixture f;
    size_t count;
    fixture_init(&f, "UTC");
    const struct event *events = events_collect(f.pool, &f.schedule, &count);
    const struct event *task = find(events, count, f.items[TASK].id);
    assert_int_equal(task->start, -1);
    assert_string_equal(task->summary, "Sourdough \xc2\xb7 due");
    assert_string_equal(task->categories[0], "Due");
    assert_string_equal(task->description, "From flour, water and time\nTasks\nPhase 1: Flour & "
                                           "Water\nhttps://example.org/dough?a=b%20c");
    const struct event *milestone = find(events, count, f.items[MILESTONE].id);
    assert_string_equal(milestone->summary, "First loaf given away");
    assert_int_equal(milestone->date, day_of(2026, 1, 11));
    /* Without a date of its own, the checklist is due with its last item. */
    const struct event *checks = find(events, count, f.sections[CHECKS_HEAD].id);
    assert_int_equal(checks->date, day_of(2026, 1, 25));
    assert_string_equal(checks->summary, "Exit Checklist \xc2\xb7 Flour & Water");
    assert_string_equal(checks->description, "- The crust cracks\n- The crumb is open");
    const struct event *questions = find(events, count, f.items[QUESTIONS].id);
    assert_string_equal(questions->summary, "Halfway \xc2\xb7 Questions");
    assert_string_equal(questions->categories[0], "Review");
    assert_string_equal(questions->description, "- Do I enjoy it?");
    const struct event *bakery = find(events, count, f.sections[BAKERY_HEAD].id);
    assert_string_equal(bakery->summary, "Visit a Bakery");
    assert_string_equal(bakery->categories[0], "Due");
    pool_free(f.pool);
}

static void section_with_two_kinds_is_one_event(void **state)
{
    (void)state;
    struct fixture f;
    size_t count;
    fixture_init(&f, "UTC");
    f.items[VISIT].kind = ITEM_CHECK;
    f.items[DROPPED].kind = ITEM_CHECK; /* dropped: makes no event of its section */
    const struct event *events = events_collect(f.pool, &f.schedule, &count);
    assert_int_equal(count, 8);
    assert_string_equal(find(events, count, f.sections[BAKERY_HEAD].id)->categories[0],
                        "Checklist");
    assert_null(find(events, count, f.sections[MILESTONES_HEAD].id));
    pool_free(f.pool);
}

static void only_the_web_is_linked(void **state)
{
    (void)state;
    struct fixture f;
    size_t count;
    fixture_init(&f, "UTC");
    f.items[TASK].link = "javascript:alert(1)";
    const struct event *events = events_collect(f.pool, &f.schedule, &count);
    assert_string_equal(find(events, count, f.items[TASK].id)->url, "");
    f.items[TASK].link = "http://example.org/\xc3\xa9\r\nX-EVIL:1";
    events = events_collect(f.pool, &f.schedule, &count);
    assert_string_equal(find(events, count, f.items[TASK].id)->url,
                        "http://example.org/%C3%A9%0D%0AX-EVIL:1");
    pool_free(f.pool);
}

/* The first address among what a session works at. */
static void a_session_leads_where_its_work_does(void **state)
{
    (void)state;
    struct fixture f;
    size_t count;
    fixture_init(&f, "UTC");
    const struct item *const worked[] = {&f.items[SUBTASK], &f.items[TASK], &f.items[VISIT]};
    f.items[VISIT].link = "https://example.org/bakery";
    f.sessions[0].items = worked;
    f.sessions[0].item_count = 3;
    const struct event *events = events_collect(f.pool, &f.schedule, &count);
    assert_string_equal(find(events, count, f.sessions[0].id)->url,
                        "https://example.org/dough?a=b%20c");
    f.sessions[0].item_count = 1;
    events = events_collect(f.pool, &f.schedule, &count);
    assert_string_equal(find(events, count, f.sessions[0].id)->url, "");
    pool_free(f.pool);
}

static void text_is_cleaned(void **state)
{
    (void)state;
    struct pool *pool = pool_new();
    assert_string_equal(event_text_clean(pool, " a\tb\x1b[1m\x7f c \n", 99, false), "a b[1m c");
    assert_string_equal(event_text_clean(pool,
                                         "a\nb\xe2\x80\xa8"
                                         "c\n\n",
                                         99, true),
                        "a\nb\nc");
    assert_string_equal(event_text_clean(pool, "a\nb", 99, false), "a b");
    assert_string_equal(event_text_clean(pool, "\xff\xc3\xa9\xc2\x85", 99, false),
                        "\xef\xbf\xbd\xc3\xa9");
    assert_string_equal(event_text_clean(pool, "", 99, false), "");
    pool_free(pool);
}

static void long_text_is_cut(void **state)
{
    (void)state;
    struct pool *pool = pool_new();
    assert_string_equal(event_text_clean(pool, "exactly ten", 11, false), "exactly ten");
    assert_string_equal(event_text_clean(pool, "one two three four", 12, false),
                        "one two\xe2\x80\xa6");
    assert_string_equal(event_text_clean(pool, "abcdefghij", 5, false), "abcd\xe2\x80\xa6");
    assert_string_equal(event_text_clean(pool, "\xe6\xbc\xa2\xe5\xad\x97\xe6\xbc\xa2", 2, false),
                        "\xe6\xbc\xa2\xe2\x80\xa6");
    pool_free(pool);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(collects_what_is_dated),
        cmocka_unit_test(sessions_are_timed),
        cmocka_unit_test(all_day_events),
        cmocka_unit_test(section_with_two_kinds_is_one_event),
        cmocka_unit_test(only_the_web_is_linked),
        cmocka_unit_test(a_session_leads_where_its_work_does),
        cmocka_unit_test(text_is_cleaned),
        cmocka_unit_test(long_text_is_cut),
    };

    return cmocka_run_group_tests_name("ics/events", tests, NULL, NULL);
}
