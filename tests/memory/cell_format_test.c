/* cell_format_test: which formats show a time, which a date. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "memory/cell_format.h"

static void test_formats(void **state)
{
    static const struct {
        const char *code;
        double number;
        bool time, date;
    } table[] = {
        {"General", 1, false, false},
        {"", 1, false, false},
        {"0.00", 0.0625, false, false},
        {"h:mm", 0.0625, true, false},
        {"[h]:mm:ss", 1.5, true, false},
        {"[HH]:MM", 1.5, true, false},
        {"mm:ss", 0.5, true, false},
        {"[mm]", 0.5, true, false},
        {"h:mm AM/PM", 0.5, true, false},
        {"[$-409]h:mm AM/PM;@", 0.5, true, false},
        {"[<0.25]h:mm\" ?\";0.00", 0.0625, true, false},
        {"[<0.25]h:mm\" ?\";0.00", 1.5, false, false},
        {"[<0.25]h:mm\" ?\";0.00", 0.25, false, false},
        {"[>=1]0.00;[<0.25]h:mm;0", 0.0625, true, false},
        {"[>=1]0.00;[<0.25]h:mm;0", 2, false, false},
        {"[>=1]0.00;[<0.25]h:mm;0", 0.5, false, false},
        {"0.00\" h\"", 1.5, false, false},
        {"0.00\\h", 1.5, false, false},
        {"0.0_h", 1.5, false, false},
        {"[Red]0.00", 1.5, false, false},
        {"[Black]0;[Red]-0", 1.5, false, false},
        {"0.00;h:mm", 1, false, false},
        {"0.00;h:mm", -1, true, false},
        {"0;0;h:mm", 0, true, false},
        {"yyyy-mm-dd", 46024, false, true},
        {"d/m/yyyy h:mm", 46024.5, false, true},
        {"mmm", 46024, false, false},
        {"[$-F800]dddd, mmmm dd, yyyy", 46024, false, true},
        {"\"unclosed h", 1, false, false},
        {"[h", 1, true, false},
        {"0.00\\", 1, false, false},
        {"@", 1, false, false},
    };

    (void)state;
    for (size_t i = 0; i < sizeof table / sizeof *table; i++)
        if (format_shows_time(table[i].code, table[i].number) != table[i].time ||
            format_shows_date(table[i].code, table[i].number) != table[i].date)
            fail_msg("%s of %g", table[i].code, table[i].number);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_formats),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
