/* Tests of allotments: which lines count, and that each gets its share over the weeks. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "schedule/allotments.h"
#include "support/plan_build.h"

static void lines_that_count(void **state)
{
    (void)state;
    struct plan *plan = build_plan(UNIT_WEEK, 8, 8, 300, 300);
    struct section *phase = build_phase(plan, "All", 1, 8);
    struct item *line = build_allocation(plan, phase, "Reading", 60, 120);
    struct item *part = build_allocation(plan, phase, "News", 30, 30);
    struct item *sum = build_allocation(plan, phase, "12-15 hours", 720, 900);
    part->parent = line;

    assert_true(is_allocation(line));
    assert_false(is_allocation(part));
    assert_false(is_allocation(sum));
    pool_free(plan->pool);
}

/* 210 minutes to read and 90 to build: so it is over ten weeks of four sessions; a long session
 * goes to building where half of it is owed there. */
static void shares_over_the_weeks(void **state)
{
    (void)state;
    struct plan *plan = build_plan(UNIT_WEEK, 10, 10, 300, 300);
    struct section *phase = build_phase(plan, "All", 1, 10);
    build_allocation(plan, phase, "Reading", 210, 210);
    build_allocation(plan, phase, "Coding", 90, 90);
    struct allotments *allotments = &allotments_new(plan->pool, plan)[0];
    struct session sessions[4] = {
        {.minutes = 60}, {.minutes = 60}, {.minutes = 60}, {.minutes = 120}};
    struct week week = {.session_count = 4, .minutes = 300};
    struct allotment *lines[4];
    int read = 0;

    assert_true(allotments_have_readers(allotments));
    for (int w = 0; w < 10; w++) {
        memset(lines, 0, sizeof lines);
        allotments_share_out(allotments, &week, sessions, lines);
        if (w < 2)
            assert_string_equal(lines[3]->name, w == 0 ? "Coding" : "Reading");
        for (int i = 0; i < 4; i++)
            read += strcmp(lines[i]->name, "Reading") == 0 ? sessions[i].minutes : 0;
    }
    assert_in_range(read, 2100 - 60, 2100 + 60);
    pool_free(plan->pool);
}

/* Without an allocation the activities have the time, by what lies ready. */
static void by_what_lies_ready(void **state)
{
    (void)state;
    struct plan *plan = build_plan(UNIT_WEEK, 8, 8, 300, 300);
    struct week week = {.phase = -1};
    struct schedule schedule = {.plan = plan, .weeks = &week, .week_count = 1};
    struct work_queue queue = {.counts[0][LIST_MAKE] = 1, .counts[1][LIST_READ] = 1};
    const struct allotments *allotments =
        allotments_of_week(allotments_new(plan->pool, plan), &schedule, 0, &queue);

    assert_int_equal(allotments->count, ACTIVITY_COUNT);
    assert_true(allotments->lines[ACTIVITY_BUILD].weight >
                allotments->lines[ACTIVITY_LEARN].weight);
    assert_true(allotments->lines[ACTIVITY_SHARE].weight <= 0);
    pool_free(plan->pool);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_that_count),
        cmocka_unit_test(shares_over_the_weeks),
        cmocka_unit_test(by_what_lies_ready),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
