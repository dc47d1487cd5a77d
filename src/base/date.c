/* date: the Gregorian calendar and ISO weeks by whole-number arithmetic, and the one clock. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/date.h"

#define DAYS_PER_ERA 146097 /* 400 years: the calendar repeats itself */
#define EPOCH_OFFSET 719468 /* days from 0000-03-01 to 1970-01-01 */

static const char *const weekday_names[] = {
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
};

static const char *const weekday_short_names[] = {
    "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun",
};

static const char *const month_names[] = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December",
};

static const char *const month_short_names[] = {
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
};

/* A division that rounds towards minus infinity, so that days before 1970 count as well. */
static int64_t floor_divide(int64_t dividend, int64_t divisor)
{
    int64_t quotient = dividend / divisor;

    return dividend % divisor < 0 ? quotient - 1 : quotient;
}

static bool leap_year(int year)
{
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

int days_in_month(int year, int month)
{
    static const int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    return month == 2 && leap_year(year) ? 29 : lengths[month - 1];
}

bool civil_valid(int year, int month, int day_number)
{
    return year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day_number >= 1 &&
           day_number <= days_in_month(year, month);
}

/* Both directions count years from 1 March, so that the leap day is a year's last; a month M of
 * such a year (March is 0) then begins on its day (153 M + 2) / 5. */
day day_of(int year, int month, int day_number)
{
    int64_t shifted = month <= 2 ? (int64_t)year - 1 : year;
    int64_t era = floor_divide(shifted, 400);
    int64_t year_of_era = shifted - era * 400;
    int64_t month_of_year = (month + 9) % 12;
    int64_t day_of_year = (153 * month_of_year + 2) / 5 + day_number - 1;
    int64_t day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;

    return (day)(era * DAYS_PER_ERA + day_of_era - EPOCH_OFFSET);
}

struct civil civil_of(day date)
{
    int64_t since = (int64_t)date + EPOCH_OFFSET;
    int64_t era = floor_divide(since, DAYS_PER_ERA);
    int64_t day_of_era = since - era * DAYS_PER_ERA;
    /* Leap days up to this day are taken out; the rest divides evenly. */
    int64_t leap_days = day_of_era / 1460 - day_of_era / 36524 + day_of_era / (DAYS_PER_ERA - 1);
    int64_t year_of_era = (day_of_era - leap_days) / 365;
    int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    int64_t month_of_year = (5 * day_of_year + 2) / 153;
    int64_t month = month_of_year < 10 ? month_of_year + 3 : month_of_year - 9;

    return (struct civil){
        .year = (int)(year_of_era + era * 400 + (month <= 2)),
        .month = (int)month,
        .day = (int)(day_of_year - (153 * month_of_year + 2) / 5 + 1),
    };
}

enum weekday weekday_of(day date)
{
    int64_t since_monday = (int64_t)date + THURSDAY;

    return (enum weekday)(since_monday - floor_divide(since_monday, 7) * 7);
}

int iso_week_of(day date, int *year)
{
    /* ISO 8601: a week belongs to the year that its Thursday lies in. */
    day thursday = date + (day)THURSDAY - (day)weekday_of(date);
    int iso_year = civil_of(thursday).year;

    if (year)
        *year = iso_year;
    return (thursday - day_of(iso_year, 1, 1)) / 7 + 1;
}

bool day_parse(const char *string, size_t length, day *date)
{
    if (length != strlen("YYYY-MM-DD") || string[4] != '-' || string[7] != '-')
        return false;
    int fields[3] = {0, 0, 0};
    for (size_t i = 0, field = 0; i < length; i++) {
        if (i == 4 || i == 7) {
            field++;
            continue;
        }
        if (string[i] < '0' || string[i] > '9')
            return false;
        fields[field] = fields[field] * 10 + (string[i] - '0');
    }
    if (fields[0] < 1970 || fields[0] > 2199 || !civil_valid(fields[0], fields[1], fields[2]))
        return false;
    *date = day_of(fields[0], fields[1], fields[2]);
    return true;
}

const char *day_print(day date, char out[DATE_TEXT])
{
    struct civil civil = civil_of(date);

    snprintf(out, DATE_TEXT, "%04d-%02d-%02d", civil.year, civil.month, civil.day);
    return out;
}

const char *weekday_name(enum weekday weekday)
{
    return weekday_names[weekday];
}

const char *weekday_short_name(enum weekday weekday)
{
    return weekday_short_names[weekday];
}

const char *month_name(int month)
{
    return month_names[month - 1];
}

const char *month_short_name(int month)
{
    return month_short_names[month - 1];
}

/* The seconds of SOURCE_DATE_EPOCH in *SECONDS, -1 where it is not set (or empty); false where it
 * is malformed. */
static bool read_epoch(int64_t *seconds)
{
    const char *epoch = getenv("SOURCE_DATE_EPOCH");
    int64_t end = (int64_t)day_of(2200, 1, 1) * DAY_SECONDS, value = 0;

    *seconds = -1;
    if (!epoch || *epoch == '\0')
        return true;
    for (; *epoch >= '0' && *epoch <= '9' && value < end; epoch++)
        value = value * 10 + (*epoch - '0');
    if (*epoch != '\0' || value >= end)
        return false;
    *seconds = value;
    return true;
}

bool clock_valid(void)
{
    int64_t seconds;

    return read_epoch(&seconds);
}

int64_t clock_seconds(void)
{
    int64_t seconds;

    return read_epoch(&seconds) && seconds >= 0 ? seconds : (int64_t)time(NULL);
}

/* Sets TZ, or with NULL takes it away, and tells libc. */
static void set_zone(const char *timezone_name)
{
    if (timezone_name)
        setenv("TZ", timezone_name, 1);
    else
        unsetenv("TZ");
    tzset();
}

day clock_today(const char *timezone_name)
{
    time_t now = (time_t)clock_seconds();
    struct tm local;
    /* libc knows no zone but the environment's: lend it this one for one call. */
    const char *old = getenv("TZ");
    char *kept = old ? strdup(old) : NULL;
    bool lend = timezone_name && (!old || kept);

    if (lend)
        set_zone(timezone_name);
    bool known = localtime_r(&now, &local);
    if (lend)
        set_zone(kept);
    free(kept);
    if (!known)
        return (day)floor_divide(now, DAY_SECONDS);
    return day_of(local.tm_year + 1900, local.tm_mon + 1, local.tm_mday);
}
