/* today: the terminal's page of one day. */
#include "text/today.h"

#include <string.h>

#include "schedule/lived/progress.h"
#include "text/astray.h"
#include "text/dues.h"
#include "text/learner.h"
#include "text/phrases.h"
#include "text/today_week.h"

#define FOCUS_COLUMNS 66
#define NEXT_COLUMNS  48
#define TITLE_COLUMNS 60
#define DUES          3
#define EVENING       (17 * 60)

static const struct prose *name_of(const struct item *item)
{
    return item->title.length > 0 ? &item->title : &item->line;
}

static void add_name(struct text *out, const struct item *item)
{
    const struct prose *name = name_of(item);
    const char *newline = memchr(name->text, '\n', name->length);

    add_start(out, name->text, newline ? (size_t)(newline - name->text) : name->length,
              TITLE_COLUMNS);
}

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

/* The link of what the session works at. */
static const char *link_of(const struct session *session)
{
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
    const char *link = link_of(session);

    add_margin(out, session->start >= EVENING ? "Tonight" : "Today");
    add_clock(out, session);
    text_add(out, ", ");
    add_duration(out, session->minutes);
    text_add(out, *category ? ", " : "");
    text_add_visible(out, category, strlen(category), false);
    text_add_char(out, '\n');
    add_margin(out, "");
    add_focus(out, session, FOCUS_COLUMNS);
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
    add_focus(out, next, NEXT_COLUMNS);
    text_add_char(out, '\n');
}

static void add_dues(const struct today *today, struct text *out)
{
    const struct item *dues[DUES];
    size_t count = dues_find(today->schedule, today->date, dues, DUES);
    struct text dates[DUES] = {TEXT_INIT};
    size_t columns = 0;

    text_add(out, count > 0 ? "\n" : "");
    for (size_t i = 0; i < count; i++) {
        add_date(&dates[i], item_dates(today->schedule, dues[i])->due, today->date);
        columns = dates[i].length > columns ? dates[i].length : columns;
    }
    for (size_t i = 0; i < count; i++) {
        bool made = kind_is_made(dues[i]->kind);
        add_margin(out, i == 0 ? "Next" : "");
        text_print(out, "%-*s   %s", (int)columns, text_string(&dates[i]),
                   made ? "" : "milestone: ");
        add_name(out, dues[i]);
        text_add(out, made ? " is due\n" : "\n");
        text_free(&dates[i]);
    }
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
        add_standing(out, today->schedule, today->minutes_to_keep);
    }
    text_add_char(out, '\n');
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
    add_head(today, out);
    add_sessions(today, out);
    add_today_week(today, out);
    add_dues(today, out);
    add_learner(today, out);
}
