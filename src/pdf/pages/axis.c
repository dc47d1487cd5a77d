/* axis: draws the ticks of a time axis. */
#include "pdf/pages/axis.h"

#include <math.h>

#include "pdf/pages/pages.h"
#include "pdf/parts/date_text.h"
#include "pdf/parts/targets.h"

#define MONTHS_FROM 130 /* days of a plan whose months are counted, not its weeks */

bool axis_counts_months(const struct schedule *schedule)
{
    return schedule->end - schedule->start > MONTHS_FROM;
}

double axis_x(const struct axis *axis, day date)
{
    const struct schedule *schedule = axis->book->schedule;
    double days = fmax(1, schedule->end + 1 - schedule->start);
    double share = fmin(1, fmax(0, (date - schedule->start) / days));

    return axis->left + share * (axis->right - axis->left);
}

/* A line down the chart with its two words above. */
static void tick(const struct axis *axis, day date, double top, double bottom,
                 const char *plan_time, const char *calendar_time, const char *target)
{
    struct book *book = axis->book;
    struct style small = book->small_quiet;
    double x = axis_x(axis, date), line = style_leading(&small) * 0.85;

    small.size *= 0.88;
    canvas_line(book->canvas, x, top - AXIS_ROOM, x, bottom, 0.5, book->look->pale);
    typeset_line(book->typeset, &small, x + 3, top - AXIS_ROOM + line - 2, ALIGN_LEFT, plan_time);
    typeset_line(book->typeset, &small, x + 3, top - AXIS_ROOM + 2 * line - 2, ALIGN_LEFT,
                 calendar_time);
    if (target)
        canvas_link(book->canvas, x, top - AXIS_ROOM, 30, AXIS_ROOM, target);
}

/* The day on which plan time reaches T days; DAY_NONE where it never does. */
static day day_at(const struct schedule *schedule, double t)
{
    for (size_t i = 0; i < schedule->week_count; i++) {
        const struct week *week = &schedule->weeks[i];
        if (t >= week->to || week->to <= week->from)
            continue;
        double share = fmax(0, (t - week->from) / (week->to - week->from));
        return week->first + (day)(share * (week->last - week->first + 1));
    }
    return DAY_NONE;
}

/* How many units lie between two ticks, so that their words do not touch. */
static int tick_step(const struct axis *axis, double units)
{
    int step = 1;

    while ((axis->right - axis->left) / fmax(1, units) * step < 30)
        step = step < 3 ? step + 2 : step * 2;
    return step;
}

static void month_tick(const struct axis *axis, day date, const char *plan_time, double top,
                       double bottom)
{
    struct book *book = axis->book;
    struct civil civil = civil_of(date);

    if (axis_x(axis, date) > axis->right - 22)
        return;
    tick(axis, date, top, bottom, plan_time,
         pool_print(book->pool, "%s %02d", month_short_name(civil.month), civil.year % 100),
         month_target(book->pool, month_pages.target, (struct month){civil.year, civil.month}));
}

/* Where the plan counts months, a line for every few of its months; else for calendar months, with
 * the number of their week. */
static void month_ticks(const struct axis *axis, double top, double bottom)
{
    struct book *book = axis->book;
    const struct schedule *schedule = book->schedule;
    struct civil from = civil_of(schedule->start);
    double days = schedule->end - schedule->start + 1;

    if (book->plan->unit != UNIT_WEEK && book->plan->unit != UNIT_DAY) {
        double months = book->plan->length_days / DAYS_PER_MONTH;
        int step = tick_step(axis, months);
        for (int i = 0; i < months; i += step) {
            day date = day_at(schedule, i * DAYS_PER_MONTH);
            if (date != DAY_NONE)
                month_tick(axis, date, pool_print(book->pool, "%d", i + 1), top, bottom);
        }
        return;
    }
    int step = tick_step(axis, days / DAYS_PER_MONTH);
    for (int i = 0; i < days / DAYS_PER_MONTH; i += step) {
        int number = from.month - 1 + i;
        day first = day_of(from.year + number / 12, number % 12 + 1, 1);
        const struct week *week =
            week_of(schedule, first < schedule->start ? schedule->start : first);
        if (week)
            month_tick(axis, first < schedule->start ? schedule->start : first,
                       pool_print(book->pool, "W%d", week->number), top, bottom);
    }
}

static void week_ticks(const struct axis *axis, double top, double bottom)
{
    struct book *book = axis->book;
    const struct schedule *schedule = book->schedule;
    size_t step = 1;

    while ((axis->right - axis->left) / (double)schedule->week_count * (double)step < 30)
        step++;
    for (size_t i = 0; i < schedule->week_count; i += step) {
        const struct week *week = &schedule->weeks[i];
        if (axis_x(axis, week->first) > axis->right - 24)
            continue; /* its words would leave the page's frame */
        tick(axis, week->first, top, bottom, pool_print(book->pool, "W%d", week->number),
             book_short_date(book, week->first), week_target(book->pool, week_pages.target, week));
    }
}

void axis_draw(const struct axis *axis, double top, double bottom)
{
    if (axis_counts_months(axis->book->schedule))
        month_ticks(axis, top, bottom);
    else
        week_ticks(axis, top, bottom);
}
