/* months: which month a week belongs to, and how the plan's months are counted. */
#ifndef ROADBOOK_PDF_PARTS_MONTHS_H
#define ROADBOOK_PDF_PARTS_MONTHS_H

#include "schedule/schedule.h"

/* A calendar month. */
struct month {
    int year, month;
};

/* The month in which the middle of the week's own days lies. Every week so belongs to one month. */
struct month week_month(const struct week *week);

/* Months counted from 1, the month of the plan's first week, so that "Month 2" agrees with the
 * calendar pages at any pace. That of a month outside of the plan may be < 1 or more than its last.
 */
int month_number(const struct schedule *schedule, struct month month);

/* The first week that belongs to the month, or NULL where none does. */
const struct week *month_first_week(const struct schedule *schedule, struct month month);

/* The weeks that belong to a month, which stand in a row, and their minutes. */
struct month_weeks {
    /* NULL: there is none */
    const struct week *first;
    size_t count;
    int minutes;
};

struct month_weeks month_weeks(const struct schedule *schedule, struct month month);

/* true where the weeks are over, and the learner logs hours: what was logged in them tells how they
 * went, and changes no more. */
bool month_weeks_lived(const struct schedule *schedule, const struct month_weeks *weeks);

/* Minutes logged on the days of WEEK, of all WEEKS; 0 where nobody logs anything. */
int week_logged(const struct schedule *schedule, const struct week *week);
int month_weeks_logged(const struct schedule *schedule, const struct month_weeks *weeks);

/* A month's share of a phase, in minutes. */
struct month_hours {
    int planned;
    /* 0 where nobody logs anything */
    int logged;
    /* the month's weeks of that phase are over, and the learner logs hours: LOGGED tells how they
     * went, and changes no more */
    bool lived;
};

struct month_hours month_hours(const struct schedule *schedule, struct month month, int phase);

/* What is planned for all weeks before WEEK. */
int minutes_before(const struct schedule *schedule, const struct week *week);

/* What was studied before WEEK, as far as a plan can tell: what was logged up to the last replan
 * that was made before its end, and what is planned from then on. */
int studied_before(const struct schedule *schedule, const struct week *week);

/* The month whose review a session that carries one leads to: its own month, else (no week belongs
 * to that) its week's. */
struct month session_review_month(const struct schedule *schedule, const struct session *session);

#endif
