/* Tests of why: a date, a title by a part of it, what has no date, what is not there. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "support/past_build.h"
#include "support/plan_build.h"
#include "text/why.h"

static struct plan *small_plan(void)
{
    struct plan *plan = build_plan(UNIT_WEEK, 8, 8, 300, 300);
    struct section *phase = build_phase(plan, "Roots", 1, 6);

    build_item(plan, phase, ITEM_TOPIC, "Boxes and Crates", 2, 3);
    build_item(plan, phase, ITEM_TASK, "A Birdhouse", 0, 0);
    build_item(plan, phase, ITEM_TASK, "A Crate for Birds", 0, 0)->optional = true;
    return plan;
}

/* All WANTED, up to NULL, stand in the answer. */
static void check(const char *asked, const char *const *wanted)
{
    struct plan *plan = small_plan();
    struct rhythm rhythm = {.minutes = 300, .start = day_of(2026, 1, 5)};
    struct text out = TEXT_INIT;

    why_text(schedule_make(plan->pool, plan, &rhythm), asked, &out);
    for (; *wanted; wanted++)
        if (!strstr(text_string(&out), *wanted))
            fail_msg("missing: %s\nin: %s", *wanted, text_string(&out));
    text_free(&out);
    pool_free(plan->pool);
}

static void dates(void **state)
{
    (void)state;
    check("2026-01-12",
          (const char *const[]){"2026-01-12, Monday: week 2 (2026-W03), phase 1, Roots",
                                "19:00-20:15", "spread evenly", NULL});
    check("2026-01-13",
          (const char *const[]){"No session: no slot of the week is on a Tuesday", NULL});
    check("2026-01-04", (const char *const[]){"before the plan starts", NULL});
    check("2027-01-04", (const char *const[]){"after the plan has ended", NULL});
}

/* What was lived is explained by nothing that is set now. */
static void lived_days(void **state)
{
    (void)state;
    struct plan *plan = small_plan();
    struct rhythm rhythm = {.minutes = 300, .start = day_of(2026, 1, 5)};
    const struct schedule *before = schedule_make(plan->pool, plan, &rhythm);
    struct text out = TEXT_INIT;

    rhythm.past = past_of(plan->pool, before, day_of(2026, 1, 13));
    rhythm.minutes = 600;
    const struct schedule *after = schedule_make(plan->pool, plan, &rhythm);
    why_text(after, "2026-01-12", &out);
    assert_non_null(strstr(text_string(&out), "19:00-20:15"));
    assert_non_null(strstr(text_string(&out), "It is lived, and stands as it was planned.\n"));
    assert_null(strstr(text_string(&out), "spread evenly"));
    why_text(after, "2026-01-14", &out);
    assert_non_null(strstr(text_string(&out), "spread evenly"));
    text_free(&out);
    pool_free(plan->pool);
}

static void titles(void **state)
{
    (void)state;
    check("crates", (const char *const[]){
                        "Boxes and Crates (topic, line 1): 2026-01-12..2026-01-25, "
                        "weeks 2-3",
                        "Its own span, weeks 2–3, says so: days 7-21 of the plan's 56", NULL});
    check("a birdhouse", (const char *const[]){"takes that of \"Roots\", weeks 1–6,", NULL});
    check("item-3", (const char *const[]){"A Crate for Birds (task, line 3): no date",
                                          "offered, not scheduled", NULL});
}

static void what_is_not_there_is_said(void **state)
{
    (void)state;
    size_t count;
    report_reset();
    check("A Birdhous3", (const char *const[]){"", NULL});
    report_findings(&count);
    assert_int_equal(report_status(false), STATUS_USAGE);
    report_reset();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(dates),
        cmocka_unit_test(lived_days),
        cmocka_unit_test(titles),
        cmocka_unit_test(what_is_not_there_is_said),
    };

    report_verbosity(-2);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
