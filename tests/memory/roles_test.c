/* roles_test: tokens and the bands that they make. */
#include "memory/roles.h"
#include "support/hand_book.h"

static struct pool *pool;

static int set_up(void **state)
{
    (void)state;
    pool = pool_new();
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    pool_free(pool);
    return 0;
}

static void test_parse(void **state)
{
    static const char *const none[] = {
        "",
        "#roadbook",
        "#roadbook:",
        "#roadbook:log",
        "#roadbook:log:",
        "#roadbook::hours",
        "#roadbook:log:hours:more",
        "#roadbook:Log:hours",
        "#roadbook:log:hours ",
        "roadbook:log:hours",
        "#roadbook:a-name-that-is-longer-than-any-name-is:hours",
    };
    struct role_token token;

    (void)state;
    for (size_t i = 0; i < sizeof none / sizeof *none; i++)
        assert_false(role_parse(pool, none[i], &token));
    assert_true(role_parse(pool, "#roadbook:first-plan:minutes", &token));
    assert_string_equal(token.table, "first-plan");
    assert_string_equal(token.role, "minutes");
}

static void test_ids(void **state)
{
    (void)state;
    assert_true(is_id("0f1e2d3c-4b5a-5978-8695-a4b3c2d1e0f9"));
    assert_true(is_id("0F1E2D3C-4B5A-5978-8695-A4B3C2D1E0F9"));
    assert_false(is_id("0f1e2d3c"));
    assert_false(is_id("0f1e2d3c-4b5a-5978-8695-a4b3c2d1e0fx"));
    assert_false(is_id("a line of just as many characters ok"));
}

static void test_bands(void **state)
{
    struct read_sheet sheet =
        hand_sheet(pool, "Log",
                   "#roadbook:log:id||#roadbook:log:hours|#roadbook:keys:key\n"
                   "\n"
                   "Id|Mine|Hours|Key||2026\n"
                   "#roadbook:log:hours\n"
                   "#roadbook:tasks:task\n"
                   "Task\n");
    struct role_token *tokens;
    struct band *bands;
    double widths[] = {0, 12.5};

    (void)state;
    sheet.widths = widths;
    sheet.width_count = 2;
    size_t count = roles_find(pool, &sheet, &tokens);
    assert_int_equal(count, 5);
    assert_true(is_role_row(tokens, count, 0));
    assert_false(is_role_row(tokens, count, 1));
    assert_true(is_role_row(tokens, count, 4));
    assert_int_equal(bands_make(pool, &sheet, tokens, count, false, &bands), 2);
    assert_int_equal(bands[0].role_row, 0);
    assert_int_equal(bands[0].header_row, 2);
    assert_int_equal(bands[0].end_row, 4);
    assert_int_equal(bands[0].table_count, 2);
    assert_string_equal(bands[0].tables[0].role, "log");
    assert_int_equal(bands[0].tables[0].column_count, 3);
    assert_null(bands[0].tables[0].columns[1].role);
    assert_string_equal(bands[0].tables[0].columns[1].header, "Mine");
    assert_true(bands[0].tables[0].columns[1].width == 12.5);
    assert_true(bands[0].tables[0].columns[2].width == 0);
    assert_int_equal(bands[0].tables[1].column_count, 2);
    assert_string_equal(bands[0].tables[1].columns[1].header, "2026");
    assert_int_equal(bands[0].column_of[4], -1);
    assert_int_equal(bands[0].table_of[5], 1);
    assert_int_equal(bands[0].column_of[5], 1);
    assert_int_equal(bands[1].role_row, 4);
    assert_string_equal(bands[1].tables[0].role, "tasks");
    assert_int_equal(first_cell_from(&sheet, 1), 3);
    assert_int_equal(first_cell_from(&sheet, 99), sheet.cell_count);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_parse, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_ids, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_bands, set_up, tear_down),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
