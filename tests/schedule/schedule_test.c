/* Tests of the schedule: weeks, dates and contents that are known. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <time.h>
#include <cmocka.h>

#include "support/plan_build.h"

static const day monday = 20458; /* 2026-01-05 */

/* Four phases of 8, 8, 8 and 6 months, 24-30 months at 5-10 hours, with two timetables. */
static struct plan *long_plan(void)
{
    struct plan *plan = build_plan(UNIT_MONTH, 24, 30, 300, 600);
    struct section *first = build_phase(plan, "Foundations", 1, 8);

    build_item(plan, first, ITEM_TOPIC, "Ownership", 1, 4);
    build_item(plan, first, ITEM_TASK, "Calculator", 1, 2)->detail =
        words("Functions, variables, Input");
    build_item(plan, first, ITEM_READING, "\"The Long Book\" by Someone", 0, 0)->chapters =
        (struct chapters){1, 10};
    build_allocation(plan, first, "Reading/Theory", 120, 180);
    build_allocation(plan, first, "Coding Practice", 180, 240);
    build_allocation(plan, first, "Problem Solving", 60, 120);
    struct section *list = build_section(plan, first, 3, "Exit Checklist", ITEM_CHECK, 8, 8);
    build_item(plan, list, ITEM_CHECK, "Knows it all", 0, 0)->point = true;
    build_item(plan, list, ITEM_CHECK, "Can do it all", 0, 0)->point = true;
    build_phase(plan, "Concurrency", 9, 16);
    build_phase(plan, "Systems", 17, 24);
    struct section *last = build_phase(plan, "Production", 25, 30);
    build_item(plan, last, ITEM_MILESTONE, "Ready", 30, 30)->point = true;
    struct timetable *tables = pool_alloc(plan->pool, 2 * sizeof *tables);
    struct timetable_part *parts = pool_alloc(plan->pool, 4 * sizeof *parts);
    parts[0] = (struct timetable_part){.days = 1 | 4 | 16, .minutes = 90, .start = -1};
    parts[1] = (struct timetable_part){.days = WEEKEND, .minutes = 120, .start = -1};
    parts[2] =
        (struct timetable_part){.days = EVERY_DAY, .daily = true, .minutes = 60, .start = -1};
    parts[3] = (struct timetable_part){.sessions = 2, .minutes = 150, .start = -1};
    tables[0] = (struct timetable){300, {NULL, 10, 1}, parts, 2};
    tables[1] = (struct timetable){600, {NULL, 20, 1}, parts + 2, 2};
    plan->timetables = tables;
    plan->timetable_count = 2;
    return plan;
}

static const struct schedule *at(struct plan *plan, int minutes, day start)
{
    struct rhythm rhythm = {.minutes = minutes, .start = start, .timezone = "Europe/Berlin"};

    return schedule_make(plan->pool, plan, &rhythm);
}

static void weeks_at_5_and_10_hours(void **state)
{
    (void)state;
    struct plan *plan = long_plan();
    const struct schedule *slow = at(plan, 300, monday), *fast = at(plan, 600, monday);
    assert_int_equal(slow->week_count, 130);
    assert_int_equal(slow->minutes, 130 * 300);
    assert_int_equal(slow->phases[0].first_week, 0);
    assert_int_equal(slow->phases[0].last_week, 34);
    assert_int_equal(slow->phases[3].last_week, 129);
    assert_int_equal(fast->week_count, 104);
    assert_int_equal(slow->end, monday + 130 * 7 - 1);
    assert_int_equal(at(plan, 1200, monday)->week_count, 52);
    assert_int_equal(at(plan, 60, monday)->weeks[0].minutes, 60);
    pool_free(plan->pool);
}

static void check_session(const struct schedule *schedule, size_t i, enum weekday weekday,
                          int start, int minutes)
{
    const struct session *session = &schedule->sessions[i];

    assert_int_equal(weekday_of(session->date), weekday);
    assert_int_equal(session->start, start);
    assert_int_equal(session->minutes, minutes);
}

/* 3 x 90 + 120 minutes are 6 h 30 under the title of 5 hours: scaled, and said. */
static void timetable_scaled(void **state)
{
    (void)state;
    struct plan *plan = long_plan();
    size_t count;
    report_reset();
    report_verbosity(-1);
    const struct schedule *schedule = at(plan, 300, monday);
    check_session(schedule, 0, MONDAY, 19 * 60, 70);
    check_session(schedule, 1, WEDNESDAY, 19 * 60, 70);
    check_session(schedule, 2, FRIDAY, 19 * 60, 70);
    check_session(schedule, 3, SATURDAY, 10 * 60, 90);
    const struct finding *findings = report_findings(&count);
    assert_int_equal(count, 1);
    assert_int_equal(findings[0].rule, RULE_TIMETABLE_SUM);
    assert_int_equal(findings[0].place.line, 10);
    assert_non_null(strstr(findings[0].message, "6 h 30"));
    pool_free(plan->pool);
}

/* "Daily 1 h, 2 longer sessions of 2.5 h" make 10 hours with five days. */
static void timetable_read_so_that_it_sums(void **state)
{
    (void)state;
    struct plan *plan = long_plan();
    size_t count;
    report_reset();
    const struct schedule *schedule = at(plan, 600, monday);
    for (size_t i = 0; i < 5; i++)
        check_session(schedule, i, (enum weekday)i, 19 * 60, 60);
    check_session(schedule, 5, SATURDAY, 10 * 60, 150);
    check_session(schedule, 6, SUNDAY, 10 * 60, 150);
    assert_int_equal(report_findings(&count)[0].place.line, 20);
    assert_int_equal(count, 1);
    pool_free(plan->pool);
}

static void start_in_mid_week(void **state)
{
    (void)state;
    struct plan *plan = long_plan();
    const struct schedule *schedule = at(plan, 300, monday + 2);
    assert_int_equal(schedule->weeks[0].first, monday + 2);
    assert_int_equal(schedule->weeks[0].last, monday + 6);
    assert_int_equal(schedule->weeks[0].minutes, 215);
    assert_true(schedule->weeks[0].to > 4.999 && schedule->weeks[0].to < 5.001);
    assert_true(schedule->weeks[0].middle > 2.499 && schedule->weeks[0].middle < 2.501);
    assert_int_equal(schedule->weeks[1].first, monday + 7);
    assert_int_equal(schedule->weeks[1].minutes, 300);
    /* Only a Sunday, on which the timetable has nothing: its hours still count. */
    schedule = at(plan, 300, monday + 6);
    assert_int_equal(schedule->weeks[0].minutes, 45);
    assert_int_equal(schedule->sessions[0].date, monday + 6);
    pool_free(plan->pool);
}

static void dates_of_items(void **state)
{
    (void)state;
    struct plan *plan = long_plan();
    const struct schedule *schedule = at(plan, 300, monday);
    const struct dates *ownership = &schedule->items[0];
    /* Months 1-4 are 121.7 days: 17 weeks, the last midpoint at 115.5. */
    assert_int_equal(ownership->first, monday);
    assert_int_equal(ownership->last, monday + 17 * 7 - 1);
    assert_int_equal(ownership->due, ownership->last);
    const struct dates *check = &schedule->items[6];
    assert_int_equal(check->due, monday + 35 * 7 - 1);
    assert_int_equal(check->first, check->due);
    assert_int_equal(check->first_week, 34);
    const struct dates *ready = &schedule->items[plan->item_count - 1];
    assert_int_equal(ready->due, schedule->end);
    pool_free(plan->pool);
}

static void focus_reads_well(void **state)
{
    (void)state;
    struct plan *plan = long_plan();
    const struct schedule *schedule = at(plan, 300, monday);
    size_t chapters = 0;
    const struct session *session = NULL;
    for (size_t i = 0; i < schedule->weeks[34].first_session + 4; i++) {
        session = &schedule->sessions[i];
        if (strstr(session->focus, "The Long Book, chapter "))
            chapters++;
        assert_null(strchr(session->focus, '"'));
    }
    assert_true(chapters > 10);
    assert_string_equal(schedule->sessions[0].focus, "The Long Book, chapter 1 · Ownership");
    bool found = false;
    for (size_t i = 0; i < schedule->weeks[34].first_session; i++)
        found = found || strcmp(schedule->sessions[i].focus, "Calculator: Functions") == 0;
    assert_true(found);
    pool_free(plan->pool);
}

/* The phase's last week goes through its exit checklist once; all chapters have had their turn. */
static void exit_checklist_has_a_session(void **state)
{
    (void)state;
    struct plan *plan = long_plan();
    const struct schedule *schedule = at(plan, 300, monday);
    int lists = 0, last_chapter = 0;
    for (size_t i = 0; i < schedule->session_count; i++) {
        const struct session *session = &schedule->sessions[i];
        if (strcmp(session->focus, "Exit Checklist · Foundations") == 0) {
            lists++;
            assert_int_equal(session->week, 34);
            assert_int_equal(session->item_count, 2);
            assert_ptr_equal(session->items[0], &plan->items[6]);
        }
        last_chapter += strncmp(session->focus, "The Long Book, chapter 10", 25) == 0;
    }
    assert_int_equal(lists, 1);
    assert_true(last_chapter > 0);
    pool_free(plan->pool);
}

/* 2.5 : 3.5 : 1.5 of the hours, over any four weeks no category lags by more than a long sitting.
 */
static void categories_by_allocation(void **state)
{
    (void)state;
    struct plan *plan = long_plan();
    const struct schedule *schedule = at(plan, 300, monday);
    static const double weights[] = {2.5 / 7.5, 3.5 / 7.5, 1.5 / 7.5};
    static const char *const names[] = {"Reading/Theory", "Coding Practice", "Problem Solving"};
    for (size_t from = 0; from + 4 <= 35; from++)
        for (int c = 0; c < 3; c++) {
            double minutes = 0;
            for (size_t w = from; w < from + 4; w++)
                for (size_t s = 0; s < schedule->weeks[w].session_count; s++) {
                    const struct session *session =
                        &schedule->sessions[schedule->weeks[w].first_session + s];
                    if (strcmp(schedule->categories[session->category].name, names[c]) == 0)
                        minutes += session->minutes;
                }
            assert_true(minutes > 1200 * weights[c] - 120 && minutes < 1200 * weights[c] + 120);
        }
    assert_int_equal(schedule->categories[0].activity, ACTIVITY_LEARN);
    assert_string_equal(schedule->categories[0].name, names[0]);
    /* The long sitting at the weekend builds. */
    assert_int_equal(schedule->categories[schedule->sessions[3].category].activity, ACTIVITY_BUILD);
    pool_free(plan->pool);
}

static void days_are_the_grain(void **state)
{
    (void)state;
    struct plan *plan = build_plan(UNIT_DAY, 30, 30, 0, 0);
    struct section *phase = build_phase(plan, "Thirty Days", 1, 30);
    build_item(plan, phase, ITEM_TASK, "Day 3", 3, 3);
    build_item(plan, phase, ITEM_MILESTONE, "Done", 30, 30)->point = true;
    const struct schedule *schedule = at(plan, 420, monday + 3);
    assert_int_equal(schedule->end, monday + 3 + 29);
    assert_int_equal(schedule->items[0].first, monday + 5);
    assert_int_equal(schedule->items[0].last, monday + 5);
    assert_int_equal(schedule->items[1].due, monday + 32);
    assert_int_equal(schedule->weeks[schedule->week_count - 1].last, monday + 32);
    pool_free(plan->pool);
}

static void real_dates_stay(void **state)
{
    (void)state;
    struct plan *plan = build_plan(UNIT_WEEK, 10, 10, 300, 300);
    struct section *phase = build_phase(plan, "Term", 1, 10);
    struct item *item = build_item(plan, phase, ITEM_TASK, "Hand in", 2, 2);
    item->span = (struct span){.form = SPAN_DATES, .first = monday + 8, .last = monday + 10};
    struct item *yearless = build_item(plan, phase, ITEM_MILESTONE, "Exam", 3, 3);
    yearless->span = (struct span){.form = SPAN_DATES,
                                   .first = day_of(2000, 1, 20),
                                   .last = day_of(2000, 1, 20),
                                   .yearless = true};
    const struct schedule *schedule = at(plan, 150, monday);
    assert_int_equal(schedule->items[0].first, monday + 8);
    assert_int_equal(schedule->items[0].due, monday + 10);
    assert_int_equal(schedule->items[0].first_week, 1);
    assert_int_equal(schedule->items[1].first, day_of(2026, 1, 20));
    pool_free(plan->pool);
}

static void offered_things_have_no_dates(void **state)
{
    (void)state;
    struct plan *plan = build_plan(UNIT_WEEK, 10, 10, 300, 300);
    struct section *phase = build_phase(plan, "Term", 1, 10);
    struct item *without = build_item(plan, phase, ITEM_TASK, "Perhaps", 0, 0);
    struct item *with = build_item(plan, phase, ITEM_TASK, "Perhaps too", 2, 3);
    struct item *dropped = build_item(plan, phase, ITEM_TASK, "Not chosen", 2, 3);
    without->optional = with->optional = true;
    dropped->choice = dropped->dropped = true;
    const struct schedule *schedule = at(plan, 300, monday);
    assert_int_equal(item_dates(schedule, without)->first, DAY_NONE);
    assert_int_equal(item_dates(schedule, with)->first, monday + 7);
    assert_int_equal(item_dates(schedule, dropped)->first, DAY_NONE);
    assert_int_equal(item_dates(schedule, dropped)->minutes, -1);
    pool_free(plan->pool);
}

static void a_long_break_stands_still(void **state)
{
    (void)state;
    struct plan *plan = long_plan();
    struct period off = {monday + 14, monday + 27, 0};
    struct rhythm rhythm = {.minutes = 300, .start = monday, .periods = &off, .period_count = 1};
    const struct schedule *schedule = schedule_make(plan->pool, plan, &rhythm);
    assert_int_equal(schedule->week_count, 132);
    assert_int_equal(schedule->weeks[2].session_count, 0);
    assert_true(schedule->weeks[2].from == schedule->weeks[3].to);
    /* For ever: the plan is its two first weeks, and that is said. */
    size_t count;
    report_reset();
    off.to = day_of(2500, 1, 1);
    schedule = schedule_make(plan->pool, plan, &rhythm);
    assert_int_equal(schedule->week_count, 2);
    report_findings(&count);
    assert_true(count >= 1);
    report_reset();
    pool_free(plan->pool);
}

static void one_review_a_month(void **state)
{
    (void)state;
    struct plan *plan = long_plan();
    const struct schedule *schedule = at(plan, 300, monday);
    int reviews = 0;
    for (size_t i = 0; i < schedule->session_count; i++)
        reviews += schedule->sessions[i].closes_month;
    /* January 2026 to May 2028; the end in July takes the place of 30 June. */
    assert_int_equal(reviews, 30);
    assert_true(schedule->sessions[schedule->session_count - 1].closes_month);
    assert_string_not_equal(schedule->sessions[0].id, schedule->sessions[1].id);
    pool_free(plan->pool);
}

/* The last session of a month and the plan's end lie more than two weeks apart. */
static void reviews_do_not_crowd(void **state)
{
    (void)state;
    for (int weeks = 1; weeks < 20; weeks++) {
        struct plan *plan = build_plan(UNIT_WEEK, weeks, weeks, 300, 300);
        build_phase(plan, "All of It", 1, weeks);
        const struct schedule *schedule = at(plan, 300, monday);
        day before = DAY_NONE;
        int reviews = 0;
        for (size_t i = 0; i < schedule->session_count; i++) {
            const struct session *session = &schedule->sessions[i];
            if (!session->closes_month)
                continue;
            assert_true(before == DAY_NONE || session->date - before >= 14);
            before = session->date;
            reviews++;
        }
        assert_true(schedule->sessions[schedule->session_count - 1].closes_month);
        assert_true(reviews == 1 || weeks >= 3);
        pool_free(plan->pool);
    }
}

static const struct finding *finding_of(enum rule rule)
{
    size_t count;
    const struct finding *findings = report_findings(&count);

    for (size_t i = 0; i < count; i++)
        if (findings[i].rule == rule)
            return &findings[i];
    return NULL;
}

/* Twenty weeks are stated, twelve have something in them. */
static void empty_weeks_are_said(void **state)
{
    (void)state;
    struct plan *plan = build_plan(UNIT_WEEK, 20, 20, 300, 300);
    plan->length_stated = true;
    build_phase(plan, "All of It", 1, 12);
    report_reset();
    at(plan, 300, monday);
    assert_non_null(finding_of(RULE_EMPTY_WEEKS));
    assert_non_null(
        strstr(finding_of(RULE_EMPTY_WEEKS)->message, "13-20 (2026-03-30..2026-05-24)"));
    pool_free(plan->pool);
    plan = build_plan(UNIT_WEEK, 12, 12, 300, 300);
    build_phase(plan, "All of It", 1, 12);
    report_reset();
    at(plan, 300, monday);
    assert_null(finding_of(RULE_EMPTY_WEEKS));
    report_reset();
    pool_free(plan->pool);
}

static void a_plan_of_days_off_is_said(void **state)
{
    (void)state;
    struct plan *plan = build_plan(UNIT_WEEK, 4, 4, 300, 300);
    build_phase(plan, "All of It", 1, 4);
    struct period off = {monday + 7, monday + 7 * 100, 0};
    struct rhythm rhythm = {.minutes = 300, .start = monday, .periods = &off, .period_count = 1};
    report_reset();
    schedule_make(plan->pool, plan, &rhythm);
    assert_non_null(finding_of(RULE_OFF_MOST));
    off.to = monday + 13;
    report_reset();
    schedule_make(plan->pool, plan, &rhythm);
    assert_null(finding_of(RULE_OFF_MOST));
    report_reset();
    pool_free(plan->pool);
}

static void a_hundred_years_are_quick(void **state)
{
    (void)state;
    struct plan *plan = build_plan(UNIT_MONTH, 1200, 1200, 300, 300);
    struct section *phase = build_phase(plan, "A Long Life", 1, 1200);
    build_item(plan, phase, ITEM_TOPIC, "Everything", 1, 1200);
    struct timespec from, to;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &from);
    const struct schedule *schedule = at(plan, 300, monday);
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &to);
    double seconds = (double)(to.tv_sec - from.tv_sec) + (double)(to.tv_nsec - from.tv_nsec) / 1e9;
    assert_int_equal(schedule->week_count, 5218);
    print_message("100 years: %.1f ms\n", seconds * 1000);
    /* Room for a sanitizer or valgrind; the aim is a tenth of a second. */
    assert_true(seconds < 10);
    pool_free(plan->pool);
}

/* Of ten weeks of 280 minutes what an allocation of MINUTES PER has beside one of 140 a week. */
static int given_to(int minutes, enum unit per)
{
    struct plan *plan = build_plan(UNIT_WEEK, 10, 10, 280, 280);
    struct section *phase = build_phase(plan, "All", 1, 10);
    build_allocation(plan, phase, "Scales", minutes, minutes)->effort.per = per;
    build_allocation(plan, phase, "Pieces", 140, 140);
    const struct schedule *schedule = at(plan, 280, monday);
    int given = 0;

    for (size_t i = 0; i < schedule->session_count; i++) {
        const struct session *session = &schedule->sessions[i];
        if (strcmp(schedule->categories[session->category].name, "Scales") == 0)
            given += session->minutes;
    }
    pool_free(plan->pool);
    return given;
}

/* 20 minutes every day, 140 a week and 609 a month are the same: half of the time. */
static void allocations_are_compared_by_the_week(void **state)
{
    (void)state;
    assert_in_range(given_to(20, UNIT_DAY), 1400 - 70, 1400 + 70);
    assert_in_range(given_to(140, UNIT_WEEK), 1400 - 70, 1400 + 70);
    assert_in_range(given_to(609, UNIT_MONTH), 1400 - 70, 1400 + 70);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(weeks_at_5_and_10_hours),
        cmocka_unit_test(timetable_scaled),
        cmocka_unit_test(timetable_read_so_that_it_sums),
        cmocka_unit_test(start_in_mid_week),
        cmocka_unit_test(dates_of_items),
        cmocka_unit_test(focus_reads_well),
        cmocka_unit_test(exit_checklist_has_a_session),
        cmocka_unit_test(categories_by_allocation),
        cmocka_unit_test(allocations_are_compared_by_the_week),
        cmocka_unit_test(days_are_the_grain),
        cmocka_unit_test(real_dates_stay),
        cmocka_unit_test(offered_things_have_no_dates),
        cmocka_unit_test(a_long_break_stands_still),
        cmocka_unit_test(one_review_a_month),
        cmocka_unit_test(reviews_do_not_crowd),
        cmocka_unit_test(empty_weeks_are_said),
        cmocka_unit_test(a_plan_of_days_off_is_said),
        cmocka_unit_test(a_hundred_years_are_quick),
    };

    report_verbosity(-1);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
