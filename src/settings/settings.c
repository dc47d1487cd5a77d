/* settings: all that a user can set, from the command line, the front matter and roadbook.yaml, in
 * one struct. */
#include "settings/settings.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/file.h"
#include "base/nearest.h"
#include "base/timezone.h"
#include "settings/time.h"

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

static const char *take_silence(struct settings *settings, const char *value)
{
    enum rule rule;

    if (!rule_find(value, &rule)) {
        const char *meant = nearest_word(value, rule_names + 1, RULE_COUNT - 1);
        return meant ? pool_print(settings->pool, "is no rule; did you mean '%s'?", meant)
                     : "is no rule, as a message names it at its end in brackets";
    }
    settings->silenced[rule] = true;
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

/* "12..24", or one number. */
static const char *take_weeks(struct settings *settings, const char *value)
{
    int first, last, end = 0;
    char rest;

    if (sscanf(value, "%4d..%4d%n%c", &first, &last, &end, &rest) != 2 || value[end]) {
        if (sscanf(value, "%4d%c", &first, &rest) != 1)
            return "is no range of weeks, such as 12..24";
        last = first;
    }
    if (first < 1 || last < first)
        return "is no range of weeks from 1 on, such as 12..24";
    settings->wanted.first_week = first;
    settings->wanted.last_week = last;
    return NULL;
}

static const char *take_today(struct settings *settings, const char *value)
{
    if (!day_parse(value, strlen(value), &settings->today))
        return "is no date from 1970-01-01 to 2199-12-31, written like 2026-01-05";
    return NULL;
}

/* What YAML 1.1 calls true and false. */
static const char *take_yes(const char *value, bool *yes)
{
    static const char *const words[] = {"yes", "true", "on", "no", "false", "off"};

    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        if (strcasecmp(value, words[i]) == 0) {
            *yes = i < 3;
            return NULL;
        }
    }
    return "is neither yes nor no";
}

static const char *take_strict(struct settings *settings, const char *value)
{
    return take_yes(value, &settings->strict);
}

static const char *take_fillable(struct settings *settings, const char *value)
{
    return take_yes(value, &settings->wanted.fillable);
}

static const char *take_pdfa(struct settings *settings, const char *value)
{
    return take_yes(value, &settings->wanted.pdfa);
}

const struct setting_row settings_table[SETTING_COUNT] = {
    [SETTING_ID] = {.name = "id", .take = take_id},
    [SETTING_TITLE] = {.name = "title", .take = take_title},
    [SETTING_LANG] = {.name = "lang", .take = take_language},
    [SETTING_OUTPUT] = {"output", 'o', "DIR", "where the files go (default: beside the roadmap)",
                        false, .take = take_output, .path = true},
    [SETTING_HOURS] = {"hours", 'H', "N", "hours a week (default: the roadmap's lower figure)",
                       false, .take = take_hours},
    [SETTING_END] = {"end", 0, "DATE",
                     "be done by then: finds the hours a week that it takes, in place of --hours",
                     false, .take = take_end},
    [SETTING_COMPARE] = {"compare", 0, "LIST",
                         "a page and a sheet that compare hours or ends: 5,10,2027-12-31", false,
                         .take = take_compare},
    [SETTING_START] = {"start", 's', "DATE", "first day of study (default: the coming Monday)",
                       false, .take = take_start},
    [SETTING_TIMEZONE] = {"timezone", 'z', "ZONE",
                          "time zone of the sessions, such as Europe/Berlin", false,
                          .take = take_timezone},
    [SETTING_ONLY] = {"only", 0, "LIST", "make only these: pdf,ics,xlsx", false, .take = take_only},
    [SETTING_SLOTS] = {"slots", 0, "TEXT", "when to study: \"Mon,Wed 19:00 1h30; Sat 10:00 2h\"",
                       false, .take = take_slots},
    [SETTING_WEEK_START] = {"week-start", 0, "DAY", "monday (default) or sunday", false,
                            .take = take_week_start},
    [SETTING_WORKDAY_TIME] = {"workday-time", 0, "TIME",
                              "when to study from Monday to Friday (default: 19:00)", false,
                              .take = take_workday_time},
    [SETTING_WEEKEND_TIME] = {"weekend-time", 0, "TIME",
                              "when to study at the weekend (default: 10:00)", false,
                              .take = take_weekend_time},
    [SETTING_OFF] = {"off", 0, "FROM..TO",
                     "days without study: their hours move to other days of the week; may be "
                     "repeated",
                     true, .take = take_off},
    [SETTING_PERIOD] = {"period", 0, "FROM..TO=N", "N hours a week for a while; may be repeated",
                        true, .take = take_period},
    [SETTING_HOLIDAYS] = {"holidays", 0, "FILE.ics",
                          "a calendar whose all-day events are days off; may be repeated", true,
                          .take = take_holidays, .path = true},
    [SETTING_CHOOSE] = {"choose", 0, "TITLE", "pick this one of several offered; may be repeated",
                        true, .take = take_choice},
    [SETTING_SILENCE] = {"silence", 0, "RULE",
                         "say nothing by this rule, such as load; may be repeated", true,
                         .take = take_silence},
    [SETTING_TEMPLATE] = {"template", 't', "NAME",
                          "the look of the workbook: classic, plain, eink, compact, or a file",
                          false, .take = take_template},
    [SETTING_PAPER] = {"paper", 0, "NAME", "a4, letter, a5, legal, remarkable, ...", false,
                       .take = take_paper},
    [SETTING_WEEKS] = {"weeks", 0, "FROM..TO",
                       "print only these weeks of the workbook, by number: 12..24", false,
                       .take = take_weeks},
    [SETTING_FILLABLE] = {"fillable", 0, NULL,
                          "the workbook as a form: boxes and lines to fill in on a screen", false,
                          .flag = true, .take = take_fillable},
    [SETTING_PDFA] = {"pdfa", 0, NULL,
                      "the workbook for archives: PDF/A-1b, without a form or attached files",
                      false, .flag = true, .take = take_pdfa},
    [SETTING_TODAY] = {"today", 0, "DATE", "the day that counts as today, for repeatable builds",
                       false, .take = take_today},
    [SETTING_STRICT] = {"strict", 0, NULL,
                        "a warning makes the exit status 1, and nothing is written", false,
                        .flag = true, .take = take_strict},
};

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
    if (setting == SETTING_CHOOSE)
        settings->hints.choose_count = 0;
    else if (setting == SETTING_OFF)
        settings->off.count = 0;
    else if (setting == SETTING_PERIOD)
        settings->periods.count = settings->rhythm.period_count = 0;
    else if (setting == SETTING_HOLIDAYS)
        settings->holiday_count = 0;
    else if (setting == SETTING_SILENCE)
        memset(settings->silenced, 0, sizeof settings->silenced);
}

/* A file or folder named in another file stands beside it; a template's name has no slash. */
static const char *beside_its_place(struct settings *settings, enum setting setting,
                                    const char *value, struct place place)
{
    const char *name = place.source ? place.source->name : NULL, *slash;

    bool path = settings_table[setting].path || (setting == SETTING_TEMPLATE && strchr(value, '/'));

    if (!path || !name || *value == '/' || !*value || !(slash = strrchr(name, '/')))
        return value;
    return pool_print(settings->pool, "%.*s/%s", (int)(slash - name), name, value);
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

bool settings_set(struct settings *settings, enum setting setting, const char *value,
                  enum origin origin, struct place place)
{
    const struct setting_row *row = &settings_table[setting];

    if (settings->origins[setting] > origin)
        return true;
    if (row->list && settings->origins[setting] < origin)
        forget_list(settings, setting);
    remember(settings, setting, pool_copy(settings->pool, value, strlen(value)), origin, place);
    value = pool_copy(settings->pool, value, strlen(value)); /* the texts' copy may grow */
    const char *wrong = row->take(settings, beside_its_place(settings, setting, value, place));
    if (!wrong)
        return true;
    report_failure(origin == ORIGIN_COMMAND_LINE ? STATUS_USAGE : STATUS_BAD_INPUT, place,
                   "%s%s: '%s' %s", origin == ORIGIN_COMMAND_LINE ? "--" : "", row->name, value,
                   wrong);
    return false;
}

bool settings_by_end(const struct settings *settings)
{
    return settings->origins[SETTING_END] > settings->origins[SETTING_HOURS];
}

static bool is_one(const struct settings *settings, enum setting setting,
                   const struct wishes *wishes)
{
    bool typed = settings->origins[setting] == ORIGIN_COMMAND_LINE;

    if (wishes->count <= 1)
        return true;
    const char *text = settings->texts[setting], *comma = strchr(text, ',');
    if (setting == SETTING_HOURS && comma && comma > text && wishes->count == 2 &&
        strchr("0123456789", comma[-1]) &&
        (!strcmp(comma, ",5") || !strcmp(comma, ",25") || !strcmp(comma, ",75") ||
         !strcmp(comma, ",0"))) {
        report_failure(typed ? STATUS_USAGE : STATUS_BAD_INPUT, settings->places[setting],
                       "%shours: '%s' has a comma: write %.*s.%s (several paces, such as 5,10, are "
                       "for `compare`)",
                       typed ? "--" : "", text, (int)(comma - text), text, comma + 1);
        return false;
    }
    report_failure(typed ? STATUS_USAGE : STATUS_BAD_INPUT, settings->places[setting],
                   "%s%s: '%s' is more than one; `compare` takes several", typed ? "--" : "",
                   settings_table[setting].name, settings->texts[setting]);
    return false;
}

/* A form changes, an archive must not (ISO 19005-1, 6.9). */
static bool is_form_or_archive(const struct settings *settings)
{
    enum setting later = settings->origins[SETTING_PDFA] >= settings->origins[SETTING_FILLABLE]
                             ? SETTING_PDFA
                             : SETTING_FILLABLE;

    if (!settings->wanted.fillable || !settings->wanted.pdfa)
        return true;
    report_failure(settings->origins[later] == ORIGIN_COMMAND_LINE ? STATUS_USAGE
                                                                   : STATUS_BAD_INPUT,
                   settings->places[later],
                   "fillable and pdfa are both asked for; a PDF/A holds no form, so leave one out");
    return false;
}

bool settings_agree(const struct settings *settings, bool comparing)
{
    enum origin origin = settings->origins[SETTING_END];

    if (comparing)
        return true;
    if (!is_form_or_archive(settings))
        return false;
    if (!is_one(settings, SETTING_HOURS, &settings->hours) ||
        !is_one(settings, SETTING_END, &settings->ends))
        return false;
    if (origin == ORIGIN_DEFAULT || origin != settings->origins[SETTING_HOURS])
        return true;
    report_failure(origin == ORIGIN_COMMAND_LINE ? STATUS_USAGE : STATUS_BAD_INPUT,
                   settings->places[SETTING_END],
                   "hours a week and an end are both given; the one follows from the other, so "
                   "leave one out");
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
