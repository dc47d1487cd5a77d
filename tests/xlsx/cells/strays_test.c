/* strays: what of an old row has no place any more. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "memory/typed/imprint.h"
#include "support/chores.h"
#include "xlsx/cells/strays.h"

#define AN_ID    "0f3c2a51-7a0e-5b1d-9c44-2d6f8e1b7a90"
#define OTHER_ID "1f3c2a51-7a0e-5b1d-9c44-2d6f8e1b7a90"

static void what_has_no_place_is_kept_apart(void **state)
{
    struct fixture fixture;

    (void)state;
    open_fixture(&fixture);
    struct carried *carried =
        carry(&fixture,
              (const char *const[]){AN_ID "|☐|☐|Iron|||", OTHER_ID "|☐|☑|Dust||twice|7",
                                    "|||My own|||", "a|☐|x|Sweep|||"},
              4);
    carry_items(&fixture.tracker, carried);
    assert_int_equal(fixture.tracker.stray_count, 4);
    assert_string_equal(fixture.tracker.strays[0].row, "Dust");
    assert_string_equal(fixture.tracker.strays[0].cell->text, "☑");
    assert_string_equal(fixture.tracker.strays[2].cell->text, "twice");
    assert_string_equal(fixture.tracker.strays[3].cell->text, "7");
    pool_free(fixture.tracker.pool);
}

/* Hidden cells are roadbook's only where an id stands in the row, or stood. */
static void words_in_hidden_cells_are_kept_apart(void **state)
{
    struct fixture fixture;

    (void)state;
    open_fixture(&fixture);
    struct carried *carried = carry(
        &fixture,
        (const char *const[]){"|mine||My own|||", "my key||||||", "my word|||Another|||",
                              "|lone|||||", "a|☐|x|Sweep|||", AN_ID "|☐|☐|Iron|||", "|||Third|||"},
        7);
    const struct kept_table *kept = carried->kept;
    carry_items(&fixture.tracker, carried);
    static const char *const words[] = {"mine", "my key", "my word", "Another", "lone"};
    assert_int_equal(fixture.tracker.stray_count, 5);
    for (size_t i = 0; i < 5; i++)
        assert_string_equal(fixture.tracker.strays[i].cell->text, words[i]);
    assert_string_equal(fixture.tracker.strays[1].row, "row 6");
    assert_true(is_own_row(kept, &kept->rows[0]));
    assert_false(is_own_row(kept, &kept->rows[3])); /* nothing to be seen in it */
    assert_false(is_own_row(kept, &kept->rows[5]));
    assert_true(is_own_row(kept, &kept->rows[6]));
    pool_free(fixture.tracker.pool);
}

static bool is_milestone(const struct item *item)
{
    return item->kind == ITEM_MILESTONE;
}

/* Cells of a column of formulas: whether they count as typed, row by row ("t", else "."). */
static void assert_typed(const char *const *formulas, const char *const *texts, const char *typed)
{
    static const struct column worked[] = {
        {"milestone", "Milestone", 10, COLUMN_TITLE, false},
        {"to-go", "To go", 10, COLUMN_WORKED, false},
    };
    static const struct sheet reached = {.tab = "Milestones",
                                         .role = "milestones",
                                         .columns = worked,
                                         .column_count = 2,
                                         .belongs = is_milestone};
    struct fixture fixture;
    const char *rows[3] = {"|", "|", "|"};
    size_t count = 0;

    open_fixture(&fixture);
    struct kept_table *table = kept_table_add(fixture.tracker.pool, &fixture.memory, "milestones",
                                              "milestone to-go", rows, 3);
    for (size_t i = 0; i < 3; i++) {
        struct kept_cell *cell = (struct kept_cell *)&table->rows[i].cells[1];
        *cell = (struct kept_cell){.kind = *texts[i] ? CELL_TEXT : CELL_EMPTY,
                                   .text = texts[i],
                                   .formula = formulas[i],
                                   .format = "General"};
        assert_int_equal(is_own_row(table, &table->rows[i]), typed[i] == 't');
        count += typed[i] == 't';
    }
    carry_items(&fixture.tracker, carried_of(&fixture.tracker, &reached));
    assert_int_equal(fixture.tracker.stray_count, count);
    pool_free(fixture.tracker.pool);
}

/* Where roadbook has a formula in each row, that is nobody's entry, nor is a value that a program
 * made of it; anything else is, and is kept apart. */
static void what_is_typed_over_formulas_is_kept_apart(void **state)
{
    static const char *const ours[] = {"IF(D5=\"\",\"\",D5-asof)", "D6-$AsOf", "D7-AsOf"};
    static const char *const mixed[] = {"D5-AsOf", "1+1", NULL}, *const none[] = {NULL, NULL, NULL};

    (void)state;
    assert_typed(ours, (const char *const[]){"", "in 3 days", "today"}, "...");
    assert_typed(mixed, (const char *const[]){"today", "2", "soon"}, ".tt");
    assert_typed(none, (const char *const[]){"", "in 3 days", "today"}, "...");
}

static void headers_of_empty_columns_are_kept_apart(void **state)
{
    struct memory memory = {.version = 2};
    struct tracker tracker = {.pool = pool_new()};
    struct kept_table *table =
        KEPT_TABLE(tracker.pool, &memory, "weeks", "number - -", "#1|fine|", "#2||");

    (void)state;
    ((struct kept_column *)table->columns)[2].header = "Mood";
    stray_headers(&tracker, table);
    assert_int_equal(tracker.stray_count, 1);
    assert_string_equal(tracker.strays[0].row, "header");
    assert_string_equal(tracker.strays[0].cell->text, "Mood");
    pool_free(tracker.pool);
}

/* Words that the learner wrote over what a planned row shows have no place in it. */
static void edits_of_shown_words_are_kept_apart(void **state)
{
    static const struct column shown_columns[] = {
        {"key", "Key", 10, COLUMN_KEY, true},
        {"task", "Task", 10, COLUMN_TITLE, false},
        {"details", "Details", 10, COLUMN_DETAIL, false},
        {"from", "From", 10, COLUMN_FROM, false},
    };
    static const struct sheet shown = {.tab = "Chores",
                                       .role = "chores",
                                       .columns = shown_columns,
                                       .column_count = 4,
                                       .belongs = is_task};
    struct fixture fixture;
    struct kept_cell words = {CELL_TEXT, "Twice a week", 0, NULL, "General"};
    struct kept_cell date = {CELL_NUMBER, "45600", 45600, NULL, "General"};

    (void)state;
    open_fixture(&fixture);
    struct pool *pool = fixture.tracker.pool;
    struct known_item known[] = {
        {"a", "task", "", "Sweep", "chores", "Sweep", 20000, "", DAY_NONE, DAY_NONE, DAY_NONE,
         DAY_NONE},
        {"b", "task", "", "Wash", "chores", "Wash", 20007, "details:- from:-", DAY_NONE, DAY_NONE,
         DAY_NONE, DAY_NONE},
        {AN_ID, "task", "", "Iron", "chores", "Iron", 20007, "details:- from:-", DAY_NONE, DAY_NONE,
         DAY_NONE, DAY_NONE},
    };
    known[0].shown = pool_print(pool, "details:%s from:%s", mark_of_shown(pool, &words),
                                mark_of_shown(pool, &date));
    fixture.memory.known = known;
    fixture.memory.known_count = 3;
    struct kept_table *table =
        KEPT_TABLE(pool, &fixture.memory, "chores", "key task details from",
                   "a|Sweep| twice a  WEEK|#45600", "b|Wash|when I like|", AN_ID "|Iron|hot|");
    for (size_t i = 0; i < table->row_count; i++)
        ((struct kept_row *)&table->rows[i])->key = table->rows[i].cells[0].text;
    carry_items(&fixture.tracker, carried_of(&fixture.tracker, &shown));
    assert_int_equal(fixture.tracker.stray_count, 3);
    assert_string_equal(fixture.tracker.strays[0].row, "Wash");
    assert_string_equal(fixture.tracker.strays[0].cell->text, "when I like");
    assert_string_equal(fixture.tracker.strays[2].cell->text, "hot");
    pool_free(pool);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_has_no_place_is_kept_apart),
        cmocka_unit_test(words_in_hidden_cells_are_kept_apart),
        cmocka_unit_test(what_is_typed_over_formulas_is_kept_apart),
        cmocka_unit_test(headers_of_empty_columns_are_kept_apart),
        cmocka_unit_test(edits_of_shown_words_are_kept_apart),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
