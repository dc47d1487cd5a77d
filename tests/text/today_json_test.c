/* today_json_test: the page of one day for programs. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <jansson.h>
#include <string.h>
#include <cmocka.h>

#include "support/kite_life.h"
#include "text/today.h"

/* The kite's page on that day, with PERCENT of each session logged. */
static json_t *page(day date, int percent)
{
    struct plan *plan = kite_plan();
    struct text out = TEXT_INIT;
    struct today today = {.schedule = kite_schedule(plan, date, percent),
                          .date = date,
                          .roadmap = "kite.md",
                          .built = true,
                          .minutes_to_keep = 306,
                          .replanned_end = DAY_NONE};

    today_json(&today, &out);
    json_t *page = json_loads(text_string(&out), 0, NULL);
    assert_non_null(page);
    text_free(&out);
    pool_free(plan->pool);
    return page;
}

static const char *string(const json_t *object, const char *key)
{
    return json_string_value(json_object_get(object, key));
}

static json_int_t number(const json_t *object, const char *key)
{
    return json_integer_value(json_object_get(object, key));
}

static void an_evening_with_a_session(void **state)
{
    json_t *today = page(kite_start + 9, 50);
    const json_t *sessions = json_object_get(today, "sessions");
    const json_t *week = json_object_get(today, "week"), *dues = json_object_get(today, "due");
    const json_t *standing = json_object_get(today, "standing");

    (void)state;
    assert_string_equal(string(today, "date"), "2026-01-14");
    assert_int_equal(json_array_size(sessions), 1);
    assert_string_equal(string(json_array_get(sessions, 0), "start"), "2026-01-14T19:00");
    assert_int_equal(number(json_array_get(sessions, 0), "logged"), 0);
    assert_string_equal(string(json_object_get(today, "next"), "start"), "2026-01-14T19:00");
    assert_int_equal(number(week, "number"), 2);
    assert_int_equal(number(week, "of"), 4);
    assert_int_equal(number(week, "minutes"), 300);
    assert_int_equal(number(week, "logged"), 37);
    assert_int_equal(json_array_size(json_object_get(week, "sessions")), 4);
    assert_int_equal(json_array_size(dues), 2);
    assert_string_equal(string(json_array_get(dues, 0), "title"), "It flies");
    assert_string_equal(string(json_array_get(dues, 0), "due"), "2026-01-18");
    assert_string_equal(string(json_array_get(dues, 1), "kind"), "task");
    assert_int_equal(number(standing, "planned") - number(standing, "logged"),
                     -number(standing, "ahead"));
    assert_int_equal(number(standing, "ahead"), -190);
    assert_int_equal(number(standing, "keeps_end"), 306);
    assert_int_equal(json_array_size(json_object_get(today, "astray")), 0);
    assert_int_equal(json_array_size(json_object_get(today, "open")), 0);
    assert_true(json_is_null(json_object_get(today, "elsewhere")));
    assert_true(json_is_null(json_object_get(standing, "replanned_end")));
    assert_true(json_is_false(json_object_get(json_array_get(sessions, 0), "done")));
    const json_t *done = json_object_get(today, "done");
    assert_int_equal(number(done, "minutes"), 5 * 37);
    assert_int_equal(number(done, "sessions"), 5);
    assert_true(json_is_false(json_object_get(done, "all_done")));
    assert_string_equal(string(done, "last_entry"), "2026-01-12");
    json_decref(today);
}

static void before_the_start_there_is_no_week(void **state)
{
    json_t *today = page(kite_start - 5, 0);

    (void)state;
    assert_true(json_is_null(json_object_get(today, "week")));
    assert_true(json_is_null(json_object_get(today, "standing")));
    assert_int_equal(json_array_size(json_object_get(today, "sessions")), 0);
    assert_string_equal(string(json_object_get(today, "next"), "start"), "2026-01-05T19:00");
    json_decref(today);
}

static void after_the_end_nothing_is_next(void **state)
{
    json_t *today = page(kite_start + 40, 100);

    (void)state;
    assert_true(json_is_null(json_object_get(today, "next")));
    assert_int_equal(json_array_size(json_object_get(today, "due")), 0);
    const json_t *open = json_object_get(today, "open");
    assert_int_equal(json_array_size(open), 2);
    assert_string_equal(string(json_array_get(open, 0), "title"), "It flies");
    assert_int_equal(number(json_object_get(today, "standing"), "ahead"), 0);
    json_decref(today);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_evening_with_a_session),
        cmocka_unit_test(before_the_start_there_is_no_week),
        cmocka_unit_test(after_the_end_nothing_is_next),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
