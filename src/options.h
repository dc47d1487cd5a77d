/* options: the command line: what it asks for, and the settings on it. */
#ifndef ROADBOOK_OPTIONS_H
#define ROADBOOK_OPTIONS_H

#include "command.h"
#include "settings/settings.h"

struct options {
    /* NULL before one was read */
    const struct command *command;
    /* its path; "-" is standard input */
    const char *roadmap;
    /* --settings; NULL: roadbook.yaml beside the roadmap */
    const char *settings_file;
    bool json, force;
    /* what was remembered is forgotten */
    bool fresh;
    /* the rest of the plan is laid out anew; what is optional is left out */
    bool replan, drop_optional;
    /* the book that was printed; NULL: none was named */
    const char *since;
    /* --tracker, in the order given */
    const char **trackers;
    size_t tracker_count;
    /* `show --settings`: what is in force */
    bool show_settings;
    /* `show --why`: an item or a date; NULL: not asked */
    const char *why;
    /* `log`: what was typed behind the roadmap, --on, --for, --note and --done; NULL: not given,
     * the first only where --done or --undo is there */
    const char *operand, *on, *category, *note, *done;
    /* `log`: what was logged last is taken back */
    bool undo;
    /* -1 quiet, 0, 1 verbose */
    int verbosity;
};

enum options_result { OPTIONS_RUN, OPTIONS_DONE, OPTIONS_WRONG };

/* Reads the command line; settings go into SETTINGS with ORIGIN_COMMAND_LINE. OPTIONS_DONE where
 * --help or --version was answered on standard output; OPTIONS_WRONG after a message
 * (STATUS_USAGE). */
enum options_result options_read(int count, char **arguments, struct options *options,
                                 struct settings *settings);

#endif
