/* today_view_test: what the sheet Today shows of a small plan, on a day and with a Log. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "support/small_plan.h"
#include "xlsx/sheets/today_view.h"

#define OWN_ENTRIES 6

/* The small plan's tracker; behind the rows of its sessions, some of the learner's own. */
struct fixture {
    struct small_plan small;
    struct tracker tracker;
    struct log_row rows[SMALL_SESSIONS + OWN_ENTRIES];
    struct log_entry entries[SMALL_SESSIONS + OWN_ENTRIES];
    struct logbook logbook;
};

static void open_remembering(struct fixture *fixture, day today, const struct memory *memory)
{
    struct tracker *tracker = &fixture->tracker;

    small_make(&fixture->small, "t.xlsx");
    fixture->small.edition.today = today;
    fixture->small.edition.memory = memory;
    *tracker = (struct tracker){.edition = &fixture->small.edition,
                                .schedule = &fixture->small.schedule,
                                .plan = &fixture->small.plan,
                                .pool = fixture->small.pool};
    sheets_carry(tracker);
    assert_int_equal(tracker->log_row_count, SMALL_SESSIONS);
    memset(fixture->rows, 0, sizeof fixture->rows);
    memcpy(fixture->rows, tracker->log_rows, SMALL_SESSIONS * sizeof *fixture->rows);
    memcpy(fixture->entries, tracker->logbook->entries, SMALL_SESSIONS * sizeof *fixture->entries);
    for (size_t i = SMALL_SESSIONS; i < SMALL_SESSIONS + OWN_ENTRIES; i++)
        fixture->entries[i] = (struct log_entry){.date = DAY_NONE, .category = "", .hours = NAN};
    fixture->logbook = *tracker->logbook;
    fixture->logbook.entries = fixture->entries;
    fixture->logbook.entry_count = SMALL_SESSIONS + OWN_ENTRIES;
    tracker->log_rows = fixture->rows;
    tracker->log_row_count = SMALL_SESSIONS + OWN_ENTRIES;
    tracker->logbook = &fixture->logbook;
}

static void open_fixture(struct fixture *fixture, day today)
{
    open_remembering(fixture, today, NULL);
}

static void log_row(struct fixture *fixture, size_t row, day date, double hours)
{
    struct log_entry *entry = &fixture->entries[row];

    entry->date = date;
    entry->hours = hours;
    entry->dated = entry->written = true;
}

static const struct today_view *view_of(struct fixture *fixture)
{
    struct tracker *tracker = &fixture->tracker;

    tracker->figures = figures_make(tracker->pool, tracker->schedule, tracker->logbook,
                                    fixture->small.edition.today);
    tracker->forecast = forecast_make(tracker->pool, tracker->schedule, tracker->logbook,
                                      tracker->figures, FIRST_ROW + 1);
    return today_view(tracker);
}

static void assert_hours(double have, double want)
{
    assert_true(fabs(have - want) < 1e-6);
}

/* The sixth week: Monday 9 February to Sunday 15, its sessions on Wednesday, Friday, Sunday. */
static const day monday = 20493;

static void the_first_session_without_hours_is_next(void **state)
{
    struct fixture fixture;

    (void)state;
    open_fixture(&fixture, monday + 2);
    const struct today_view *view = view_of(&fixture);
    assert_true(view->facts[TODAY_WEEK] == 6 && view->facts[TODAY_IN_WEEK] == 3);
    assert_true(view->facts[TODAY_SESSION] == 16 && view->facts[TODAY_ROW] == 1);
    assert_true(view->facts[TODAY_DATE] == date_serial(monday + 2));
    log_row(&fixture, 15, monday + 2, 1);
    view = view_of(&fixture);
    assert_true(view->facts[TODAY_SESSION] == 17 && view->facts[TODAY_ROW] == 2);
    assert_true(view->facts[TODAY_DATE] == date_serial(monday + 4));
    assert_true(view->sessions[0].logged == 1 && view->sessions[0].waits == TODAY_NEVER);
    small_free(&fixture.small);
}

static void a_week_has_hours_of_sessions_and_others_beside(void **state)
{
    struct fixture fixture;

    (void)state;
    open_fixture(&fixture, monday + 3);
    assert_hours(view_of(&fixture)->facts[TODAY_BESIDE], 0);
    log_row(&fixture, 15, monday + 2, 1);
    log_row(&fixture, SMALL_SESSIONS, monday, 1.5);
    log_row(&fixture, SMALL_SESSIONS + 1, monday - 1, 2);   /* last week */
    log_row(&fixture, SMALL_SESSIONS + 2, monday + 1, 0.1); /* too few to count */
    log_row(&fixture, SMALL_SESSIONS + 3, monday + 3, 0.25);
    log_row(&fixture, SMALL_SESSIONS + 4, monday + 6, 4); /* a day to come */
    log_row(&fixture, SMALL_SESSIONS + 5, monday + 2, 0); /* ill */
    const struct today_view *view = view_of(&fixture);
    assert_hours(view->facts[TODAY_WEEK_LOGGED], 2.75);
    assert_hours(view->facts[TODAY_BESIDE], 1.75);
    assert_true(view->facts[TODAY_ODD] == 1);
    assert_true(view->facts[TODAY_ODD_LINE] == FIRST_ROW + SMALL_SESSIONS + 3);
    small_free(&fixture.small);
}

/* Up to yesterday; who logs nothing hears nothing, yet the gap is known. */
static void standing_counts_to_yesterday(void **state)
{
    struct fixture fixture;

    (void)state;
    open_fixture(&fixture, monday + 3);
    const struct today_view *view = view_of(&fixture);
    assert_hours(view->facts[TODAY_PLANNED_SINCE], 5 * 2.5 + 70 / 60.0);
    assert_hours(view->facts[TODAY_GAP], -view->facts[TODAY_PLANNED_SINCE]);
    assert_hours(view->facts[TODAY_AHEAD], 0);
    log_row(&fixture, 0, monday - 30, 2);
    log_row(&fixture, SMALL_SESSIONS, monday + 3, 3); /* today */
    view = view_of(&fixture);
    assert_hours(view->facts[TODAY_AHEAD], 2 - view->facts[TODAY_PLANNED_SINCE]);
    assert_hours(view->facts[TODAY_MADE_GAP], view->facts[TODAY_AHEAD]);
    assert_hours(view->facts[TODAY_LOGGED_TODAY], 3);
    assert_true(view->facts[TODAY_MADE] == date_serial(monday + 3));
    small_free(&fixture.small);
}

static void before_the_plan_and_after_it(void **state)
{
    struct fixture fixture;

    (void)state;
    open_fixture(&fixture, day_of(2026, 1, 1));
    const struct today_view *view = view_of(&fixture);
    assert_true(view->facts[TODAY_WEEK] == 1 && view->facts[TODAY_SESSION] == 1);
    assert_hours(view->facts[TODAY_GAP], 0);
    small_free(&fixture.small);
    open_fixture(&fixture, day_of(2026, 6, 1));
    view = view_of(&fixture);
    assert_true(view->facts[TODAY_WEEK] == 0 && view->facts[TODAY_SESSION] == 0);
    assert_hours(view->facts[TODAY_REST], 0);
    assert_hours(view->facts[TODAY_BESIDE], 0);
    small_free(&fixture.small);
}

/* The K-th that is shown says so, and is due on that day. */
static void assert_shown(const struct today_view *view, size_t k, const char *title, day due)
{
    const struct today_due *shown = today_due_shown(view, k);

    assert_non_null(shown);
    assert_string_equal(shown->item ? shown->item->title.text : shown->title, title);
    assert_true(shown->due == date_serial(due));
}

/* What is open past its day comes first, the last three of it, then what is to come; on the day
 * it is due a thing is still to come. */
static void dues_come_in_their_order(void **state)
{
    struct fixture fixture;

    (void)state;
    open_fixture(&fixture, day_of(2026, 1, 21));
    const struct today_view *view = view_of(&fixture);
    assert_true(view->facts[TODAY_OPEN] == 1 && view->facts[TODAY_UNSAID] == 0);
    assert_shown(view, 1, "=1+1 is no formula", day_of(2026, 1, 7));
    assert_shown(view, 2, "Splice an eye", day_of(2026, 1, 21));
    assert_shown(view, 3, "Rig a small boat", day_of(2026, 2, 25));
    assert_null(today_due_shown(view, 4));
    small_free(&fixture.small);
}

/* Of the learner's own is what has no key, as it stands on Tasks. */
static void own_rows_are_due(void **state)
{
    static const struct kept_column columns[] = {
        {.role = "key"}, {.role = "task"}, {.role = "due"}};
    static const struct kept_cell cells[] = {
        {CELL_EMPTY, "", 0, NULL, "General"},
        {CELL_TEXT, "Ask about rope", 0, NULL, "General"},
        {CELL_NUMBER, "46040", 46040, NULL, "yyyy-mm-dd"}}; /* 18 January 2026 */
    static const struct kept_row row = {.key = "", .cells = cells, .line = 20};
    static const struct kept_table table = {.role = "tasks",
                                            .tab = "Tasks",
                                            .columns = columns,
                                            .column_count = 3,
                                            .rows = &row,
                                            .row_count = 1};
    static const struct memory memory = {.tables = &table, .table_count = 1};
    struct fixture fixture;

    (void)state;
    open_remembering(&fixture, day_of(2026, 1, 20), &memory);
    const struct today_view *view = view_of(&fixture);
    assert_shown(view, 2, "Ask about rope", day_of(2026, 1, 18));
    assert_true(view->facts[TODAY_THINGS] == 9);
    small_free(&fixture.small);
    /* three of what is open are shown, the first is not */
    open_remembering(&fixture, day_of(2026, 3, 2), &memory);
    view = view_of(&fixture);
    assert_true(view->facts[TODAY_OPEN] == 4 && view->facts[TODAY_UNSAID] == 1);
    assert_shown(view, 1, "Ask about rope", day_of(2026, 1, 18));
    assert_shown(view, 3, "Rig a small boat", day_of(2026, 2, 25));
    assert_null(today_due_shown(view, 4));
    small_free(&fixture.small);
}

/* Behind its last day the plan is over, whatever is open. */
static void behind_the_plan_it_is_summed_up(void **state)
{
    struct fixture fixture;

    (void)state;
    open_fixture(&fixture, day_of(2026, 6, 1));
    log_row(&fixture, 0, monday - 30, 2);
    log_row(&fixture, 1, monday, 1);
    const struct today_view *view = view_of(&fixture);
    assert_true(view->facts[TODAY_OVER] == 1 && view->facts[TODAY_THINGS] == 8);
    assert_true(view->facts[TODAY_FROM] == date_serial(monday - 30));
    assert_true(view->facts[TODAY_UNTIL] == date_serial(monday));
    assert_hours(view->facts[TODAY_AHEAD], 0);
    small_free(&fixture.small);
    open_fixture(&fixture, monday);
    assert_true(view_of(&fixture)->facts[TODAY_OVER] == 0);
    small_free(&fixture.small);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_first_session_without_hours_is_next),
        cmocka_unit_test(a_week_has_hours_of_sessions_and_others_beside),
        cmocka_unit_test(standing_counts_to_yesterday),
        cmocka_unit_test(before_the_plan_and_after_it),
        cmocka_unit_test(dues_come_in_their_order),
        cmocka_unit_test(own_rows_are_due),
        cmocka_unit_test(behind_the_plan_it_is_summed_up),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
