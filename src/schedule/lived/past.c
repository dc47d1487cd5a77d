/* past: takes over what was lived, and trusts none of it that does not hang together. */
#include "schedule/lived/past.h"

#include <math.h>
#include <string.h>

#include "schedule/lived/progress.h"
#include "schedule/lived/replan.h"

#define FIRST_YEAR 1970
#define LAST_YEAR  2199
#define A_DAY      (24 * 60)
#define A_WEEK     (7 * A_DAY)

/* true where the sessions lie in their week, one behind the other. */
static bool sessions_sound(const struct past *past, const struct past_week *week)
{
    const struct past_session *sessions = past->sessions + week->first_session;

    if (week->first_session > past->session_count ||
        week->session_count > past->session_count - week->first_session)
        return false;
    for (size_t i = 0; i < week->session_count; i++) {
        const struct past_session *this = &sessions[i];
        if (this->date < week->first || this->date > week->last || this->start < 0 ||
            this->start >= A_DAY || this->minutes <= 0 || this->minutes > A_DAY - this->start)
            return false;
        if (i > 0 && (this->date < this[-1].date ||
                      (this->date == this[-1].date && this->start < this[-1].start)))
            return false;
    }
    return true;
}

/* true where the week follows the one before it, and what it says can have been. */
static bool week_sound(const struct past *past, size_t index)
{
    const struct past_week *week = &past->weeks[index];

    if (week->first < day_of(FIRST_YEAR, 1, 1) || week->first > day_of(LAST_YEAR, 12, 31) ||
        week->last < week->first || week->last - week->first > 6)
        return false;
    if (index > 0 && week->first != week[-1].last + 1)
        return false;
    if (!isfinite(week->from) || !isfinite(week->to) || week->to < 0 ||
        !(week->middle >= week->from) || !(week->to >= week->middle))
        return false;
    for (int i = 0; i <= week->last - week->first; i++)
        if (week->rates[i] < 0 || week->rates[i] > A_WEEK)
            return false;
    return sessions_sound(past, week);
}

/* The places of such a plan are those of its hours: work that states hours fills the weeks. */
static bool is_packed(const struct plan *plan)
{
    for (size_t i = 0; plan->hours_low <= 0 && i < plan->item_count; i++)
        if (plan->items[i].when_from == WHEN_PACKED)
            return true;
    return false;
}

static bool in_period(const struct period *periods, size_t count, day first, day last)
{
    for (size_t i = 0; i < count; i++)
        if (periods[i].from <= last && periods[i].to >= first)
            return true;
    return false;
}

/* The hours by which the past was planned, in minutes a week: those of the first day to come that
 * had any, and has usual ones. */
static int usual_minutes(const struct past *past, const struct rhythm *rhythm)
{
    for (size_t w = 0; w < past->week_count && week_sound(past, w); w++) {
        const struct past_week *week = &past->weeks[w];
        for (day date = week->first; date <= week->last; date++)
            if (date >= past->today && week->rates[date - week->first] > 0 &&
                !in_period(rhythm->periods, rhythm->period_count, date, date))
                return week->rates[date - week->first];
    }
    return rhythm->minutes;
}

bool past_week_over(const struct rhythm *rhythm, const struct past_week *week)
{
    return week->last < rhythm->past->today;
}

bool past_week_thawed(const struct rhythm *rhythm, const struct past_week *week)
{
    return past_week_over(rhythm, week) &&
           in_period(rhythm->thawed, rhythm->thawed_count, week->first, week->last);
}

/* Appends those of the week's sessions that stand. */
static void keep_sessions(const struct rhythm *rhythm, struct past_week *week,
                          struct past_session *sessions, size_t *count)
{
    const struct past *past = rhythm->past;
    const struct past_session *all = past->sessions + week->first_session;
    size_t first = *count;

    for (size_t i = 0; i < week->session_count && !past_week_thawed(rhythm, week); i++)
        if (all[i].date < past->today)
            sessions[(*count)++] = all[i];
    week->first_session = first;
    week->session_count = *count - first;
}

/* How many weeks of the past began before today and hang together. */
static size_t count_begun(const struct past *past)
{
    size_t count = 0;

    while (past && count < past->week_count && past->weeks[count].first < past->today &&
           week_sound(past, count))
        count++;
    return count;
}

/* A copy of the first COUNT weeks with those of their sessions that stand, and of their plan time
 * SCALE times as much; with room for those that a replan may put behind them. */
static struct past *copy_standing(struct pool *pool, const struct rhythm *rhythm, size_t count,
                                  double scale, struct past_week **copied)
{
    const struct past *past = rhythm->past;
    struct past *standing = pool_alloc(pool, sizeof *standing);
    struct past_week *weeks = pool_alloc(pool, (count + replan_gap(past, count)) * sizeof *weeks);
    size_t sessions = 0;

    *copied = weeks;

    memcpy(weeks, past->weeks, count * sizeof *weeks);
    for (size_t w = 0; w < count; w++)
        sessions += weeks[w].session_count;
    struct past_session *lived = pool_alloc(pool, (sessions + 1) * sizeof *lived);
    *standing = (struct past){.today = past->today,
                              .weeks = weeks,
                              .week_count = count,
                              .sessions = lived,
                              .damaged = past->damaged};
    for (size_t w = 0; w < count; w++) {
        keep_sessions(rhythm, &weeks[w], lived, &standing->session_count);
        weeks[w].from *= scale;
        weeks[w].middle *= scale;
        weeks[w].to *= scale;
    }
    return standing;
}

/* The plan goes on from INSTANT this morning: the week that has begun begins as much earlier as its
 * days so far go by. What was as near as makes no difference stays as it is, but where all is done:
 * a plan that is over has no more days. */
static void resume_at(const struct plan *plan, struct rhythm *rhythm, struct past_week *weeks,
                      size_t count, double instant)
{
    struct past_week *last = &weeks[count - 1];
    day today = rhythm->past->today;
    bool begun = last->last >= today;
    double *from = begun ? &last->from : &rhythm->resumes;
    bool over = replan_is_over(plan, rhythm->progress);
    double before = 0;

    for (day date = last->first; begun && date < today; date++)
        before += pace_week(plan, last->rates[date - last->first]) / 7;
    if (!over && fabs(*from - (instant - before)) <= PLAN_TIME_EPSILON)
        return;
    *from = over || instant >= plan->length_days ? plan->length_days : instant - before;
}

/* Lets the plan go on from where the learner stands by what was logged. */
static void replan(const struct plan *plan, struct rhythm *rhythm, const struct past *past,
                   struct past *standing, struct past_week *weeks, double scale)
{
    double instant = replan_position(plan, rhythm, past, standing->week_count, scale);

    standing->week_count = replan_fill_gap(rhythm, weeks, standing->week_count, instant);
    resume_at(plan, rhythm, weeks, standing->week_count, instant);
}

void past_settle(struct pool *pool, const struct plan *plan, struct rhythm *rhythm)
{
    const struct past *past = rhythm->past;
    size_t count = count_begun(past);
    struct past_week *weeks;

    if (count > 0) {
        double scale = is_packed(plan) ? (double)usual_minutes(past, rhythm) / rhythm->minutes : 1;
        bool more = count < past->week_count && week_sound(past, count);
        rhythm->start = past->weeks[0].first;
        rhythm->resumes = (more ? past->weeks[count].from : past->weeks[count - 1].to) * scale;
        struct past *standing = copy_standing(pool, rhythm, count, scale, &weeks);
        rhythm->past = standing;
        if (rhythm->replan)
            replan(plan, rhythm, past, standing, weeks, scale);
    } else {
        rhythm->past = NULL;
        rhythm->replan = false;
    }
    rhythm->past_settled = true;
}

const struct past_week *past_week_at(const struct rhythm *rhythm, day date)
{
    const struct past *past = rhythm->past;
    size_t low = 0, high = past ? past->week_count : 0;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (past->weeks[middle].last < date)
            low = middle + 1;
        else
            high = middle;
    }
    if (!past || low == past->week_count || past->weeks[low].first > date)
        return NULL;
    return &past->weeks[low];
}

int past_rate(const struct rhythm *rhythm, day date)
{
    const struct past_week *week = past_week_at(rhythm, date);

    if (!week || date >= rhythm->past->today)
        return -1;
    if (past_week_over(rhythm, week) && in_period(rhythm->thawed, rhythm->thawed_count, date, date))
        return -1;
    return week->rates[date - week->first];
}
