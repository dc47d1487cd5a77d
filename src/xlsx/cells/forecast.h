/* forecast: where the learner stands, when the hours are likely to be done, and how many weeks in a
 * row had what was planned for them: as the formulas of the hidden sheet Charts work it out. */
#ifndef ROADBOOK_XLSX_CELLS_FORECAST_H
#define ROADBOOK_XLSX_CELLS_FORECAST_H

#include "xlsx/cells/figures.h"

/* One number each, in the order in which Charts has them: the name, and what it says there. Hours
 * if not said otherwise; days are serial numbers, 0 for none. "By yesterday" leaves today out: who
 * studies tonight has nothing to catch up in the morning. */
#define FORECAST_FIGURES(FIGURE)                                                                   \
    FIGURE(AS_OF, "As of")                                                                         \
    FIGURE(START, "The plan's first day")                                                          \
    FIGURE(END, "The plan's last day")                                                             \
    FIGURE(SINCE, "Laid out last on")                                                              \
    FIGURE(WEEKLY, "Hours a week in force")                                                        \
    FIGURE(LOGGED, "Hours logged")                                                                 \
    FIGURE(LOGGED_BEFORE, "Logged before it was laid out anew")                                    \
    FIGURE(PLANNED_BEFORE, "Planned before that")                                                  \
    FIGURE(TOTAL, "All hours of the plan")                                                         \
    FIGURE(LOGGED_SO_FAR, "Logged by yesterday")                                                   \
    FIGURE(STAND_PLANNED, "Planned by yesterday, since it was laid out")                           \
    FIGURE(STAND_LOGGED, "Logged by yesterday, since it was laid out")                             \
    FIGURE(AHEAD, "Ahead (+) or behind (−)")                                                       \
    FIGURE(REST, "Planned from today on")                                                          \
    FIGURE(LEFT, "Hours left")                                                                     \
    FIGURE(PACE, "Hours a week, last four weeks")                                                  \
    FIGURE(WEEK_PLANNED, "This week, planned")                                                     \
    FIGURE(WEEK_LOGGED, "This week, logged")                                                       \
    FIGURE(WEEKS_LIVED, "Weeks that are over, but for weeks off")                                  \
    FIGURE(WEEKS_TAKEN, "The last of them, at most thirteen")                                      \
    FIGURE(SHARES, "Their shares, summed")                                                         \
    FIGURE(SQUARES, "And the squares of these")                                                    \
    FIGURE(USUAL, "Share of the planned hours, likely")                                            \
    FIGURE(SPREAD, "Give or take")                                                                 \
    FIGURE(QUICK, "At best")                                                                       \
    FIGURE(SLOW, "At the slowest")                                                                 \
    FIGURE(KNOWN, "1: a forecast can be made")                                                     \
    FIGURE(DAYS_LEFT, "Days left at the planned hours")                                            \
    FIGURE(EARLY, "End at best")                                                                   \
    FIGURE(LIKELY, "Likely end")                                                                   \
    FIGURE(LATE, "End at the slowest")                                                             \
    FIGURE(STREAK, "Weeks on target, in a row")                                                    \
    FIGURE(BEST_STREAK, "The most of them in a row")                                               \
    FIGURE(BEGUN, "Weeks begun")                                                                   \
    FIGURE(LINES_FROM, "Weeks before the lines' first")                                            \
    FIGURE(COLUMNS_FROM, "Weeks before the columns' first")                                        \
    FIGURE(YEAR_FROM, "The first Monday of the year, day by day")                                  \
    FIGURE(ODD_ROWS, "Rows of the Log that do not count")                                          \
    FIGURE(FIRST_ODD, "The first of them")                                                         \
    FIGURE(UNKNOWN_ROWS, "Rows that count as Other: no category of the plan")                      \
    FIGURE(LOGGED_EARLY, "Logged before the plan's first day")                                     \
    FIGURE(LOGGED_LATE, "Logged behind its last day")                                              \
    FIGURE(EARLY_STANDS, "Of all hours, before its first day")                                     \
    FIGURE(LATE_STANDS, "Of all hours, behind its last day")                                       \
    FIGURE(PACE_PLANNED, "Planned a week, last four weeks")

#define FIGURE_NAME(name, words) FORECAST_##name,
enum forecast_figure { FORECAST_FIGURES(FIGURE_NAME) FORECAST_COUNT };
#undef FIGURE_NAME

/* What a week says of the learner: nothing while it runs, and where it was off. */
struct week_lived {
    /* 1: it is over, and something was planned for it */
    double counts;
    /* how many such weeks there are up to it */
    double nth;
    /* logged of planned, at most SHARE_MOST */
    double share;
    /* weeks on target in a row, up to it: weeks off do not break it */
    double streak;
    /* of all hours: logged, where the plan was laid out anew since then; else planned */
    double stands;
};

struct forecast {
    double values[FORECAST_COUNT];
    /* beside schedule->weeks */
    const struct week_lived *weeks;
    /* Of all hours, beside figures->phases and the categories shown, behind which come all others:
     * together FORECAST_TOTAL (xlsx/sheets/whole.h). */
    const double *phases, *categories;
};

#define WEEKS_TAKEN_MOST 13
#define WEEKS_KNOWN      3 /* fewer weeks than these foretell nothing */
#define WEEKS_TRUSTED                                                                              \
    4 /* so many weeks as planned are taken in beside them: plans are kept in part */
#define SHARE_MOST      2.0   /* one week that made up for others is no pace */
#define SHARE_LEAST     0.5   /* slower than that, an end is years away and foretells nothing */
#define TARGET_SLACK    0.051 /* hours, so that 1.17 for 70 minutes does */
#define LINE_WEEKS      53
#define LINE_WEEKS_PAST 31
#define COLUMN_WEEKS    13
#define YEAR_WEEKS      53

/* All of it as FIGURES has it, for the day as of, in POOL. FIRST_ROW: the Log's first row of
 * entries as people count them. LOGBOOK may be NULL. */
const struct forecast *forecast_make(struct pool *pool, const struct schedule *schedule,
                                     const struct logbook *logbook, const struct figures *figures,
                                     int first_row);

/* true where the plan was laid out anew since it began. */
bool forecast_replanned(const struct schedule *schedule);

/* Minutes of the category at INDEX from the day on which the plan was last laid out anew to the end
 * of its week, where that is no week's first day. */
int forecast_rest_of_week(const struct schedule *schedule, size_t index);

/* Hours logged on one day, as far as they count. */
double forecast_logged_on(const struct figures *figures, const struct logbook *logbook, day date);

/* What is planned up to the end of that week, on the line that counts from the last time the plan
 * was laid out; NAN for weeks that ended before. */
double forecast_planned_line(const struct forecast *forecast, const struct schedule *schedule,
                             const struct figures *figures, size_t week);

#endif
