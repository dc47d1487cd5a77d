/* settings: all that a user can set, from the command line, the front matter and roadbook.yaml, in
 * one struct. */
#ifndef ROADBOOK_SETTINGS_SETTINGS_H
#define ROADBOOK_SETTINGS_SETTINGS_H

#include "export.h"
#include "read/roadmap.h"

/* Where a value came from; a later one wins. */
enum origin {
    ORIGIN_DEFAULT,
    ORIGIN_MEMORY,
    ORIGIN_FILE,
    ORIGIN_FRONT_MATTER,
    ORIGIN_COMMAND_LINE
};

/* Every setting: SETTING_HOURS, ... */
enum setting {
#define SETTING(name, ...) SETTING_##name,
#include "settings/rows.h"
#undef SETTING
    SETTING_COUNT
};

struct wishes {
    struct wish *list;
    size_t count, capacity;
};

struct ranges {
    struct period *list;
    size_t count, capacity;
};

struct names {
    const char **list;
    size_t count, capacity;
};

struct settings {
    struct pool *pool;
    struct roadmap_hints hints;
    struct rhythm rhythm;
    /* folder; NULL: beside the roadmap */
    const char *output;
    /* "pdf,ics,xlsx"; NULL: all */
    const char *only;
    /* "classic" */
    const char *template_name;
    /* NULL: the template's own */
    const char *paper;
    /* handed on to the exporters as it is */
    struct asked asked;
    /* DAY_NONE: ask the clock */
    day today;
    /* a warning makes the exit status 1 */
    bool strict;
    enum origin origins[SETTING_COUNT];
    /* What was given, per setting: the text ("," between several) and where; for `show
     * --settings`. */
    char *texts[SETTING_COUNT];
    /* of a list's text, which grows */
    size_t text_capacities[SETTING_COUNT];
    struct place places[SETTING_COUNT];
    /* hours: the first is rhythm.minutes; several only for `compare` */
    struct wishes hours, ends, compare;
    /* periods: what rhythm.periods points to */
    struct ranges off, periods;
    /* files, in the order given; what hints.chosen points to */
    struct names holidays, chosen;
    /* days off that the holiday calendars give; those that the last build found in them, for where
     * they are gone */
    struct ranges calendar_days, remembered_calendar_days;
    /* of what comes from memory, where that has it from: "the last build (command line,
     * 2026-01-05)" */
    const char *recalled[SETTING_COUNT];
    /* rules that the user knows about */
    bool silenced[RULE_COUNT];
};

/* All defaults, in POOL. */
void settings_init(struct settings *settings, struct pool *pool);

/* Sets one value from its text, unless it was set from a stronger origin already; a text of several
 * lines is taken as what stands on them. false after an error was reported at PLACE. */
bool settings_set(struct settings *settings, enum setting setting, const char *value,
                  enum origin origin, struct place place);

/* Reads title, id and lang and the keys under `roadbook:` of the roadmap's front matter; other keys
 * belong to others. */
bool settings_read_front_matter(struct settings *settings, const struct source *roadmap);

/* Reads a roadbook.yaml. */
bool settings_read_file(struct settings *settings, const struct source *file);

/* Reads the holiday calendars, and makes of them and of the days off the rhythm's list. A file that
 * was named in another one stands beside that. false after a report. */
bool settings_read_holidays(struct settings *settings);

/* true where the hours a week are to be found from the day to be done by: `end` was given by a
 * stronger origin than `hours`. */
bool settings_by_end(const struct settings *settings);

/* What is wrong with the settings taken together (lists of hours are for `compare`, COMPARING;
 * hours or an end, not both) is reported; false then. */
bool settings_agree(const struct settings *settings, bool comparing);

/* Fills in what nobody set: time zone of the system; start where what was lived began, else on the
 * coming Monday (today where it is one). */
void settings_complete(struct settings *settings, day today);

#endif
