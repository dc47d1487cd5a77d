/* learner: the standing, and what of the sessions was logged. */
#include "text/learner.h"

#include <string.h>

#include "schedule/lived/progress.h"
#include "schedule/lived/standing.h"
#include "text/journey.h"
#include "text/phrases.h"

#define AWAY 7 /* days */

bool learner_is_behind(const struct schedule *schedule)
{
    struct standing standing = standing_of(schedule);

    return !standing_on_time(&standing) && standing.ahead < 0;
}

bool learner_was_away(const struct schedule *schedule, day today)
{
    struct journey journey = journey_of(schedule);

    return learner_is_behind(schedule) && journey.last_entry != DAY_NONE &&
           (-standing_of(schedule).ahead >= schedule->rhythm.minutes ||
            today - journey.last_entry > AWAY);
}

void add_hours_keep(struct text *out, int minutes_to_keep, const struct rhythm *rhythm)
{
    bool enough = minutes_to_keep <= rhythm->minutes;

    text_add(out, enough ? "your " : "");
    add_weekly_hours(out, enough ? rhythm->minutes : minutes_to_keep);
    text_add(out, enough && rhythm->minutes != 60 ? " a week keep " : " a week keeps ");
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
        add_hours_keep(out, minutes_to_keep, &schedule->rhythm);
    } else {
        text_add(out, "; --replan lays out the rest from where you stand");
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

bool session_is_done(const struct schedule *schedule, const struct session *session)
{
    const struct progress *progress = schedule->rhythm.progress;

    for (size_t i = 0; i < session->item_count; i++)
        if (!item_is_done(progress, schedule->plan, session->items[i]))
            return false;
    return session->item_count > 0;
}

/* true for work that can be taken up in place of other. */
static bool is_open_work(const struct schedule *schedule, const struct item *item)
{
    const struct progress *progress = schedule->rhythm.progress;

    return kind_is_work(item->kind) && !item->dropped && !item->optional && progress &&
           item_progress(progress, schedule->plan, item)->tickable &&
           !item_is_done(progress, schedule->plan, item);
}

const struct item *session_instead(const struct schedule *schedule, const struct session *session)
{
    const struct week *week = &schedule->weeks[session->week];

    for (size_t i = 0; i < week->item_count; i++)
        if (is_open_work(schedule, week->items[i]))
            return week->items[i];
    for (const struct session *later = session + 1;
         later < schedule->sessions + schedule->session_count; later++)
        for (size_t i = 0; i < later->item_count; i++)
            if (is_open_work(schedule, later->items[i]))
                return later->items[i];
    return NULL;
}

static void add_title(struct text *out, const struct item *item, size_t columns)
{
    const struct prose *name = item->title.length > 0 ? &item->title : &item->line;

    add_start(out, name->text, strcspn(name->text, "\n"), columns);
}

void add_session_work(struct text *out, const struct schedule *schedule,
                      const struct session *session, size_t columns)
{
    if (!session_is_done(schedule, session)) {
        add_focus(out, session, columns);
        return;
    }
    const struct item *instead = session_instead(schedule, session);
    add_title(out, session->items[0], columns);
    if (instead) {
        text_add(out, " is done already; next on the table: ");
        add_title(out, instead, columns);
    } else {
        text_add(out, " is done already; the time is yours");
    }
}

void add_week_hours(struct text *out, const struct schedule *schedule, const struct week *week)
{
    const struct progress *progress = schedule->rhythm.progress;

    add_duration(out, progress ? entries_minutes(progress->entries, week->first, week->last) : 0);
    text_add(out, " of ");
    add_duration(out, week->minutes);
}
