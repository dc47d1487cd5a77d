/* recall: what was given once is remembered, weaker than all that is said now. */
#include "settings/recall.h"
#include "support/settings_fixture.h"

#define JANUARY day_of(2026, 1, 5)
#define JUNE    day_of(2026, 6, 1)

static const struct remembered_setting of_january[] = {
    {"hours", "5", "command line", 20458},
    {"start", "2026-01-05", "default", 20458},
    {"timezone", "Asia/Tokyo", "default", 20458},
    {"off", "2026-02-02..2026-02-04", "command line", 20458},
    {"off", "2026-12-20..2027-01-03", "command line", 20458},
    {"paper", "a5", "roadbook.yaml", 20458},
    {"period", "2026-03-02..2026-03-08=0", "command line", 20458},
    {"fillable", "yes", "command line", 20458},
    {"week-start", "noday", "command line", 20458},
    {"no-such-setting", "x", "command line", 20458},
    {"today", "2026-01-05", "command line", 20458},
};

static struct memory january(void)
{
    return (struct memory){.start = DAY_NONE,
                           .settings = of_january,
                           .setting_count = sizeof of_january / sizeof of_january[0]};
}

static void test_recalled_and_weaker(void **state)
{
    struct fixture *fixture = *state;
    struct settings *settings = &fixture->settings;
    struct memory memory = january();
    struct text line = TEXT_INIT;
    struct source file = source_of("timezone: Europe/Berlin\n");

    assert_true(set(fixture, SETTING_OFF, "2026-07-01..2026-07-07"));
    assert_true(settings_read_file(settings, &file));
    settings_recall(settings, &memory);
    assert_int_equal(settings->rhythm.minutes, 300);
    assert_int_equal(settings->rhythm.start, JANUARY);
    assert_string_equal(settings->rhythm.timezone, "Europe/Berlin");
    assert_int_equal(settings->off.count, 1); /* a new list replaces the old */
    assert_null(settings->paper);             /* what a file said is the file's to say */
    assert_int_equal(settings->today, DAY_NONE);
    assert_int_equal(settings->rhythm.week_start, MONDAY);
    assert_true(settings->asked.fillable);
    assert_string_equal(settings->recalled[SETTING_HOURS],
                        "the last build (command line, 2026-01-05)");
    assert_complaint(0, "week-start 'noday' makes no sense any more");
    settings_recalled(settings, &line);
    assert_string_equal(text_string(&line), "hours 5, start 2026-01-05, period "
                                            "2026-03-02..2026-03-08=0, fillable yes");
    text_free(&line);
}

/* Thousands of settings that make no sense are not thousands of lines. */
static void test_senseless(void **state)
{
    enum { COUNT = 2000 };
    struct fixture *fixture = *state;
    struct remembered_setting *rows = pool_alloc(fixture->settings.pool, COUNT * sizeof *rows);
    struct memory memory = {.start = DAY_NONE, .settings = rows, .setting_count = COUNT};
    const struct finding *findings;
    size_t count;

    for (size_t i = 0; i < COUNT; i++)
        rows[i] = (struct remembered_setting){
            "off", pool_print(fixture->settings.pool, "noday %zu", i), "command line", 20458};
    settings_recall(&fixture->settings, &memory);
    findings = report_findings(&count);
    assert_int_equal(count, 4);
    assert_non_null(strstr(findings[2].message, "off 'noday 2' makes no sense any more"));
    assert_non_null(strstr(findings[3].message, "1997 more settings of the last build"));
}

/* What is said now may speak against what was said then: that is a change, no contradiction. */
static void test_a_change_of_mind(void **state)
{
    struct fixture *fixture = *state;
    struct settings *settings = &fixture->settings;
    struct memory memory = january();

    assert_true(set(fixture, SETTING_END, "2027-06-30"));
    assert_true(set(fixture, SETTING_PDFA, "yes"));
    settings_recall(settings, &memory);
    assert_true(settings_by_end(settings));
    assert_false(settings->asked.fillable);
    assert_true(settings_agree(settings, false));
}

static const struct remembered_setting *row(const struct remembered_setting *rows, size_t count,
                                            const char *name, size_t number)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(rows[i].name, name) == 0 && number-- == 0)
            return &rows[i];
    return NULL;
}

static void test_remembered_again(void **state)
{
    struct fixture *fixture = *state;
    struct settings *settings = &fixture->settings;
    struct memory memory = january();
    struct source source;
    size_t count;

    assert_true(set(fixture, SETTING_HOURS, "10"));
    assert_true(set(fixture, SETTING_WEEKS, "1..2"));
    settings_recall(settings, &memory);
    const struct schedule *schedule = dated(fixture, &source);
    const struct remembered_setting *rows =
        settings_remember(settings, schedule, &memory, JUNE, &count);
    assert_string_equal(row(rows, count, "hours", 0)->value, "10");
    assert_int_equal(row(rows, count, "hours", 0)->since, JUNE);
    assert_string_equal(row(rows, count, "start", 0)->origin, "default");
    assert_int_equal(row(rows, count, "start", 0)->since, 20458);
    assert_string_equal(row(rows, count, "off", 1)->value, "2026-12-20..2027-01-03");
    assert_string_equal(row(rows, count, "off", 1)->origin, "command line");
    assert_int_equal(row(rows, count, "off", 1)->since, 20458);
    assert_null(row(rows, count, "off", 2));
    assert_null(row(rows, count, "weeks", 0));
    assert_null(row(rows, count, "today", 0));
    /* The same again changes nothing. */
    struct memory later = {.start = DAY_NONE, .settings = rows, .setting_count = count};
    size_t again;
    const struct remembered_setting *same =
        settings_remember(settings, schedule, &later, JUNE + 30, &again);
    assert_int_equal(again, count);
    for (size_t i = 0; i < count; i++)
        assert_int_equal(same[i].since, rows[i].since);
    pool_free(schedule->plan->pool);
}

/* Only a new period, on the command line, reaches back into the past. */
static void test_thawing(void **state)
{
    struct fixture *fixture = *state;
    struct settings *settings = &fixture->settings;
    struct memory memory = january();
    struct past_week week = {.number = 1, .first = JANUARY, .last = JANUARY + 6};

    memory.past.weeks = &week;
    memory.past.week_count = 1;
    assert_true(set(fixture, SETTING_PERIOD, "2026-03-02..2026-03-08=0"));
    assert_true(set(fixture, SETTING_PERIOD, "2026-05-25..2026-06-07=2"));
    assert_true(set(fixture, SETTING_PERIOD, "2026-08-03..2026-08-09=2"));
    settings_take_past(settings, &memory, JUNE);
    assert_ptr_not_equal(settings->rhythm.past, NULL);
    assert_int_equal(settings->rhythm.past->today, JUNE);
    assert_int_equal(settings->rhythm.thawed_count, 1);
    assert_int_equal(settings->rhythm.thawed[0].from, day_of(2026, 5, 25));
    assert_int_equal(settings->rhythm.thawed[0].to, JUNE - 1);
    settings_init(settings, fixture->pool);
    settings_recall(settings, &memory);
    settings_take_past(settings, &memory, JUNE);
    assert_int_equal(settings->rhythm.thawed_count, 0);
}

/* Days off that come too late are named, with the way out; and but once, as they are remembered. */
static void test_too_late(void **state)
{
    struct fixture *fixture = *state;
    struct settings *settings = &fixture->settings;
    struct memory memory = january();
    size_t count;
    const struct past_week week = {.first = day_of(2026, 2, 2), .last = day_of(2026, 2, 8)};
    const struct past_session sessions[] = {{.date = day_of(2026, 2, 3)},
                                            {.date = day_of(2026, 2, 5)},
                                            {.date = day_of(2026, 2, 5)},
                                            {.date = day_of(2026, 2, 7)},
                                            {.date = JUNE}};

    memory.past =
        (struct past){.weeks = &week, .week_count = 1, .sessions = sessions, .session_count = 5};
    assert_true(set(fixture, SETTING_OFF, "2026-02-02..2026-02-04")); /* as it was then */
    assert_true(
        set(fixture, SETTING_OFF, "2026-01-26..2026-01-27")); /* nothing was planned there */
    assert_true(set(fixture, SETTING_OFF, "2026-06-01..2026-06-05"));
    settings_take_past(settings, &memory, JUNE);
    report_findings(&count);
    assert_int_equal(count, 0);
    assert_true(set(fixture, SETTING_OFF, "2026-02-05..2026-02-06"));
    assert_true(set(fixture, SETTING_OFF, "2026-02-07..2026-06-02"));
    settings_take_past(settings, &memory, JUNE);
    assert_complaint(0, "off 2026-02-05..2026-02-06 and others: the past stands, with 3 sessions");
    assert_complaint(0, "--period 2026-02-05..2026-02-06=HOURS");
    report_reset();
    assert_true(set(fixture, SETTING_PERIOD, "2026-02-02..2026-02-08=2")); /* these are made anew */
    settings_take_past(settings, &memory, JUNE);
    report_findings(&count);
    assert_int_equal(count, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        SETTINGS_TEST(test_recalled_and_weaker),
        SETTINGS_TEST(test_senseless),
        SETTINGS_TEST(test_a_change_of_mind),
        SETTINGS_TEST(test_remembered_again),
        SETTINGS_TEST(test_thawing),
        SETTINGS_TEST(test_too_late),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
