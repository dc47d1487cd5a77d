/* logged: a few lines behind an entry. */
#include "text/logged.h"

#include <string.h>

#include "schedule/lived/progress.h"
#include "text/journey.h"
#include "text/learner.h"
#include "text/phrases.h"

#define FOCUS_COLUMNS 60
#define WEEKS_FROM    14 /* days, told as weeks */

static void add_words(struct text *out, const char *words)
{
    add_start(out, words, strlen(words), FOCUS_COLUMNS);
}

static void add_name(const struct item *item, struct text *out)
{
    const struct prose *name = item->title.length > 0 ? &item->title : &item->line;

    add_start(out, name->text, strcspn(name->text, "\n"), FOCUS_COLUMNS);
}

/* "Logged 1 h 10 on Wed 29 July: Todo CLI, 8 of 8". */
static void add_entry(const struct logged_now *logged, day today, struct text *out)
{
    const struct past_session *session = logged->session;

    text_add(out, logged->taken_back ? "Took back " : "Logged ");
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

/* "Its note was: around a tree", and that ticks of that day stay. */
static void add_left(const struct logged_now *logged, const struct schedule *schedule,
                     struct text *out)
{
    const struct progress *progress = schedule->rhythm.progress;
    const struct plan *plan = schedule->plan;

    if (logged->note) {
        text_add(out, "Its note was: "); /* whole: it stands nowhere else any more */
        text_add_visible(out, logged->note, strlen(logged->note), true);
        text_add_char(out, '\n');
    }
    for (size_t i = 0; progress && i < plan->item_count; i++)
        if (progress->items[i].done && progress->items[i].done_on == logged->date) {
            text_add(out, "What was ticked that day stays ticked: ");
            add_name(&plan->items[i], out);
            text_add_char(out, '\n');
            return;
        }
}

/* "Wed 29 July: 1 h 10 + 30 min = 1 h 40", where more was logged for the day; of one that is left
 * what it comes to. */
static void add_day_sum(const struct logged_now *logged, const struct schedule *schedule, day today,
                        struct text *out)
{
    const struct progress *progress = schedule->rhythm.progress;
    int sum = progress ? entries_minutes(progress->entries, logged->date, logged->date) : 0;
    int before = logged->taken_back ? sum : sum - logged->minutes;

    if (before <= 0)
        return;
    add_weekday_date(out, logged->date, today);
    if (logged->taken_back) {
        text_add(out, " has ");
    } else {
        text_add(out, ": ");
        add_duration(out, before);
        text_add(out, " + ");
        add_duration(out, logged->minutes);
        text_add(out, " = ");
    }
    add_duration(out, sum);
    text_add(out, logged->taken_back ? " left\n" : "\n");
}

/* "Todo CLI is done, 4 days early". */
static void add_done(const struct logged_now *logged, const struct schedule *schedule,
                     struct text *out)
{
    const struct item *item = logged->done;
    day due = item_dates(schedule, item)->due;
    int early = due == DAY_NONE ? 0 : due - logged->date;

    add_name(item, out);
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

    if (logged->minutes > 0) {
        add_entry(logged, today, out);
        add_day_sum(logged, schedule, today, out);
    }
    if (logged->taken_back)
        add_left(logged, schedule, out);
    else if (logged->minutes > 0 && logged->date < schedule->start) {
        text_add(out, "That is before the plan began, on ");
        add_date(out, schedule->start, today);
        text_add(out, "; it counts in the total, in no week of the plan\n");
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
