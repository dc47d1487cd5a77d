/* figures: every number that a formula of the tracker shows, worked out here, so that the file
 * holds right values for programs that do not calculate. */
#ifndef ROADBOOK_XLSX_CELLS_FIGURES_H
#define ROADBOOK_XLSX_CELLS_FIGURES_H

#include "memory/entries.h"
#include "memory/verdict.h"
#include "schedule/schedule.h"

/* One row of the Log. */
struct log_entry {
    /* DAY_NONE: none, or typed as text; any day otherwise, such that no hours count on as well */
    day date;
    /* as typed; "" where none */
    const char *category;
    /* NAN: none, or typed as text */
    double hours;
    /* minutes, where it stands for a planned session */
    int planned;
    /* something stands where hours go: a figure or anything else */
    bool written;
    /* so too where the date goes */
    bool dated;
};

/* What the learner did so far, as far as the tracker knows. All zero: nothing yet. */
struct logbook {
    const struct log_entry *entries;
    size_t entry_count;
    /* weeks as they were first planned; none: as now */
    const struct first_plan_week *first_plan;
    size_t first_plan_count;
};

/* Categories with columns of their own in Weeks; hours of the rest count as Other there. */
#define CATEGORIES_SHOWN 40

struct week_figures {
    /* hours */
    double planned, actual, other;
    /* one a category shown */
    double *category_planned;
    double *category_actual;
    double activity_actual[ACTIVITY_COUNT];
    double planned_so_far, actual_so_far, first_plan_so_far;
    /* it starts on or before the day as of */
    bool begun;
};

struct phase_figures {
    double planned, actual;
};

struct figures {
    day as_of;
    /* shown */
    size_t categories;
    struct week_figures *weeks;
    size_t week_count;
    /* beside plan->phases; one more for weeks outside of them */
    struct phase_figures *phases;
    size_t phase_count;
    /* whole plan, one a category shown */
    double *category_planned, *category_actual;
    double logged, planned;
    /* logged: in no category shown, before the first week, behind the last one */
    double other, early, late;
    /* rows of the Log with hours that do not count: no number, too few or too many, or without a
     * date; and those that count as Other, their category being none of the plan's. The first of
     * each, an index into the logbook's entries, and so into the Log's rows; meaningless where
     * there is none */
    size_t odd_rows, first_odd, unknown_rows, first_unknown;
    /* by entry of the logbook */
    const enum verdict *verdicts;
    /* of the week that holds the day as of */
    double week_planned, week_actual;
};

/* What the Log says of a row on the day AS_OF; TONIGHT aside, which no hours are behind. */
enum verdict verdict_of(const struct schedule *schedule, const struct log_entry *entry, day as_of);

/* Which of figures->phases the week at INDEX belongs to. */
size_t phase_place(const struct schedule *schedule, size_t index);

/* All of it for the day AS_OF, in POOL. LOGBOOK may be NULL: nothing is planned by now then. */
const struct figures *figures_make(struct pool *pool, const struct schedule *schedule,
                                   const struct logbook *logbook, day as_of);

#endif
