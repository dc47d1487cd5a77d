/* timezone_rule: the rule by which a zone's clocks change every year
 * ("CET-1CEST,M3.5.0,M10.5.0/3"), as it stands in the last line of a TZif file. */
#ifndef ROADBOOK_BASE_TIMEZONE_RULE_H
#define ROADBOOK_BASE_TIMEZONE_RULE_H

#include "base/timezone.h"

enum tz_day_form {
    TZ_WEEKDAY,     /* Mm.w.d: weekday d of week w (5: the last) of month m */
    TZ_DAY_NO_LEAP, /* Jn: day n, 1-365; February 29 is never counted */
    TZ_DAY          /* n: day n, 0-365; February 29 is counted */
};

struct tz_moment {
    enum tz_day_form form;
    /* weekday by POSIX: 0 is Sunday */
    int month, week, day;
    /* after local midnight, -167 to 167 hours (RFC 8536, 3.3.1) */
    int seconds;
};

struct tz_rule {
    struct clock_state standard, daylight;
    /* false: always standard time, the rest is empty */
    bool changes;
    struct tz_moment start, end;
};

/* Reads the POSIX TZ string of LENGTH bytes; false where it is none. */
bool tz_rule_parse(const char *bytes, size_t length, struct tz_rule *rule);

/* The year's two changes, in order of time. RULE->changes must be true. */
void tz_rule_year(const struct tz_rule *rule, int year, struct clock_change pair[2]);

#endif
