/* schedule: the dated plan. A pure function of plan and rhythm; the same input gives the same
 * schedule. */
#ifndef ROADBOOK_SCHEDULE_SCHEDULE_H
#define ROADBOOK_SCHEDULE_SCHEDULE_H

#include "schedule/pace.h"

/* The four activities into which categories fold by their words, for colours and charts. */
enum activity { ACTIVITY_LEARN, ACTIVITY_BUILD, ACTIVITY_SHARPEN, ACTIVITY_SHARE, ACTIVITY_COUNT };

struct category {
    /* the roadmap's words: "Reading/Theory" */
    const char *name;
    enum activity activity;
    /* in the whole schedule */
    int minutes;
};

struct session {
    /* UUID of "session:2026-W07.2": its week and its place in it, from 1 */
    const char *id;
    day date;
    /* minute of the day, wall clock; never crosses midnight */
    int start;
    int minutes;
    /* index in schedule->weeks */
    int week;
    /* index in schedule->categories */
    int category;
    /* "The Book, chapter 4 · Ownership & Borrowing"; never NULL or "" */
    const char *focus;
    /* what it works at, the main one first */
    const struct item *const *items;
    size_t item_count;
    /* of the main one, a reading, in turn now; 0, 0: none */
    struct chapters chapters;
    /* which of the main one's sessions this is, and how many it has: 3 of 14; 0, 0: nothing is in
     * turn, its time goes to a stand-in or a checklist */
    int part, parts;
    /* the last session of its calendar month: the monthly review is part of it */
    bool closes_month;
    /* it came from memory, and stands as it was planned then */
    bool lived;
};

struct week {
    /* 1.. */
    int number;
    /* ISO 8601, of its first day (of the Monday after it where weeks start on Sunday) */
    int iso_year, iso_week;
    /* days that belong to the plan: the first week may be shorter */
    day first, last;
    /* index in plan->phases, -1: none */
    int phase;
    /* planned: the sum of its sessions, exactly */
    int minutes;
    /* plan time, in days */
    double from, middle, to;
    /* in schedule->sessions */
    size_t first_session, session_count;
    /* on the table this week, in the document's order; points where due this week */
    const struct item *const *items;
    size_t item_count;
    /* the minutes a week that each of its days, from FIRST on, goes by */
    int rates[7];
    /* it ended before today and came from memory */
    bool lived;
    /* it ended before today, and was laid out anew on purpose */
    bool thawed;
    /* of a lived week, what the book printed of it; NULL: nobody knows */
    const struct page_record *page;
};

/* What became of plan->items[i], and of plan->sections[i]. DAY_NONE: no date. */
struct dates {
    /* due: the last day of work, or of a point; first == last == due for a point */
    day first, last, due;
    /* indexes in weeks, -1: none */
    int first_week, last_week;
    /* of sessions given to it; -1: none */
    int minutes;
};

struct phase_dates {
    day first, last;
    /* -1: it got no week */
    int first_week, last_week;
    int minutes;
};

struct schedule {
    const struct plan *plan;
    /* with every default filled in */
    struct rhythm rhythm;
    /* first day, last day of the last week */
    day start, end;
    struct week *weeks;
    size_t week_count;
    /* in order of time */
    struct session *sessions;
    size_t session_count;
    /* in order of first appearance */
    struct category *categories;
    size_t category_count;
    /* beside plan->items */
    struct dates *items;
    /* beside plan->sections */
    struct dates *sections;
    /* beside plan->phases */
    struct phase_dates *phases;
    /* in all */
    int minutes;
};

/* Makes it in POOL. Reports what had to be assumed (a timetable that does not sum). Never fails; a
 * plan that would run past the year 2199 is cut there with a report. */
const struct schedule *schedule_make(struct pool *pool, const struct plan *plan,
                                     const struct rhythm *rhythm);

const struct dates *item_dates(const struct schedule *schedule, const struct item *item);
const struct dates *section_dates(const struct schedule *schedule, const struct section *section);

/* The week that holds the day, or NULL. */
const struct week *week_of(const struct schedule *schedule, day date);

const char *activity_name(enum activity activity); /* "Learn", "Build", "Sharpen", "Share" */

/* "2 h 30", "45 min", "0 h" into OUT, as the workbook and the terminal show durations. */
#define DURATION_TEXT 24
const char *duration_print(int minutes, char out[DURATION_TEXT]);

/* "19:05" into OUT. */
const char *clock_print(int minute, char out[DURATION_TEXT]);

#endif
