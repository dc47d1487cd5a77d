/* learner: the standing, and what of the sessions was logged. */
#include "text/learner.h"

#include <string.h>

#include "schedule/lived/progress.h"
#include "schedule/lived/standing.h"
#include "text/phrases.h"

bool learner_is_behind(const struct schedule *schedule)
{
    struct standing standing = standing_of(schedule);

    return !standing_on_time(&standing) && standing.ahead < 0;
}

void add_standing(struct text *out, const struct schedule *schedule, int minutes_to_keep)
{
    struct standing standing = standing_of(schedule);

    standing_print(&standing, out);
    if (standing_on_time(&standing)) {
        text_add(out, " for ");
    } else if (standing.ahead > 0) {
        text_add(out, "; the end is ");
    } else if (minutes_to_keep > 0) {
        text_add(out, "; ");
        add_weekly_hours(out, minutes_to_keep);
        text_add(out, " a week keeps ");
    } else {
        text_add(out, "; build --replan lays out the rest from where you stand");
        return;
    }
    add_date(out, schedule->end, DAY_NONE);
}

int session_logged(const struct schedule *schedule, const struct session *session)
{
    const struct progress *progress = schedule->rhythm.progress;
    int64_t logged = 0;

    for (size_t i = 0; progress && i < progress->entries->count; i++)
        if (strcmp(progress->entries->list[i].session, session->id) == 0)
            logged += progress->entries->list[i].milliseconds;
    return entries_rounded(logged);
}

const struct session *session_next(const struct schedule *schedule, day date)
{
    for (size_t i = 0; i < schedule->session_count; i++) {
        const struct session *session = &schedule->sessions[i];
        if (session->date >= date && session_logged(schedule, session) == 0)
            return session;
    }
    return NULL;
}

void add_week_hours(struct text *out, const struct schedule *schedule, const struct week *week)
{
    const struct progress *progress = schedule->rhythm.progress;

    add_duration(out, progress ? entries_minutes(progress->entries, week->first, week->last) : 0);
    text_add(out, " of ");
    add_duration(out, week->minutes);
}
