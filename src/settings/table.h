/* table: what a row of the settings holds: its key in YAML, its option on the command line, its
 * line in --help, and how its text is taken. */
#ifndef ROADBOOK_SETTINGS_TABLE_H
#define ROADBOOK_SETTINGS_TABLE_H

#include "settings/settings.h"

enum path { PATH_NOT, PATH_ALWAYS, PATH_WITH_SLASH };

struct setting_row {
    const char *name;
    /* of the short option; 0: none */
    char letter;
    /* what --help calls its value; NULL: a flag, or only a key */
    const char *argument;
    const char *help;
    /* Appends what the help ends with, BETWEEN commas; NULL: nothing. */
    void (*add_help)(const char *between, struct text *out);
    /* takes no value on the command line, where it means yes; yes or no in YAML */
    bool flag;
    /* may be given several times; a list in YAML */
    bool list;
    /* its text names a file or folder: one named in a file stands beside that */
    enum path path;
    /* belongs to one run or one machine: left out where the settings are written down */
    bool passing;
    /* of one run only: the next build does not remember it */
    bool momentary;
    /* what stands between several values in one text, in place of the ends of lines; NULL: there is
     * one */
    const char *between;
    /* Takes VALUE, which lives as long as SETTINGS; gives NULL, or what is wrong with it ("is not
     * from 0.5 to 60"). */
    const char *(*take)(struct settings *settings, const char *value);
    /* In place of it, where one member is all it needs: so too, into that. */
    const char *(*put)(const char *value, void *member);
    /* where in struct settings that member is, or a list with its counts, which is emptied where a
     * stronger origin gives another; its size */
    size_t member, size;
};

extern const struct setting_row settings_table[SETTING_COUNT];

#endif
