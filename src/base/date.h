/* date: days as whole numbers in the proleptic Gregorian calendar, no clock and no time_t. */
#ifndef ROADBOOK_BASE_DATE_H
#define ROADBOOK_BASE_DATE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef int32_t day; /* days since 1970-01-01, which is 0, a Thursday */

#define DAY_NONE       INT32_MIN
#define DAY_SECONDS    86400
#define DAYS_PER_MONTH (365.2425 / 12.0)
#define DATE_TEXT      16 /* room for any text that day_print makes of one year in 0-9999 */

enum weekday { MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY };

struct civil {
    /* month 1-12, day 1-31 */
    int year, month, day;
};

bool civil_valid(int year, int month, int day);  /* years 1-9999 */
day day_of(int year, int month, int day_number); /* of a valid date */
struct civil civil_of(day date);
enum weekday weekday_of(day date);
int days_in_month(int year, int month);

/* ISO 8601 week: 1-53, of *YEAR (which may differ from the calendar year). */
int iso_week_of(day date, int *year);

/* Exactly "YYYY-MM-DD", LENGTH bytes, years 1970-2199; false for all else, *DATE untouched. */
bool day_parse(const char *string, size_t length, day *date);

/* Writes "2026-01-05" into OUT and gives OUT. */
const char *day_print(day date, char out[DATE_TEXT]);

/* The English names: 0-based weekday, 1-based month. */
const char *weekday_name(enum weekday weekday);       /* "Monday" */
const char *weekday_short_name(enum weekday weekday); /* "Mon" */
const char *month_name(int month);                    /* "January" */
const char *month_short_name(int month);              /* "Jan" */

/* false where SOURCE_DATE_EPOCH is set to something else than whole seconds of the years 1970-2199,
 * in digits; to be asked once, before the clock. */
bool clock_valid(void);

/* The one place where the clock is read: SOURCE_DATE_EPOCH where set (reproducible-builds.org),
 * else the system's. Seconds since 1970 in UTC. */
int64_t clock_seconds(void);

/* The day it is in the given zone's rules as libc knows them (NULL: the system's zone). */
day clock_today(const char *timezone);

#endif
