/* merge_sheets_test: sheets of one's own come together by name, and none is overwritten. */
#include "memory/merge_sheets.h"
#include "support/hand_book.h"

static struct kept_sheet sheet_of(struct pool *pool, const char *name, const char *grid)
{
    struct read_sheet sheet = hand_sheet(pool, name, grid);

    return (struct kept_sheet){
        .name = name, .cells = sheet.cells, .cell_count = sheet.cell_count, .lost = ""};
}

static void test_names(void **state)
{
    struct pool *pool = pool_new();
    const char *long_name = "Ünsere Notizen über alles Mögliche";
    struct kept_sheet ours[] = {
        sheet_of(pool, "Ideas", "a|=A1~2\n"),
        sheet_of(pool, "Notes", "x\n"),
        sheet_of(pool, long_name, "1\n"),
    };
    struct kept_sheet theirs[] = {
        sheet_of(pool, "ideas", "a|=A1~2\n"),   sheet_of(pool, "Notes", "y\n"),
        sheet_of(pool, "Notes (3)", "stays\n"), sheet_of(pool, "More", "z\n"),
        sheet_of(pool, long_name, "2\n"),       sheet_of(pool, "Ideas", "a|=A2~2\n"),
    };
    static const char *const names[] = {
        "Ideas",
        "Notes",
        NULL,
        "Notes (2)",
        "Notes (3)",
        "More",
        "Ünsere Notizen über alles  (2)",
        "Ideas (2)",
    };
    struct memory into = {.sheets = ours, .sheet_count = 3};
    struct memory other = {.sheets = theirs, .sheet_count = 6};

    (void)state;
    for (int time = 0; time < 2; time++) { /* again: nothing is added */
        merge_sheets(pool, &into, &other);
        assert_int_equal(into.sheet_count, 8);
    }
    for (size_t i = 0; i < 8; i++)
        if (names[i])
            assert_string_equal(into.sheets[i].name, names[i]);
    assert_string_equal(into.sheets[3].cells[0].cell.text, "y");
    pool_free(pool);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_names),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
