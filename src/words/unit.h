/* unit: the units of time in which a roadmap counts. */
#ifndef ROADBOOK_WORDS_UNIT_H
#define ROADBOOK_WORDS_UNIT_H

enum unit { UNIT_NONE, UNIT_DAY, UNIT_WEEK, UNIT_MONTH, UNIT_QUARTER, UNIT_TERM, UNIT_YEAR };

/* The unit's length in days of plan time: 1, 7, DAYS_PER_MONTH, 3, 4 and 12 of those. */
double unit_days(enum unit unit);

const char *unit_name(enum unit unit);   /* "month" */
const char *unit_plural(enum unit unit); /* "months" */

#endif
