/* settings: values from each origin, who wins, and what a wrong one is told. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "settings.h"

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
        cmocka_unit_test_setup_teardown(test_defaults, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
