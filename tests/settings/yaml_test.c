/* yaml: written down and read again, the settings say the same. */
#include "settings/yaml.h"
#include "support/settings_fixture.h"

static void test_written_down_they_say_the_same(void **state)
{
    struct fixture *fixture = *state;
    struct text first = TEXT_INIT, second = TEXT_INIT;
    struct source source;
    static const struct {
        enum setting setting;
        const char *value;
    } given[] = {{SETTING_HOURS, "4"},        {SETTING_TIMEZONE, "Asia/Tokyo"},
                 {SETTING_OFF, "2026-01-20"}, {SETTING_OFF, "2026-01-21"},
                 {SETTING_CHOOSE, "Rye"},     {SETTING_PERIOD, "2026-02-02..2026-02-08=7.5"},
                 {SETTING_PDFA, "yes"},       {SETTING_SLOTS, "Mon 19:00; Sat 10:00 2h"},
                 {SETTING_TITLE, "Baker's"},  {SETTING_OUTPUT, "there"},
                 {SETTING_STRICT, "yes"},     {SETTING_SILENCE, "load"}};

    for (size_t i = 0; i < sizeof given / sizeof given[0]; i++)
        assert_true(set(fixture, given[i].setting, given[i].value));
    const struct schedule *schedule = dated(fixture, &source);
    settings_yaml(&fixture->settings, schedule, &first);
    const char *yaml = text_string(&first);
    assert_non_null(strstr(yaml, "\nstart: '2026-01-05'\n"));
    assert_non_null(strstr(yaml, "\ntitle: 'Baker''s'\n"));
    assert_non_null(strstr(yaml, "\noff:\n  - '2026-01-20..2026-01-21'\n"));
    assert_non_null(strstr(yaml, "\nperiod:\n  - '2026-02-02..2026-02-08=7.5'\n"));
    assert_non_null(strstr(yaml, "\nchoose:\n  - 'Rye'\n"));
    assert_null(strstr(yaml, "output")); /* of this run or this machine alone */
    assert_null(strstr(yaml, "strict"));
    assert_null(strstr(yaml, "silence"));
    pool_free(schedule->plan->pool);
    settings_init(&fixture->settings, fixture->pool);
    struct source file = source_of(yaml);
    assert_true(settings_read_file(&fixture->settings, &file));
    schedule = dated(fixture, &source);
    settings_yaml(&fixture->settings, schedule, &second);
    assert_string_equal(text_string(&second), yaml);
    text_free(&first);
    text_free(&second);
    pool_free(schedule->plan->pool);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        SETTINGS_TEST(test_written_down_they_say_the_same),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
