/* imprint_test: which cells are roadbook's alone, and what makes two of them say the same. */
#include "memory/typed/imprint.h"
#include "support/hand_book.h"

struct seen {
    struct pool *pool;
    const char *words;
};

static void note(void *data, const struct imprint_cell *cell)
{
    struct seen *seen = data;

    seen->words = pool_print(seen->pool, "%s[%s%s]%s ", seen->words, cell->of,
                             cell->recorded ? "!" : "", cell->placed->cell.text);
}

static const char *seen_on(struct pool *pool, const char *grid)
{
    const struct read_book book = {.mac_epoch = false};
    struct read_sheet sheet = hand_sheet(pool, "Sheet", grid);
    struct seen seen = {pool, ""};
    struct role_token *tokens;
    size_t count = roles_find(pool, &sheet, &tokens);

    imprint_walk(pool, &book, &sheet, tokens, count, false, 0, note, &seen);
    return seen.words;
}

/* Titles, hints and headers are roadbook's; what stands below is the learner's, or carried. */
static void test_entries(void **state)
{
    struct pool *pool = pool_new();

    (void)state;
    assert_string_equal(seen_on(pool, LOG_TOP "|~46024|Build|~1.5|Rust|good\n"),
                        "[]Log []How to []Id []Date []Category []Hours []Task []Notes ");
    assert_string_equal(seen_on(pool, "Log||mine\n\n#roadbook:log:hours||#roadbook:log:notes|\n"
                                      "Hours|My column|Notes\n~2|x|y\n"),
                        "[]Log []mine []Hours []Notes ");
    pool_free(pool);
}

static void test_shown(void **state)
{
    struct pool *pool = pool_new();

    (void)state;
    assert_string_equal(
        seen_on(pool, "Weeks\n\n#roadbook:weeks:week|#roadbook:weeks:actual\nWeek|Actual|Mine\n"
                      "~1|=A1~0|a\n~2|~7\n"),
        "[]Weeks []Week []Actual [weeks:week]1 [weeks:actual]0 [weeks:week]2 [weeks:actual]7 ");
    pool_free(pool);
}

static void test_record(void **state)
{
    struct pool *pool = pool_new();

    (void)state;
    assert_string_equal(seen_on(pool, "Roadbook\n\n#roadbook:keys:key||#roadbook:imprint:of\n"
                                      "Key||Of\nk1|aside|own\n"),
                        "[]Roadbook []Key []Of [keys:key!]k1 []aside ");
    pool_free(pool);
}

/* A sheet without tables is all roadbook's. */
static void test_no_table(void **state)
{
    struct pool *pool = pool_new();

    (void)state;
    assert_string_equal(seen_on(pool, "Title\n|~5\n"), "[]Title []5 ");
    pool_free(pool);
}

static uint32_t mark(struct pool *pool, const char *words)
{
    struct kept_cell cell = hand_cell(pool, words);

    return cell_mark(pool, &cell);
}

static void test_marks(void **state)
{
    struct pool *pool = pool_new();

    (void)state;
    assert_true(mark(pool, "Two  words") == mark(pool, " two words\n"));
    assert_true(mark(pool, "Two words") != mark(pool, "Two word"));
    assert_true(mark(pool, "~0.333333333333") == mark(pool, "~0.33333333333333331"));
    assert_true(mark(pool, "~0.33") != mark(pool, "~0.34"));
    assert_true(mark(pool, "~1") == mark(pool, "!TRUE"));
    assert_true(mark(pool, "=sum( A1:A$3 )~4") == mark(pool, "=SUM(A1:A3)~5"));
    assert_true(mark(pool, "=A1~4") != mark(pool, "=A2~4"));
    pool_free(pool);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_entries), cmocka_unit_test(test_shown),
        cmocka_unit_test(test_record),  cmocka_unit_test(test_no_table),
        cmocka_unit_test(test_marks),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
