/* widths_test: columns are as wide as programs show them. */
#include "memory/xlsx/widths.h"
#include "support/archive_fixture.h"

static const char *add(struct widths *widths, const char *first, const char *last,
                       const char *width, const char *hidden)
{
    const char *attributes[] = {"min", first, "max", last, "width", width, "hidden", hidden, NULL};

    return widths_add(widths, attributes);
}

static void test_widths(void **state)
{
    struct opened opened = open_part("a", "b");
    struct widths widths = {0};
    struct read_sheet sheet = {0};

    (void)state;
    assert_null(add(&widths, "2", "3", "10.7109375", "1"));
    assert_null(add(&widths, "4", "4", "0.5", "0"));
    assert_null(add(&widths, "5", "16384", "1e999", "0"));
    assert_null(widths_finish(&widths, 6, &opened.store, &sheet));
    assert_int_equal(sheet.width_count, 6);
    assert_true(sheet.widths[0] == 0 && !sheet.hidden_columns[0]);
    assert_true(sheet.widths[2] > 9.99 && sheet.widths[2] < 10.01 && sheet.hidden_columns[2]);
    assert_true(sheet.widths[3] > 0.29 && sheet.widths[3] < 0.3);
    assert_true(sheet.widths[5] == 0);
    widths_free(&widths);
    close_parts(&opened);
}

static void test_faults(void **state)
{
    static const char fault[] = "lists its columns out of order";
    struct widths widths = {0};

    (void)state;
    assert_string_equal(add(&widths, "0", "3", "1", "0"), fault);
    assert_string_equal(add(&widths, "1", "16385", "1", "0"), fault);
    assert_string_equal(add(&widths, "3", "2", "1", "0"), fault);
    assert_null(add(&widths, "1", "3", "1", "0"));
    assert_string_equal(add(&widths, "3", "4", "1", "0"), fault);
    widths_free(&widths);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_widths),
        cmocka_unit_test(test_faults),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
