/* settings: all that a user can set, from the command line, the front matter and roadbook.yaml, in
 * one struct. */
#ifndef ROADBOOK_SETTINGS_H
#define ROADBOOK_SETTINGS_H

#include "plan/pace.h"
#include "plan/roadmap.h"

/* Where a value came from; a later one wins. */
enum origin {
    ORIGIN_DEFAULT,
    ORIGIN_TRACKER,
    ORIGIN_FILE,
    ORIGIN_FRONT_MATTER,
    ORIGIN_COMMAND_LINE
};

/* Every setting, in the order of settings_table. */
enum setting {
    SETTING_ID,
    SETTING_TITLE,
    SETTING_LANG,
    SETTING_OUTPUT,
    SETTING_HOURS,
    SETTING_START,
    SETTING_TIMEZONE,
    SETTING_ONLY,
    SETTING_SLOTS,
    SETTING_OFF,
    SETTING_PERIOD,
    SETTING_CHOOSE,
    SETTING_TEMPLATE,
    SETTING_PAPER,
    SETTING_COUNT
};

struct settings {
    struct pool *pool;
    struct roadmap_hints hints;
    struct rhythm rhythm;
    const char *output;        /* folder; NULL: beside the roadmap */
    const char *only;          /* "pdf,ics,xlsx"; NULL: all */
    const char *template_name; /* "classic" */
    const char *paper;         /* NULL: the template's own */
    enum origin origins[SETTING_COUNT];
    struct period *periods; /* what rhythm.periods points to, in the order given */
    size_t period_capacity;
    const char **choices; /* what hints.choose points to */
    size_t choice_capacity;
};

/* One row serves the key in YAML, the option of the command line and its line in --help. */
struct setting_row {
    const char *name;
    char letter;          /* of the short option; 0: none */
    const char *argument; /* what --help calls its value; NULL: not an option, only a key */
    const char *help;
    bool list; /* may be given several times; a list in YAML */
    /* Takes VALUE into SETTINGS; gives NULL, or what is wrong with it ("is not from 0.5 to 60"). */
    const char *(*take)(struct settings *settings, const char *value);
};

extern const struct setting_row settings_table[SETTING_COUNT];

/* All defaults, in POOL. */
void settings_init(struct settings *settings, struct pool *pool);

/* Sets one value from its text, unless it was set from a stronger origin already. false after an
 * error was reported at PLACE. */
bool settings_set(struct settings *settings, enum setting setting, const char *value,
                  enum origin origin, struct place place);

/* Reads title, id and lang and the keys under `roadbook:` of the roadmap's front matter; other keys
 * belong to others. */
bool settings_read_front_matter(struct settings *settings, const struct source *roadmap);

/* Reads a roadbook.yaml. */
bool settings_read_file(struct settings *settings, const struct source *file);

/* Fills in what nobody set: time zone of the system, start on the coming Monday (today where it is
 * one). */
void settings_complete(struct settings *settings, day today);

#endif
