/* recall_test: facts, settings, the first plan and known ids, as a tracker tells them; and a
 * tracker of the first edition. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/report.h"
#include "memory/recall.h"
#include "support/kept_tables.h"

static const char plan[] = "10000000-0000-5000-8000-000000000000";

static void assert_setting(const struct memory *memory, size_t index, const char *name,
                           const char *value, const char *origin)
{
    assert_true(index < memory->setting_count);
    assert_string_equal(memory->settings[index].name, name);
    assert_string_equal(memory->settings[index].value, value);
    assert_string_equal(memory->settings[index].origin, origin);
}

static void test_settings(void **state)
{
    struct pool *pool = pool_new();
    struct memory memory = {0};

    (void)state;
    KEPT_TABLE(pool, &memory, "log", "id date hours", "a|#46027|#1");
    KEPT_TABLE(pool, &memory, "settings", "name value origin since", "version|#2|", "",
               pool_print(pool, "plan|%s", plan), "title|Ropework", "built|2026-02-03",
               "start|2026-01-05", "start|2026-01-04|command line|#46030", "hours|5|default",
               "off|2026-03-01..2026-03-05|front matter", "off|2026-04-01|front matter",
               "|lost its name|front matter");
    assert_true(recall_record(pool, &memory));
    assert_int_equal(memory.version, 2);
    assert_string_equal(memory.plan_id, plan);
    assert_string_equal(memory.title, "Ropework");
    assert_int_equal(memory.built, day_of(2026, 2, 3));
    assert_int_equal(memory.start, day_of(2026, 1, 5));
    assert_int_equal(memory.past.today, memory.built);
    assert_int_equal(memory.setting_count, 4);
    assert_setting(&memory, 0, "start", "2026-01-04", "command line");
    assert_int_equal(memory.settings[0].since, day_of(2026, 1, 8));
    assert_setting(&memory, 1, "hours", "5", "default");
    assert_int_equal(memory.settings[1].since, DAY_NONE);
    assert_setting(&memory, 3, "off", "2026-04-01", "front matter");
    /* the record is taken out, the rest is the learner's */
    assert_int_equal(memory.table_count, 1);
    assert_string_equal(memory.tables[0].role, "log");
    pool_free(pool);
}

static void test_no_record(void **state)
{
    struct pool *pool = pool_new();
    struct memory memory = {0};

    (void)state;
    assert_false(recall_record(pool, &memory));
    KEPT_TABLE(pool, &memory, "keys", "key table text", "a|tasks|Splice");
    KEPT_TABLE(pool, &memory, "settings", "name value", "version|2", "plan|");
    assert_false(recall_record(pool, &memory));
    assert_int_equal(memory.table_count, 2);
    pool_free(pool);
}

/* Somebody deleted the sheet that holds the settings: the plan and its past are known all the same.
 */
static void test_facts_gone(void **state)
{
    struct pool *pool = pool_new();
    struct memory memory = {0};

    (void)state;
    KEPT_TABLE(pool, &memory, "plan", "id title built start",
               pool_print(pool, "%s|Ropework|#46056|2026-01-05", plan));
    KEPT_TABLE(pool, &memory, "plan-week",
               "number iso-year iso-week first last from middle to rates",
               "#1|#2026|#2|#46029|#46033|0|2.5|5|300");
    assert_true(recall_record(pool, &memory));
    assert_string_equal(memory.plan_id, plan);
    assert_string_equal(memory.title, "Ropework");
    assert_int_equal(memory.version, RECORD_VERSION);
    assert_int_equal(memory.built, day_of(2026, 2, 3));
    assert_int_equal(memory.start, day_of(2026, 1, 5));
    assert_int_equal(memory.past.week_count, 1);
    assert_int_equal(memory.setting_count, 0);
    pool_free(pool);
}

static void test_first_plan(void **state)
{
    struct pool *pool = pool_new();
    struct memory memory = {0};

    (void)state;
    KEPT_TABLE(pool, &memory, "settings", "name value", "plan|p");
    KEPT_TABLE(pool, &memory, "first-plan", "first minutes", "#46027|#300", "#46034|0", "|#300",
               "#46034|#300", "#46041|#-5", "#46048|#20000", "2026-02-02|#150");
    assert_true(recall_record(pool, &memory));
    assert_int_equal(memory.first_plan_count, 3);
    assert_int_equal(memory.first_plan[0].first, day_of(2026, 1, 5));
    assert_int_equal(memory.first_plan[0].minutes, 300);
    assert_int_equal(memory.first_plan[1].minutes, 0);
    assert_int_equal(memory.first_plan[2].first, day_of(2026, 2, 2));
    pool_free(pool);
}

static void test_known(void **state)
{
    struct pool *pool = pool_new();
    struct memory memory = {0};

    (void)state;
    KEPT_TABLE(pool, &memory, "settings", "name value", "plan|p");
    KEPT_TABLE(pool, &memory, "keys", "key kind above title table text due", "s|section||Knots",
               "|task|s|no id", "a|task|s|Splice|tasks|Splice an eye|#46060", "b|text|s");
    assert_true(recall_record(pool, &memory));
    assert_int_equal(memory.known_count, 3);
    assert_string_equal(memory.known[0].kind, "section");
    assert_string_equal(memory.known[0].table, "");
    assert_int_equal(memory.known[0].due, DAY_NONE);
    assert_string_equal(memory.known[1].above, "s");
    assert_string_equal(memory.known[1].title, "Splice");
    assert_string_equal(memory.known[1].text, "Splice an eye");
    assert_int_equal(memory.known[1].due, day_of(2026, 2, 7));
    assert_string_equal(memory.known[2].title, "");
    pool_free(pool);
}

static void test_first_edition(void **state)
{
    struct pool *pool = pool_new();
    struct memory memory = {0};

    (void)state;
    report_reset();
    KEPT_TABLE(pool, &memory, "settings", "name value", "version|1", "plan|p", "title|Ropework",
               "generated|2026-02-03", "minutes-a-week|450", "start|2026-01-05", "end|2026-03-01",
               "timezone|Europe/Berlin", "week-start|Sunday", "workday-time|19:00",
               "weekend-time|09:30", "slot|Sat 10:00 120", "slot|Wed - 0", "slot|Thu 7:05 45",
               "period|2026-07-01..2026-08-15 0", "period|2026-09-01..2026-09-02 615");
    KEPT_TABLE(pool, &memory, "keys", "key table text", "a|tasks|Splice an eye");
    KEPT_TABLE(pool, &memory, "first-plan", "first minutes", "#46027|#300");
    assert_true(recall_record(pool, &memory));
    assert_int_equal(memory.version, 1);
    assert_int_equal(memory.built, day_of(2026, 2, 3));
    assert_int_equal(memory.start, day_of(2026, 1, 5));
    assert_int_equal(memory.setting_count, 8);
    assert_setting(&memory, 0, "start", "2026-01-05", "first edition");
    assert_int_equal(memory.settings[0].since, memory.built);
    assert_setting(&memory, 1, "timezone", "Europe/Berlin", "first edition");
    assert_setting(&memory, 2, "week-start", "Sunday", "first edition");
    assert_setting(&memory, 3, "weekend-time", "09:30", "first edition");
    assert_setting(&memory, 4, "hours", "7.5", "first edition");
    assert_setting(&memory, 5, "period", "2026-07-01..2026-08-15=0", "first edition");
    assert_setting(&memory, 6, "period", "2026-09-01..2026-09-02=10.25", "first edition");
    assert_setting(&memory, 7, "slots", "Sat 10:00 2h00; Wed; Thu 7:05 0h45", "first edition");
    assert_string_equal(memory.known[0].title, "Splice an eye");
    assert_string_equal(memory.known[0].kind, "");
    assert_int_equal(memory.first_plan_count, 1);
    assert_int_equal(memory.past.week_count, 0);
    assert_int_equal(memory.table_count, 0);
    assert_int_equal(report_status(true), STATUS_DONE);
    pool_free(pool);
}

/* However many rows somebody puts there, what they come to stays small. */
static void test_hosts_of_slots(void **state)
{
    enum { ROWS = 20000 };
    struct pool *pool = pool_new();
    struct memory memory = {0};
    const char **rows = pool_alloc(pool, ROWS * sizeof *rows);

    (void)state;
    rows[0] = pool_print(pool, "plan|%s", plan);
    for (size_t i = 1; i < ROWS; i++)
        rows[i] = "slot|Sat 10:00 120";
    kept_table_add(pool, &memory, "settings", "name value", rows, ROWS);
    assert_true(recall_record(pool, &memory));
    assert_int_equal(memory.setting_count, 1);
    assert_int_equal(strlen(memory.settings[0].value), 1000 * strlen("Sat 10:00 2h00; ") - 2);
    pool_free(pool);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_settings),      cmocka_unit_test(test_no_record),
        cmocka_unit_test(test_first_plan),    cmocka_unit_test(test_known),
        cmocka_unit_test(test_first_edition), cmocka_unit_test(test_hosts_of_slots),
        cmocka_unit_test(test_facts_gone),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
