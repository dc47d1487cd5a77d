/* settings_fixture: empty settings for a test to fill, and what a test expects to be told. */
#ifndef ROADBOOK_TESTS_SETTINGS_FIXTURE_H
#define ROADBOOK_TESTS_SETTINGS_FIXTURE_H

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

static inline int set_up(void **state)
{
    static struct fixture fixture;

    report_reset();
    report_verbosity(-2);
    fixture.pool = pool_new();
    settings_init(&fixture.settings, fixture.pool);
    *state = &fixture;
    return 0;
}

static inline int tear_down(void **state)
{
    pool_free(((struct fixture *)*state)->pool);
    report_reset();
    return 0;
}

static inline struct source source_of(const char *text)
{
    return (struct source){"plan.md", text, strlen(text)};
}

static inline bool set(struct fixture *fixture, enum setting setting, const char *value)
{
    return settings_set(&fixture->settings, setting, value, ORIGIN_COMMAND_LINE, NOWHERE);
}

static inline void assert_complaint(int line, const char *words)
{
    size_t count;
    const struct finding *findings = report_findings(&count);

    assert_int_equal(count, 1);
    assert_int_equal(findings[0].place.line, line);
    assert_non_null(strstr(findings[0].message, words));
}

/* Where the last message points. */
static inline void assert_said(int line, int column, const char *words)
{
    size_t count;
    const struct finding *findings = report_findings(&count);

    assert_true(count > 0);
    assert_int_equal(findings[count - 1].place.line, line);
    assert_int_equal(findings[count - 1].place.column, column);
    assert_non_null(strstr(findings[count - 1].message, words));
}

/* A small roadmap, its text in SOURCE, dated by the settings; its plan's pool is to be freed. */
static inline const struct schedule *dated(struct fixture *fixture, struct source *source)
{
    static const char bread[] =
        "# Bread (4 weeks, 3-5 hours/week)\n\n## Week 1: Flour\n- [ ] Mill\n\n"
        "## Week 2: Water\n- [ ] Fetch\n\n## Weeks 3-4: Fire\n- [ ] Bake\n";
    struct settings *settings = &fixture->settings;
    struct plan *plan;

    *source = (struct source){"bread.md", bread, strlen(bread)};
    plan = roadmap_read(source, &settings->hints);
    assert_non_null(plan);
    settings_complete(settings, day_of(2026, 1, 1));
    assert_true(settings_agree(settings, false));
    assert_true(settings_read_holidays(settings));
    return schedule_make(fixture->pool, plan, &settings->rhythm);
}

/* A test with settings of its own. */
#define SETTINGS_TEST(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

#endif
