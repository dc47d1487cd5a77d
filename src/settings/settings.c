/* settings: how a value is set, what it was set from, and what nobody set. */
#include "settings/settings.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/timezone.h"
#include "settings/table.h"

void settings_init(struct settings *settings, struct pool *pool)
{
    *settings = (struct settings){
        .pool = pool,
        .template_name = "classic",
        .today = DAY_NONE,
        .rhythm = {.start = DAY_NONE,
                   .workday_time = 19 * 60,
                   .weekend_time = 10 * 60,
                   .week_start = MONDAY},
    };
}

/* A list from a stronger origin replaces the weaker one's. */
static void forget_list(struct settings *settings, enum setting setting)
{
    settings->texts[setting] = NULL;
    memset((char *)settings + settings_table[setting].member, 0, settings_table[setting].size);
}

/* A file or folder named in another file stands beside it. */
static const char *beside_its_place(struct settings *settings, enum path path, const char *value,
                                    struct place place)
{
    if (!place.source || !*value || path == PATH_NOT ||
        (path == PATH_WITH_SLASH && !strchr(value, '/')))
        return value;
    return path_beside(settings->pool, place.source->name, value);
}

/* VALUE's lines (block text in YAML has several) as one, BETWEEN them; its copy in POOL. NULL where
 * there are several and nothing stands between. */
static char *on_one_line(struct pool *pool, const char *value, const char *between)
{
    struct text line = TEXT_INIT;
    bool fits = true;

    if (!strchr(value, '\n'))
        return pool_copy(pool, value, strlen(value));
    for (const char *at = value; *at; at += *at == '\n') {
        at += strspn(at, " ");
        size_t length = strcspn(at, "\n"), kept = length;
        while (kept > 0 && (strchr(" \r", at[kept - 1]) || (between && at[kept - 1] == *between)))
            kept--;
        fits = fits && (between || kept == 0 || line.length == 0);
        if (kept > 0 && line.length > 0)
            text_add(&line, between ? between : "");
        text_add_bytes(&line, at, kept);
        at += length;
    }
    char *copy = fits ? pool_copy(pool, text_string(&line), line.length) : NULL;
    text_free(&line);
    return copy;
}

/* Adds VALUE to the text of a list; room is taken by doubling, so that long lists stay cheap. */
static void add_to_list(struct settings *settings, enum setting setting, const char *value)
{
    static const char between[] = ", ";
    char *text = settings->texts[setting];
    size_t length = strlen(text), needed = length + strlen(between) + strlen(value) + 1;
    size_t *capacity = &settings->text_capacities[setting];

    if (needed > *capacity) {
        *capacity = 2 * needed;
        text = memcpy(pool_alloc(settings->pool, *capacity), text, length);
        settings->texts[setting] = text;
    }
    memcpy(text + length, between, strlen(between));
    memcpy(text + length + strlen(between), value, strlen(value) + 1);
}

static void remember(struct settings *settings, enum setting setting, char *value,
                     enum origin origin, struct place place)
{
    if (settings_table[setting].list && settings->texts[setting]) {
        add_to_list(settings, setting, value);
    } else {
        settings->texts[setting] = value;
        settings->text_capacities[setting] = 0;
    }
    settings->origins[setting] = origin;
    settings->places[setting] = place;
}

static bool refuse(const struct setting_row *row, const char *value, const char *wrong,
                   enum origin origin, struct place place)
{
    bool typed = origin == ORIGIN_COMMAND_LINE;

    report_failure(typed ? STATUS_USAGE : STATUS_BAD_INPUT, place, "%s%s: '%s' %s",
                   typed ? "--" : "", row->name, value, wrong);
    return false;
}

bool settings_set(struct settings *settings, enum setting setting, const char *value,
                  enum origin origin, struct place place)
{
    const struct setting_row *row = &settings_table[setting];

    if (settings->origins[setting] > origin)
        return true;
    char *text = on_one_line(settings->pool, value, row->between);
    if (!text)
        return refuse(row, pool_copy(settings->pool, value, strcspn(value, "\n")),
                      "and more lines below it are given, where one value is taken", origin, place);
    if (row->list && settings->origins[setting] < origin)
        forget_list(settings, setting);
    value = pool_copy(settings->pool, text, strlen(text)); /* the texts' copy may grow */
    remember(settings, setting, text, origin, place);
    const char *taken = beside_its_place(settings, row->path, value, place);
    const char *wrong =
        row->put ? row->put(taken, (char *)settings + row->member) : row->take(settings, taken);
    return !wrong || refuse(row, value, wrong, origin, place);
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
    if (rhythm->start == DAY_NONE && rhythm->past && rhythm->past->weeks[0].first < today)
        rhythm->start = rhythm->past->weeks[0].first;
    if (rhythm->start == DAY_NONE)
        rhythm->start = today + (7 - (int)weekday_of(today)) % 7;
}
