/* recall: the settings' way into memory and back. */
#include "settings/recall.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "base/timezone.h"
#include "memory/lookup.h"
#include "settings/table.h"
#include "settings/values.h"

#define COMMAND_LINE "command line"
#define MOST_SAID    3 /* settings that make no sense, one by one */
/* What the calendars of `holidays` held: for where they are gone. */
#define CALENDAR_DAYS "holidays-days"

static bool is_named(const struct remembered_setting *row, const char *name)
{
    return strcmp(row->name, name) == 0;
}

/* SETTING_COUNT: no setting, or one that memory has no say in. */
static enum setting setting_of(const struct remembered_setting *row)
{
    for (enum setting setting = 0; setting < SETTING_COUNT; setting++)
        if (is_named(row, settings_table[setting].name))
            return settings_table[setting].momentary ? SETTING_COUNT : setting;
    return SETTING_COUNT;
}

/* What follows from the clock or the machine holds as well, though nobody gave it. */
static bool is_to_hold(const struct remembered_setting *row, enum setting setting)
{
    return strcmp(row->origin, COMMAND_LINE) == 0 || setting == SETTING_START ||
           setting == SETTING_TIMEZONE;
}

/* true where something set now speaks against it: an end against hours, an archive against a form.
 */
static bool is_contradicted(const struct settings *settings, enum setting setting)
{
    static const enum setting pairs[][2] = {{SETTING_HOURS, SETTING_END},
                                            {SETTING_FILLABLE, SETTING_PDFA}};

    for (size_t i = 0; i < sizeof pairs / sizeof pairs[0]; i++)
        for (int side = 0; side < 2; side++)
            if (setting == pairs[i][side] && settings->origins[pairs[i][1 - side]] > ORIGIN_MEMORY)
                return true;
    return false;
}

/* What makes no sense any more is told otherwise than what was typed. */
static bool take(struct settings *settings, enum setting setting, const char *value)
{
    report_mute(true);
    bool good = settings_set(settings, setting, value, ORIGIN_MEMORY, NOWHERE);
    report_mute(false);
    return good;
}

/* Those that make no sense are counted into *SENSELESS; the first of them are named. */
static void recall(struct settings *settings, enum setting setting, const char *value,
                   const char *recalled, size_t *senseless)
{
    if (settings->origins[setting] > ORIGIN_MEMORY || is_contradicted(settings, setting))
        return;
    bool good = take(settings, setting, value);
    /* where the zone is there, but cannot be read, this says so: another would move all times */
    if (!good && setting == SETTING_TIMEZONE && timezone_known(value))
        good = take(settings, setting, value);
    settings->recalled[setting] = recalled;
    if (good)
        return;
    if (!settings_table[setting].list) {
        settings->origins[setting] = ORIGIN_DEFAULT;
        settings->texts[setting] = NULL;
    }
    if (++*senseless <= MOST_SAID)
        report(NOWHERE, SEVERITY_WARNING, RULE_MEMORY,
               "the last build's %s '%s' makes no sense any more, and is left out",
               settings_table[setting].name, value);
}

static void recall_calendar_days(struct settings *settings, const char *value)
{
    struct ranges *days = &settings->remembered_calendar_days;
    const char *dots = strstr(value, "..");
    struct period range = {0};

    if (!dots || !day_parse(value, (size_t)(dots - value), &range.from) ||
        !day_parse(dots + 2, strlen(dots + 2), &range.to))
        return;
    days->list =
        pool_extend(settings->pool, days->list, days->count, &days->capacity, sizeof *days->list);
    days->list[days->count++] = range;
}

void settings_recall(struct settings *settings, const struct memory *memory)
{
    char date[DATE_TEXT];
    size_t senseless = 0;

    for (size_t i = 0; i < memory->setting_count; i++) {
        const struct remembered_setting *row = &memory->settings[i];
        enum setting setting = setting_of(row);
        if (is_named(row, CALENDAR_DAYS))
            recall_calendar_days(settings, row->value);
        if (setting == SETTING_COUNT || !is_to_hold(row, setting))
            continue;
        recall(settings, setting, row->value,
               pool_print(settings->pool, "the last build (%s%s%s)", row->origin,
                          row->since == DAY_NONE ? "" : ", ",
                          row->since == DAY_NONE ? "" : day_print(row->since, date)),
               &senseless);
    }
    if (memory->start != DAY_NONE && settings->origins[SETTING_START] == ORIGIN_DEFAULT)
        recall(settings, SETTING_START, day_print(memory->start, date), "the last build",
               &senseless);
    if (senseless > MOST_SAID)
        report(NOWHERE, SEVERITY_WARNING, RULE_MEMORY,
               "%zu more settings of the last build make no sense any more, and are left out",
               senseless - MOST_SAID);
}

void settings_recall_start(struct settings *settings, day start)
{
    char date[DATE_TEXT];
    size_t senseless = 0;

    recall(settings, SETTING_START, day_print(start, date), "the feed of the last build",
           &senseless);
}

void settings_recalled(const struct settings *settings, struct text *out)
{
    for (enum setting setting = 0; setting < SETTING_COUNT; setting++) {
        if (settings->origins[setting] != ORIGIN_MEMORY)
            continue;
        const char *value = settings->texts[setting];
        text_print(out, "%s%s ", out->length > 0 ? ", " : "", settings_table[setting].name);
        text_add_visible(out, value, strlen(value), false);
    }
}

/* For the next build */

struct recollection {
    const struct settings *settings;
    const struct memory *memory;
    /* its rows by what they say; by that and where it came from */
    struct lookup *said, *given;
    day today;
    struct remembered_setting *rows;
    size_t count, capacity;
};

/* What a row says; with ORIGIN, where that came from, too. */
static const char *words_of(struct pool *pool, const struct remembered_setting *row, bool origin)
{
    return pool_print(pool, "%s\n%s%s%s", row->name, row->value, origin ? "\n" : "",
                      origin ? row->origin : "");
}

/* The rows of MEMORY by their words. */
static struct lookup *rows_of(struct pool *pool, const struct memory *memory, bool origin)
{
    size_t count = memory ? memory->setting_count : 0;
    struct lookup *rows = lookup_new(pool, count);

    for (size_t i = 0; i < count; i++)
        lookup_add(rows, words_of(pool, &memory->settings[i], origin), i);
    return rows;
}

/* The row of memory that says the same; NULL: none. */
static const struct remembered_setting *
same_row(const struct recollection *all, const struct remembered_setting *row, bool any_origin)
{
    const char *words = words_of(all->settings->pool, row, !any_origin);
    size_t at = lookup_find(any_origin ? all->said : all->given, words);

    return at == LOOKUP_NONE ? NULL : &all->memory->settings[at];
}

static const char *origin_words(enum origin origin)
{
    switch (origin) {
    case ORIGIN_COMMAND_LINE:
        return COMMAND_LINE;
    case ORIGIN_FRONT_MATTER:
        return "front matter";
    case ORIGIN_FILE:
        return "roadbook.yaml";
    case ORIGIN_DEFAULT:
    case ORIGIN_MEMORY:
        break;
    }
    return "default";
}

static void add_row(struct recollection *all, const char *name, const char *value,
                    enum origin origin)
{
    struct remembered_setting row = {name, value, origin_words(origin), all->today};
    bool recalled = origin == ORIGIN_MEMORY;
    const struct remembered_setting *before = same_row(all, &row, recalled);

    if (before && recalled)
        row.origin = before->origin;
    if (before)
        row.since = before->since;
    all->rows =
        pool_extend(all->settings->pool, all->rows, all->count, &all->capacity, sizeof *all->rows);
    all->rows[all->count++] = row;
}

/* A file named on the command line is named from where that was typed: what is remembered must hold
 * anywhere. */
static const char *whole_path(const struct settings *settings, enum setting setting,
                              const char *value)
{
    enum path path = settings_table[setting].path;
    char whole[PATH_MAX];

    if (path == PATH_NOT || (path == PATH_WITH_SLASH && !strchr(value, '/')) ||
        !realpath(value, whole))
        return value;
    return pool_copy(settings->pool, whole, strlen(whole));
}

static void add_setting(struct recollection *all, enum setting setting)
{
    const struct settings *settings = all->settings;
    struct names values = setting_values(settings, setting);

    for (size_t i = 0; i < values.count; i++)
        add_row(all, settings_table[setting].name, whole_path(settings, setting, values.list[i]),
                settings->origins[setting]);
}

static bool is_left_out(const struct settings *settings, enum setting setting)
{
    const struct setting_row *row = &settings_table[setting];

    return row->momentary || (row->passing && setting != SETTING_HOLIDAYS) ||
           (setting == SETTING_HOURS && settings_by_end(settings));
}

const struct remembered_setting *settings_remember(const struct settings *settings,
                                                   const struct schedule *schedule,
                                                   const struct memory *memory, day today,
                                                   size_t *count)
{
    struct recollection all = {.settings = settings, .memory = memory, .today = today};
    char start[DATE_TEXT];

    all.said = rows_of(settings->pool, memory, false);
    all.given = rows_of(settings->pool, memory, true);
    for (enum setting setting = 0; setting < SETTING_COUNT; setting++) {
        enum origin origin = settings->origins[setting];
        if (is_left_out(settings, setting))
            continue;
        if (setting == SETTING_START)
            add_row(&all, settings_table[setting].name,
                    pool_print(settings->pool, "%s", day_print(schedule->start, start)), origin);
        else if (setting == SETTING_TIMEZONE)
            add_row(&all, settings_table[setting].name, schedule->rhythm.timezone, origin);
        else if (origin != ORIGIN_DEFAULT)
            add_setting(&all, setting);
    }
    for (size_t i = 0; i < settings->calendar_days.count; i++)
        add_row(&all, CALENDAR_DAYS, range_print(settings->pool, &settings->calendar_days.list[i]),
                settings->origins[SETTING_HOLIDAYS]);
    *count = all.count;
    return all.rows;
}

/* How many sessions of PAST lie before DATE. */
static size_t sessions_before(const struct past *past, day date)
{
    size_t low = 0, high = past->session_count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (past->sessions[middle].date < date)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* Says once, for they are remembered from then on, which of RANGES came too late: SETTING is not to
 * change sessions that were lived. SAID is what memory has of it. */
static void say_too_late(const struct settings *settings, enum setting setting,
                         const struct ranges *ranges, struct lookup *said)
{
    const struct past *past = settings->rhythm.past;
    struct names values = setting_values(settings, setting);
    const char *name = settings_table[setting].name, *first = NULL;
    size_t ranges_late = 0, sessions = 0;

    for (size_t i = 0; past && i < ranges->count; i++) {
        const struct period *range = &ranges->list[i];
        struct remembered_setting row = {.name = name, .value = values.list[i]};
        if (range->from >= past->today ||
            lookup_find(said, words_of(settings->pool, &row, false)) != LOOKUP_NONE)
            continue;
        day end = range->to < past->today ? range->to + 1 : past->today;
        size_t lived = sessions_before(past, end) - sessions_before(past, range->from);
        if (lived > 0 && ranges_late++ == 0)
            first = range_print(settings->pool, range);
        sessions += lived;
    }
    if (ranges_late > 0)
        report(settings->places[setting], SEVERITY_WARNING, RULE_MEMORY,
               "%s %s%s: the past stands, with %zu session%s there; to change lived weeks, give "
               "--period %s=HOURS",
               name, first, ranges_late > 1 ? " and others" : "", sessions,
               sessions == 1 ? "" : "s", first);
}

void settings_take_past(struct settings *settings, const struct memory *memory, day today)
{
    struct names values = setting_values(settings, SETTING_PERIOD);
    struct period *thawed = pool_alloc(settings->pool, (values.count + 1) * sizeof *thawed);
    struct past *past = pool_alloc(settings->pool, sizeof *past);
    struct lookup *said = rows_of(settings->pool, memory, false);
    size_t count = 0;

    *past = memory->past;
    past->today = today;
    if (past->week_count > 0)
        settings->rhythm.past = past;
    for (size_t i = 0; i < settings->periods.count; i++) {
        struct period period = settings->periods.list[i];
        struct remembered_setting row = {.name = settings_table[SETTING_PERIOD].name,
                                         .value = values.list[i]};
        if (settings->origins[SETTING_PERIOD] != ORIGIN_COMMAND_LINE || period.from >= today ||
            lookup_find(said, words_of(settings->pool, &row, false)) != LOOKUP_NONE)
            continue;
        period.to = period.to < today ? period.to : today - 1;
        thawed[count++] = period;
    }
    if (count == 0)
        say_too_late(settings, SETTING_OFF, &settings->off, said);
    if (settings->origins[SETTING_PERIOD] != ORIGIN_COMMAND_LINE)
        say_too_late(settings, SETTING_PERIOD, &settings->periods, said);
    settings->rhythm.thawed = thawed;
    settings->rhythm.thawed_count = count;
}
