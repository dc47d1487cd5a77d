/* Tests of lived sessions: items are found by their ids, and what was worked at is told from what
 * was gone through. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "schedule/lived.h"
#include "support/plan_build.h"

static struct plan *three_items(void)
{
    struct plan *plan = build_plan(UNIT_WEEK, 4, 4, 300, 300);
    struct section *phase = build_phase(plan, "All", 1, 4);

    build_item(plan, phase, ITEM_READING, "Some Book", 0, 0)->id = "book";
    build_item(plan, phase, ITEM_TOPIC, "Some Topic", 0, 0)->id = "topic";
    struct section *checks = build_section(plan, phase, 3, "Checklist", ITEM_CHECK, 0, 0);
    build_item(plan, checks, ITEM_CHECK, "Can do it", 0, 0)->id = "check";
    return plan;
}

static void items_are_found_by_their_ids(void **state)
{
    (void)state;
    struct plan *plan = three_items();
    struct item_index index = item_index_new(plan->pool, plan);

    assert_ptr_equal(item_of_id(&index, "book"), &plan->items[0]);
    assert_ptr_equal(item_of_id(&index, "topic"), &plan->items[1]);
    assert_ptr_equal(item_of_id(&index, "check"), &plan->items[2]);
    assert_null(item_of_id(&index, "aaa"));
    assert_null(item_of_id(&index, "zzz"));
    assert_null(item_of_id(&index, ""));
    pool_free(plan->pool);
}

static void a_session_is_taken_over_whole(void **state)
{
    (void)state;
    struct plan *plan = three_items();
    struct item_index index = item_index_new(plan->pool, plan);
    const char *items[] = {"book", "gone", "topic"};
    struct past_session past = {.id = "id",
                                .date = 20458,
                                .start = 1140,
                                .minutes = 75,
                                .category = "Reading",
                                .focus = "Some Book, chapters 2–3",
                                .items = items,
                                .item_count = 3,
                                .chapter_from = 2,
                                .chapter_to = 3,
                                .part = 4,
                                .parts = 9,
                                .closes_month = true};
    struct session session = session_lived(plan->pool, &index, &past, 7);

    assert_string_equal(session.id, "id");
    assert_int_equal(session.date, 20458);
    assert_int_equal(session.start, 1140);
    assert_int_equal(session.minutes, 75);
    assert_int_equal(session.week, 7);
    assert_string_equal(session.focus, past.focus);
    assert_int_equal(session.item_count, 2);
    assert_ptr_equal(session.items[1], &plan->items[1]);
    assert_int_equal(session.chapters.from, 2);
    assert_int_equal(session.chapters.to, 3);
    assert_int_equal(session.part, 4);
    assert_int_equal(session.parts, 9);
    assert_true(session.closes_month && session.lived);
    assert_ptr_equal(lived_main(&session, &past), &plan->items[0]);
    pool_free(plan->pool);
}

/* Where the main item is gone the next one does not take its place; nor where nothing was in turn.
 */
static void the_main_item_may_be_gone(void **state)
{
    (void)state;
    struct plan *plan = three_items();
    struct item_index index = item_index_new(plan->pool, plan);
    const char *items[] = {"gone", "topic"}, *checks[] = {"check"};
    struct past_session past = {
        .id = "id", .category = "", .focus = "", .items = items, .item_count = 2, .part = 1};
    struct session session = session_lived(plan->pool, &index, &past, 0);

    assert_null(lived_main(&session, &past));
    assert_false(lived_checklist(&session));
    items[0] = "book";
    past.part = 0;
    session = session_lived(plan->pool, &index, &past, 0);
    assert_null(lived_main(&session, &past));
    assert_false(lived_checklist(&session));
    past.items = checks;
    past.item_count = 1;
    session = session_lived(plan->pool, &index, &past, 0);
    assert_true(lived_checklist(&session));
    past.item_count = 0;
    session = session_lived(plan->pool, &index, &past, 0);
    assert_null(lived_main(&session, &past));
    pool_free(plan->pool);
}

/* Plan and memory make one number of the same sessions, whatever their words. */
static void one_layout_is_one_number(void **state)
{
    struct session planned[] = {{.id = "w1.1", .date = 10, .start = 600, .minutes = 90},
                                {.id = "w1.2", .date = 12, .start = 1140, .minutes = 60}};
    struct past_session known[] = {
        {.id = "w1.1", .date = 10, .start = 600, .minutes = 90, .focus = "in other words"},
        {.id = "w1.2", .date = 12, .start = 1140, .minutes = 60}};
    const struct schedule schedule = {.sessions = planned, .session_count = 2};
    struct past past = {.sessions = known, .session_count = 2};
    uint64_t layout = layout_of_schedule(&schedule);

    (void)state;
    assert_true(layout_of_past(&past) == layout);
    known[1].date++;
    assert_false(layout_of_past(&past) == layout);
    known[1].date--;
    known[1].start++;
    assert_false(layout_of_past(&past) == layout);
    known[1].start--;
    known[1].minutes++;
    assert_false(layout_of_past(&past) == layout);
    known[1].minutes--;
    known[1].id = "w1.3";
    assert_false(layout_of_past(&past) == layout);
    known[1].id = "w1.2";
    assert_true(layout_of_past(&past) == layout);
    past.session_count--;
    assert_false(layout_of_past(&past) == layout);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(items_are_found_by_their_ids),
        cmocka_unit_test(a_session_is_taken_over_whole),
        cmocka_unit_test(the_main_item_may_be_gone),
        cmocka_unit_test(one_layout_is_one_number),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
