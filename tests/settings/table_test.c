/* table: how the settings that are not about time are taken, and that no two share a name. */
#include "settings/table.h"
#include "support/settings_fixture.h"

static void test_flags(void **state)
{
    struct fixture *fixture = *state;

    assert_true(set(fixture, SETTING_STRICT, "yes"));
    assert_true(fixture->settings.strict);
    assert_true(set(fixture, SETTING_STRICT, "False"));
    assert_false(fixture->settings.strict);
    assert_false(set(fixture, SETTING_STRICT, "perhaps"));
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

static void test_weeks(void **state)
{
    static const struct {
        const char *value;
        int first, last; /* 0, 0: wrong */
    } cases[] = {{"12..24", 12, 24}, {"7", 7, 7},  {"1..1", 1, 1}, {"24..12", 0, 0},
                 {"0..3", 0, 0},     {"", 0, 0},   {"12..", 0, 0}, {"..3", 0, 0},
                 {"1..2x", 0, 0},    {"3 4", 0, 0}};
    struct fixture *fixture = *state;
    const struct asked *asked = &fixture->settings.asked;

    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        bool good = cases[i].first > 0;
        fixture->settings.asked = (struct asked){0};
        assert_int_equal(set(fixture, SETTING_WEEKS, cases[i].value), good);
        assert_int_equal(asked->first_week, cases[i].first);
        assert_int_equal(asked->last_week, cases[i].last);
    }
}

static void test_words_and_days(void **state)
{
    struct fixture *fixture = *state;

    assert_true(set(fixture, SETTING_TITLE, "My year"));
    assert_string_equal(fixture->settings.hints.title, "My year");
    assert_false(set(fixture, SETTING_TITLE, ""));
    assert_false(set(fixture, SETTING_LANG, "d"));
    assert_true(set(fixture, SETTING_LANG, "pt-BR"));
    assert_true(set(fixture, SETTING_START, "2026-02-28"));
    assert_int_equal(fixture->settings.rhythm.start, day_of(2026, 2, 28));
    assert_false(set(fixture, SETTING_START, "2026-02-29"));
    assert_false(set(fixture, SETTING_CHOOSE, ""));
    assert_true(set(fixture, SETTING_CHOOSE, "Web"));
    assert_true(set(fixture, SETTING_CHOOSE, "Sea"));
    assert_int_equal(fixture->settings.hints.chosen_count, 2);
}

/* A row takes its text in one way, and an option is one row's. */
static void test_rows(void **state)
{
    (void)state;
    for (size_t i = 0; i < SETTING_COUNT; i++) {
        const struct setting_row *row = &settings_table[i];
        assert_int_equal(!row->take + !row->put, 1);
        assert_true(!row->help == (!row->argument && !row->flag)); /* an option has its line */
        for (size_t k = 0; k < i; k++) {
            assert_string_not_equal(row->name, settings_table[k].name);
            assert_true(!row->letter || row->letter != settings_table[k].letter);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        SETTINGS_TEST(test_flags),          SETTINGS_TEST(test_silence), SETTINGS_TEST(test_weeks),
        SETTINGS_TEST(test_words_and_days), SETTINGS_TEST(test_rows),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
