/* pace: from plan time to days. How fast the learner goes, week by week, and when plan time meets
 * the calendar. */
#ifndef ROADBOOK_SCHEDULE_PACE_H
#define ROADBOOK_SCHEDULE_PACE_H

#include "memory/memory.h"
#include "plan/plan.h"

#define STEP 5 /* minutes: sittings and paces are whole ones of it */

/* A sitting in the week: settings' --slots, or one worked out from a timetable. */
struct slot {
    enum weekday weekday;
    /* minute of the day; -1: the default time of that day */
    int start;
    /* 0: an equal share of what the others leave */
    int minutes;
};

/* FROM..TO=HOURS, days included; minutes 0: off. */
struct period {
    day from, to;
    /* a week */
    int minutes;
};

struct progress; /* schedule/lived/progress.h */

/* When and how much the learner studies: the settings that make dates of a plan. */
struct rhythm {
    /* a week, 30-3600 (half an hour to 60); 0: the plan's lower hours, else the sum of the slots
     * where all have a length, else 300 */
    int minutes;
    /* the first day of study */
    day start;
    /* an IANA name, known to exist */
    const char *timezone;
    /* MONDAY */
    enum weekday week_start;
    /* minutes of the day, 1440 for midnight; 0: the defaults 19:00 and 10:00 */
    int workday_time, weekend_time;
    /* empty: the roadmap's timetable or an even default */
    const struct slot *slots;
    size_t slot_count;
    /* later ones win */
    const struct period *periods;
    size_t period_count;
    /* in order, each once: days without sessions, whose hours move to the other days of their week;
     * a week that has no other stands still */
    const day *days_off;
    size_t day_off_count;
    /* what was lived of an earlier plan, which stands; NULL: nothing */
    const struct past *past;
    /* ranges of lived weeks whose hours are changed on purpose, by `periods`: these weeks are laid
     * out anew */
    const struct period *thawed;
    size_t thawed_count;
    /* what was done of the plan; NULL: nobody asked */
    const struct progress *progress;
    /* lay out the rest of it anew from where the learner stands by `progress`, which is there; and
     * leave out what is optional */
    bool replan, drop_optional;
    /* set by rhythm_complete() for plans in days: their grain is the day, so a day off has no other
     * days to move its hours to */
    bool off_stands_still;
    /* set by rhythm_complete(): the past holds nothing but what stands, and plan time goes on from
     * here behind it */
    bool past_settled;
    double resumes;
};

#define FEWEST_MINUTES 30   /* a week: half an hour */
#define MOST_MINUTES   3600 /* sixty hours */

/* No sitting is shorter, so a part of a week with anything to study has this at least. */
#define SHORTEST_SITTING 20

/* How many days of the calendar the whole plan takes at MINUTES a week: D(h) of DESIGN. */
double pace_days(const struct plan *plan, int minutes);

/* Days of plan time that one whole calendar week at MINUTES advances; 0 at 0 minutes. */
double pace_week(const struct plan *plan, int minutes);

/* Two instants of plan time nearer than this, in days (a tenth of a second), are the same: sums of
 * doubles over 12,000 weeks stay far below it, and no roadmap speaks of less than a day. */
#define PLAN_TIME_EPSILON 1e-6

/* The most that a day is given, in minutes: what is asked for beyond it is cut. */
#define DAY_CAPACITY 960

/* RHYTHM with every default filled in; slots, periods and days off are copied into POOL. Of its
 * past is left what stands (past.h); where there is any, the start is that of its first week. */
struct rhythm rhythm_complete(struct pool *pool, const struct plan *plan,
                              const struct rhythm *rhythm);

/* What some days of one calendar week hold, periods taken into account. */
struct stretch {
    /* to study in them: exact for seven like days, else on a grid of 5 */
    int minutes;
    /* minutes a week that its working days go by; their mean where they differ */
    int rate;
    /* those with anything to study; those that are off are none of them */
    weekday_set days;
};

/* true where that day is one of the days off. */
bool rhythm_day_off(const struct rhythm *rhythm, day date);

/* What the rhythm gives FIRST..LAST, which lie in one calendar week, both included; what was lived
 * of them counts only where the week is laid out anew. */
struct stretch rhythm_stretch(const struct rhythm *rhythm, day first, day last);

/* The minutes a week that each of the days FIRST..LAST of one calendar week goes by, into RATES:
 * those that were lived by what they went by. */
void rhythm_rates(const struct rhythm *rhythm, day first, day last, int *rates);

/* Plan time at the edges of the days FIRST..LAST of one calendar week, beginning with FROM, by
 * rhythm_rates(); EDGES has room for one more than the days, at most 8. */
void pace_edges(const struct plan *plan, const struct rhythm *rhythm, day first, day last,
                double from, double *edges);

/* Plan time in the middle of COUNT days that have these edges: at noon of the middle day, or
 * between the middle two. What ends by then is over with the day or week before them. */
double pace_middle(const double *edges, int count);

#endif
