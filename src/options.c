/* options: the command line; one table drives getopt_long and --help. */
#include "options.h"

#include <getopt.h>
#include <stdio.h>
#include <string.h>

#include "base/nearest.h"

/* The commands, for --help and for the nearest to a mistyped one; main.c runs them. */
static const struct {
    const char *name, *argument, *help;
} commands[] = {
    {"build", "ROADMAP.md", "make NAME.pdf, NAME.ics and NAME.xlsx"},
    {"check", "ROADMAP.md", "tell every contradiction and oddity; writes nothing"},
    {"show", "ROADMAP.md", "print the plan with its dates"},
    {"compare", "ROADMAP.md", "what 5 or 10 hours a week mean, side by side: --hours 5,10"},
};

/* Options that are no settings. */
enum plain {
    PLAIN_SETTINGS,
    PLAIN_WHY,
    PLAIN_JSON,
    PLAIN_FORCE,
    PLAIN_QUIET,
    PLAIN_VERBOSE,
    PLAIN_HELP,
    PLAIN_VERSION,
    PLAIN_COUNT
};

static const struct {
    const char *name;
    char letter;
    const char *argument, *help;
} plain_table[PLAIN_COUNT] = {
    [PLAIN_SETTINGS] =
        {"settings", 0, "FILE",
         "settings file (default: roadbook.yaml beside the roadmap); `show --settings` "
         "without one: what is in force, and from where"},
    [PLAIN_WHY] = {"why", 0, "ITEM",
                   "show: why an item, or what is on a date, falls where it does"},
    [PLAIN_JSON] = {"json", 0, NULL, "show, check, compare: as JSON, for programs"},
    [PLAIN_FORCE] = {"force", 0, NULL,
                     "build: replace a tracker that holds entries; it is kept as NAME.xlsx.bak"},
    [PLAIN_QUIET] = {"quiet", 'q', NULL, "errors only"},
    [PLAIN_VERBOSE] = {"verbose", 'v', NULL, "notes too: what was assumed"},
    [PLAIN_HELP] = {"help", 'h', NULL, "this help"},
    [PLAIN_VERSION] = {"version", 0, NULL, "the version"},
};

#define COMMAND_COUNT (sizeof commands / sizeof commands[0])
#define OPTION_COUNT  (SETTING_COUNT + PLAIN_COUNT)
#define LONG_ONLY     1000 /* getopt's value of an option is LONG_ONLY + its place in the table */

static void print_row(const char *name, char letter, const char *argument, const char *help)
{
    char left[48];

    snprintf(left, sizeof left, "--%s%s%s", name, argument ? " " : "", argument ? argument : "");
    if (letter)
        printf("  -%c, %-22s %s\n", letter, left, help);
    else
        printf("      %-22s %s\n", left, help);
}

static void print_help(void)
{
    puts("Usage: roadbook COMMAND [OPTION]... ROADMAP.md\n\n"
         "Turns a learning roadmap in Markdown into a printable workbook (PDF), a feed of study\n"
         "sessions for the calendar (iCalendar) and a tracker of hours (XLSX).\n\nCommands:");
    for (size_t i = 0; i < COMMAND_COUNT; i++)
        printf("  %-8s %-18s %s\n", commands[i].name, commands[i].argument, commands[i].help);
    puts("\nSettings (each also a key under `roadbook:` in the roadmap's front matter, and in "
         "roadbook.yaml):");
    for (size_t i = 0; i < SETTING_COUNT; i++)
        if (settings_table[i].argument || settings_table[i].flag)
            print_row(settings_table[i].name, settings_table[i].letter, settings_table[i].argument,
                      settings_table[i].help);
    puts("\nOptions:");
    for (size_t i = 0; i < PLAIN_COUNT; i++)
        print_row(plain_table[i].name, plain_table[i].letter, plain_table[i].argument,
                  plain_table[i].help);
    puts("\nExit status: 0 done, 1 the roadmap or the settings can't be used, 2 wrong usage, 3 a "
         "file or the\n"
         "system failed.");
}

/* Both tables as getopt_long wants them. */
static void make_getopt_tables(char *letters, struct option *longs)
{
    size_t count = 0;

    *letters++ = ':'; /* a missing argument is told apart, and nothing printed */
    for (int i = 0; i < OPTION_COUNT; i++) {
        bool setting = i < SETTING_COUNT;
        const char *name = setting ? settings_table[i].name : plain_table[i - SETTING_COUNT].name;
        const char *argument =
            setting ? settings_table[i].argument : plain_table[i - SETTING_COUNT].argument;
        char letter = setting ? settings_table[i].letter : plain_table[i - SETTING_COUNT].letter;
        if (setting && !argument && !settings_table[i].flag)
            continue;
        longs[count++] =
            (struct option){name, argument ? required_argument : no_argument, NULL, LONG_ONLY + i};
        if (i == SETTING_COUNT + PLAIN_SETTINGS)
            longs[count - 1].has_arg = optional_argument;
        if (letter) {
            *letters++ = letter;
            if (argument)
                *letters++ = ':';
        }
    }
    *letters = '\0';
    longs[count] = (struct option){0};
}

/* A short option's letter to its place in the tables. */
static int option_place(int value)
{
    for (int i = 0; i < OPTION_COUNT; i++)
        if (value == LONG_ONLY + i ||
            value == (i < SETTING_COUNT ? settings_table[i].letter
                                        : plain_table[i - SETTING_COUNT].letter))
            return i;
    return -1;
}

/* true where the command is NAME: the first word on the line that is a command's. */
static bool commanded(int count, char **arguments, const char *name)
{
    for (int i = 1; i < count; i++)
        for (size_t c = 0; c < COMMAND_COUNT; c++)
            if (strcmp(arguments[i], commands[c].name) == 0)
                return strcmp(commands[c].name, name) == 0;
    return false;
}

static bool names_yaml(const char *path)
{
    size_t length = strlen(path);

    return (length > 5 && strcmp(path + length - 5, ".yaml") == 0) ||
           (length > 4 && strcmp(path + length - 4, ".yml") == 0);
}

/* `--settings FILE`; behind `show` a word that does not end in .yaml or .yml is no FILE, and
 * `--settings` asks for those in force. */
static enum options_result take_settings_file(int count, char **arguments, struct options *options)
{
    const char *next = optind < count ? arguments[optind] : NULL;
    bool show = commanded(count, arguments, "show");

    if (optarg) {
        options->settings_file = optarg;
    } else if (next && *next != '-' && (!show || names_yaml(next))) {
        options->settings_file = next;
        optind++;
    } else if (show) {
        options->show_settings = true;
    } else {
        report_failure(STATUS_USAGE, NOWHERE, "option '--settings' needs a value");
        return OPTIONS_WRONG;
    }
    return OPTIONS_RUN;
}

static enum options_result take_plain(enum plain plain, struct options *options)
{
    switch (plain) {
    case PLAIN_SETTINGS:
        break; /* take_settings_file() */
    case PLAIN_WHY:
        options->why = optarg;
        break;
    case PLAIN_JSON:
        options->json = true;
        break;
    case PLAIN_FORCE:
        options->force = true;
        break;
    case PLAIN_QUIET:
        options->verbosity = -1;
        break;
    case PLAIN_VERBOSE:
        options->verbosity = 1;
        break;
    case PLAIN_HELP:
        print_help();
        return OPTIONS_DONE;
    case PLAIN_VERSION:
        puts("roadbook " ROADBOOK_VERSION);
        return OPTIONS_DONE;
    case PLAIN_COUNT:
        break;
    }
    return OPTIONS_RUN;
}

static void report_unknown_option(const char *argument, const struct option *longs)
{
    const char *names[OPTION_COUNT];
    size_t count = 0;
    char word[64];

    for (; longs[count].name; count++)
        names[count] = longs[count].name;
    snprintf(word, sizeof word, "%s", argument + strspn(argument, "-"));
    word[strcspn(word, "=")] = '\0';
    const char *meant = strncmp(argument, "--", 2) == 0 ? nearest_word(word, names, count) : NULL;
    if (meant)
        report_failure(STATUS_USAGE, NOWHERE, "unknown option '%s'; did you mean --%s?", argument,
                       meant);
    else
        report_failure(STATUS_USAGE, NOWHERE, "unknown option '%s'; `roadbook --help` lists them",
                       argument);
}

/* The command and the roadmap: what is left on the line beside the options. */
static enum options_result take_operands(int count, char **operands, struct options *options)
{
    const char *names[COMMAND_COUNT];

    if (count == 0) {
        report_failure(STATUS_USAGE, NOWHERE,
                       "no command; try `roadbook build ROADMAP.md`, or `roadbook --help`");
        return OPTIONS_WRONG;
    }
    for (size_t i = 0; i < COMMAND_COUNT; i++) {
        names[i] = commands[i].name;
        if (strcmp(operands[0], commands[i].name) == 0)
            options->command = commands[i].name;
    }
    if (!options->command) {
        const char *meant = nearest_word(operands[0], names, COMMAND_COUNT);
        report_failure(STATUS_USAGE, NOWHERE, "unknown command '%s'; %s%s%s", operands[0],
                       meant ? "did you mean '" : "",
                       meant ? meant : "`roadbook --help` lists them", meant ? "'?" : "");
        return OPTIONS_WRONG;
    }
    if (count != 2) {
        report_failure(STATUS_USAGE, NOWHERE,
                       count < 2 ? "no roadmap; try `roadbook %s ROADMAP.md`"
                                 : "%s takes one roadmap at a time",
                       options->command);
        return OPTIONS_WRONG;
    }
    options->roadmap = operands[1];
    return OPTIONS_RUN;
}

enum options_result options_read(int count, char **arguments, struct options *options,
                                 struct settings *settings)
{
    char letters[2 * OPTION_COUNT + 2];
    struct option longs[OPTION_COUNT + 1];
    int value;

    *options = (struct options){0};
    make_getopt_tables(letters, longs);
    opterr = 0;
    for (;;) {
        int next = optind;
        value = getopt_long(count, arguments, letters, longs, NULL);
        if (value == -1)
            break;
        if (value == ':') {
            report_failure(STATUS_USAGE, NOWHERE, "option '%s' needs a value",
                           arguments[optind - 1]);
            return OPTIONS_WRONG;
        }
        if (value == '?') {
            report_unknown_option(arguments[optind > next ? optind - 1 : next], longs);
            return OPTIONS_WRONG;
        }
        int place = option_place(value);
        enum options_result result = OPTIONS_RUN;
        if (place < SETTING_COUNT)
            result = settings_set(settings, (enum setting)place, optarg ? optarg : "yes",
                                  ORIGIN_COMMAND_LINE, NOWHERE)
                         ? OPTIONS_RUN
                         : OPTIONS_WRONG;
        else if (place == SETTING_COUNT + PLAIN_SETTINGS)
            result = take_settings_file(count, arguments, options);
        else
            result = take_plain((enum plain)(place - SETTING_COUNT), options);
        if (result != OPTIONS_RUN)
            return result;
    }
    return take_operands(count - optind, arguments + optind, options);
}
