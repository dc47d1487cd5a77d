/* replan: plan time by the hours that were logged. */
#include "schedule/lived/replan.h"

#include <math.h>

#include "schedule/lived/progress.h"

/* How many of the week's days are over. */
static int days_over(const struct past *past, const struct past_week *week)
{
    day last = week->last < past->today ? week->last : past->today - 1;

    return last - week->first + 1;
}

/* How far its days that are over were planned to go. */
static double planned_advance(const struct plan *plan, const struct past_week *week, int days)
{
    double advance = 0;

    for (int i = 0; i < days; i++)
        advance += pace_week(plan, week->rates[i]) / 7;
    return advance;
}

static int planned_minutes(const struct past *past, const struct past_week *week, int days)
{
    const struct past_session *sessions = past->sessions + week->first_session;
    int minutes = 0;

    for (size_t i = 0; i < week->session_count; i++)
        if (sessions[i].date < week->first + days)
            minutes += sessions[i].minutes;
    return minutes;
}

/* What hours that nothing was planned for advance. */
static double free_advance(const struct plan *plan, const struct rhythm *rhythm, int minutes)
{
    return pace_week(plan, rhythm->minutes) * minutes / rhythm->minutes;
}

static double week_advance(const struct plan *plan, const struct rhythm *rhythm,
                           const struct past *past, const struct past_week *week, double scale)
{
    int days = days_over(past, week);
    double advance = planned_advance(plan, week, days) * scale;
    int planned = planned_minutes(past, week, days);
    int logged = entries_minutes(rhythm->progress->entries, week->first, week->first + days - 1);

    if (planned > 0 && advance > 0)
        return advance * logged / planned;
    return advance + free_advance(plan, rhythm, logged);
}

/* Where in plan time the last thing ends that can be ticked. */
static double last_tick(const struct plan *plan, const struct progress *progress)
{
    double last = 0;

    for (size_t i = 0; i < plan->item_count; i++)
        if (progress->items[i].tickable && plan->items[i].when.from >= 0)
            last = fmax(last, plan->items[i].when.to);
    return last;
}

/* The day on which the calendar week of DATE begins. */
static day week_begin(const struct rhythm *rhythm, day date)
{
    return date - (day)((7 + weekday_of(date) - (unsigned)rhythm->week_start) % 7);
}

/* How much plan time is still to come this morning up to the middle of the week that has today, or
 * of today where the plan is in days; 0 where it is over. LAST: of the weeks that have begun. */
static double up_to_middle(const struct plan *plan, const struct rhythm *rhythm,
                           const struct past_week *last)
{
    day today = rhythm->past->today, first = today, end = today;
    double edges[8];

    if (plan->unit != UNIT_DAY) {
        first = week_begin(rhythm, today);
        if (last->last >= today)
            first = last->first;
        else if (first <= last->last)
            first = last->last + 1;
        end = week_begin(rhythm, today) + 6;
        if (end > first + 6)
            end = first + 6;
    }
    pace_edges(plan, rhythm, first, end, 0, edges);
    return fmax(pace_middle(edges, end - first + 1) - edges[today - first], 0);
}

double replan_position(const struct plan *plan, const struct rhythm *rhythm,
                       const struct past *past, size_t count, double scale)
{
    const struct progress *progress = rhythm->progress;
    double instant = 0;
    int inside = 0;

    for (size_t w = 0; w < count; w++) {
        const struct past_week *week = &past->weeks[w];
        instant += week_advance(plan, rhythm, past, week, scale);
        inside += entries_minutes(progress->entries, week->first,
                                  week->first + days_over(past, week) - 1);
    }
    instant += free_advance(plan, rhythm, progress->minutes - inside);
    if (progress_complete(progress))
        instant = fmax(instant, last_tick(plan, progress) -
                                    up_to_middle(plan, rhythm, &past->weeks[count - 1]));
    return instant;
}

bool replan_is_over(const struct plan *plan, const struct progress *progress)
{
    return progress_complete(progress) &&
           last_tick(plan, progress) >= plan->length_days - PLAN_TIME_EPSILON;
}

size_t replan_gap(const struct past *past, size_t count)
{
    day last = past->weeks[count - 1].last;

    return last < past->today ? (size_t)(past->today - last) / 7 + 1 : 0;
}

size_t replan_fill_gap(const struct rhythm *rhythm, struct past_week *weeks, size_t count,
                       double instant)
{
    day today = rhythm->past->today;

    while (weeks[count - 1].last + 1 < today) {
        const struct past_week *before = &weeks[count - 1];
        struct past_week week = {.number = before->number + 1,
                                 .first = before->last + 1,
                                 .phase = before->phase,
                                 .from = instant,
                                 .middle = instant,
                                 .to = instant,
                                 .first_session = before->first_session + before->session_count};
        day begin = week_begin(rhythm, week.first);
        week.last = begin + 6;
        week.iso_week = iso_week_of(begin + (day)((7 - weekday_of(begin)) % 7), &week.iso_year);
        week.page.title = "";
        weeks[count++] = week;
    }
    return count;
}
