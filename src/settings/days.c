/* days: the days off, as the rhythm's one list, from ranges and from holiday calendars. */
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/source.h"
#include "ics/holidays.h"
#include "settings/settings.h"

/* Marks the days of one calendar file. */
static bool mark_file(struct settings *settings, const char *path, bool *days)
{
    struct source *source = pool_alloc(settings->pool, sizeof *source);

    if (!source_read(settings->pool, path, source, NULL))
        return false;
    return holidays_read(source, days);
}

/* DAYS as ranges, put behind those that RANGES has. */
static void add_ranges(struct pool *pool, const bool *days, struct ranges *ranges)
{
    for (day date = 0, end; date < HOLIDAYS_ROOM; date = end) {
        for (end = date + 1; end < HOLIDAYS_ROOM && days[date] && days[end];)
            end++;
        if (!days[date])
            continue;
        ranges->list =
            pool_extend(pool, ranges->list, ranges->count, &ranges->capacity, sizeof *ranges->list);
        ranges->list[ranges->count++] = (struct period){.from = date, .to = end - 1};
    }
}

static void mark_ranges(const struct ranges *ranges, bool *days)
{
    for (size_t i = 0; i < ranges->count; i++)
        for (day date = ranges->list[i].from; date <= ranges->list[i].to && date < HOLIDAYS_ROOM;
             date++)
            days[date] = true;
}

/* Marks what the calendars give. One that the last build read and that is gone since gives what it
 * gave then. */
static bool mark_calendars(struct settings *settings, bool *days)
{
    bool remembered = settings->origins[SETTING_HOLIDAYS] == ORIGIN_MEMORY;

    for (size_t i = 0; i < settings->holidays.count; i++) {
        const char *path = settings->holidays.list[i];
        if (remembered && !file_exists(path)) {
            report(NOWHERE, SEVERITY_WARNING, RULE_MEMORY,
                   "the calendar %s is not there any more; its days off stay as the last build "
                   "found them",
                   path);
            mark_ranges(&settings->remembered_calendar_days, days);
        } else if (!mark_file(settings, path, days)) {
            return false;
        }
    }
    return true;
}

bool settings_read_holidays(struct settings *settings)
{
    struct rhythm *rhythm = &settings->rhythm;
    bool *days = must_alloc(HOLIDAYS_ROOM * sizeof *days);
    size_t count = 0, at = 0;

    memset(days, 0, HOLIDAYS_ROOM * sizeof *days);
    bool good = mark_calendars(settings, days);
    add_ranges(settings->pool, days, &settings->calendar_days);
    mark_ranges(&settings->off, days);
    for (day date = 0; date < HOLIDAYS_ROOM; date++)
        count += days[date];
    day *list = pool_alloc(settings->pool, (count + 1) * sizeof *list);
    for (day date = 0; date < HOLIDAYS_ROOM; date++)
        if (days[date])
            list[at++] = date;
    rhythm->days_off = list;
    rhythm->day_off_count = count;
    free(days);
    return good;
}
