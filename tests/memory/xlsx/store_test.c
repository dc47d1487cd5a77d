/* store_test: what is kept is counted, and escapes become characters. */
#include "support/archive_fixture.h"

static void test_full(void **state)
{
    struct pool *pool = pool_new();
    struct store store = store_new(pool, false);

    (void)state;
    assert_string_equal(store_text(&store, "words", 3), "wor");
    assert_string_equal(store_text(&store, NULL, 0), "");
    assert_null(store_room(&store, STORE_BYTES));
    assert_non_null(store_room(&store, STORE_BYTES / 2));
    assert_null(store_room(&store, STORE_BYTES / 2));
    assert_non_null(store_text(&store, "words", 5));
    pool_free(pool);
}

static void test_escapes(void **state)
{
    static const struct {
        const char *written, *meant;
    } escapes[] = {
        {"", ""},
        {"a_b_", "a_b_"},
        {"a_x000D_b", "a\rb"},
        {"_x005F_x000D_", "_x000D_"},
        {"_x00e9_", "\xC3\xA9"},
        {"_xD83D__xDE00_", "\xF0\x9F\x98\x80"},
        {"_xD83D_x", "\xEF\xBF\xBDx"},
        {"_xDE00__xD83D_", "\xEF\xBF\xBD\xEF\xBF\xBD"},
        {"_x0000_", "\xEF\xBF\xBD"},
        {"_x00G0_", "_x00G0_"},
        {"_x000D", "_x000D"},
        {"__x0041_", "_A"},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(escapes); i++) {
        struct text out = TEXT_INIT;
        text_add_decoded(&out, escapes[i].written, strlen(escapes[i].written));
        assert_string_equal(text_string(&out), escapes[i].meant);
        text_free(&out);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_full),
        cmocka_unit_test(test_escapes),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
