/* options: the command line; one table drives getopt_long and --help. */
#ifndef ROADBOOK_OPTIONS_H
#define ROADBOOK_OPTIONS_H

#include "settings/settings.h"

struct options {
    const char *command;       /* "build" */
    const char *roadmap;       /* its path; "-" is standard input */
    const char *settings_file; /* --settings; NULL: roadbook.yaml beside the roadmap */
    bool json, force;
    bool show_settings; /* `show --settings`: what is in force */
    const char *why;    /* `show --why`: an item or a date; NULL: not asked */
    int verbosity;      /* -1 quiet, 0, 1 verbose */
};

enum options_result { OPTIONS_RUN, OPTIONS_DONE, OPTIONS_WRONG };

/* Reads the command line; settings go into SETTINGS with ORIGIN_COMMAND_LINE. OPTIONS_DONE where
 * --help or --version was answered on standard output; OPTIONS_WRONG after a message
 * (STATUS_USAGE). */
enum options_result options_read(int count, char **arguments, struct options *options,
                                 struct settings *settings);

#endif
