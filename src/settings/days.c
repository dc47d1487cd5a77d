/* days: the days off, as the rhythm's one list, from ranges and from holiday calendars. */
#include <stdlib.h>
#include <string.h>

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

bool settings_read_holidays(struct settings *settings)
{
    struct rhythm *rhythm = &settings->rhythm;
    bool *days = must_alloc(HOLIDAYS_ROOM * sizeof *days), good = true;
    size_t count = 0, at = 0;

    memset(days, 0, HOLIDAYS_ROOM * sizeof *days);
    for (size_t i = 0; i < settings->off.count; i++)
        for (day date = settings->off.list[i].from; date <= settings->off.list[i].to; date++)
            days[date] = true;
    for (size_t i = 0; i < settings->holidays.count; i++)
        good = good && mark_file(settings, settings->holidays.list[i], days);
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
