/* carried: what of an old row is the learner's. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/report.h"
#include "support/chores.h"
#include "xlsx/cells/strays.h"

static const char *decided(struct fixture *fixture, const struct carried *carried, const char *key,
                           size_t column)
{
    const struct kept_cell *cell =
        decided_cell(&fixture->tracker, carried, carried_find(carried, key), column);

    return cell ? cell->text : NULL;
}

static void what_roadbook_wrote_is_not_the_learner_s(void **state)
{
    struct fixture fixture;

    (void)state;
    open_fixture(&fixture);
    struct carried *carried =
        carry(&fixture, (const char *const[]){"a|☐|☐| sweep |#45569||", "b|☐|☐|Wash|#45576||"}, 2);
    for (size_t i = 0; i < about.column_count; i++) {
        assert_null(decided(&fixture, carried, "a", i));
        assert_null(decided(&fixture, carried, "b", i));
    }
    assert_null(carried_find(carried, "c"));
    assert_int_equal(carried->own_count, 1); /* it has a header */
    pool_free(fixture.tracker.pool);
}

static void what_was_changed_is_the_learner_s(void **state)
{
    struct fixture fixture;

    (void)state;
    open_fixture(&fixture);
    struct carried *carried = carry(
        &fixture, (const char *const[]){"a|☐|x|Sweep well|#45600|why|", "b|☑||Wash|later||3"}, 2);
    assert_string_equal(decided(&fixture, carried, "a", DONE), "x");
    assert_string_equal(decided(&fixture, carried, "a", NAME), "Sweep well");
    assert_string_equal(decided(&fixture, carried, "a", DUE), "45600");
    assert_string_equal(decided(&fixture, carried, "a", NOTES), "why");
    /* it had come ticked, and the tick was taken off */
    assert_string_equal(decided(&fixture, carried, "b", DONE), "☐");
    assert_null(decided(&fixture, carried, "b", NAME));
    assert_string_equal(decided(&fixture, carried, "b", DUE), "later");
    assert_true(own_columns_written(carried, carried_find(carried, "b")));
    assert_false(own_columns_written(carried, carried_find(carried, "a")));
    pool_free(fixture.tracker.pool);
}

/* A first edition wrote down neither its ticks nor its dates. */
static void of_a_first_edition_only_entries_count(void **state)
{
    struct fixture fixture;

    (void)state;
    open_fixture(&fixture);
    fixture.memory.version = 1;
    struct kept_table *table = KEPT_TABLE(fixture.tracker.pool, &fixture.memory, "chores",
                                          "key done task due notes", "a|☐|Sweeping|#45600|");
    ((struct kept_row *)table->rows)->key = "a";
    const struct carried *carried = carried_of(&fixture.tracker, &about);
    for (size_t i = 0; i < about.column_count; i++)
        assert_null(decided(&fixture, carried, "a", i));
    pool_free(fixture.tracker.pool);
}

/* The Tasks of two rows, of a tracker without a record; the keys are those that memory left. */
static struct carried *carry_without_record(struct fixture *fixture, const char *const *rows,
                                            const char *const *keys)
{
    static const struct sheet tasks = {
        .tab = "Tasks", .role = "tasks", .columns = columns, .column_count = 6, .belongs = is_task};

    fixture->memory.known_count = 0;
    fixture->items[0].title = (struct prose){.text = "Sweep", .length = 5};
    fixture->items[1].title = (struct prose){.text = "Wash", .length = 4};
    struct kept_table *table = kept_table_add(fixture->tracker.pool, &fixture->memory, "tasks",
                                              "key given done task due notes", rows, 2);
    for (size_t i = 0; i < 2; i++)
        ((struct kept_row *)table->rows)[i].key = keys[i];
    report_mute(true);
    struct carried *carried = carried_of(&fixture->tracker, &tasks);
    report_mute(false);
    return carried;
}

/* Without a record the roadmap's own words tell whose a row is that was sorted away from its key,
 * and which of two rows with one key is its row. */
static void words_are_known_by_the_roadmap(void **state)
{
    static const char *const sorted[] = {"a|☐|x|Wash||", "b|☐|☐|Sweep||"};
    static const char *const repeated[] = {"b|☐|☐|Sweep||", "b|☐|x|Wash||"};
    static const char *const *const all_rows[] = {sorted, repeated};
    static const char *const keys[][2] = {{"a", "b"}, {"b", ""}};
    struct fixture fixture;

    (void)state;
    for (size_t i = 0; i < 2; i++) {
        open_fixture(&fixture);
        struct carried *carried = carry_without_record(&fixture, all_rows[i], keys[i]);
        assert_string_equal(carried_find(carried, "b")->cells[DONE].text, "x");
        assert_non_null(carried_find(carried, "a"));
        assert_string_equal(carried_find(carried, "a")->cells[DONE].text, "☐");
        pool_free(fixture.tracker.pool);
    }
}

static void a_fresh_tracker_carries_nothing(void **state)
{
    struct plan plan = {0};
    struct tracker tracker = {.pool = pool_new(), .plan = &plan};
    struct carried *carried = carried_of(&tracker, &about);

    (void)state;
    carry_items(&tracker, carried);
    assert_null(carried_find(carried, "a"));
    assert_int_equal(carried->own_count, 0);
    assert_ptr_equal(carried_of(&tracker, &about), carried);
    pool_free(tracker.pool);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_roadbook_wrote_is_not_the_learner_s),
        cmocka_unit_test(what_was_changed_is_the_learner_s),
        cmocka_unit_test(of_a_first_edition_only_entries_count),
        cmocka_unit_test(words_are_known_by_the_roadmap),
        cmocka_unit_test(a_fresh_tracker_carries_nothing),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
