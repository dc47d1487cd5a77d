/* today_week: the week's sessions and hours, a row each. */
#include "text/today_week.h"

#include <string.h>

#include "schedule/lived/progress.h"
#include "text/journey.h"
#include "text/learner.h"
#include "text/phrases.h"

#define ROW_COLUMNS 44
#define BAR_CELLS   20

/* A row of the week: a session, hours logged beside the plan, or, neither, days off. */
struct week_row {
    const struct session *session;
    const struct logged *logged;
    day date;
    int minutes;
    struct text words;
};

static void add_bar(struct text *out, int part, int whole)
{
    int filled = whole > 0 ? (int)((int64_t)part * BAR_CELLS / whole) : 0;

    for (int i = 0; i < BAR_CELLS; i++)
        text_add(out, i < filled ? "█" : "░");
}

/* Bytes of a focus that tell what it is, without what it is about: "The Book, chapter 7". */
static size_t main_length(const char *focus)
{
    const char *topic = strstr(focus, " · "), *detail = strstr(focus, ": ");
    const char *end = topic && (!detail || topic < detail) ? topic : detail;

    return end && end > focus ? (size_t)(end - focus) : strlen(focus);
}

static struct week_row row_of_session(const struct schedule *schedule,
                                      const struct session *session)
{
    int logged = session_logged(schedule, session);
    struct week_row row = {.session = session, .date = session->date, .minutes = logged};

    if (logged == 0)
        row.minutes = session->minutes;
    bool made = session->item_count > 0 && kind_is_made(session->items[0]->kind);
    add_start(&row.words, session->focus, main_length(session->focus), ROW_COLUMNS);
    if (made && session->parts > 1)
        text_print(&row.words, ", %d of %d", session->part, session->parts);
    return row;
}

static struct week_row row_of_entry(const struct logged *logged)
{
    struct week_row row = {.logged = logged, .date = logged->date, .minutes = logged->minutes};
    const char *words = *logged->task       ? logged->task
                        : *logged->category ? logged->category
                                            : "beside the plan";

    add_start(&row.words, words, strlen(words), ROW_COLUMNS);
    return row;
}

/* No session is planned on that day, whatever its weekday, because the learner is off. */
static bool is_off(const struct schedule *schedule, const struct week *week, day date)
{
    return week->rates[date - week->first] == 0 || rhythm_day_off(&schedule->rhythm, date);
}

static bool is_all_off(const struct schedule *schedule, const struct week *week)
{
    for (day date = week->first; date <= week->last; date++)
        if (!is_off(schedule, week, date))
            return false;
    return week->session_count == 0;
}

/* The days off from DATE on: "off to Sun". */
static struct week_row row_of_days_off(const struct schedule *schedule, const struct week *week,
                                       day date)
{
    struct week_row row = {.date = date};
    day last = date;

    while (last < week->last && is_off(schedule, week, last + 1))
        last++;
    text_add(&row.words, "off");
    if (last > date)
        text_print(&row.words, " to %s", weekday_short_name(weekday_of(last)));
    return row;
}

/* true where what was logged is not told by a session of WEEK. */
static bool stands_alone(const struct schedule *schedule, const struct week *week,
                         const struct logged *logged)
{
    if (logged->date < week->first || logged->date > week->last)
        return false;
    for (size_t i = 0; i < week->session_count; i++)
        if (strcmp(schedule->sessions[week->first_session + i].id, logged->session) == 0)
            return false;
    return true;
}

/* Puts ROW behind those of its day or before. */
static void insert(struct week_row *rows, size_t *count, struct week_row row)
{
    size_t at = (*count)++;

    for (; at > 0 && rows[at - 1].date > row.date; at--)
        rows[at] = rows[at - 1];
    rows[at] = row;
}

static struct week_row *rows_of(struct pool *pool, const struct schedule *schedule,
                                const struct week *week, size_t *count)
{
    const struct entries *entries = schedule->rhythm.progress->entries;
    struct week_row *rows =
        pool_alloc(pool, (week->session_count + entries->count + 8) * sizeof *rows);

    *count = 0;
    for (day date = week->first; date <= week->last && !is_all_off(schedule, week); date++)
        if (is_off(schedule, week, date) &&
            (date == week->first || !is_off(schedule, week, date - 1)))
            insert(rows, count, row_of_days_off(schedule, week, date));
    for (size_t i = 0; i < week->session_count; i++) {
        const struct session *session = &schedule->sessions[week->first_session + i];
        if (!journey_is_over(schedule) || session_logged(schedule, session) > 0)
            insert(rows, count, row_of_session(schedule, session));
    }
    for (size_t i = 0; i < entries->count; i++)
        if (stands_alone(schedule, week, &entries->list[i]))
            insert(rows, count, row_of_entry(&entries->list[i]));
    return rows;
}

/* "✓" what was logged, "›" what today has, "–" what went by without. */
static const char *mark_of(const struct today *today, const struct week_row *row)
{
    if (row->logged || (row->session && session_logged(today->schedule, row->session) > 0))
        return "✓";
    if (!row->session)
        return " ";
    return row->date == today->date ? "›" : row->date < today->date ? "–" : " ";
}

static void add_row(const struct today *today, const struct week_row *row, int columns,
                    struct text *out)
{
    const char *words = text_string(&row->words), *mark = mark_of(today, row);

    add_margin(out, "");
    text_print(out, "%s %s  %s", mark, weekday_short_name(weekday_of(row->date)), words);
    if (row->minutes > 0) {
        text_print(out, "%*s  ", columns - utf8_columns(words, row->words.length), "");
        add_duration(out, row->minutes);
    }
    if (strcmp(mark, "›") == 0)
        text_add(out, row->session->start >= EVENING ? "  tonight" : "  today");
    text_add_char(out, '\n');
}

/* "2 h 40 of 5 h  ███████████░░░░░░░░░", or "a week off". */
static void add_hours(const struct today *today, const struct week *week, struct text *out)
{
    const struct schedule *schedule = today->schedule;
    int logged = entries_minutes(schedule->rhythm.progress->entries, week->first, week->last);

    add_margin(out, "This week");
    if (is_all_off(schedule, week)) {
        text_add(out, "a week off");
        if (logged > 0) {
            text_add(out, "; ");
            add_duration(out, logged);
            text_add(out, " all the same");
        }
    } else {
        add_week_hours(out, schedule, week);
        text_add(out, "  ");
        add_bar(out, logged, week->minutes);
    }
    text_add_char(out, '\n');
}

void add_today_week(const struct today *today, struct text *out)
{
    const struct schedule *schedule = today->schedule;
    const struct week *week = week_of(schedule, today->date);
    struct pool *pool = pool_new();
    size_t count = 0;
    int columns = 0;

    if (week && schedule->rhythm.progress) {
        text_add_char(out, '\n');
        add_hours(today, week, out);
        struct week_row *rows = rows_of(pool, schedule, week, &count);
        for (size_t i = 0; i < count; i++) {
            int wide = utf8_columns(text_string(&rows[i].words), rows[i].words.length);
            columns = wide > columns ? wide : columns;
        }
        for (size_t i = 0; i < count; i++)
            add_row(today, &rows[i], columns, out);
        for (size_t i = 0; i < count; i++)
            text_free(&rows[i].words);
    }
    pool_free(pool);
}
