/* first_plan: which days things had in the first plan. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "xlsx/cells/first_plan.h"

enum { SOUGHT = 20100, LAST = 20050, FIRST = 20020, BEGAN = 20000 };

struct fixture {
    struct section section;
    struct item item;
    struct phase phase;
    struct plan plan;
    struct dates dates;
    struct phase_dates phase_dates;
    struct schedule schedule;
    struct memory memory;
    struct edition edition;
    struct tracker tracker;
};

/* An item and a phase that are due on SOUGHT now. */
static void open_fixture(struct fixture *fixture, const struct known_item *known, size_t count)
{
    *fixture = (struct fixture){0};
    fixture->section.id = "phase";
    fixture->item.id = "item";
    fixture->phase.section = &fixture->section;
    fixture->plan = (struct plan){
        .items = &fixture->item, .item_count = 1, .phases = &fixture->phase, .phase_count = 1};
    fixture->dates.due = SOUGHT;
    fixture->phase_dates = (struct phase_dates){SOUGHT - 10, SOUGHT, 0, 0, 0};
    fixture->schedule = (struct schedule){
        .plan = &fixture->plan, .items = &fixture->dates, .phases = &fixture->phase_dates};
    fixture->memory = (struct memory){.version = 2, .known = known, .known_count = count};
    fixture->edition.memory = &fixture->memory;
    fixture->tracker = (struct tracker){.pool = pool_new(),
                                        .edition = &fixture->edition,
                                        .schedule = &fixture->schedule,
                                        .plan = &fixture->plan};
}

static void what_was_written_down_stays(void **state)
{
    static const struct known_item known[] = {
        {.id = "phase", .first_from = BEGAN, .first_due = FIRST},
        {.id = "item", .due = LAST, .first_from = DAY_NONE, .first_due = FIRST},
    };
    struct fixture fixture;

    (void)state;
    open_fixture(&fixture, known, 2);
    assert_int_equal(first_days_of_item(&fixture.tracker, &fixture.item).due, FIRST);
    assert_int_equal(first_days_of_phase(&fixture.tracker, 0).from, BEGAN);
    assert_int_equal(first_days_of_phase(&fixture.tracker, 0).due, FIRST);
    pool_free(fixture.tracker.pool);
}

/* Older trackers know what an item was last due on, and of a phase its weeks: those are the first
 * plan's where nothing was laid out anew. */
static void older_trackers_know_what_they_had_last(void **state)
{
    static const struct known_item known[] = {
        {.id = "phase", .due = DAY_NONE, .first_from = DAY_NONE, .first_due = DAY_NONE},
        {.id = "item", .due = LAST, .first_from = DAY_NONE, .first_due = DAY_NONE},
    };
    static const struct past_week weeks[] = {
        {.first = BEGAN, .last = BEGAN + 6, .phase = "phase"},
        {.first = BEGAN + 7, .last = BEGAN + 13, .phase = "phase"},
        {.first = BEGAN + 14, .last = BEGAN + 20, .phase = "other"},
    };
    struct fixture fixture;

    (void)state;
    open_fixture(&fixture, known, 2);
    fixture.memory.past = (struct past){.weeks = weeks, .week_count = 3};
    assert_int_equal(first_days_of_item(&fixture.tracker, &fixture.item).due, LAST);
    assert_int_equal(first_days_of_phase(&fixture.tracker, 0).from, BEGAN);
    assert_int_equal(first_days_of_phase(&fixture.tracker, 0).due, BEGAN + 13);
    fixture.memory.replan_count = 1;
    assert_int_equal(first_days_of_phase(&fixture.tracker, 0).due, SOUGHT);
    pool_free(fixture.tracker.pool);
}

static void what_is_new_is_first_planned_now(void **state)
{
    struct fixture fixture;

    (void)state;
    open_fixture(&fixture, NULL, 0);
    assert_int_equal(first_days_of_item(&fixture.tracker, &fixture.item).due, SOUGHT);
    assert_int_equal(first_days_of_phase(&fixture.tracker, 0).from, SOUGHT - 10);
    fixture.edition.memory = NULL;
    assert_int_equal(first_days_of_phase(&fixture.tracker, 0).due, SOUGHT);
    pool_free(fixture.tracker.pool);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_was_written_down_stays),
        cmocka_unit_test(older_trackers_know_what_they_had_last),
        cmocka_unit_test(what_is_new_is_first_planned_now),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
