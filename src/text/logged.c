/* logged: four lines at most behind an entry. */
#include "text/logged.h"

#include <string.h>

#include "text/journey.h"
#include "text/learner.h"
#include "text/phrases.h"

#define FOCUS_COLUMNS 60
#define WEEKS_FROM    14 /* days, told as weeks */

static void add_words(struct text *out, const char *words)
{
    add_start(out, words, strlen(words), FOCUS_COLUMNS);
}

/* "Logged 1 h 10 on Wed 29 July: Todo CLI, 8 of 8". */
static void add_entry(const struct logged_now *logged, day today, struct text *out)
{
    const struct past_session *session = logged->session;

    text_add(out, "Logged ");
    add_duration(out, logged->minutes);
    text_add(out, " on ");
    add_weekday_date(out, logged->date, today);
    if (session) {
        text_add(out, ": ");
        add_words(out, session->focus);
        if (session->parts > 1)
            text_print(out, ", %d of %d", session->part, session->parts);
    } else {
        text_add(out, ", beside the plan");
        if (logged->task || logged->category) {
            text_add(out, ": ");
            add_words(out, logged->task ? logged->task : logged->category);
        }
    }
    text_add_char(out, '\n');
    if (logged->category_new) {
        text_add(out, "The plan has no category \"");
        add_words(out, logged->category);
        text_add(out, "\"; its hours count all the same\n");
    }
}

/* "Todo CLI is done, 4 days early". */
static void add_done(const struct logged_now *logged, const struct schedule *schedule,
                     struct text *out)
{
    const struct item *item = logged->done;
    const struct prose *name = item->title.length > 0 ? &item->title : &item->line;
    day due = item_dates(schedule, item)->due;
    int early = due == DAY_NONE ? 0 : due - logged->date;

    add_start(out, name->text, strcspn(name->text, "\n"), FOCUS_COLUMNS);
    if (logged->done_before)
        text_add(out, " was done already");
    else
        text_add(out, " is done");
    if (early >= WEEKS_FROM && !logged->done_before)
        text_print(out, ", %d weeks early", early / 7);
    else if (early > 0 && !logged->done_before)
        text_print(out, ", %d day%s early", early, early == 1 ? "" : "s");
    text_add_char(out, '\n');
}

void logged_text(const struct logged_now *logged, const struct schedule *schedule, day today,
                 int minutes_to_keep, struct text *out)
{
    const struct week *week = week_of(schedule, today);
    const struct session *next = session_next(schedule, today);

    if (logged->minutes > 0)
        add_entry(logged, today, out);
    if (logged->minutes > 0 && logged->date < schedule->start) {
        text_add(out, "That is before the plan began, on ");
        add_date(out, schedule->start, today);
        text_add(out, "; it counts in the total, not for the pace\n");
    }
    if (logged->done)
        add_done(logged, schedule, out);
    if (journey_is_over(schedule)) {
        text_add(out, "Everything is done: ");
        add_journey(out, schedule);
        text_add(out, next ? "; --replan ends the plan here\n" : "\n");
        return;
    }
    if (week) {
        text_add(out, "This week ");
        add_week_hours(out, schedule, week);
        text_add(out, "; ");
        add_standing(out, schedule, minutes_to_keep);
        text_add_char(out, '\n');
    }
    if (next) {
        text_add(out, "Next: ");
        add_session_time(out, next, today);
        add_session_work(out, schedule, next, FOCUS_COLUMNS);
        text_add_char(out, '\n');
    }
}
