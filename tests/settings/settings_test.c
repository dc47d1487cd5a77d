/* settings: values from each origin, who wins, and what a wrong one is told. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/text.h"
#include "settings/settings.h"

struct fixture {
    struct pool *pool;
    struct settings settings;
};

static int set_up(void **state)
{
    static struct fixture fixture;

    report_reset();
    report_verbosity(-2);
    fixture.pool = pool_new();
    settings_init(&fixture.settings, fixture.pool);
    *state = &fixture;
    return 0;
}

static int tear_down(void **state)
{
    pool_free(((struct fixture *)*state)->pool);
    report_reset();
    return 0;
}

static struct source source_of(const char *text)
{
    return (struct source){"plan.md", text, strlen(text)};
}

static bool set(struct fixture *fixture, enum setting setting, const char *value)
{
    return settings_set(&fixture->settings, setting, value, ORIGIN_COMMAND_LINE, NOWHERE);
}

static void test_hours(void **state)
{
    static const struct {
        const char *value;
        int minutes; /* 0: refused */
    } cases[] = {{"5", 300}, {"7.5", 450}, {"0.5", 30}, {"60", 3600}, {"2h30", 150},
                 {"0", 0},   {"61", 0},    {"-5", 0},   {"", 0},      {"five", 0},
                 {"nan", 0}, {"inf", 0},   {"5 x", 0},  {"1e9", 0}};

    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct fixture *fixture = *state;
        fixture->settings.rhythm.minutes = 0;
        assert_int_equal(set(fixture, SETTING_HOURS, cases[i].value), cases[i].minutes != 0);
        assert_int_equal(fixture->settings.rhythm.minutes, cases[i].minutes);
    }
}

static void test_slots(void **state)
{
    struct fixture *fixture = *state;
    const struct rhythm *rhythm = &fixture->settings.rhythm;

    assert_true(set(fixture, SETTING_SLOTS, "Mon,Wed 19:00 1h10; Sat 10:00"));
    assert_int_equal(rhythm->slot_count, 3);
    assert_int_equal(rhythm->slots[1].weekday, WEDNESDAY);
    assert_int_equal(rhythm->slots[1].start, 19 * 60);
    assert_int_equal(rhythm->slots[1].minutes, 70);
    assert_int_equal(rhythm->slots[2].weekday, SATURDAY);
    assert_int_equal(rhythm->slots[2].minutes, 0);
    assert_false(set(fixture, SETTING_SLOTS, "Mon,Wed sometime"));
    assert_false(set(fixture, SETTING_SLOTS, ""));
}

static void test_periods(void **state)
{
    struct fixture *fixture = *state;
    const struct rhythm *rhythm = &fixture->settings.rhythm;

    assert_true(set(fixture, SETTING_OFF, "2026-12-20..2027-01-03"));
    assert_true(set(fixture, SETTING_PERIOD, "2026-07-01..2026-08-15=15"));
    assert_true(set(fixture, SETTING_OFF, "2026-05-01"));
    assert_int_equal(rhythm->period_count, 1);
    assert_int_equal(rhythm->periods[0].minutes, 900);
    assert_int_equal(fixture->settings.off.count, 2);
    assert_int_equal(fixture->settings.off.list[1].from, day_of(2026, 5, 1));
    assert_int_equal(fixture->settings.off.list[1].to, day_of(2026, 5, 1));
    assert_true(settings_read_holidays(&fixture->settings));
    assert_int_equal(rhythm->day_off_count, 16);
    assert_int_equal(rhythm->days_off[0], day_of(2026, 5, 1));
    assert_int_equal(rhythm->days_off[15], day_of(2027, 1, 3));
    assert_false(set(fixture, SETTING_OFF, "2027-01-03..2026-12-20"));
    assert_false(set(fixture, SETTING_OFF, "2026-02-29"));
    assert_false(set(fixture, SETTING_PERIOD, "2026-07-01..2026-08-15"));
}

static void test_front_matter(void **state)
{
    struct fixture *fixture = *state;
    struct source roadmap =
        source_of("---\ntitle: A plan\ntags: [a, b]\nlayout: {x: 1}\nroadbook:\n  hours: 7.5\n"
                  "  off: [2026-12-20..2027-01-03]\n  choose:\n    - Web\n    - Sea\nauthor: "
                  "me\n---\n# Text\n");

    assert_true(settings_read_front_matter(&fixture->settings, &roadmap));
    assert_string_equal(fixture->settings.hints.title, "A plan");
    assert_int_equal(fixture->settings.rhythm.minutes, 450);
    assert_int_equal(fixture->settings.off.count, 1);
    assert_int_equal(fixture->settings.hints.choose_count, 2);
    assert_string_equal(fixture->settings.hints.choose[1], "Sea");
}

static void test_stronger_origin_wins(void **state)
{
    struct fixture *fixture = *state;
    struct source roadmap = source_of("---\nroadbook:\n  hours: 7\n  choose: [Web]\n---\n"),
                  file = source_of("hours: 9\nchoose: [Sea]\npaper: a5\n");

    assert_true(set(fixture, SETTING_HOURS, "5"));
    assert_true(settings_read_front_matter(&fixture->settings, &roadmap));
    assert_true(settings_read_file(&fixture->settings, &file));
    assert_int_equal(fixture->settings.rhythm.minutes, 300);
    assert_int_equal(fixture->settings.hints.choose_count, 1);
    assert_string_equal(fixture->settings.hints.choose[0], "Web");
    assert_string_equal(fixture->settings.paper, "a5");
}

static void assert_complaint(int line, const char *words)
{
    size_t count;
    const struct finding *findings = report_findings(&count);

    assert_int_equal(count, 1);
    assert_int_equal(findings[0].place.line, line);
    assert_non_null(strstr(findings[0].message, words));
}

static void test_unknown_key(void **state)
{
    struct fixture *fixture = *state;
    struct source roadmap = source_of("---\ntitle: x\nroadbook:\n  slots: Mon\n  houers: 7\n---\n");

    assert_false(settings_read_front_matter(&fixture->settings, &roadmap));
    assert_complaint(5, "did you mean 'hours'");
}

static void test_bad_value(void **state)
{
    struct fixture *fixture = *state;
    struct source file = source_of("# mine\n\nstart: 2026-13-01\n");

    assert_false(settings_read_file(&fixture->settings, &file));
    assert_complaint(3, "2026-13-01");
}

static void test_not_a_list(void **state)
{
    struct fixture *fixture = *state;
    struct source file = source_of("hours: 5\noff: 2026-05-01\n");

    assert_false(settings_read_file(&fixture->settings, &file));
    assert_complaint(2, "list");
}

static void test_wrong_part_of_slots(void **state)
{
    static const struct {
        const char *value, *words;
    } cases[] = {{"Funday 19:00 1h", "\"Funday\" is no day"},
                 {"Mon 25:00 1h", "\"25:00\" is no time"},
                 {"Mon 19:00 1h; Tue 19:00 1x", "\"1x\" is no length"}};

    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        report_reset();
        report_verbosity(-2);
        assert_false(set(*state, SETTING_SLOTS, cases[i].value));
        assert_complaint(0, cases[i].words);
    }
}

static void test_comma_for_a_point(void **state)
{
    struct fixture *fixture = *state;

    assert_true(set(fixture, SETTING_HOURS, "7,5"));
    assert_false(settings_agree(&fixture->settings, false));
    assert_complaint(0, "write 7.5");
}

static void test_file_with_our_key_on_top(void **state)
{
    struct fixture *fixture = *state;
    struct source file = source_of("# mine\n\nroadbook:\n  hours: 7\npaper: a5\n");

    assert_true(settings_read_file(&fixture->settings, &file));
    assert_int_equal(fixture->settings.rhythm.minutes, 420);
    assert_string_equal(fixture->settings.paper, "a5");
}

static void test_nearly_our_key(void **state)
{
    struct fixture *fixture = *state;
    struct source roadmap = source_of("---\ntitle: x\nroadbok:\n  hours: 7\n---\n");

    assert_true(settings_read_front_matter(&fixture->settings, &roadmap));
    assert_complaint(3, "did you mean 'roadbook'?");
}

static void test_front_matter_without_an_end(void **state)
{
    struct fixture *fixture = *state;
    struct source open = source_of("---\nroadbook:\n  hours: 7\n# Text\n"),
                  rule = source_of("---\nOnce upon a time: no\n\n# Text\n");
    size_t count;

    assert_true(settings_read_front_matter(&fixture->settings, &rule));
    (void)report_findings(&count);
    assert_int_equal(count, 0);
    assert_true(settings_read_front_matter(&fixture->settings, &open));
    assert_complaint(1, "no line of --- at its end");
}

static void test_defaults(void **state)
{
    struct fixture *fixture = *state;

    settings_complete(&fixture->settings, day_of(2026, 1, 7));
    assert_int_equal(fixture->settings.rhythm.start, day_of(2026, 1, 12));
    assert_non_null(fixture->settings.rhythm.timezone);
    fixture->settings.rhythm.start = DAY_NONE;
    settings_complete(&fixture->settings, day_of(2026, 1, 5));
    assert_int_equal(fixture->settings.rhythm.start, day_of(2026, 1, 5));
}

/* Where the last message points. */
static void assert_said(int line, int column, const char *words)
{
    size_t count;
    const struct finding *findings = report_findings(&count);

    assert_true(count > 0);
    assert_int_equal(findings[count - 1].place.line, line);
    assert_int_equal(findings[count - 1].place.column, column);
    assert_non_null(strstr(findings[count - 1].message, words));
}

static void test_times_of_the_week(void **state)
{
    struct fixture *fixture = *state;
    const struct rhythm *rhythm = &fixture->settings.rhythm;

    assert_true(set(fixture, SETTING_WEEK_START, "Sunday"));
    assert_int_equal(rhythm->week_start, SUNDAY);
    assert_true(set(fixture, SETTING_WEEK_START, "mon"));
    assert_int_equal(rhythm->week_start, MONDAY);
    assert_false(set(fixture, SETTING_WEEK_START, "tuesday"));
    assert_true(set(fixture, SETTING_WORKDAY_TIME, "6:30"));
    assert_int_equal(rhythm->workday_time, 390);
    assert_true(set(fixture, SETTING_WORKDAY_TIME, "0:00"));
    assert_int_equal(rhythm->workday_time, 1440);
    assert_true(set(fixture, SETTING_WEEKEND_TIME, "8 pm"));
    assert_int_equal(rhythm->weekend_time, 1200);
    assert_false(set(fixture, SETTING_WEEKEND_TIME, "25:00"));
    assert_false(set(fixture, SETTING_WEEKEND_TIME, "10:00 sharp"));
}

/* Lists of hours and ends are for `compare`; hours and an end exclude each other at one origin. */
static void test_hours_and_ends(void **state)
{
    struct fixture *fixture = *state;
    struct settings *settings = &fixture->settings;
    struct source file = source_of("end: 2027-12-31\n");

    assert_true(set(fixture, SETTING_HOURS, "5, 7.5,10"));
    assert_int_equal(settings->hours.count, 3);
    assert_int_equal(settings->hours.list[1].minutes, 450);
    assert_int_equal(settings->rhythm.minutes, 300);
    assert_true(settings_agree(settings, true));
    assert_false(settings_agree(settings, false));
    assert_int_equal(report_status(false), STATUS_USAGE);
    assert_false(set(fixture, SETTING_HOURS, "5,sometimes"));
    assert_true(set(fixture, SETTING_HOURS, "5"));
    assert_true(settings_read_file(settings, &file));
    assert_true(settings_agree(settings, false));
    assert_false(settings_by_end(settings)); /* the command line is stronger */
    assert_true(set(fixture, SETTING_END, "2027-12-31"));
    assert_false(settings_agree(settings, false));
    assert_true(set(fixture, SETTING_COMPARE, "5,2027-12-31"));
    assert_int_equal(settings->compare.list[0].minutes, 300);
    assert_int_equal(settings->compare.list[1].end, day_of(2027, 12, 31));
    assert_false(set(fixture, SETTING_COMPARE, "5,2027-02-30"));
    assert_false(set(fixture, SETTING_END, "10"));
}

static void test_flags(void **state)
{
    struct fixture *fixture = *state;

    assert_true(set(fixture, SETTING_STRICT, "yes"));
    assert_true(fixture->settings.strict);
    assert_true(set(fixture, SETTING_STRICT, "False"));
    assert_false(fixture->settings.strict);
    assert_false(set(fixture, SETTING_STRICT, "perhaps"));
}

/* A mistake is shown where it stands, in a list and in braces too. */
static void test_places(void **state)
{
    static const struct {
        const char *text, *words;
        int line, column;
    } cases[] = {
        {"---\nroadbook:\n  off: [2026-12-24, 2026-13-01]\n---\n", "2026-13-01", 3, 21},
        {"---\nroadbook:\n  off:\n    - 2026-12-24\n    - soon\n---\n", "soon", 5, 7},
        {"---\nroadbook: {hours: 99}\n---\n", "0.5 to 60", 2, 19},
        {"---\nroadbook: {hours: 9, paperr: a5}\n---\n", "did you mean 'paper'", 2, 22},
        {"---\nroadbook:\n  week_start: sunday\n---\n", "did you mean 'week-start'", 3, 3},
        {"---\nroadbook:\n  hours: [5]\n---\n", "single value", 3, 10},
    };

    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct fixture *fixture = *state;
        struct source roadmap = source_of(cases[i].text);
        settings_init(&fixture->settings, fixture->pool);
        assert_false(settings_read_front_matter(&fixture->settings, &roadmap));
        assert_said(cases[i].line, cases[i].column, cases[i].words);
    }
}

/* Whatever else stands there belongs to others, also where it is odd, as long as nothing is ours.
 */
static void test_front_matter_of_others(void **state)
{
    static const char *const odd[] = {
        "---\ntitle: [a, b\nfoo: : :\n---\n",
        "---\ntitle: {{ page.title }}\n---\n",
        "---\n&x y: *z\n---\n",
        "---\n- a\n- list\n---\n",
        "---\nlayout: post\n\tindented: by a tab\n---\n",
    };

    for (size_t i = 0; i < sizeof odd / sizeof odd[0]; i++) {
        struct fixture *fixture = *state;
        struct source roadmap = source_of(odd[i]);
        settings_init(&fixture->settings, fixture->pool);
        assert_true(settings_read_front_matter(&fixture->settings, &roadmap));
        assert_int_equal(report_status(true), STATUS_DONE);
    }
    struct fixture *fixture = *state;
    struct source ours = source_of("---\ntitle: [a, b\nroadbook:\n  hours: 7\n---\n");
    assert_false(settings_read_front_matter(&fixture->settings, &ours));
    struct source braces = source_of("---\nlayout: post\n\"roadbook\": {hours: 7}\n---\n");
    assert_true(settings_read_front_matter(&fixture->settings, &braces));
    assert_int_equal(fixture->settings.rhythm.minutes, 420);
}

static void test_silence(void **state)
{
    struct fixture *fixture = *state;
    struct source roadmap = source_of("---\nroadbook:\n  silence: [load, gap]\n---\n");
    size_t count;

    assert_true(settings_read_front_matter(&fixture->settings, &roadmap));
    assert_true(fixture->settings.silenced[RULE_LOAD]);
    assert_true(fixture->settings.silenced[RULE_GAP]);
    assert_true(set(fixture, SETTING_SILENCE, "order")); /* the stronger list alone */
    assert_true(fixture->settings.silenced[RULE_ORDER]);
    assert_false(fixture->settings.silenced[RULE_LOAD]);
    assert_false(fixture->settings.silenced[RULE_GAP]);
    assert_true(set(fixture, SETTING_SILENCE, "no-font"));
    assert_false(set(fixture, SETTING_SILENCE, "lood"));
    assert_non_null(strstr(report_findings(&count)[0].message, "did you mean 'load'"));
}

/* A few bytes that would take gigabytes or minutes are refused, but for others' front matter. */
static void test_hostile_yaml(void **state)
{
    struct fixture *fixture = *state;
    struct text deep = TEXT_INIT, long_list = TEXT_INIT;
    struct source bomb =
                      source_of("---\na: &a [x, x]\nb: &b [*a, *a]\nroadbook:\n  hours: 7\n---\n"),
                  same = source_of("hours: &a 7\npaper: *a\n"),
                  others = source_of("---\na: &a [x, x]\nb: &b [*a, *a]\ntitle: T\n---\n");

    assert_false(settings_read_front_matter(&fixture->settings, &bomb));
    assert_said(3, 8, "aliases");
    assert_false(settings_read_file(&fixture->settings, &same));
    assert_said(2, 8, "aliases");
    report_reset();
    assert_true(settings_read_front_matter(&fixture->settings, &others));
    text_add(&deep, "off: ");
    for (int i = 0; i < 33; i++)
        text_add(&deep, "[");
    struct source brackets = source_of(text_string(&deep));
    assert_false(settings_read_file(&fixture->settings, &brackets));
    assert_said(1, 38, "32 brackets");
    text_add(&long_list, "off:\n");
    while (long_list.length < 65 * 1024)
        text_add(&long_list, "- 2026-12-24\n");
    struct source large = source_of(text_string(&long_list));
    assert_false(settings_read_file(&fixture->settings, &large));
    assert_said(1, 1, "64 KiB");
    text_free(&deep);
    text_free(&long_list);
}

/* A list of thousands is read in a moment; each value has its own place, the text holds all. */
static void test_long_list(void **state)
{
    enum { MANY = 4000 };
    struct fixture *fixture = *state;
    struct settings *settings = &fixture->settings;
    struct text text = TEXT_INIT;

    text_add(&text, "off:\n");
    for (int i = 0; i < MANY; i++)
        text_add(&text, "- 2026-12-24\n");
    text_add(&text, "- 2026-12-77\n");
    struct source file = source_of(text_string(&text));
    assert_false(settings_read_file(settings, &file));
    assert_said(MANY + 2, 3, "2026-12-77");
    assert_int_equal(settings->off.count, MANY);
    assert_int_equal(settings->places[SETTING_OFF].line, MANY + 2);
    assert_int_equal(strlen(settings->texts[SETTING_OFF]), (MANY + 1) * 12 - 2);
    assert_memory_equal(settings->texts[SETTING_OFF], "2026-12-24, 2026-12-24, ", 24);
    text_free(&text);
}

/* What names a file or folder in a file stands beside that; a template's plain name does not. */
static void test_paths(void **state)
{
    struct fixture *fixture = *state;
    struct settings *settings = &fixture->settings;
    struct source file =
        source_of("template: looks/mine.yaml\noutput: out\nholidays: [days.ics, /days.ics]\n");

    file.name = "sub/roadbook.yaml";
    assert_true(settings_read_file(settings, &file));
    assert_string_equal(settings->template_name, "sub/looks/mine.yaml");
    assert_string_equal(settings->output, "sub/out");
    assert_string_equal(settings->holidays[0], "sub/days.ics");
    assert_string_equal(settings->holidays[1], "/days.ics");
    assert_true(settings_set(settings, SETTING_TEMPLATE, "plain", ORIGIN_FILE,
                             (struct place){&file, 1, 1}));
    assert_string_equal(settings->template_name, "plain");
    assert_true(set(fixture, SETTING_OUTPUT, "there"));
    assert_string_equal(settings->output, "there");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_hours, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_slots, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_periods, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_front_matter, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_stronger_origin_wins, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_unknown_key, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_bad_value, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_not_a_list, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_wrong_part_of_slots, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_comma_for_a_point, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_file_with_our_key_on_top, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_nearly_our_key, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_front_matter_without_an_end, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_defaults, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_hostile_yaml, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_long_list, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_paths, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_silence, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_times_of_the_week, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_hours_and_ends, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_flags, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_places, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_front_matter_of_others, set_up, tear_down),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
