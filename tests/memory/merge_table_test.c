/* merge_table_test: the rows of two trackers taken together: none is lost, none stands there twice.
 */
#include "support/two_trackers.h"

#define GIVEN_TOP                                                                                  \
    "#roadbook:tasks:key|#roadbook:tasks:given|#roadbook:tasks:done|#roadbook:tasks:task\n"        \
    "Key|Given|Done|Task\n"
#define PRICES_TOP                                                                                 \
    "#roadbook:budget:key|#roadbook:budget:given|#roadbook:budget:item|#roadbook:budget:planned\n" \
    "Key|Given|Item|Planned\n"

/* Merging THEIRS into OURS gives EXPECTED, once and twice; STRAYS rows stray, once. */
static void assert_merged(const char *name, const char *ours, const char *theirs,
                          const char *expected, size_t strays)
{
    struct memory into = tracker("plan.xlsx", name, ours);
    struct memory other = tracker("plan (1).xlsx", name, theirs);
    size_t count = 0;

    for (int time = 0; time < 2; time++) {
        memory_merge(pool, &into, &other);
        assert_int_equal(into.table_count, 1);
        assert_string_equal(rows_of(&into.tables[0]), expected);
    }
    for (size_t i = 0; i < into.stray_count; i++)
        count += into.strays[i].row_count;
    assert_int_equal(count, strays);
}

static void test_items(void **state)
{
    (void)state;
    assert_merged("Tasks",
                  TASKS_TOP "\n"
                            "k1|☑|One|~46030\n"
                            "k2|☐|Two|~46031||mine\n"
                            "k3|☐|Three|~46032\n"
                            "k4|☐|Four\n",
                  TASKS_TOP "\n"
                            "k1|☐|One|~46099||first\n"
                            "k2|x|Two|~46099||yours\n"
                            "k3|!TRUE|Three|~46032|~46010\n"
                            "k5|☐|Gone\n"
                            "k6|☑|Gone too\n"
                            "||Own\n",
                  "k1|☑|One|46030||first\n"
                  "k2|x|Two|46031||mine\n"
                  "k3|1|Three|46032|46010|\n"
                  "k4|☐|Four|||\n"
                  "k6|☑|Gone too|||\n"
                  "||Own|||\n",
                  1);
}

/* Own rows of one name that are due on different days, or cost different prices, are two. */
static void test_own_rows_that_say_more(void **state)
{
    (void)state;
    assert_merged("Tasks",
                  TASKS_TOP "\n"
                            "||Swim|~46030\n"
                            "||Row|~46031\n",
                  TASKS_TOP "\n"
                            "||Swim|~46099\n"
                            "||Row|~46031\n",
                  "||Swim|46030||\n"
                  "||Row|46031||\n"
                  "||Swim|46099||\n",
                  0);
    assert_merged("Budget", PRICES_TOP "||Oars|~20\n", PRICES_TOP "||Oars|~25\n",
                  "||Oars|20\n||Oars|25\n", 0);
}

/* What the roadmap ticked in another tracker is not the learner's; what the learner decided against
 * it is, and goes with what it was decided against. */
static void test_given(void **state)
{
    (void)state;
    assert_merged("Tasks",
                  GIVEN_TOP "k1|☐|☐|The roadmap ticked it there\n"
                            "k2|☐|☐|Ticked there\n"
                            "k3|☑|☑|Opened there\n"
                            "k4|☐|☑|Ticked here\n"
                            "k5|☐|☑|Opened there, ticked here\n"
                            "k6|☑|☐|Opened here\n",
                  GIVEN_TOP "k1|☑|☑|The roadmap ticked it there\n"
                            "k2|☐|x|Ticked there\n"
                            "k3|☑|☐|Opened there\n"
                            "k4|☑|☑|Ticked here\n"
                            "k5|☑|☐|Opened there, ticked here\n"
                            "k6|☐|☑|Opened here\n",
                  "k1|☐|☐|The roadmap ticked it there\n"
                  "k2|☐|x|Ticked there\n"
                  "k3|☑|☐|Opened there\n"
                  "k4|☐|☑|Ticked here\n"
                  "k5|☐|☑|Opened there, ticked here\n"
                  "k6|☑|☐|Opened here\n",
                  2);
}

static void test_prices(void **state)
{
    (void)state;
    assert_merged("Budget", PRICES_TOP "k1|~10|Ink|~10\nk2|~10|Nibs|~10\nk3|~10|Pen|~11\n",
                  PRICES_TOP "k1|~12|Ink|~12\nk2|~10|Nibs|~12\nk3|~10|Pen|~12\n",
                  "k1|10|Ink|10\nk2|10|Nibs|12\nk3|10|Pen|11\n", 1);
    /* an early tracker does not tell what was given */
    assert_merged("Budget", PRICES_TOP "k1|~10|Ink|~10\n",
                  "#roadbook:budget:key|#roadbook:budget:item|#roadbook:budget:planned\n"
                  "Key|Item|Planned\nk1|Ink|~12\n",
                  "k1|10|Ink|10\n", 0);
}

/* The larger count of equal rows, whichever way a program spelled them; a row that lost its key is
 * still the same. */
static void test_own_rows(void **state)
{
    (void)state;
    assert_merged("Log",
                  LOG_TOP "|~46024|Build|~1.5|a\n"
                          "|~46024|Build|~1.5|a\n"
                          "s1|~46025|Read|~1|b\n"
                          "s2|~46026|Read||c\n"
                          "|~46027|Read|~2|d\n",
                  LOG_TOP "|2026-01-02|build|1:30|a\n"
                          "|~46024|Build|~1.5|a\n"
                          "|~46024|Build|~1.5|a\n"
                          "|~46025|Read|~1|b\n"
                          "s9|~46027|Read|~2|d\n"
                          "s8|~46028|Read||planned only\n"
                          "s2|~46026|Read|~3|c\n",
                  "|46024|Build|1.5|a|\n"
                  "|46024|Build|1.5|a|\n"
                  "s1|46025|Read|1|b|\n"
                  "s2|46026|Read|3|c|\n"
                  "|46027|Read|2|d|\n"
                  "|46024|Build|1.5|a|\n",
                  0);
}

static void test_columns(void **state)
{
    struct memory into = tracker(
        "plan.xlsx", "Log", "#roadbook:log:id|#roadbook:log:hours||\nId|Hours|Mood\ns1|~1|ok\n");
    struct memory other = tracker("b.xlsx", "Log",
                                  "#roadbook:log:id|||#roadbook:log:hours|#roadbook:log:notes\n"
                                  "Id|Pages|mood|Hours|Notes\ns1|~9|bad|~1|n\n||sad|~4\n");

    (void)state;
    memory_merge(pool, &into, &other);
    assert_string_equal(column_words(pool, &into.tables[0]), "id|hours|'Mood'|'Pages'|notes");
    assert_string_equal(rows_of(&into.tables[0]), "s1|1|ok|9|n\n|4|sad||\n");
    assert_int_equal(into.stray_count, 1);
    assert_string_equal(rows_of(&into.strays[0]), "s1|1|bad|9|n\n");
    /* the same in another order is no other; another word is */
    other = tracker("c.xlsx", "Log",
                    "#roadbook:log:id|#roadbook:log:notes|||#roadbook:log:hours\n"
                    "Id|Notes|Mood|Pages|Hours\ns1|n|bad|~9|1:00\n");
    memory_merge(pool, &into, &other);
    assert_int_equal(into.stray_count, 1);
    other = tracker("d.xlsx", "Log", "#roadbook:log:id||\nId|Mood|Place\ns1|worse|home\n");
    memory_merge(pool, &into, &other);
    assert_int_equal(into.stray_count, 2);
    assert_string_equal(rows_of(&into.strays[1]), "s1||worse|||home\n");
}

/* A due date that the learner wrote over roadbook's is taken, unless both did so. */
static void test_due_dates(void **state)
{
    struct memory into = tracker("plan.xlsx", "Tasks",
                                 TASKS_TOP "\nk1||One|~46030\nk2||Two|~46030\nk3||Three|~46031\n");
    struct memory other = tracker("b.xlsx", "Tasks",
                                  TASKS_TOP "\nk1||One|~46099\nk2||Two|~46020\nk3||Three|~46099\n");
    day ours = day_of(2026, 1, 8), theirs = day_of(2025, 12, 29); /* 46030, 46020 */
    struct known_item known[] = {
        {.id = "k1", .due = ours}, {.id = "k2", .due = ours}, {.id = "k3", .due = ours}};
    struct known_item known_there[] = {
        {.id = "k1", .due = theirs}, {.id = "k2", .due = theirs}, {.id = "k3", .due = theirs}};

    (void)state;
    into.known = known;
    other.known = known_there;
    into.known_count = other.known_count = 3;
    memory_merge(pool, &into, &other);
    assert_string_equal(rows_of(&into.tables[0]),
                        "k1||One|46099||\nk2||Two|46030||\nk3||Three|46031||\n");
    assert_int_equal(into.stray_count, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_items, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_own_rows_that_say_more, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_given, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_prices, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_own_rows, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_columns, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_due_dates, set_up, tear_down),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
