/* months: counts months by the weeks that belong to them. */
#include "pdf/parts/months.h"

#include "schedule/lived/progress.h"

struct month week_month(const struct week *week)
{
    struct civil middle = civil_of(week->first + (week->last - week->first) / 2);

    return (struct month){middle.year, middle.month};
}

static int month_index(struct month month)
{
    return month.year * 12 + month.month;
}

int month_number(const struct schedule *schedule, struct month month)
{
    if (schedule->week_count == 0)
        return 1;
    return month_index(month) - month_index(week_month(&schedule->weeks[0])) + 1;
}

const struct week *month_first_week(const struct schedule *schedule, struct month month)
{
    for (size_t i = 0; i < schedule->week_count; i++)
        if (month_index(week_month(&schedule->weeks[i])) == month_index(month))
            return &schedule->weeks[i];
    return NULL;
}

struct month_weeks month_weeks(const struct schedule *schedule, struct month month)
{
    struct month_weeks weeks = {.first = month_first_week(schedule, month)};
    const struct week *end = schedule->weeks + schedule->week_count;

    for (const struct week *week = weeks.first; week && week < end; week++) {
        if (month_index(week_month(week)) != month_index(month))
            break;
        weeks.count++;
        weeks.minutes += week->minutes;
    }
    return weeks;
}

static int logged_between(const struct schedule *schedule, day first, day last)
{
    const struct progress *progress = schedule->rhythm.progress;

    return progress ? entries_minutes(progress->entries, first, last) : 0;
}

bool month_weeks_lived(const struct schedule *schedule, const struct month_weeks *weeks)
{
    const struct progress *progress = schedule->rhythm.progress;

    return weeks->count > 0 && progress && progress->entries->count > 0 &&
           weeks->first[weeks->count - 1].last < progress->today;
}

int week_logged(const struct schedule *schedule, const struct week *week)
{
    return logged_between(schedule, week->first, week->last);
}

int month_weeks_logged(const struct schedule *schedule, const struct month_weeks *weeks)
{
    return weeks->count == 0
               ? 0
               : logged_between(schedule, weeks->first->first, weeks->first[weeks->count - 1].last);
}

struct month_hours month_hours(const struct schedule *schedule, struct month month, int phase)
{
    const struct progress *progress = schedule->rhythm.progress;
    struct month_weeks weeks = month_weeks(schedule, month);
    struct month_hours hours = {.lived = progress && progress->entries->count > 0};

    for (size_t i = 0; i < weeks.count; i++) {
        const struct week *week = &weeks.first[i];
        if (week->phase != phase)
            continue;
        hours.planned += week->minutes;
        hours.logged += week_logged(schedule, week);
        hours.lived = hours.lived && week->last < progress->today;
    }
    return hours;
}

int minutes_before(const struct schedule *schedule, const struct week *week)
{
    int minutes = 0;

    for (const struct week *at = schedule->weeks; at < week; at++)
        minutes += at->minutes;
    return minutes;
}

/* The day of the last replan up to DATE; DAY_NONE: there was none. */
static day replan_before(const struct progress *progress, day date)
{
    day last = DAY_NONE;

    for (size_t i = 0; progress && i < progress->replan_count && progress->replans[i] <= date; i++)
        last = progress->replans[i];
    return last;
}

int studied_before(const struct schedule *schedule, const struct week *week)
{
    const struct progress *progress = schedule->rhythm.progress;
    day replan = replan_before(progress, week->last);
    int minutes = 0;

    if (replan == DAY_NONE)
        return minutes_before(schedule, week);
    for (size_t i = 0; i < week->first_session; i++)
        if (schedule->sessions[i].date >= replan)
            minutes += schedule->sessions[i].minutes;
    day logged_until = replan < week->first ? replan : week->first;
    return minutes + entries_minutes(progress->entries, 0, logged_until - 1);
}

struct month session_review_month(const struct schedule *schedule, const struct session *session)
{
    struct civil date = civil_of(session->date);
    struct month own = {date.year, date.month};

    if (month_first_week(schedule, own) || session->week < 0)
        return own;
    return week_month(&schedule->weeks[session->week]);
}
