/* today: the terminal's page of one day. */
#include "text/today.h"

#include <string.h>

#include "schedule/lived/progress.h"
#include "schedule/lived/standing.h"
#include "text/astray.h"
#include "text/dues.h"
#include "text/journey.h"
#include "text/learner.h"
#include "text/phrases.h"
#include "text/today_week.h"

#define FOCUS_COLUMNS 66
#define NEXT_COLUMNS  48
#define TITLE_COLUMNS 60
#define DUES          3

/* "Friday 24 July 2026, week 29 of 134". */
static void add_head(const struct today *today, struct text *out)
{
    const struct schedule *schedule = today->schedule;
    const struct week *week = week_of(schedule, today->date);
    int days = schedule->start - today->date;

    text_print(out, "%s ", weekday_name(weekday_of(today->date)));
    add_date(out, today->date, DAY_NONE);
    if (week) {
        text_print(out, ", week %d of %zu", week->number, schedule->week_count);
    } else if (days > 0) {
        text_add(out, "; the plan begins on ");
        add_weekday_date(out, schedule->start, today->date);
        text_print(out, ", in %d day%s", days, days == 1 ? "" : "s");
    } else {
        text_add(out, "; the plan ended on ");
        add_weekday_date(out, schedule->end, today->date);
    }
    text_add_char(out, '\n');
}

/* The link of what the session works at, or of what is done instead. */
static const char *link_of(const struct schedule *schedule, const struct session *session)
{
    if (session_is_done(schedule, session)) {
        const struct item *instead = session_instead(schedule, session);
        return instead ? instead->link : NULL;
    }
    for (size_t i = 0; i < session->item_count; i++)
        if (session->items[i]->link)
            return session->items[i]->link;
    return NULL;
}

static void add_clock(struct text *out, const struct session *session)
{
    char clock[DURATION_TEXT];

    text_add(out, clock_print(session->start, clock));
    text_print(out, "-%s", clock_print(session->start + session->minutes, clock));
}

/* A session of this day: when, how long, what for, and where that is. */
static void add_session(const struct today *today, const struct session *session, struct text *out)
{
    const char *category = today->schedule->categories[session->category].name;
    const char *link = link_of(today->schedule, session);

    add_margin(out, session->start >= EVENING ? "Tonight" : "Today");
    add_clock(out, session);
    text_add(out, ", ");
    add_duration(out, session->minutes);
    text_add(out, *category ? ", " : "");
    text_add_visible(out, category, strlen(category), false);
    text_add_char(out, '\n');
    add_margin(out, "");
    add_session_work(out, today->schedule, session, FOCUS_COLUMNS);
    text_add_char(out, '\n');
    if (link) {
        add_margin(out, "");
        text_add_visible(out, link, strlen(link), false);
        text_add_char(out, '\n');
    }
}

/* What is still to do today, else the next there is. */
static void add_sessions(const struct today *today, struct text *out)
{
    const struct schedule *schedule = today->schedule;
    const struct session *next = session_next(schedule, today->date);
    bool now = next && next->date == today->date;

    if (!next)
        return;
    text_add_char(out, '\n');
    for (const struct session *session = next;
         now && session < schedule->sessions + schedule->session_count &&
         session->date == today->date;
         session++)
        if (session_logged(schedule, session) == 0)
            add_session(today, session, out);
    if (now)
        return;
    add_margin(out, "Next");
    add_weekday_date(out, next->date, today->date);
    text_add(out, ", ");
    add_clock(out, next);
    text_add(out, ": ");
    add_session_work(out, schedule, next, NEXT_COLUMNS);
    text_add_char(out, '\n');
}

static void add_due_title(struct text *out, const struct due *due)
{
    text_add(out, due->milestone ? "milestone: " : "");
    add_start(out, due->title, due->length, TITLE_COLUMNS);
}

/* Appends WORDS, a date and what is due then, in two columns below LABEL. */
static void add_due_lines(const struct today *today, const char *label, const char *words,
                          const char *behind, const struct due *dues, size_t count,
                          struct text *out)
{
    struct text dates[DUES] = {TEXT_INIT};
    size_t columns = 0;

    for (size_t i = 0; i < count; i++) {
        text_add(&dates[i], words);
        add_date(&dates[i], dues[i].date, today->date);
        columns = dates[i].length > columns ? dates[i].length : columns;
    }
    for (size_t i = 0; i < count; i++) {
        add_margin(out, i == 0 ? label : "");
        text_print(out, "%-*s   ", (int)columns, text_string(&dates[i]));
        add_due_title(out, &dues[i]);
        text_print(out, "%s\n", dues[i].milestone ? "" : behind);
        text_free(&dates[i]);
    }
}

/* What was due before, the oldest first, and what is due next. */
static void add_dues(const struct today *today, struct text *out)
{
    struct due dues[DUES];
    size_t all = 0, count = 0;

    if (today->built)
        count = dues_open(today->schedule, today->memory, today->date, dues, DUES, &all);
    text_add(out, count > 0 ? "\n" : "");
    add_due_lines(today, "Still open", "since ", "", dues, count, out);
    if (all > count) {
        add_margin(out, "");
        text_print(out, "and %zu more\n", all - count);
    }
    count = dues_find(today->schedule, today->memory, today->date, dues, DUES);
    text_add(out, count > 0 ? "\n" : "");
    add_due_lines(today, "Next", "", " is due", dues, count, out);
}

/* All is done: the sum, and, where sessions are still to come, how to end the plan. */
static void add_all_done(const struct today *today, struct text *out)
{
    size_t own = dues_own_open(today->memory);

    text_add_char(out, '\n');
    add_margin(out, "Well done");
    text_add(out, "Everything is done: ");
    add_journey(out, today->schedule);
    text_add_char(out, '\n');
    if (own > 0) {
        add_margin(out, "");
        text_print(out, "%zu of your own %s open\n", own, own == 1 ? "is" : "are");
    }
    if (!session_next(today->schedule, today->date))
        return;
    add_margin(out, "");
    text_add(out, "The plan can end here: ");
    add_command(out, "build", today->roadmap, " --replan", today->folder);
    text_add_char(out, '\n');
}

/* For who comes back: what is there already, and what would follow from it. */
static void add_reason(const struct today *today, struct text *out)
{
    if (!learner_was_away(today->schedule, today->date))
        return;
    add_margin(out, "");
    add_journey_so_far(out, today->schedule, today->date);
    text_add_char(out, '\n');
    if (today->replanned_end == DAY_NONE)
        return;
    add_margin(out, "");
    text_add(out, "--replan lays the rest out from today and would end on ");
    add_date(out, today->replanned_end, DAY_NONE);
    text_add_char(out, '\n');
}

/* How far from the plan; what a replan does is said only once. */
static void add_where(const struct today *today, struct text *out)
{
    struct standing standing = standing_of(today->schedule);
    bool told = learner_was_away(today->schedule, today->date) && today->replanned_end != DAY_NONE;

    if (told && today->minutes_to_keep == 0)
        standing_print(&standing, out);
    else
        add_standing(out, today->schedule, today->minutes_to_keep);
}

static void add_learner(const struct today *today, struct text *out)
{
    const struct progress *progress = today->schedule->rhythm.progress;
    bool logged = progress && progress->entries->count > 0;

    text_add_char(out, '\n');
    add_margin(out, "You");
    if (!today->built) {
        text_add(out, "nothing is built yet: ");
        add_command(out, "build", today->roadmap, "", today->folder);
    } else if (!logged) {
        text_add(out, "nothing is logged yet; after a session: ");
        add_command(out, "log", today->roadmap, " 1h10", today->folder);
    } else {
        add_where(today, out);
    }
    text_add_char(out, '\n');
    if (today->built && logged)
        add_reason(today, out);
}

static void add_doubts(const struct today *today, struct text *out)
{
    const struct progress *progress = today->schedule->rhythm.progress;

    if (progress)
        add_all_astray(out, progress->entries, today->date);
}

/* A page without the tracker would tell of another start. */
static void add_elsewhere(const struct today *today, struct text *out)
{
    text_add(out, "the tracker of this plan stands in ");
    add_folder(out, today->elsewhere);
    text_add(out, ": ");
    add_command(out, "today", today->roadmap, "", today->elsewhere);
    text_add_char(out, '\n');
}

void today_text(const struct today *today, struct text *out)
{
    if (today->elsewhere) {
        add_elsewhere(today, out);
        return;
    }
    bool over = journey_is_over(today->schedule);
    add_head(today, out);
    if (over)
        add_all_done(today, out);
    else
        add_sessions(today, out);
    add_today_week(today, out);
    add_dues(today, out);
    if (!over)
        add_learner(today, out);
    add_doubts(today, out);
}
