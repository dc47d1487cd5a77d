/* show: each setting has a line with what is in force and where that came from. */
#include "settings/show.h"

#include <stdio.h>

#include "support/settings_fixture.h"

static void assert_line(const char *shown, const char *name, const char *value, const char *origin)
{
    char line[80];
    int length = snprintf(line, sizeof line, "%-14s  %s", name, value);
    const char *found = strstr(shown, line);

    if (!found || (found > shown && found[-1] != '\n'))
        fail_msg("no line '%s' in\n%s", line, shown);
    found += length + (int)strspn(found + length, " ");
    if (strncmp(found, origin, strlen(origin)) != 0 || found[strlen(origin)] != '\n')
        fail_msg("'%s' is not from '%s' in\n%s", line, origin, shown);
}

static void test_where_each_value_came_from(void **state)
{
    struct fixture *fixture = *state;
    struct text out = TEXT_INIT;
    struct source front = source_of("---\nroadbook:\n  week-start: sunday\n---\n"),
                  file = source_of("hours: 4\npaper: a5\n"), source;

    file.name = "roadbook.yaml";
    assert_true(set(fixture, SETTING_PAPER, "letter"));
    assert_true(settings_read_front_matter(&fixture->settings, &front));
    assert_true(settings_read_file(&fixture->settings, &file));
    assert_true(
        settings_set(&fixture->settings, SETTING_START, "2026-02-02", ORIGIN_MEMORY, NOWHERE));
    const struct schedule *schedule = dated(fixture, &source);
    settings_show(&fixture->settings, schedule, &out);
    const char *shown = text_string(&out);
    assert_line(shown, "hours", "4", "roadbook.yaml:1:8");
    assert_line(shown, "paper", "letter", "command line");
    assert_line(shown, "week-start", "sunday", "plan.md:3:15 (front matter)");
    assert_line(shown, "start", "2026-02-02", "the last build");
    assert_line(shown, "only", "pdf,ics,xlsx", "default");
    assert_line(shown, "template", "classic", "default");
    assert_line(shown, "fillable", "no", "default");
    assert_line(shown, "title", "Bread", "from the roadmap's text");
    assert_line(shown, "slots", "-", "default: spread evenly over the week");
    int lines = 0;
    for (const char *at = shown; (at = strchr(at, '\n')); at++)
        lines++;
    assert_int_equal(lines, SETTING_COUNT);
    text_free(&out);
    pool_free(schedule->plan->pool);
}

static void test_hours_by_default_and_by_an_end(void **state)
{
    struct fixture *fixture = *state;
    struct text out = TEXT_INIT;
    struct source source;
    const struct schedule *schedule = dated(fixture, &source);

    settings_show(&fixture->settings, schedule, &out);
    assert_line(text_string(&out), "hours", "3", "default: the roadmap's lower figure");
    assert_line(text_string(&out), "start", "2026-01-05", "default: the coming Monday");
    assert_line(text_string(&out), "timezone", fixture->settings.rhythm.timezone,
                "default: the system's");
    assert_line(text_string(&out), "today", "-", "default: the clock");
    assert_line(text_string(&out), "workday-time", "19:00", "default");
    assert_line(text_string(&out), "weekend-time", "10:00", "default");
    assert_line(text_string(&out), "lang", "en", "from the roadmap's text");
    assert_line(text_string(&out), "week-start", "monday", "default");
    assert_line(text_string(&out), "output", "-", "default: beside the roadmap");
    assert_line(text_string(&out), "weeks", "-", "default: the whole workbook");
    text_clear(&out);
    assert_true(set(fixture, SETTING_END, "2026-03-01"));
    fixture->settings.rhythm.minutes = 180; /* as paces_settle_end() finds them */
    settings_show(&fixture->settings, schedule, &out);
    assert_line(text_string(&out), "hours", "3", "found from the end");
    assert_line(text_string(&out), "end", "2026-03-01", "command line");
    text_free(&out);
    pool_free(schedule->plan->pool);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        SETTINGS_TEST(test_where_each_value_came_from),
        SETTINGS_TEST(test_hours_by_default_and_by_an_end),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
