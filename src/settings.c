/* settings: all that a user can set, from the command line, the front matter and roadbook.yaml, in
 * one struct. */
#include "settings.h"

#include <limits.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "ics/timezone.h"

#define FEWEST_MINUTES 30   /* a week: half an hour */
#define MOST_MINUTES   3600 /* sixty hours */
#define GRID           5    /* minutes: sessions begin and end on it */

static const char *take_id(struct settings *settings, const char *value)
{
    settings->hints.id = value;
    return *value ? NULL : "is empty";
}

static const char *take_title(struct settings *settings, const char *value)
{
    settings->hints.title = value;
    return *value ? NULL : "is empty";
}

static const char *take_language(struct settings *settings, const char *value)
{
    settings->hints.language = value;
    return strlen(value) >= 2 ? NULL : "is no language, such as en or pt-BR";
}

static const char *take_output(struct settings *settings, const char *value)
{
    settings->output = value;
    return *value ? NULL : "names no folder";
}

static const char *take_only(struct settings *settings, const char *value)
{
    settings->only = value;
    return *value ? NULL : "names no output";
}

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

static const char *take_hours(struct settings *settings, const char *value)
{
    int minutes;

    if (!parse_hours(value, &minutes))
        return "is no number of hours, such as 5 or 7.5";
    if (minutes < FEWEST_MINUTES || minutes > MOST_MINUTES)
        return "is not from 0.5 to 60 hours a week";
    settings->rhythm.minutes = minutes;
    settings->hints.hours = minutes;
    return NULL;
}

static const char *take_start(struct settings *settings, const char *value)
{
    if (!day_parse(value, strlen(value), &settings->rhythm.start))
        return "is no date from 1970-01-01 to 2199-12-31, written like 2026-01-05";
    return NULL;
}

static const char *take_timezone(struct settings *settings, const char *value)
{
    if (!timezone_known(value))
        return "is no time zone that this system knows, such as Europe/Berlin or UTC";
    settings->rhythm.timezone = value;
    return NULL;
}

/* One "Mon,Wed 19:00 1h30": a slot for each of its weekdays. */
static bool add_slots(struct settings *settings, const char *text, size_t length, size_t *capacity)
{
    struct rhythm *rhythm = &settings->rhythm;
    struct slot *slots = (struct slot *)rhythm->slots;
    weekday_set days;
    struct found found;
    int start = -1, minutes = 0;

    if (!weekdays_find(text, length, &days, &found))
        return false;
    text += found.end;
    length -= found.end;
    while (length && *text == ' ')
        text++, length--;
    if (clock_find(text, length, &start, &found)) {
        text += found.end;
        length -= found.end;
    } else {
        start = -1;
    }
    while (length && *text == ' ')
        text++, length--;
    if (length && !duration_parse(text, length, &minutes))
        return false;
    for (enum weekday weekday = MONDAY; weekday <= SUNDAY; weekday++) {
        if (!(days & 1u << weekday))
            continue;
        slots = pool_extend(settings->pool, slots, rhythm->slot_count, capacity, sizeof *slots);
        slots[rhythm->slot_count++] = (struct slot){weekday, start, minutes};
    }
    rhythm->slots = slots;
    return true;
}

static const char *take_slots(struct settings *settings, const char *value)
{
    size_t capacity = 0;

    settings->rhythm.slots = NULL;
    settings->rhythm.slot_count = 0;
    for (const char *part = value; part; part = strchr(part, ';') ? strchr(part, ';') + 1 : NULL) {
        part += strspn(part, " ");
        size_t length = strcspn(part, ";");
        while (length && part[length - 1] == ' ')
            length--;
        if (length && !add_slots(settings, part, length, &capacity))
            return "is not written like \"Mon,Wed 19:00 1h30; Sat 10:00\"";
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

static const char *add_period(struct settings *settings, const char *value, size_t length,
                              int minutes)
{
    struct rhythm *rhythm = &settings->rhythm;
    struct period period = {.minutes = minutes};

    if (!parse_day_range(value, length, &period.from, &period.to))
        return "is not written like 2026-07-01..2026-08-15";
    if (period.to < period.from)
        return "ends before it begins";
    settings->periods = pool_extend(settings->pool, settings->periods, rhythm->period_count,
                                    &settings->period_capacity, sizeof *settings->periods);
    settings->periods[rhythm->period_count++] = period;
    rhythm->periods = settings->periods;
    return NULL;
}

static const char *take_off(struct settings *settings, const char *value)
{
    return add_period(settings, value, strlen(value), 0);
}

static const char *take_period(struct settings *settings, const char *value)
{
    const char *equals = strchr(value, '=');
    int minutes;

    if (!equals || !parse_hours(equals + 1, &minutes))
        return "is not written like 2026-07-01..2026-08-15=15";
    if (minutes < 0 || minutes > MOST_MINUTES)
        return "asks for hours that are not from 0 to 60 a week";
    return add_period(settings, value, (size_t)(equals - value), minutes);
}

static const char *take_choice(struct settings *settings, const char *value)
{
    struct roadmap_hints *hints = &settings->hints;

    if (!*value)
        return "is empty";
    settings->choices = pool_extend(settings->pool, settings->choices, hints->choose_count,
                                    &settings->choice_capacity, sizeof *settings->choices);
    settings->choices[hints->choose_count++] = value;
    hints->choose = settings->choices;
    return NULL;
}

static const char *take_template(struct settings *settings, const char *value)
{
    settings->template_name = value;
    return *value ? NULL : "names no template";
}

static const char *take_paper(struct settings *settings, const char *value)
{
    settings->paper = value;
    return *value ? NULL : "names no paper";
}

const struct setting_row settings_table[SETTING_COUNT] = {
    [SETTING_ID] = {.name = "id", .take = take_id},
    [SETTING_TITLE] = {.name = "title", .take = take_title},
    [SETTING_LANG] = {.name = "lang", .take = take_language},
    [SETTING_OUTPUT] = {"output", 'o', "DIR", "where the files go (default: beside the roadmap)",
                        false, take_output},
    [SETTING_HOURS] = {"hours", 'H', "N", "hours a week (default: the roadmap's lower figure)",
                       false, take_hours},
    [SETTING_START] = {"start", 's', "DATE", "first day of study (default: the coming Monday)",
                       false, take_start},
    [SETTING_TIMEZONE] = {"timezone", 'z', "ZONE",
                          "time zone of the sessions, such as Europe/Berlin", false, take_timezone},
    [SETTING_ONLY] = {"only", 0, "LIST", "make only these: pdf,ics,xlsx", false, take_only},
    [SETTING_SLOTS] = {"slots", 0, "TEXT", "when to study: \"Mon,Wed 19:00 1h30; Sat 10:00 2h\"",
                       false, take_slots},
    [SETTING_OFF] = {"off", 0, "FROM..TO", "days without study; may be repeated", true, take_off},
    [SETTING_PERIOD] = {"period", 0, "FROM..TO=N", "N hours a week for a while; may be repeated",
                        true, take_period},
    [SETTING_CHOOSE] = {"choose", 0, "TITLE", "pick this one of several offered; may be repeated",
                        true, take_choice},
    [SETTING_TEMPLATE] = {"template", 't', "NAME",
                          "the look of the workbook: classic, plain, or a file", false,
                          take_template},
    [SETTING_PAPER] = {"paper", 0, "NAME", "a4, letter, a5, legal, remarkable, ...", false,
                       take_paper},
};

void settings_init(struct settings *settings, struct pool *pool)
{
    *settings = (struct settings){
        .pool = pool,
        .template_name = "classic",
        .rhythm = {.start = DAY_NONE,
                   .workday_time = 19 * 60,
                   .weekend_time = 10 * 60,
                   .week_start = MONDAY},
    };
}

/* A list from a stronger origin replaces the weaker one's. */
static void forget_list(struct settings *settings, enum setting setting)
{
    struct rhythm *rhythm = &settings->rhythm;

    if (setting == SETTING_CHOOSE) {
        settings->hints.choose_count = 0;
    } else {
        size_t kept = 0;
        for (size_t i = 0; i < rhythm->period_count; i++)
            if ((settings->periods[i].minutes == 0) != (setting == SETTING_OFF))
                settings->periods[kept++] = settings->periods[i];
        rhythm->period_count = kept;
    }
}

bool settings_set(struct settings *settings, enum setting setting, const char *value,
                  enum origin origin, struct place place)
{
    const struct setting_row *row = &settings_table[setting];

    if (settings->origins[setting] > origin)
        return true;
    if (row->list && settings->origins[setting] < origin)
        forget_list(settings, setting);
    settings->origins[setting] = origin;
    const char *wrong = row->take(settings, pool_copy(settings->pool, value, strlen(value)));
    if (!wrong)
        return true;
    report_failure(origin == ORIGIN_COMMAND_LINE ? STATUS_USAGE : STATUS_BAD_INPUT, place,
                   "%s%s: '%s' %s", origin == ORIGIN_COMMAND_LINE ? "--" : "", row->name, value,
                   wrong);
    return false;
}

/* The system's zone by its IANA name: TZ, else what /etc/localtime points to, else UTC. */
static const char *system_timezone(struct pool *pool)
{
    static const char folder[] = "zoneinfo/";
    const char *zone = getenv("TZ");

    if (zone && *zone == ':')
        zone++;
    if (zone && *zone && timezone_known(zone))
        return pool_copy(pool, zone, strlen(zone));
    char path[PATH_MAX];
    if (realpath("/etc/localtime", path)) {
        const char *name = strstr(path, folder);
        if (name && timezone_known(name + sizeof folder - 1))
            return pool_copy(pool, name + sizeof folder - 1, strlen(name + sizeof folder - 1));
    }
    return "UTC";
}

void settings_complete(struct settings *settings, day today)
{
    struct rhythm *rhythm = &settings->rhythm;

    if (!rhythm->timezone)
        rhythm->timezone = system_timezone(settings->pool);
    if (rhythm->start == DAY_NONE)
        rhythm->start = today + (7 - (int)weekday_of(today)) % 7;
}
