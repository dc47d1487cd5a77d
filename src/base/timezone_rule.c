/* timezone_rule: POSIX TZ strings (IEEE 1003.1, 8.3, with the wider hours of RFC 8536). */
#include <string.h>

#include "base/timezone_rule.h"

#define HOUR 3600

/* What is left to read of the string. */
struct cursor {
    const char *at, *end;
};

static bool is_letter(char byte)
{
    return (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z');
}

static bool accept(struct cursor *cursor, char byte)
{
    if (cursor->at == cursor->end || *cursor->at != byte)
        return false;
    cursor->at++;
    return true;
}

static bool read_name(struct cursor *cursor, char name[ZONE_NAME_ROOM])
{
    bool quoted = accept(cursor, '<');
    const char *start = cursor->at;

    while (cursor->at < cursor->end && (quoted ? *cursor->at != '>' : is_letter(*cursor->at)))
        cursor->at++;
    size_t length = (size_t)(cursor->at - start);
    if (length == 0 || length >= ZONE_NAME_ROOM || (quoted && !accept(cursor, '>')))
        return false;
    memcpy(name, start, length);
    name[length] = '\0';
    return true;
}

static bool read_number(struct cursor *cursor, int limit, int *number)
{
    const char *start = cursor->at;

    *number = 0;
    while (cursor->at < cursor->end && *cursor->at >= '0' && *cursor->at <= '9') {
        *number = *number * 10 + (*cursor->at++ - '0');
        if (*number > limit)
            return false;
    }
    return cursor->at > start;
}

/* [+-]h[h[h]][:mm[:ss]] in seconds. */
static bool read_time(struct cursor *cursor, int *seconds)
{
    int sign = accept(cursor, '-') ? -1 : 1, hours = 0, minutes = 0, rest = 0;

    if (sign > 0)
        accept(cursor, '+');
    if (!read_number(cursor, 167, &hours))
        return false;
    if (accept(cursor, ':') && !read_number(cursor, 59, &minutes))
        return false;
    if (accept(cursor, ':') && !read_number(cursor, 59, &rest))
        return false;
    *seconds = sign * (hours * HOUR + minutes * 60 + rest);
    return true;
}

static bool read_moment(struct cursor *cursor, struct tz_moment *moment)
{
    *moment = (struct tz_moment){.form = TZ_DAY, .seconds = 2 * HOUR};
    bool good;
    if (accept(cursor, 'M')) {
        moment->form = TZ_WEEKDAY;
        good = read_number(cursor, 12, &moment->month) && moment->month > 0 &&
               accept(cursor, '.') && read_number(cursor, 5, &moment->week) && moment->week > 0 &&
               accept(cursor, '.') && read_number(cursor, 6, &moment->day);
    } else if (accept(cursor, 'J')) {
        moment->form = TZ_DAY_NO_LEAP;
        good = read_number(cursor, 365, &moment->day) && moment->day > 0;
    } else {
        good = read_number(cursor, 365, &moment->day);
    }
    return good && (!accept(cursor, '/') || read_time(cursor, &moment->seconds));
}

bool tz_rule_parse(const char *bytes, size_t length, struct tz_rule *rule)
{
    struct cursor cursor = {bytes, bytes + length};
    int west; /* POSIX counts offsets towards the west */

    *rule = (struct tz_rule){0};
    if (!read_name(&cursor, rule->standard.name) || !read_time(&cursor, &west))
        return false;
    rule->standard.offset = -west;
    if (cursor.at == cursor.end)
        return true;

    rule->changes = true;
    rule->daylight.daylight = true;
    rule->daylight.offset = rule->standard.offset + HOUR;
    if (!read_name(&cursor, rule->daylight.name))
        return false;
    if (cursor.at < cursor.end && *cursor.at != ',') {
        if (!read_time(&cursor, &west))
            return false;
        rule->daylight.offset = -west;
    }
    return accept(&cursor, ',') && read_moment(&cursor, &rule->start) && accept(&cursor, ',') &&
           read_moment(&cursor, &rule->end) && cursor.at == cursor.end;
}

static day moment_day(const struct tz_moment *moment, int year)
{
    if (moment->form == TZ_DAY)
        return day_of(year, 1, 1) + moment->day;
    if (moment->form == TZ_DAY_NO_LEAP) {
        bool after_february = moment->day > 59 && days_in_month(year, 2) == 29;
        return day_of(year, 1, 1) + moment->day - 1 + after_february;
    }
    day first = day_of(year, moment->month, 1);
    int weekday = (moment->day + 6) % 7; /* POSIX starts with Sunday, we with Monday */
    int offset = (weekday - (int)weekday_of(first) + 7) % 7 + (moment->week - 1) * 7;
    while (offset >= days_in_month(year, moment->month))
        offset -= 7;
    return first + offset;
}

static int64_t moment_instant(const struct tz_moment *moment, int year, int offset)
{
    return (int64_t)moment_day(moment, year) * DAY_SECONDS + moment->seconds - offset;
}

void tz_rule_year(const struct tz_rule *rule, int year, struct clock_change pair[2])
{
    /* Each moment is given in the time that is in force until then. */
    struct clock_change start = {moment_instant(&rule->start, year, rule->standard.offset),
                                 rule->daylight};
    struct clock_change end = {moment_instant(&rule->end, year, rule->daylight.offset),
                               rule->standard};
    bool start_first = start.instant < end.instant;

    pair[0] = start_first ? start : end;
    pair[1] = start_first ? end : start;
}
