/* Tests of show: nothing of the plan is missing from the text, and the JSON has the keys that
 * programs rely on. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <jansson.h>
#include <cmocka.h>

#include "support/plan_build.h"
#include "text/show.h"

static struct plan *small_plan(void)
{
    struct plan *plan = build_plan(UNIT_WEEK, 4, 4, 120, 120);
    struct section *phase = build_phase(plan, "Phase 1: Roots (Weeks 1-3)", 1, 3);
    struct section *tasks = build_section(plan, phase, 3, "Things to Make", ITEM_TASK, 0, 0);
    struct item *item = build_item(plan, tasks, ITEM_TASK, "Birdhouse", 1, 2);

    item->detail = words("Saw, glue");
    item->line = words("Weeks 1-2: Birdhouse - Saw, glue");
    item->checkbox = CHECKBOX_DONE;
    item->price = (struct money){1250, 1250, false, "$"};
    item->link = "https://example.org/birdhouse";
    item = build_item(plan, tasks, ITEM_TASK, "Evil \x1b[31mchair", 0, 0);
    item->optional = true;
    item = build_item(plan, tasks, ITEM_TEXT, "", 0, 0);
    item->line = words("Some prose.\nIts second line.");
    item = build_item(plan, tasks, ITEM_MILESTONE, "The roof is on", 3, 3);
    item->point = true;
    return plan;
}

static const struct schedule *at(struct plan *plan, int minutes)
{
    struct rhythm rhythm = {
        .minutes = minutes, .start = day_of(2026, 1, 5), .timezone = "Europe/Berlin"};

    return schedule_make(plan->pool, plan, &rhythm);
}

static void text_holds_everything(void **state)
{
    (void)state;
    struct plan *plan = small_plan();
    struct text out = TEXT_INIT;
    show_text(at(plan, 120), &out);
    static const char *const wanted[] = {
        "A Plan to Try\n",
        "hours     2 h a week, stated 2 h\n",
        "start     2026-01-05\n",
        "end       2026-02-01\n",
        "weeks     4\n",
        "  1  2026-01-05..2026-01-25  weeks 1-3  6 h  Phase 1: Roots (Weeks 1-3)\n",
        "\n## Phase 1: Roots (Weeks 1-3)  [",
        "\n### Things to Make  [task; ",
        "  task: Birdhouse | Saw, glue  [[x]; weeks 1",
        "2026-01-05..2026-01-18; price $12.50; ",
        "= Weeks 1-2: Birdhouse - Saw, glue\n",
        "  task: Evil \\x1b[31mchair  [optional]\n",
        "  text: Some prose.\n        Its second line.",
        "2026-01-25; due]",
        "https://example.org/birdhouse",
        "\nWeek 1  2026-W02  2026-01-05..2026-01-11  phase 1  2 h\n",
    };
    for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++)
        if (!strstr(text_string(&out), wanted[i]))
            fail_msg("missing: %s\nin: %s", wanted[i], text_string(&out));
    assert_null(memchr(text_string(&out), 0x1b, out.length));
    text_free(&out);
    pool_free(plan->pool);
}

static const char *string_at(json_t *object, const char *key)
{
    return json_string_value(json_object_get(object, key));
}

static void json_has_its_keys(void **state)
{
    (void)state;
    struct plan *plan = small_plan();
    struct text out = TEXT_INIT;
    show_json(at(plan, 150), false, &out);
    json_t *root = json_loads(text_string(&out), 0, NULL);
    assert_non_null(root);
    assert_int_equal(text_string(&out)[out.length - 1], '\n');
    assert_true(json_number_value(json_object_get(root, "hours_per_week")) == 2.5);
    assert_string_equal(string_at(root, "start"), "2026-01-05");
    assert_string_equal(string_at(json_object_get(root, "length"), "unit"), "week");
    json_t *items = json_object_get(root, "items");
    assert_int_equal(json_array_size(items), 3);
    json_t *item = json_array_get(items, 0);
    assert_string_equal(string_at(item, "kind"), "task");
    assert_string_equal(string_at(item, "first"), "2026-01-05");
    assert_true(json_is_true(json_object_get(item, "done")));
    assert_int_equal(json_array_size(json_object_get(item, "section")), 2);
    assert_int_equal(json_integer_value(json_object_get(item, "phase")), 1);
    assert_int_equal(json_integer_value(json_object_get(json_object_get(item, "span"), "to")), 2);
    item = json_array_get(items, 1);
    assert_true(json_is_null(json_object_get(item, "span")));
    assert_true(json_is_null(json_object_get(item, "first")));
    assert_true(json_is_true(json_object_get(item, "optional")));
    assert_int_equal(json_array_size(json_object_get(root, "texts")), 1);
    assert_int_equal(json_array_size(json_object_get(root, "findings")), 0);
    json_t *week = json_array_get(json_object_get(root, "weeks"), 0);
    assert_string_equal(string_at(week, "iso"), "2026-W02");
    json_t *session = json_array_get(json_object_get(week, "sessions"), 0);
    assert_int_equal(strlen(string_at(session, "start")), 16);
    assert_true(json_is_array(json_object_get(session, "items")));
    json_decref(root);
    text_free(&out);
    pool_free(plan->pool);
}

static void findings_are_listed(void **state)
{
    (void)state;
    struct plan *plan = small_plan();
    struct text out = TEXT_INIT;
    report_reset();
    report_verbosity(-1);
    report((struct place){NULL, 7, 3}, SEVERITY_WARNING, RULE_LOAD, "it is odd");
    show_json(at(plan, 120), true, &out);
    json_t *root = json_loads(text_string(&out), 0, NULL);
    json_t *finding = json_array_get(json_object_get(root, "findings"), 0);
    assert_int_equal(json_integer_value(json_object_get(finding, "line")), 7);
    assert_string_equal(string_at(finding, "severity"), "warning");
    assert_string_equal(string_at(finding, "message"), "it is odd");
    json_decref(root);
    text_free(&out);
    report_reset();
    pool_free(plan->pool);
}

static void durations_and_times(void **state)
{
    (void)state;
    char text[DURATION_TEXT];
    assert_string_equal(duration_print(150, text), "2 h 30");
    assert_string_equal(duration_print(125, text), "2 h 05");
    assert_string_equal(duration_print(45, text), "45 min");
    assert_string_equal(duration_print(300, text), "5 h");
    assert_string_equal(duration_print(0, text), "0 h");
    assert_string_equal(clock_print(19 * 60 + 5, text), "19:05");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text_holds_everything),
        cmocka_unit_test(json_has_its_keys),
        cmocka_unit_test(findings_are_listed),
        cmocka_unit_test(durations_and_times),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
