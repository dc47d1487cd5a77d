/* merge_test: two trackers taken together: tables, records, and what is said of it. */
#include "support/two_trackers.h"

static void test_conflicts_are_said(void **state)
{
    struct memory into = tracker("plan.xlsx", "Log", LOG_TOP "s1|~46024|Build|~1|a|mine\n");
    struct memory other = tracker("b.xlsx", "Log", LOG_TOP "s1|~46099|Read|~2|z|yours\n");
    size_t count;

    (void)state;
    memory_merge(pool, &into, &other);
    assert_string_equal(rows_of(&into.tables[0]), "s1|46024|Build|1|a|mine\n");
    assert_string_equal(rows_of(&into.strays[0]), "s1|46099|Read|2|z|yours\n");
    const struct finding *findings = report_findings(&count);
    assert_int_equal(count, 1);
    assert_string_equal(findings[0].message,
                        "b.xlsx: 1 row of the sheet Log says something else than plan.xlsx; it "
                        "is kept on the sheet From your old file");
    /* a copy of it says nothing new */
    other.path = "c.xlsx";
    memory_merge(pool, &into, &other);
    assert_int_equal(into.stray_count, 1);
    report_findings(&count);
    assert_int_equal(count, 1);
}

static void test_missing_table(void **state)
{
    struct memory into = tracker("plan.xlsx", "Log", LOG_TOP);
    struct memory other = tracker("b.xlsx", "Tasks", TASKS_TOP "\nk1|x|One\n");

    (void)state;
    other.lost = "Tasks: a picture";
    memory_merge(pool, &into, &other);
    assert_int_equal(into.table_count, 2);
    assert_string_equal(rows_of(memory_table(&into, "tasks")), "k1|x|One|||\n");
    assert_string_equal(into.lost, "Tasks: a picture");
}

/* Where the record was deleted from one of the trackers, that of the other tells what was. */
static void test_record(void **state)
{
    struct memory into = tracker("plan.xlsx", "Log", LOG_TOP "s1|~46024|Build|~1|a\n");
    struct memory other = tracker("b.xlsx", "Log", LOG_TOP "s1|~46024|Build|~1|a\n");
    struct past_week week = {.number = 1};

    (void)state;
    into.plan_id = into.title = "";
    into.digest = 7;
    other.plan_id = "plan";
    other.title = "Title";
    other.version = 2;
    other.past = (struct past){.weeks = &week, .week_count = 1};
    memory_merge(pool, &into, &other);
    assert_string_equal(into.plan_id, "plan");
    assert_int_equal(into.version, 2);
    assert_int_equal(into.past.week_count, 1);
    assert_string_equal(into.path, "plan.xlsx");
    assert_int_equal(into.digest, 7);
    other.title = "Another";
    memory_merge(pool, &into, &other);
    assert_string_equal(into.title, "Title");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_conflicts_are_said, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_missing_table, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_record, set_up, tear_down),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
