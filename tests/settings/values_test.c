/* values: each value is one that settings_set() takes again. */
#include "settings/values.h"
#include "support/settings_fixture.h"

static void test_values_one_by_one(void **state)
{
    struct fixture *fixture = *state;
    static const struct {
        enum setting setting;
        const char *given;
        size_t place;
        const char *value;
    } rows[] = {
        {SETTING_HOURS, "7.5", 0, "7.5"},
        {SETTING_SLOTS, "Mon 19:00; Sat 10:00 2h", 0, "Mon 19:00; Sat 10:00 2h"},
        {SETTING_OFF, "2026-01-20", 0, "2026-01-20..2026-01-20"},
        {SETTING_OFF, "2026-03-01..2026-03-07", 1, "2026-03-01..2026-03-07"},
        {SETTING_PERIOD, "2026-02-02..2026-02-08=7.5", 0, "2026-02-02..2026-02-08=7.5"},
        {SETTING_CHOOSE, "Rye, dark", 0, "Rye, dark"},
        {SETTING_HOLIDAYS, "days.ics", 0, "days.ics"},
    };

    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        assert_true(set(fixture, rows[i].setting, rows[i].given));
        struct names values = setting_values(&fixture->settings, rows[i].setting);
        assert_int_equal(values.count, rows[i].place + 1);
        assert_string_equal(values.list[rows[i].place], rows[i].value);
    }
    assert_int_equal(setting_values(&fixture->settings, SETTING_PAPER).count, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        SETTINGS_TEST(test_values_one_by_one),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
