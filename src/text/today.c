/* today: the terminal's page of one day. */
#include "text/today.h"

#include <string.h>

#include "schedule/lived/progress.h"
#include "text/dues.h"
#include "text/learner.h"
#include "text/phrases.h"

#define LABEL_COLUMNS  10
#define FOCUS_COLUMNS  66
#define ROW_COLUMNS    44
#define NEXT_COLUMNS   48
#define TITLE_COLUMNS  60
#define BAR_CELLS      20
#define DUES           3
#define ASTRAY_MOST    3
#define EVENING        (17 * 60)
#define TYPED_MOST     24
#define MINUTES_A_HOUR 60.0

/* Begins a line. */
static void add_label(struct text *out, const char *label)
{
    text_print(out, "%-*s ", LABEL_COLUMNS, label);
}

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

    add_label(out, session->start >= EVENING ? "Tonight" : "Today");
    add_clock(out, session);
    text_add(out, ", ");
    add_duration(out, session->minutes);
    text_add(out, *category ? ", " : "");
    text_add_visible(out, category, strlen(category), false);
    text_add_char(out, '\n');
    add_label(out, "");
    add_focus(out, session, FOCUS_COLUMNS);
    text_add_char(out, '\n');
    if (link) {
        add_label(out, "");
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
    add_label(out, "Next");
    add_weekday_date(out, next->date, today->date);
    text_add(out, ", ");
    add_clock(out, next);
    text_add(out, ": ");
    add_focus(out, next, NEXT_COLUMNS);
    text_add_char(out, '\n');
}

/* A row of the week: a session, or hours logged beside the plan. */
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
        pool_alloc(pool, (week->session_count + entries->count + 1) * sizeof *rows);

    *count = 0;
    for (size_t i = 0; i < week->session_count; i++)
        insert(rows, count, row_of_session(schedule, &schedule->sessions[week->first_session + i]));
    for (size_t i = 0; i < entries->count; i++)
        if (stands_alone(schedule, week, &entries->list[i]))
            insert(rows, count, row_of_entry(&entries->list[i]));
    return rows;
}

static void add_row(const struct today *today, const struct week_row *row, int columns,
                    struct text *out)
{
    bool logged = row->logged || session_logged(today->schedule, row->session) > 0;
    const char *words = text_string(&row->words);

    add_label(out, "");
    text_print(out, "%s %s  %s%*s  ",
               logged                     ? "✓"
               : row->date == today->date ? "›"
                                          : " ",
               weekday_short_name(weekday_of(row->date)), words,
               columns - utf8_columns(words, row->words.length), "");
    add_duration(out, row->minutes);
    text_add_char(out, '\n');
}

static void add_week(const struct today *today, struct text *out)
{
    const struct schedule *schedule = today->schedule;
    const struct week *week = week_of(schedule, today->date);
    struct pool *pool = pool_new();
    size_t count = 0;
    int columns = 0;

    if (week && schedule->rhythm.progress) {
        text_add_char(out, '\n');
        add_label(out, "This week");
        add_week_hours(out, schedule, week);
        text_add(out, "  ");
        add_bar(out, entries_minutes(schedule->rhythm.progress->entries, week->first, week->last),
                week->minutes);
        text_add_char(out, '\n');
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
        add_label(out, i == 0 ? "Next" : "");
        text_print(out, "%-*s   %s", (int)columns, text_string(&dates[i]),
                   made ? "" : "milestone: ");
        add_name(out, dues[i]);
        text_add(out, made ? " is due\n" : "\n");
        text_free(&dates[i]);
    }
}

/* "Sat 18 July says 90 h; for minutes, type 1.5": an entry that does not count, and how it would.
 */
static void add_astray(const struct today *today, const struct logged *logged, struct text *out)
{
    double hours = logged->minutes / MINUTES_A_HOUR, minutes = hours / MINUTES_A_HOUR;

    if (logged->date == DAY_NONE)
        text_print(out, "row %u of the Log", (unsigned)logged->line);
    else
        add_weekday_date(out, logged->date, today->date);
    text_add(out, " says ");
    add_start(out, logged->hours, strlen(logged->hours), TYPED_MOST);
    switch (logged->state) {
    case LOGGED_MANY:
        if (minutes >= HOURS_LEAST && minutes <= HOURS_MOST)
            text_print(out, " h; for minutes, type %.3g", minutes);
        else
            text_add(out, " h; a day has 24");
        break;
    case LOGGED_FEW:
        text_add(out, " h; from 0.25 on it counts, and 0 says that nothing was done");
        break;
    case LOGGED_UNDATED:
        text_add(out, " h on no date; type one like 2026-03-02");
        break;
    case LOGGED_FAR:
        text_add(out, " h, which is over a year ahead; is the year right?");
        break;
    case LOGGED_UNREAD:
    case LOGGED_COUNTS:
    case LOGGED_TO_COME:
        text_add(out, "; for two hours, write 2 or 2:00");
        break;
    }
    text_add_char(out, '\n');
}

static void add_all_astray(const struct today *today, struct text *out)
{
    const struct entries *entries = today->schedule->rhythm.progress->entries;

    for (size_t i = 0; i < entries->astray_count && i < ASTRAY_MOST; i++) {
        add_label(out, "");
        if (i == 0 && entries->astray_count == 1)
            text_add(out, "One entry does not count yet: ");
        else if (i == 0)
            text_print(out, "%zu entries do not count yet: ", entries->astray_count);
        add_astray(today, &entries->astray[i], out);
    }
    if (entries->astray_count > ASTRAY_MOST) {
        add_label(out, "");
        text_add(out, "the Log shows the others in red\n");
    }
}

static void add_command(const struct today *today, const char *command, const char *rest,
                        struct text *out)
{
    text_print(out, "roadbook %s ", command);
    text_add_visible(out, today->roadmap, strlen(today->roadmap), false);
    text_add(out, rest);
}

static void add_learner(const struct today *today, struct text *out)
{
    const struct progress *progress = today->schedule->rhythm.progress;
    bool logged = progress && progress->entries->count > 0;

    text_add_char(out, '\n');
    add_label(out, "You");
    if (!today->built) {
        text_add(out, "nothing is built yet: ");
        add_command(today, "build", "", out);
    } else if (!logged) {
        text_add(out, "nothing is logged yet; after a session: ");
        add_command(today, "log", " 1h10", out);
    } else {
        add_standing(out, today->schedule, today->minutes_to_keep);
    }
    text_add_char(out, '\n');
    if (progress)
        add_all_astray(today, out);
}

void today_text(const struct today *today, struct text *out)
{
    add_head(today, out);
    add_sessions(today, out);
    add_week(today, out);
    add_dues(today, out);
    add_learner(today, out);
}
