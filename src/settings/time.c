/* time: hours, dates, slots, periods, days off, out of their text. */
#include "settings/time.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/timezone.h"

#define GRID     5 /* minutes: sessions begin and end on it */
#define MIDNIGHT (24 * 60)

/* "5", "7.5", "7h30": hours a week, as minutes on the grid. */
static bool parse_hours(const char *value, int *minutes)
{
    char *end;
    double hours = strtod(value, &end);

    if (end == value || *end)
        return duration_parse(value, strlen(value), minutes);
    if (!isfinite(hours) || fabs(hours) > 1000)
        return false;
    *minutes = (int)lround(hours * 60 / GRID) * GRID;
    return true;
}

/* The next of several values between commas, blanks left out; false where there is none. */
static bool next_value(const char **at, const char **value, size_t *length)
{
    *at += strspn(*at, ", ");
    *value = *at;
    *length = strcspn(*at, ",");
    *at += *length;
    while (*length && (*value)[*length - 1] == ' ')
        (*length)--;
    return *length > 0;
}

static void add_wish(struct settings *settings, struct wishes *wishes, struct wish wish)
{
    wishes->list = pool_extend(settings->pool, wishes->list, wishes->count, &wishes->capacity,
                               sizeof *wishes->list);
    wishes->list[wishes->count++] = wish;
}

/* Hours and, where DAYS, dates, between commas; where not HOURS, dates alone. */
static const char *take_wishes(struct settings *settings, const char *value, struct wishes *wishes,
                               bool hours, bool days)
{
    const char *word;
    size_t length;

    wishes->count = 0;
    while (next_value(&value, &word, &length)) {
        struct wish wish = {.minutes = 0, .end = DAY_NONE};
        char *text = pool_copy(settings->pool, word, length);
        if (!(days && day_parse(word, length, &wish.end))) {
            if (!hours)
                return "is no date from 1970-01-01 to 2199-12-31, written like 2027-12-31";
            if (!parse_hours(text, &wish.minutes))
                return days ? "is not written like 5,10,2027-12-31: hours a week, or dates to be "
                              "done by"
                            : "is no number of hours, such as 5 or 7.5";
            if (wish.minutes < FEWEST_MINUTES || wish.minutes > MOST_MINUTES)
                return "is not from 0.5 to 60 hours a week";
        }
        add_wish(settings, wishes, wish);
    }
    return wishes->count ? NULL : "is empty";
}

const char *take_hours(struct settings *settings, const char *value)
{
    const char *wrong = take_wishes(settings, value, &settings->hours, true, false);

    if (wrong)
        return wrong;
    settings->rhythm.minutes = settings->hints.hours = settings->hours.list[0].minutes;
    return NULL;
}

const char *take_end(struct settings *settings, const char *value)
{
    return take_wishes(settings, value, &settings->ends, false, true);
}

const char *take_compare(struct settings *settings, const char *value)
{
    return take_wishes(settings, value, &settings->compare, true, true);
}

const char *take_timezone(struct settings *settings, const char *value)
{
    if (!timezone_known(value))
        return "is no time zone that this system knows, such as Europe/Berlin or UTC";
    settings->rhythm.timezone = value;
    return NULL;
}

#define SLOTS_FORM "is not written like \"Mon,Wed 19:00 1h30; Sat 10:00\""

/* The complaint about one part of the slots: which words of it are no WHAT. */
static const char *wrong_part(struct settings *settings, const char *text, size_t length,
                              const char *what)
{
    while (length && text[length - 1] == ' ')
        length--;
    return pool_print(settings->pool, SLOTS_FORM ": \"%.*s\" is no %s", (int)length, text, what);
}

static size_t word_length(const char *text, size_t length)
{
    const char *blank = memchr(text, ' ', length);

    return blank ? (size_t)(blank - text) : length;
}

/* One "Mon,Wed 19:00 1h30": a slot for each of its weekdays. NULL, or what is wrong with it. */
static const char *add_slots(struct settings *settings, const char *text, size_t length,
                             size_t *capacity)
{
    struct rhythm *rhythm = &settings->rhythm;
    struct slot *slots = (struct slot *)rhythm->slots;
    weekday_set days;
    struct found found;
    int start = -1, minutes = 0;

    if (!weekdays_at_start(text, length, &days, &found))
        return wrong_part(settings, text, word_length(text, length), "day of the week");
    text += found.end;
    length -= found.end;
    while (length && *text == ' ')
        text++, length--;
    if (clock_at_start(text, length, &start, &found)) {
        text += found.end;
        length -= found.end;
    } else if (memchr(text, ':', word_length(text, length))) {
        return wrong_part(settings, text, word_length(text, length), "time of day");
    } else {
        start = -1;
    }
    while (length && *text == ' ')
        text++, length--;
    if (length && !duration_parse(text, length, &minutes))
        return wrong_part(settings, text, length, "length such as 1h30");
    for (enum weekday weekday = MONDAY; weekday <= SUNDAY; weekday++) {
        if (!(days & 1u << weekday))
            continue;
        slots = pool_extend(settings->pool, slots, rhythm->slot_count, capacity, sizeof *slots);
        slots[rhythm->slot_count++] = (struct slot){weekday, start, minutes};
    }
    rhythm->slots = slots;
    return NULL;
}

const char *take_slots(struct settings *settings, const char *value)
{
    size_t capacity = 0;

    settings->rhythm.slots = NULL;
    settings->rhythm.slot_count = 0;
    for (const char *part = value; part; part = strchr(part, ';') ? strchr(part, ';') + 1 : NULL) {
        part += strspn(part, " ");
        size_t length = strcspn(part, ";");
        while (length && part[length - 1] == ' ')
            length--;
        const char *wrong = length ? add_slots(settings, part, length, &capacity) : NULL;
        if (wrong)
            return wrong;
    }
    return settings->rhythm.slot_count ? NULL : "names no day";
}

/* "2026-07-01..2026-08-15" or one day. */
static bool parse_day_range(const char *value, size_t length, day *from, day *to)
{
    const char *dots = memmem(value, length, "..", 2);

    if (!dots)
        return day_parse(value, length, from) && day_parse(value, length, to);
    size_t first = (size_t)(dots - value);
    return day_parse(value, first, from) && day_parse(dots + 2, length - first - 2, to);
}

/* Appends what VALUE's first LENGTH bytes say to one of the lists of SETTINGS. */
static const char *add_range(struct settings *settings, struct ranges *ranges, const char *value,
                             size_t length, int minutes)
{
    struct period range = {.minutes = minutes};

    if (!parse_day_range(value, length, &range.from, &range.to))
        return "is not written like 2026-07-01..2026-08-15";
    if (range.to < range.from)
        return "ends before it begins";
    ranges->list = pool_extend(settings->pool, ranges->list, ranges->count, &ranges->capacity,
                               sizeof *ranges->list);
    ranges->list[ranges->count++] = range;
    return NULL;
}

const char *take_off(struct settings *settings, const char *value)
{
    return add_range(settings, &settings->off, value, strlen(value), 0);
}

const char *take_period(struct settings *settings, const char *value)
{
    const char *equals = strchr(value, '=');
    int minutes;

    if (!equals || !parse_hours(equals + 1, &minutes))
        return "is not written like 2026-07-01..2026-08-15=15";
    if (minutes != 0 && (minutes < FEWEST_MINUTES || minutes > MOST_MINUTES))
        return "asks for hours that are neither 0 nor from 0.5 to 60 a week";
    const char *wrong =
        add_range(settings, &settings->periods, value, (size_t)(equals - value), minutes);
    settings->rhythm.periods = settings->periods.list;
    settings->rhythm.period_count = settings->periods.count;
    return wrong;
}

const char *take_week_start(struct settings *settings, const char *value)
{
    for (int weekday = MONDAY; weekday <= SUNDAY; weekday += SUNDAY - MONDAY) {
        if (strcasecmp(value, weekday_name((enum weekday)weekday)) == 0 ||
            strcasecmp(value, weekday_short_name((enum weekday)weekday)) == 0) {
            settings->rhythm.week_start = (enum weekday)weekday;
            return NULL;
        }
    }
    return "is neither monday nor sunday";
}

/* "19:00", "7 pm"; midnight is minute 1440, as 0 stands for the default. */
static const char *take_time(const char *value, int *minute)
{
    struct found found;
    int taken;

    if (!clock_at_start(value, strlen(value), &taken, &found) || found.end != strlen(value))
        return "is no time of day, such as 19:00";
    *minute = taken % MIDNIGHT == 0 ? MIDNIGHT : taken;
    return NULL;
}

const char *take_workday_time(struct settings *settings, const char *value)
{
    return take_time(value, &settings->rhythm.workday_time);
}

const char *take_weekend_time(struct settings *settings, const char *value)
{
    return take_time(value, &settings->rhythm.weekend_time);
}
