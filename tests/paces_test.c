/* paces: several paces of one roadmap, and the hours that meet a day. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "paces.h"

static const char stated[] = "# Lace (24-30 months, 5-10 hours/week)\n\n"
                             "## Phase 1: Stitches (Months 1-12)\n- **Chain** (Months 1-6)\n\n"
                             "### Weekly Time Allocation (6-8 hours/week)\n"
                             "- **Practice**: 4-5 hours\n- **Reading**: 2-3 hours\n\n"
                             "## Phase 2: Patterns (Months 13-30)\n- **Edging** (Months 13-30)\n";

/* No hours a week: its length follows from the hours of its parts. */
static const char packed[] = "# Lace by the Hour\n\n| Piece | Hours |\n|---|---|\n"
                             "| Doily | 20 hours |\n| Collar | 40 hours |\n| Shawl | 60 hours |\n";

struct fixture {
    struct pool *pool;
    struct settings settings;
    struct source source;
    const struct plan *plan;
};

static void open_plan(struct fixture *fixture, const char *text)
{
    report_reset();
    report_verbosity(-2);
    *fixture = (struct fixture){.pool = pool_new()};
    settings_init(&fixture->settings, fixture->pool);
    fixture->source = (struct source){"lace.md", text, strlen(text)};
    fixture->plan = roadmap_read(&fixture->source, &fixture->settings.hints);
    assert_non_null(fixture->plan);
    fixture->settings.rhythm.start = day_of(2026, 1, 5);
    fixture->settings.rhythm.timezone = "UTC";
}

static void close_plan(struct fixture *fixture)
{
    pool_free(fixture->plan->pool);
    pool_free(fixture->pool);
    report_reset();
}

static void set(struct fixture *fixture, enum setting setting, const char *value)
{
    assert_true(settings_set(&fixture->settings, setting, value, ORIGIN_COMMAND_LINE, NOWHERE));
}

static const struct comparison *compare(struct fixture *fixture)
{
    struct wishes wishes = paces_asked_for(&fixture->settings);

    return paces_compare(fixture->pool, &fixture->settings, fixture->plan, &wishes);
}

static void paces_side_by_side(void **state)
{
    struct fixture fixture;

    (void)state;
    open_plan(&fixture, stated);
    const struct comparison *comparison = compare(&fixture);
    assert_int_equal(comparison->count, 2); /* what the roadmap states */
    assert_int_equal(comparison->outlooks[0].weeks, 130);
    assert_int_equal(comparison->outlooks[0].total, 130 * 300);
    assert_int_equal(comparison->outlooks[1].minutes, 600);
    assert_int_equal(comparison->outlooks[1].weeks, 104);
    assert_int_equal(comparison->outlooks[0].phase_count, 2);
    const struct phase_demand *phase = &comparison->outlooks[0].phases[0];
    assert_int_equal(phase->weeks, 52);
    assert_int_equal(phase->low, 6 * 60 * 52 + 60); /* 12 months are 52.2 weeks */
    assert_int_equal(phase->missing, phase->low - 52 * 300);
    assert_int_equal(comparison->outlooks[1].phases[0].missing, 0);
    assert_false(comparison->outlooks[1].phases[1].asks);
    set(&fixture, SETTING_COMPARE, "20");
    assert_int_equal(compare(&fixture)->outlooks[0].weeks, 52);
    set(&fixture, SETTING_HOURS, "5,7.5,10");
    set(&fixture, SETTING_END, "2027-12-31");
    comparison = compare(&fixture);
    assert_int_equal(comparison->count, 4);
    assert_int_equal(comparison->outlooks[1].weeks, 117);
    assert_true(comparison->outlooks[3].end <= day_of(2027, 12, 31));
    assert_true(comparison->outlooks[3].end > day_of(2027, 12, 17));
    close_plan(&fixture);
}

static void done_by_a_day(void **state)
{
    struct fixture fixture;
    size_t count;

    (void)state;
    open_plan(&fixture, stated);
    set(&fixture, SETTING_END, "2027-06-30");
    assert_true(paces_settle_end(&fixture.settings, &fixture.plan));
    assert_int_equal(fixture.settings.rhythm.minutes, 13 * 60 + 30);
    set(&fixture, SETTING_END, "2026-06-30");
    assert_true(paces_settle_end(&fixture.settings, &fixture.plan));
    assert_int_equal(report_findings(&count)[1].rule, RULE_END_ABSURD);
    set(&fixture, SETTING_END, "2026-02-01");
    assert_false(paces_settle_end(&fixture.settings, &fixture.plan));
    set(&fixture, SETTING_END, "2025-12-31");
    assert_false(paces_settle_end(&fixture.settings, &fixture.plan));
    assert_int_equal(report_status(false), STATUS_BAD_INPUT);
    close_plan(&fixture);
}

/* 120 hours in ten weeks are 12 hours a week. */
static void done_by_a_day_by_the_hours_of_its_parts(void **state)
{
    struct fixture fixture;

    (void)state;
    open_plan(&fixture, packed);
    set(&fixture, SETTING_END, "2026-03-15");
    assert_true(paces_settle_end(&fixture.settings, &fixture.plan));
    assert_in_range(fixture.settings.rhythm.minutes, 11 * 60, 12 * 60);
    assert_in_range(last_day_at(fixture.plan, &fixture.settings.rhythm), day_of(2026, 3, 9),
                    day_of(2026, 3, 15));
    close_plan(&fixture);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(paces_side_by_side),
        cmocka_unit_test(done_by_a_day),
        cmocka_unit_test(done_by_a_day_by_the_hours_of_its_parts),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
