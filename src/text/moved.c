/* moved: the last build's end and milestones against this one's. */
#include "text/moved.h"

#include <stdlib.h>
#include <string.h>

#include "memory/lookup.h"
#include "schedule/lived/progress.h"
#include "schedule/lived/standing.h"
#include "text/journey.h"
#include "text/learner.h"
#include "text/phrases.h"
#include "text/squeezed.h"

#define LABEL_COLUMNS 11
#define LABEL_END     ": "
#define TITLE_COLUMNS 30
#define FOCUS_COLUMNS 60

static void add_label(struct text *out, const char *label)
{
    text_print(out, "%s" LABEL_END, label);
}

/* The last day of the last build's plan; DAY_NONE: it is not known. */
static day end_before(const struct moved *moved)
{
    const struct past *past = moved->memory ? &moved->memory->past : NULL;

    return past && past->week_count > 0 ? past->weeks[past->week_count - 1].last : DAY_NONE;
}

static void add_end(const struct moved *moved, struct text *out)
{
    day before = end_before(moved), now = moved->schedule->end;

    add_label(out, "The end");
    if (before == DAY_NONE || before == now) {
        add_date(out, now, DAY_NONE);
        text_add(out, ", as before\n");
        return;
    }
    add_date(out, now, DAY_NONE);
    text_add(out, ", was ");
    add_date(out, before, now);
    if (now > before && moved->minutes_to_keep > moved->schedule->rhythm.minutes) {
        text_add(out, "; ");
        add_weekly_hours(out, moved->minutes_to_keep);
        text_add(out, " a week keeps ");
        add_date(out, before, now);
    }
    text_add_char(out, '\n');
}

/* How the milestones to come moved. */
struct shifts {
    size_t count, moved;
    /* days; of those that moved the least and the most */
    int least, most;
    /* the next to reach, and when it was due */
    const struct item *next;
    day next_due, next_before;
};

static void count_shift(struct shifts *shifts, const struct item *item, day due, day before)
{
    int by = due - before;

    shifts->count++;
    if (!shifts->next || due < shifts->next_due) {
        shifts->next = item;
        shifts->next_due = due;
        shifts->next_before = before;
    }
    if (by == 0)
        return;
    shifts->least = shifts->moved == 0 || by < shifts->least ? by : shifts->least;
    shifts->most = shifts->moved == 0 || by > shifts->most ? by : shifts->most;
    shifts->moved++;
}

static struct shifts find_shifts(const struct moved *moved)
{
    const struct schedule *schedule = moved->schedule;
    const struct plan *plan = schedule->plan;
    const struct progress *progress = schedule->rhythm.progress;
    struct pool *pool = pool_new();
    struct lookup *known = lookup_new(pool, moved->memory->known_count);
    struct shifts shifts = {0};

    for (size_t i = 0; i < moved->memory->known_count; i++)
        lookup_add(known, moved->memory->known[i].id, i);
    for (size_t i = 0; i < plan->item_count; i++) {
        const struct item *item = &plan->items[i];
        size_t at = item->kind == ITEM_MILESTONE ? lookup_find(known, item->id) : LOOKUP_NONE;
        if (at == LOOKUP_NONE || (progress && progress->items[i].done))
            continue;
        day due = schedule->items[i].due, before = moved->memory->known[at].due;
        if (due != DAY_NONE && before != DAY_NONE && due >= moved->today)
            count_shift(&shifts, item, due, before);
    }
    pool_free(pool);
    return shifts;
}

/* "4 weeks later", "10 days earlier", "3 to 5 weeks later". */
static void add_shift(struct text *out, const struct shifts *shifts)
{
    int least = shifts->least, most = shifts->most;
    const char *way = least > 0 ? "later" : "earlier";

    if (least < 0 && most > 0) {
        text_add(out, "earlier or later");
        return;
    }
    if (least < 0) {
        int swap = -least;
        least = -most;
        most = swap;
    }
    bool weeks = least >= 7 && least % 7 == 0 && most % 7 == 0;
    least /= weeks ? 7 : 1;
    most /= weeks ? 7 : 1;
    if (least != most)
        text_print(out, "%d to ", least);
    text_print(out, "%d %s%s %s", most, weeks ? "week" : "day", most == 1 ? "" : "s", way);
}

/* Real dates don't move; what no longer fits before them is said. */
static void add_dates(const struct squeezed *squeezed, struct text *out)
{
    if (!squeezed->standing)
        return;
    add_label(out, "Dates");
    text_add(out, "stand");
    squeezed_print(squeezed, NULL, out);
    text_add_char(out, '\n');
}

static void add_milestones(const struct shifts *shifts, const struct squeezed *squeezed,
                           struct text *out)
{
    if (shifts->count == 0) {
        add_dates(squeezed, out);
        return;
    }
    add_label(out, "Milestones");
    if (shifts->moved == 0)
        text_add(out, "as before");
    else if (shifts->count == 1)
        text_add(out, "the one to come is ");
    else if (shifts->moved == shifts->count)
        text_print(out, "all %zu are ", shifts->count);
    else
        text_print(out, "%zu of %zu are ", shifts->moved, shifts->count);
    if (shifts->moved > 0)
        add_shift(out, shifts);
    text_add(out, "; the next, ");
    const struct prose *title =
        shifts->next->title.length > 0 ? &shifts->next->title : &shifts->next->line;
    add_start(out, title->text, title->length, TITLE_COLUMNS);
    text_add(out, ", ");
    add_date(out, shifts->next_due, DAY_NONE);
    if (shifts->next_before != shifts->next_due) {
        text_add(out, " (was ");
        add_date(out, shifts->next_before, shifts->next_due);
        text_add_char(out, ')');
    }
    squeezed_print(squeezed, shifts->next, out);
    text_add_char(out, '\n');
}

static void add_learner(const struct moved *moved, struct text *out)
{
    struct standing standing = standing_of(moved->schedule);

    add_label(out, "You");
    if (journey_is_over(moved->schedule)) {
        text_add(out, "everything is done: ");
        add_journey(out, moved->schedule);
        text_add_char(out, '\n');
        return;
    }
    standing_print(&standing, out);
    if (moved->replanned)
        text_add(out, ", counted from today; the first plan stays as a line");
    text_add_char(out, '\n');
}

static void add_next(const struct moved *moved, struct text *out)
{
    const struct schedule *schedule = moved->schedule;

    for (size_t i = 0; i < schedule->session_count; i++) {
        const struct session *session = &schedule->sessions[i];
        if (session->date < moved->today)
            continue;
        add_label(out, "Next");
        add_session_time(out, session, session->date);
        add_session_work(out, schedule, session, FOCUS_COLUMNS);
        text_add_char(out, '\n');
        return;
    }
}

/* One line: all is done, and what there is to make of it. */
static void add_all_done(const struct moved *moved, struct text *out)
{
    text_add(out, "Everything is done: ");
    add_journey(out, moved->schedule);
    if (moved->replanned_end != DAY_NONE && moved->replanned_end < moved->schedule->end) {
        text_add(out, "; --replan ends the plan on ");
        add_date(out, moved->replanned_end, DAY_NONE);
    }
    text_add_char(out, '\n');
}

/* One line: how far the learner is from the plan, and what would follow from it. */
static void add_distance(const struct moved *moved, struct text *out)
{
    struct standing standing = standing_of(moved->schedule);
    day end = moved->schedule->end;

    if (journey_is_over(moved->schedule)) {
        add_all_done(moved, out);
        return;
    }
    if (standing_on_time(&standing) || moved->schedule->rhythm.progress->entries->count == 0)
        return;
    standing_print(&standing, out);
    if (moved->replanned_end != DAY_NONE && moved->replanned_end != end) {
        text_add(out, "; --replan would end on ");
        add_date(out, moved->replanned_end, DAY_NONE);
        if (moved->replanned_end > end &&
            moved->minutes_to_keep > moved->schedule->rhythm.minutes) {
            text_add(out, "; ");
            add_weekly_hours(out, moved->minutes_to_keep);
            text_add(out, " a week keeps ");
            add_date(out, end, DAY_NONE);
        }
    } else if (standing.ahead < 0 && moved->replanned_end == end && moved->minutes_to_keep > 0 &&
               moved->minutes_to_keep <= moved->schedule->rhythm.minutes) {
        text_add(out, "; ");
        add_hours_keep(out, moved->minutes_to_keep, &moved->schedule->rhythm);
        add_date(out, end, DAY_NONE);
    }
    text_add_char(out, '\n');
}

/* Where nothing else moved: the paper in a line of its own. */
static void add_paper_alone(const struct moved *moved, bool told, struct text *out)
{
    if (moved->paper && *moved->paper) {
        text_print(out, "Paper: %s\n", moved->paper);
    } else if (moved->pages_stand && !told) {
        text_add(out, "Nothing moved; no page to print again\n");
    }
}

/* What moved, for those who ask more than once. */
struct news {
    struct shifts shifts;
    struct squeezed squeezed;
    bool end_moved;
};

static struct news find_news(const struct moved *moved)
{
    day before = end_before(moved);

    return (struct news){.shifts = find_shifts(moved),
                         .squeezed = squeezed_find(moved->schedule, moved->memory, moved->today),
                         .end_moved = before != DAY_NONE && before != moved->schedule->end};
}

/* "The end: 2 July 2028, was 4 June", a line each, below one that heads them. */
static void add_lines(const struct moved *moved, const struct news *news, struct text *out)
{
    text_add(out, moved->replanned
                      ? "All of the past stands; the rest is laid out again from today:\n"
                      : "All of the past stands; what moved:\n");
    add_end(moved, out);
    add_milestones(&news->shifts, &news->squeezed, out);
    add_learner(moved, out);
    add_next(moved, out);
    if (moved->paper && *moved->paper) {
        add_label(out, "Paper");
        text_print(out, "%s\n", moved->paper);
    }
}

/* The same, with the labels in a column of their own. */
static void add_columns(const struct text *lines, struct text *out)
{
    const char *at = text_string(lines), *end = strchr(at, '\n');

    text_print(out, "%.*s\n", (int)(end - at), at);
    for (at = end + 1; *at; at = end + 1) {
        const char *words = strstr(at, LABEL_END);
        end = strchr(at, '\n');
        text_print(out, "  %-*.*s %.*s\n", LABEL_COLUMNS, (int)(words - at), at,
                   (int)(end - words - (long)strlen(LABEL_END)), words + strlen(LABEL_END));
    }
}

void moved_text(const struct moved *moved, struct text *out)
{
    size_t before_all = out->length;
    struct text lines = TEXT_INIT;

    if (!moved->memory || !moved->schedule->rhythm.progress) {
        add_paper_alone(moved, true, out);
        return;
    }
    struct news news = find_news(moved);
    if (!moved->replanned && !news.end_moved && news.shifts.moved == 0) {
        add_distance(moved, out);
        add_paper_alone(moved, out->length > before_all, out);
        return;
    }
    add_lines(moved, &news, &lines);
    add_columns(&lines, out);
    text_free(&lines);
}

void moved_lines(const struct moved *moved, struct text *out)
{
    const struct progress *progress = moved->schedule->rhythm.progress;

    if (!moved->memory || !progress)
        return;
    struct news news = find_news(moved);
    bool first_replan = moved->replanned && progress->replan_count > moved->memory->replan_count;
    if (first_replan || news.end_moved || news.shifts.moved > 0)
        add_lines(moved, &news, out);
}
