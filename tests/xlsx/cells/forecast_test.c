/* forecast_test: where one stands and when the end is likely, by hand. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "schedule/lived/progress.h"
#include "support/small_plan.h"
#include "xlsx/cells/cells.h"
#include "xlsx/cells/forecast.h"

#define ROWS (2 * SMALL_SESSIONS)

/* The small plan (nine weeks of 2.5 h, the first of five days) with hours in its planned rows. */
struct life {
    struct small_plan small;
    struct log_entry rows[ROWS];
    size_t row_count;
    const struct figures *figures;
    const struct forecast *forecast;
};

static void live(struct life *life)
{
    small_make(&life->small, "unused.xlsx");
    life->small.schedule.rhythm.minutes = 150;
    life->row_count = SMALL_SESSIONS;
    for (size_t i = 0; i < SMALL_SESSIONS; i++)
        life->rows[i] = (struct log_entry){.date = life->small.schedule.sessions[i].date,
                                           .category = "",
                                           .hours = NAN,
                                           .planned = life->small.schedule.sessions[i].minutes,
                                           .dated = true};
}

/* SHARE of what is planned in WEEK is done, each session on its day. */
static void log_week(struct life *life, size_t week, double share)
{
    const struct week *of = &life->small.schedule.weeks[week];

    for (size_t i = of->first_session; i < of->first_session + of->session_count; i++) {
        life->rows[i].hours = share * life->rows[i].planned / 60.0;
        life->rows[i].written = true;
    }
}

static void log_day(struct life *life, day date, double hours)
{
    life->rows[life->row_count++] = (struct log_entry){
        .date = date, .category = "", .hours = hours, .written = true, .dated = true};
}

static void foretell(struct life *life, day today)
{
    const struct logbook logbook = {.entries = life->rows, .entry_count = life->row_count};

    life->figures = figures_make(life->small.pool, &life->small.schedule, &logbook, today);
    life->forecast =
        forecast_make(life->small.pool, &life->small.schedule, &logbook, life->figures, 5);
}

static void assert_figure(const struct life *life, enum forecast_figure figure, double should)
{
    double is = life->forecast->values[figure];

    if (!(fabs(is - should) <= 1e-6))
        fail_msg("figure %d: %.12g is not %.12g", (int)figure, is, should);
}

static day monday_of_week(const struct life *life, size_t week)
{
    return life->small.schedule.weeks[week].first;
}

static void nothing_is_foretold_of_three_weeks_or_less(void **state)
{
    struct life life;

    (void)state;
    live(&life);
    foretell(&life, life.small.schedule.start);
    assert_figure(&life, FORECAST_TOTAL, 22.5);
    assert_figure(&life, FORECAST_STAND_PLANNED, 0); /* tonight is not behind in the morning */
    assert_figure(&life, FORECAST_AHEAD, 0);
    assert_figure(&life, FORECAST_WEEKS_LIVED, 0);
    assert_figure(&life, FORECAST_KNOWN, 0);
    assert_figure(&life, FORECAST_LIKELY, 0);
    for (size_t i = 0; i < 3; i++)
        log_week(&life, i, 1);
    foretell(&life, monday_of_week(&life, 3) - 1); /* the third week's Sunday: it is not over */
    assert_figure(&life, FORECAST_WEEKS_LIVED, 2);
    assert_figure(&life, FORECAST_KNOWN, 0);
    foretell(&life, monday_of_week(&life, 3));
    assert_figure(&life, FORECAST_KNOWN, 1);
    small_free(&life.small);
}

static void who_keeps_the_plan_ends_with_it(void **state)
{
    struct life life;

    (void)state;
    live(&life);
    for (size_t i = 0; i < 5; i++)
        log_week(&life, i, 1);
    foretell(&life, monday_of_week(&life, 5));
    double end = date_serial(life.small.schedule.end);
    assert_figure(&life, FORECAST_AHEAD, 0);
    assert_figure(&life, FORECAST_LEFT, 10);
    assert_figure(&life, FORECAST_USUAL, 1);
    assert_figure(&life, FORECAST_SPREAD, 0);
    assert_figure(&life, FORECAST_EARLY, end);
    assert_figure(&life, FORECAST_LIKELY, end);
    assert_figure(&life, FORECAST_LATE, end);
    assert_figure(&life, FORECAST_PACE, 2.5);
    assert_figure(&life, FORECAST_STREAK, 5);
    assert_figure(&life, FORECAST_BEST_STREAK, 5);
    small_free(&life.small);
}

/* Three weeks, then three away: 7.5 of 15 h. Shares 1, 1, 1, 0, 0, 0 and four weeks as planned make
 * 0.7, give or take sqrt(1.5 / 5) / sqrt(10). 15 h of 7.5 planned in 21 days are left: 42 days. */
static void after_weeks_away_the_end_is_a_range(void **state)
{
    struct life life;
    double spread = sqrt(0.3) / sqrt(10);

    (void)state;
    live(&life);
    for (size_t i = 0; i < 3; i++)
        log_week(&life, i, 1);
    day today = monday_of_week(&life, 6);
    foretell(&life, today);
    double before = date_serial(today) - 1;
    assert_figure(&life, FORECAST_AHEAD, -7.5);
    assert_figure(&life, FORECAST_LEFT, 15);
    assert_figure(&life, FORECAST_USUAL, 0.7);
    assert_figure(&life, FORECAST_SPREAD, spread);
    assert_figure(&life, FORECAST_EARLY, before + round(42 / (0.7 + spread)));
    assert_figure(&life, FORECAST_LIKELY, before + 60);
    assert_figure(&life, FORECAST_LATE, before + round(42 / (0.7 - spread)));
    assert_figure(&life, FORECAST_STREAK, 0);
    assert_figure(&life, FORECAST_BEST_STREAK, 3);
    assert_figure(&life, FORECAST_PACE, 2.5 / 4);
    small_free(&life.small);
}

/* No hours for long: no date that is years away, and none at all where little was ever done. */
static void slow_ends_stay_open(void **state)
{
    struct life life;

    (void)state;
    live(&life);
    log_week(&life, 0, 1);
    foretell(&life, monday_of_week(&life, 4));
    assert_figure(&life, FORECAST_USUAL, 5 / 8.0);
    assert_figure(&life, FORECAST_KNOWN, 1);
    assert_true(life.forecast->values[FORECAST_EARLY] > 0);
    assert_figure(&life, FORECAST_LATE, 0);
    foretell(&life, monday_of_week(&life, 8));
    assert_figure(&life, FORECAST_USUAL, 5 / 12.0);
    assert_figure(&life, FORECAST_KNOWN, 0);
    assert_figure(&life, FORECAST_EARLY, 0);
    small_free(&life.small);
}

static void weeks_off_do_not_break_a_streak(void **state)
{
    struct life life;

    (void)state;
    live(&life);
    for (size_t i = 0; i < 3; i++) /* the third session of the third week is off */
        life.rows[life.small.schedule.weeks[2].first_session + i].planned = 0;
    life.small.schedule.weeks[2].minutes = 0;
    log_week(&life, 0, 0.5);
    log_week(&life, 1, 0.981); /* 2.45 of 2.5 h: rounded on the way, not less */
    log_week(&life, 3, 1.2);
    foretell(&life, monday_of_week(&life, 4));
    assert_figure(&life, FORECAST_WEEKS_LIVED, 3);
    assert_figure(&life, FORECAST_STREAK, 2);
    assert_figure(&life, FORECAST_BEST_STREAK, 2);
    log_week(&life, 4, 0.9);
    foretell(&life, monday_of_week(&life, 5));
    assert_figure(&life, FORECAST_STREAK, 0);
    assert_figure(&life, FORECAST_BEST_STREAK, 2);
    small_free(&life.small);
}

/* Laid out anew after two weeks of which half was done: the first half counts, and what is planned
 * from then on. */
static void one_stands_from_the_last_replan(void **state)
{
    struct life life;
    day replanned;

    (void)state;
    live(&life);
    replanned = monday_of_week(&life, 2);
    struct progress progress = {.replans = &replanned, .replan_count = 1};
    life.small.schedule.rhythm.progress = &progress;
    log_week(&life, 0, 0.5);
    log_week(&life, 1, 0.5);
    foretell(&life, replanned);
    assert_figure(&life, FORECAST_LOGGED_BEFORE, 2.5);
    assert_figure(&life, FORECAST_PLANNED_BEFORE, 5);
    assert_figure(&life, FORECAST_TOTAL, 20);
    assert_figure(&life, FORECAST_AHEAD, 0);
    assert_figure(&life, FORECAST_LEFT, 17.5);
    assert_true(isnan(forecast_planned_line(life.forecast, &life.small.schedule, life.figures, 1)));
    assert_true(fabs(forecast_planned_line(life.forecast, &life.small.schedule, life.figures, 2) -
                     5) < 1e-9);
    assert_true(fabs(life.forecast->weeks[1].stands - 1.25) < 1e-9);
    assert_true(fabs(life.forecast->weeks[2].stands - 2.5) < 1e-9);
    small_free(&life.small);
}

static void rows_that_do_not_count_are_found(void **state)
{
    struct life life;

    (void)state;
    live(&life);
    log_day(&life, life.small.schedule.start, 1.5);
    log_day(&life, life.small.schedule.start, 90);
    log_day(&life, DAY_NONE, 1);
    foretell(&life, life.small.schedule.start + 1);
    assert_figure(&life, FORECAST_LOGGED, 1.5);
    assert_figure(&life, FORECAST_ODD_ROWS, 2);
    assert_figure(&life, FORECAST_FIRST_ODD, 5 + SMALL_SESSIONS + 1);
    small_free(&life.small);
}

static void windows_move_with_the_day(void **state)
{
    struct life life;

    (void)state;
    live(&life);
    foretell(&life, life.small.schedule.start);
    assert_figure(&life, FORECAST_BEGUN, 1);
    assert_figure(&life, FORECAST_LINES_FROM, 0);
    assert_figure(&life, FORECAST_COLUMNS_FROM, 0);
    assert_figure(&life, FORECAST_YEAR_FROM, date_serial(life.small.schedule.start - 2));
    foretell(&life, life.small.schedule.start + 400);
    assert_figure(&life, FORECAST_BEGUN, SMALL_WEEKS);
    assert_figure(&life, FORECAST_COLUMNS_FROM, 0); /* all of it fits */
    /* the Monday 52 weeks before this week's */
    assert_figure(&life, FORECAST_YEAR_FROM,
                  date_serial(life.small.schedule.start - 2 + 57 * 7 - 52 * 7));
    small_free(&life.small);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_is_foretold_of_three_weeks_or_less),
        cmocka_unit_test(who_keeps_the_plan_ends_with_it),
        cmocka_unit_test(after_weeks_away_the_end_is_a_range),
        cmocka_unit_test(slow_ends_stay_open),
        cmocka_unit_test(weeks_off_do_not_break_a_streak),
        cmocka_unit_test(one_stands_from_the_last_replan),
        cmocka_unit_test(rows_that_do_not_count_are_found),
        cmocka_unit_test(windows_move_with_the_day),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
