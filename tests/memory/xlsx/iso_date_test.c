/* iso_date_test: days and times as files may spell them. */
#include "memory/xlsx/iso_date.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/report.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

static void test_dates_and_times(void **state)
{
    static const struct {
        const char *text;
        double serial;
    } cases[] = {
        {"2026-01-05", 46027},
        {"2026-01-05T00:00:00", 46027},
        {"2026-01-05T00:00:00.000Z", 46027},
        {"2026-01-05T18:00:00+02:00", 46027.75},
        {"2026-01-05T06:00", 46027.25},
        {"1899-12-31T12:00:00.000Z", 1.5},
        {"1899-12-30T00:00:00.000Z", 0},
        {"18:00:00", 0.75},
        {"00:00:01.5Z", 1.5 / 86400},
        {"9999-12-31", 2958465},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        double serial = -1;
        assert_true(iso_date_serial(cases[i].text, &serial));
        assert_true(fabs(serial - cases[i].serial) < 1e-9);
    }
}

static void test_all_else(void **state)
{
    static const char *const cases[] = {
        "",
        "2026",
        "2026-02-30",
        "2026-01-05T",
        "2026-01-05 10:00",
        "2026-1-5",
        "2026-01-05Z",
        "1899-12-29",
        "0000-01-01",
        "2026-01-05T25:00",
        "2026-01-05T10:61",
        "10",
        "10:00:",
        "10:00 pm",
        "2026-01-05T10:00+2",
        "-2026-01-05",
        "46027",
        "2026-01-05T10:00Zx",
        "x026-01-05",
    };
    double serial = -1;

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++)
        assert_false(iso_date_serial(cases[i], &serial));
    assert_true(serial < 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_dates_and_times),
        cmocka_unit_test(test_all_else),
    };

    report_verbosity(-1);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
