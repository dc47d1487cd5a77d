/* Tests of what sessions are for: turns, categories and focus in plans of other shapes. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "support/plan_build.h"

static const struct schedule *at(struct plan *plan, int minutes)
{
    struct rhythm rhythm = {.minutes = minutes, .start = day_of(2026, 1, 5)};

    return schedule_make(plan->pool, plan, &rhythm);
}

static size_t sessions_on(const struct schedule *schedule, const struct item *item)
{
    size_t count = 0;

    for (size_t i = 0; i < schedule->session_count; i++)
        count += schedule->sessions[i].item_count > 0 && schedule->sessions[i].items[0] == item;
    return count;
}

/* Without an allocation the kinds on the table make the categories. */
static void categories_by_kind(void **state)
{
    (void)state;
    struct plan *plan = build_plan(UNIT_WEEK, 8, 8, 0, 0);
    struct section *phase = build_phase(plan, "Spring", 1, 8);
    const struct item *topic = build_item(plan, phase, ITEM_TOPIC, "Soil", 1, 4);
    const struct item *task = build_item(plan, phase, ITEM_TASK, "A raised bed", 1, 8);
    const struct schedule *schedule = at(plan, 300);
    assert_int_equal(schedule->category_count, 2);
    assert_true(sessions_on(schedule, topic) >= 5);
    assert_true(sessions_on(schedule, task) >= 14);
    assert_int_equal(item_dates(schedule, task)->minutes + item_dates(schedule, topic)->minutes,
                     schedule->minutes);
    pool_free(plan->pool);
}

/* Each of many gets its turn, the short one in its only week. */
static void short_things_get_their_turn(void **state)
{
    (void)state;
    struct plan *plan = build_plan(UNIT_WEEK, 10, 10, 0, 0);
    struct section *phase = build_phase(plan, "Spring", 1, 10);
    for (int i = 0; i < 4; i++)
        build_item(plan, phase, ITEM_TASK, "A long one", 1, 10);
    const struct item *brief = build_item(plan, phase, ITEM_TASK, "A brief one", 6, 6);
    const struct schedule *schedule = at(plan, 120);
    assert_true(sessions_on(schedule, brief) >= 1);
    for (size_t i = 0; i < 4; i++)
        assert_in_range(sessions_on(schedule, &plan->items[i]), 4, 6);
    pool_free(plan->pool);
}

static void chapters_in_order(void **state)
{
    (void)state;
    struct plan *plan = build_plan(UNIT_WEEK, 6, 6, 0, 0);
    struct section *phase = build_phase(plan, "Spring", 1, 6);
    build_item(plan, phase, ITEM_READING, "“Green Thumbs” by A. Gardener", 0, 0)->chapters =
        (struct chapters){3, 20};
    const struct schedule *schedule = at(plan, 90);
    assert_int_equal(schedule->session_count, 6);
    assert_string_equal(schedule->sessions[0].focus, "Green Thumbs, chapters 3–5");
    assert_string_equal(schedule->sessions[5].focus, "Green Thumbs, chapters 18–20");
    for (int i = 0; i < 6; i++) {
        const struct session *session = &schedule->sessions[i];
        assert_int_equal(session->chapters.from, 3 + 3 * i);
        assert_int_equal(session->chapters.to, 5 + 3 * i);
        assert_int_equal(session->part, i + 1);
        assert_int_equal(session->parts, 6);
    }
    pool_free(plan->pool);
}

/* Nothing to work at: the phase, else the plan, gives the words. */
static void focus_is_never_empty(void **state)
{
    (void)state;
    struct plan *plan = build_plan(UNIT_WEEK, 4, 4, 0, 0);
    build_phase(plan, "Spring", 1, 2);
    const struct schedule *schedule = at(plan, 60);
    assert_string_equal(schedule->sessions[0].focus, "Spring");
    assert_int_equal(schedule->sessions[0].parts, 0); /* of nothing */
    assert_string_equal(schedule->sessions[3].focus, "A Plan to Try");
    plan->title = plan->heading = words("");
    assert_string_equal(at(plan, 60)->sessions[3].focus, "Learn");
    pool_free(plan->pool);
}

/* What is done already, and what lies beside the phases, takes no time from what is in them. */
static void strands_steer_only(void **state)
{
    (void)state;
    struct plan *plan = build_plan(UNIT_WEEK, 4, 4, 0, 0);
    struct section *phase = build_phase(plan, "Spring", 1, 4);
    build_item(plan, phase, ITEM_TASK, "Done bed", 1, 4)->checkbox = CHECKBOX_DONE;
    build_item(plan, phase, ITEM_TASK, "Open bed", 1, 4);
    build_item(plan, phase, ITEM_READING, "Drills: exercises every day", 1, 4);
    struct section *beside = build_section(plan, &plan->sections[0], 2, "Track", ITEM_STRAND, 1, 4);
    build_item(plan, beside, ITEM_STRAND, "Water (every day)", 1, 4);
    build_item(plan, beside, ITEM_PROJECT, "Pond", 1, 4);
    const struct schedule *schedule = at(plan, 300);
    bool steered = false;
    for (size_t i = 0; i < schedule->session_count; i++) {
        const struct session *session = &schedule->sessions[i];
        assert_null(strstr(session->focus, "Done bed"));
        assert_null(strstr(session->focus, "Pond"));
        assert_int_not_equal(session->items[0]->kind, ITEM_STRAND);
        steered = steered || strstr(session->focus, "Drills: exercises every day · Water");
    }
    assert_true(steered);
    pool_free(plan->pool);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(categories_by_kind), cmocka_unit_test(short_things_get_their_turn),
        cmocka_unit_test(chapters_in_order),  cmocka_unit_test(focus_is_never_empty),
        cmocka_unit_test(strands_steer_only),
    };

    report_verbosity(-1);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
