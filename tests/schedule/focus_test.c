/* Tests of a session's focus: chapters in turn, pieces in turn, what stands in. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "schedule/assign.h"
#include "support/plan_build.h"

static struct schedule *empty_schedule(struct plan *plan)
{
    static struct week week = {.phase = -1};
    static struct category category = {.name = "Reading", .activity = ACTIVITY_LEARN};
    struct schedule *schedule = pool_alloc(plan->pool, sizeof *schedule);

    *schedule = (struct schedule){.plan = plan,
                                  .weeks = &week,
                                  .week_count = 1,
                                  .categories = &category,
                                  .category_count = 1};
    return schedule;
}

static void check(const struct schedule *schedule, struct session_share share, const char *focus)
{
    struct session session = {.date = 20458, .chapters = chapters_in_turn(&share)};
    struct pool *pool = schedule->plan->pool;

    assert_string_equal(focus_print(pool, pieces_new(pool, schedule), &session, &share, NULL),
                        focus);
}

static void chapters_come_in_turn(void **state)
{
    (void)state;
    struct plan *plan = build_plan(UNIT_WEEK, 8, 8, 300, 300);
    struct section *phase = build_phase(plan, "All", 1, 8);
    struct item *book =
        build_item(plan, phase, ITEM_READING, "\"Why chapter 11 fails\" by A", 1, 8);
    const struct schedule *schedule = empty_schedule(plan);
    book->chapters = (struct chapters){1, 16};

    check(schedule, (struct session_share){.main = book, .since = 0, .until = 0.125},
          "Why chapter 11 fails, chapters 1–2");
    check(schedule, (struct session_share){.main = book, .since = 0.5, .until = 0.55},
          "Why chapter 11 fails, chapter 9");
    check(schedule, (struct session_share){.main = book, .since = 1, .until = 1},
          "Why chapter 11 fails, chapter 16");
    struct session_share none = {.main = book};
    assert_int_equal(chapters_in_turn(&none).from, 0);
    pool_free(plan->pool);
}

static void pieces_come_in_turn(void **state)
{
    (void)state;
    struct plan *plan = build_plan(UNIT_WEEK, 8, 8, 300, 300);
    struct section *phase = build_phase(plan, "All", 1, 8);
    struct item *topic = build_item(plan, phase, ITEM_TOPIC, "Joints", 1, 8);
    struct item *book = build_item(plan, phase, ITEM_READING, "Wood", 1, 8);
    const struct schedule *schedule = empty_schedule(plan);
    topic->detail = words("dovetail, mortise, lap, bridle");

    check(schedule, (struct session_share){.main = topic, .since = 0, .until = 0.5},
          "Joints: dovetail, mortise");
    check(schedule, (struct session_share){.main = topic, .since = 0.75, .until = 1},
          "Joints: bridle");
    check(schedule, (struct session_share){.main = book, .side = topic, .until = 1},
          "Wood · Joints");
    pool_free(plan->pool);
}

/* What nothing is in turn for is about its allocation, else the plan. */
static void nothing_in_turn(void **state)
{
    (void)state;
    struct plan *plan = build_plan(UNIT_WEEK, 8, 8, 300, 300);
    struct section *phase = build_phase(plan, "All", 1, 8);
    struct item *line = build_allocation(plan, phase, "Reading", 60, 120);
    const struct schedule *schedule = empty_schedule(plan);
    line->detail = words("2 hours (news, essays)");

    check(schedule, (struct session_share){.allocation = line}, "news, essays");
    check(schedule, (struct session_share){.allocation = NULL}, "A Plan to Try");
    pool_free(plan->pool);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(chapters_come_in_turn),
        cmocka_unit_test(pieces_come_in_turn),
        cmocka_unit_test(nothing_in_turn),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
