/* typed_test: what was typed is told from what was written, and named; nothing else is. */
#include "memory/record.h"
#include "memory/typed/imprint.h"
#include "memory/typed/typed.h"
#include "support/hand_book.h"

#define WEEKS                                                                                      \
    "Weeks\n\n#roadbook:weeks:week|#roadbook:weeks:actual\nWeek|Actual\n~1|=A1~0\n~2|=A2~0\n"

struct trial {
    struct pool *pool;
    struct memory memory;
    struct text lost;
};

/* Rows of an imprint: "of|cells|formulas|marks". */
static struct kept_table imprint_of(struct pool *pool, const char *const (*rows)[4], size_t count)
{
    static const char *const roles[] = {"of", "cells", "formulas", "marks"};
    struct kept_column *columns = pool_alloc(pool, 4 * sizeof *columns);
    struct kept_row *lines = pool_alloc(pool, (count + 1) * sizeof *lines);

    for (size_t c = 0; c < 4; c++)
        columns[c] = (struct kept_column){.role = roles[c], .header = ""};
    for (size_t r = 0; r < count; r++) {
        struct kept_cell *cells = pool_alloc(pool, 4 * sizeof *cells);
        for (size_t c = 0; c < 4; c++)
            cells[c] = (struct kept_cell){CELL_TEXT, rows[r][c], 0, NULL, "General"};
        lines[r] = (struct kept_row){.key = "", .cells = cells};
    }
    return (struct kept_table){.role = "imprint",
                               .tab = "Roadbook plan",
                               .columns = columns,
                               .column_count = 4,
                               .rows = lines,
                               .row_count = count};
}

static const char *marks_of(struct pool *pool, const char *const *words, size_t count)
{
    const char *marks = "";

    for (size_t i = 0; i < count; i++) {
        struct kept_cell cell = hand_cell(pool, words[i]);
        marks = pool_print(pool, "%s%08x ", marks, (unsigned)cell_mark(pool, &cell));
    }
    return marks;
}

static const char *forms_of(struct pool *pool, const char *const *formulas, size_t count,
                            enum formula_form form)
{
    const char *marks = "";

    for (size_t i = 0; i < count; i++) {
        uint64_t hashes[FORM_COUNT];
        formula_hashes(formulas[i], FORM_COUNT, hashes);
        marks = pool_print(pool, "%s%08x*1 ", marks,
                           (unsigned)(uint32_t)(hashes[form] ^ hashes[form] >> 32));
    }
    return marks;
}

/* What layout_mark() says of WEEKS. */
static const char *layout_of(struct pool *pool)
{
    struct read_sheet sheet = hand_sheet(pool, "Weeks", WEEKS);
    struct role_token *tokens;
    size_t count = roles_find(pool, &sheet, &tokens);

    return pool_print(pool, "%08x", (unsigned)layout_mark(tokens, count));
}

/* What is found on a sheet that was written as WEEKS: "row 5, column B: 7; ". */
static const char *found(struct trial *trial, const char *grid)
{
    static const char *const top[] = {"Weeks", "Week", "Actual"};
    static const char *const weeks[] = {"~1", "~2"};
    static const char *const actual[] = {"=A1~0", "=A2~0"}, *const formulas[] = {"A1", "A2"};
    struct pool *pool = trial->pool;
    const char *const rows[][4] = {
        {"", "0", "0", marks_of(pool, top, 3)},
        {"weeks:week", "0", "0", marks_of(pool, weeks, 2)},
        {"weeks:actual", "0", "2", marks_of(pool, actual, 2)},
        {"columns=weeks:actual", "0", "0", forms_of(pool, formulas, 2, FORM_COLUMNS)},
        {"bare=weeks:actual", "0", "0", forms_of(pool, formulas, 2, FORM_BARE)},
        {IMPRINT_LAYOUT, "0", "0", layout_of(pool)}};
    struct kept_table imprint = imprint_of(pool, rows, sizeof rows / sizeof *rows);
    struct read_sheet sheet = hand_sheet(pool, "Weeks", grid);
    const struct read_book book = {.mac_epoch = false};
    struct role_token *tokens;
    size_t count = roles_find(pool, &sheet, &tokens);
    struct typed_sheet typed = {.sheet = &sheet, .tokens = tokens, .token_count = count};
    struct text words = TEXT_INIT;

    typed.bare = count == 0;
    trial->memory = (struct memory){.path = "p", .tables = &imprint, .table_count = 1};
    text_clear(&trial->lost);
    typed_find(pool, &book, &typed, 1, &trial->memory, &trial->lost);
    for (size_t i = 0; i < trial->memory.stray_count; i++) {
        const struct kept_table *stray = &trial->memory.strays[i];
        text_print(&words, "row %u, %s: %s%s; ", (unsigned)stray->rows[0].line,
                   stray->columns[0].header, stray->rows[0].cells[0].formula ? "=" : "",
                   stray->rows[0].cells[0].text);
    }
    const char *kept = pool_print(pool, "%s", text_string(&words));
    text_free(&words);
    return kept;
}

static void test_typed(void **state)
{
    struct trial trial = {.pool = pool_new(), .lost = TEXT_INIT};

    (void)state;
    assert_string_equal(found(&trial, WEEKS), "");
    /* sorted, and in other columns */
    assert_string_equal(found(&trial, "Weeks\n\n|#roadbook:weeks:actual||#roadbook:weeks:week\n"
                                      "|Actual||Week\n|=B2~7||~2\n|=B1~9||~1\n"),
                        "");
    assert_string_equal(found(&trial, WEEKS "\n\nbelow\n"), "row 9, column A: below; ");
    assert_string_equal(found(&trial, "Weeks|aside\n\n#roadbook:weeks:week|#roadbook:weeks:actual\n"
                                      "Woche|Actual\n~1|~2\n~2|=A2~0\n"),
                        "row 1, column B: aside; row 4, column A: Woche; row 5, column B: 2; ");
    assert_string_equal(text_string(&trial.lost), "");
    /* a number twice, though it was written once */
    assert_string_equal(found(&trial, WEEKS "~2\n"), "row 7, column A: 2; ");
    text_free(&trial.lost);
    pool_free(trial.pool);
}

#define TOP "Weeks\n\n#roadbook:weeks:week|#roadbook:weeks:actual\nWeek|Actual\n"

/* One's own beside roadbook's, or in their place, whatever it comes to. */
static void test_formulas(void **state)
{
    struct trial trial = {.pool = pool_new(), .lost = TEXT_INIT};

    (void)state;
    assert_string_equal(found(&trial, WEEKS "|=SUM(B1:B2)~4\n"), "row 7, column B: =4; ");
    assert_string_equal(found(&trial, TOP "~1|=A1~0\n~2|=1-1~0\n"), "row 6, column B: =0; ");
    assert_string_equal(found(&trial, TOP "~1|=A1~0\n~2|=A1+B1~9\n"), "row 6, column B: =9; ");
    assert_string_equal(found(&trial, TOP "~1|=A1~0\n=2~2|=A2~0\n"), "row 6, column A: =2; ");
    /* other columns, where no column moved */
    assert_string_equal(found(&trial, TOP "~1|=A1~0\n~2|=D2~0\n"), "row 6, column B: =0; ");
    assert_string_equal(text_string(&trial.lost), "");
    text_free(&trial.lost);
    pool_free(trial.pool);
}

/* Rows and columns came, went and were sorted; sheets were renamed. */
static void test_moved_formulas(void **state)
{
    struct trial trial = {.pool = pool_new(), .lost = TEXT_INIT};

    (void)state;
    assert_string_equal(found(&trial, TOP "~1|=a$9~0\n~2|=Sheet!A4~0\n"), "");
    assert_string_equal(found(&trial, TOP "~1|=A1~0\n~2|=#REF!+1~0\n"), "");
    assert_string_equal(found(&trial, TOP "~1|=A1~0\n~2|=_xlfngnumeric.ERROR(\"A9+1\")~0\n"), "");
    assert_string_equal(found(&trial, "Weeks\n\n|#roadbook:weeks:week|#roadbook:weeks:actual\n"
                                      "|Week|Actual\n|~1|=B1~0\n|~2|=B2~0\n"),
                        "");
    assert_string_equal(text_string(&trial.lost), "");
    text_free(&trial.lost);
    pool_free(trial.pool);
}

/* A program wrote all of them in its own way: which is the learner's? */
static void test_strange_formulas(void **state)
{
    struct trial trial = {.pool = pool_new(), .lost = TEXT_INIT};
    struct text grid = TEXT_INIT;

    (void)state;
    text_add(&grid, TOP "~1|=A1~0\n~2|=A2~0\n");
    for (int i = 0; i < 12; i++)
        text_print(&grid, "|=WEEK(B%d)~0\n", i + 1);
    assert_string_equal(found(&trial, text_string(&grid)), "");
    assert_string_equal(text_string(&trial.lost),
                        "formulas: those of your own among roadbook's (whoever saved it wrote all "
                        "of them anew)");
    text_free(&grid);
    text_free(&trial.lost);
    pool_free(trial.pool);
}

/* A sheet that lost its role row. */
static void test_bare(void **state)
{
    struct trial trial = {.pool = pool_new(), .lost = TEXT_INIT};

    (void)state;
    assert_string_equal(found(&trial, "Weeks\n\n\nWeek|Actual|mine\n~1|=A1~0\n~2|=A2~0\n"),
                        "row 4, column C: mine; ");
    text_free(&trial.lost);
    pool_free(trial.pool);
}

static void test_no_imprint(void **state)
{
    struct trial trial = {.pool = pool_new(), .lost = TEXT_INIT};
    struct read_sheet sheet = hand_sheet(trial.pool, "Weeks", WEEKS "mine\n");
    const struct read_book book = {.mac_epoch = false};
    struct typed_sheet typed = {.sheet = &sheet};

    (void)state;
    ((struct placed_cell *)sheet.cells)[0].comment = "beside";
    typed_find(trial.pool, &book, &typed, 1, &trial.memory, &trial.lost);
    assert_int_equal(trial.memory.stray_count, 1);
    assert_string_equal(trial.memory.strays[0].columns[0].header, "comment on column A");
    assert_string_equal(trial.memory.strays[0].rows[0].cells[0].text, "beside");
    pool_free(trial.pool);
}

/* Very many cells are counted, not carried. */
static void test_many(void **state)
{
    struct trial trial = {.pool = pool_new(), .lost = TEXT_INIT};
    struct text grid = TEXT_INIT;

    (void)state;
    text_add(&grid, WEEKS);
    for (int i = 0; i < 6000; i++)
        text_print(&grid, "typed %d\n", i);
    found(&trial, text_string(&grid));
    assert_int_equal(trial.memory.stray_count, 5000);
    assert_string_equal(text_string(&trial.lost),
                        "cells that roadbook fills itself: 1000 that somebody wrote in");
    text_free(&grid);
    text_free(&trial.lost);
    pool_free(trial.pool);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_typed),          cmocka_unit_test(test_formulas),
        cmocka_unit_test(test_moved_formulas), cmocka_unit_test(test_strange_formulas),
        cmocka_unit_test(test_bare),           cmocka_unit_test(test_no_imprint),
        cmocka_unit_test(test_many),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
