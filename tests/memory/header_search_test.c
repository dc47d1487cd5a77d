/* header_search_test: a table without its role row is known by a name or by its headers. */
#include "memory/header_search.h"
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

/* The row in which the table of that role is found on a sheet; -1: nowhere. */
static int row_found(struct read_book *book, const char *table)
{
    struct role_token *tokens;
    size_t count = header_search(pool, book, &book->sheets[0], table, &tokens);

    return count == 0 ? -1 : (int)tokens[0].row;
}

static void test_headers(void **state)
{
    struct read_sheet sheet = hand_sheet(pool, "Mine",
                                         "Log\nDate|and|Hours\n"
                                         "Notes|DATE|category|hours|Stimmung|Task|Date\n");
    struct read_book book = hand_book(&sheet, 1);
    struct role_token *tokens;

    (void)state;
    assert_int_equal(header_search(pool, &book, &sheet, "log", &tokens), 5);
    assert_int_equal(tokens[0].row, 2);
    assert_string_equal(tokens[0].role, "notes");
    assert_string_equal(tokens[1].role, "date");
    assert_int_equal(tokens[4].column, 5);
    assert_int_equal(row_found(&book, "tasks"), -1);
    assert_int_equal(row_found(&book, "no such table"), -1);
}

static void test_names(void **state)
{
    struct read_sheet sheet = hand_sheet(pool, "Kid's log", "\n\nWhen|Hours\n");
    static const struct {
        const char *name, *reference;
        int row;
    } table[] = {
        {"Roadbook_log", "'Kid''s log'!$A$3:$B$3", 2},
        {"roadbook_LOG", "'Kid''s log'!$A$3", 2},
        {"Roadbook_log", "'Kid''s log'!$A$2:$B$2", -1},
        {"Roadbook_log", "Log!$A$3:$B$3", -1},
        {"Roadbook_log", "'Kid''s log!$A$3", -1},
        {"Roadbook_log", "#REF!", -1},
        {"Roadbook_log", "", -1},
        {"Roadbook_logs", "'Kid''s log'!$A$3", -1},
        {"Roadbook_log", "'Kid''s log'!$A$99999999999999999999", -1},
    };

    (void)state;
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        struct read_name name = {table[i].name, table[i].reference};
        struct read_book book = hand_book(&sheet, 1);
        book.names = &name;
        book.name_count = 1;
        if (row_found(&book, "log") != table[i].row)
            fail_msg("%s = %s", table[i].name, table[i].reference);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_headers, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_names, set_up, tear_down),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
