/* schedule: the dated plan. A pure function of plan and rhythm; the same input gives the same
 * schedule. */
#ifndef ROADBOOK_SCHEDULE_SCHEDULE_H
#define ROADBOOK_SCHEDULE_SCHEDULE_H

#include "schedule/pace.h"

/* The four activities into which categories fold by their words, for colours and charts. */
enum activity { ACTIVITY_LEARN, ACTIVITY_BUILD, ACTIVITY_SHARPEN, ACTIVITY_SHARE, ACTIVITY_COUNT };

struct category {
    const char *name; /* the roadmap's words: "Reading/Theory" */
    enum activity activity;
    int minutes; /* in the whole schedule */
};

struct session {
    const char *id; /* UUID of "session:2026-W07.2": its week and its place in it, from 1 */
    day date;
    int start; /* minute of the day, wall clock; never crosses midnight */
    int minutes;
    int week;          /* index in schedule->weeks */
    int category;      /* index in schedule->categories */
    const char *focus; /* "The Book, chapter 4 · Ownership & Borrowing"; never NULL or "" */
    const struct item *const *items; /* what it works at, the main one first */
    size_t item_count;
    bool review; /* the last session of its calendar month: the monthly review is part of it */
};

struct week {
    int number;              /* 1.. */
    int iso_year, iso_week;  /* ISO 8601, of its first day (of the Monday after it where weeks start
                                on Sunday) */
    day first, last;         /* days that belong to the plan: the first week may be shorter */
    int phase;               /* index in plan->phases, -1: none */
    int minutes;             /* planned: the sum of its sessions, exactly */
    double from, middle, to; /* plan time, in days */
    size_t first_session, session_count; /* in schedule->sessions */
    const struct item *const
        *items; /* on the table this week, in the document's order; points where due this week */
    size_t item_count;
};

/* What became of plan->items[i], and of plan->sections[i]. DAY_NONE: no date. */
struct dates {
    day first, last,
        due; /* due: the last day of work, or of a point; first == last == due for a point */
    int first_week, last_week; /* indexes in weeks, -1: none */
    int minutes;               /* of sessions given to it; -1: none */
};

struct phase_dates {
    day first, last;
    int first_week, last_week; /* -1: it got no week */
    int minutes;
};

struct schedule {
    const struct plan *plan;
    struct rhythm rhythm; /* with every default filled in */
    day start, end;       /* first day, last day of the last week */
    struct week *weeks;
    size_t week_count;
    struct session *sessions; /* in order of time */
    size_t session_count;
    struct category *categories; /* in order of first appearance */
    size_t category_count;
    struct dates *items;        /* beside plan->items */
    struct dates *sections;     /* beside plan->sections */
    struct phase_dates *phases; /* beside plan->phases */
    int minutes;                /* in all */
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
