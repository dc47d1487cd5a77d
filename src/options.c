/* options: the command line; one table drives getopt_long and --help. */
#include "options.h"

#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/nearest.h"
#include "options_operands.h"
#include "settings/table.h"

#define DROP_OPTIONAL "drop-optional" /* what --catch-up takes */

/* Options that are no settings. */
enum plain {
    PLAIN_SETTINGS,
    PLAIN_WHY,
    PLAIN_JSON,
    PLAIN_FORCE,
    PLAIN_FRESH,
    PLAIN_TRACKER,
    PLAIN_REPLAN,
    PLAIN_CATCH_UP,
    PLAIN_ON,
    PLAIN_FOR,
    PLAIN_NOTE,
    PLAIN_DONE,
    PLAIN_UNDO,
    PLAIN_SINCE,
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
    [PLAIN_JSON] = {"json", 0, NULL, "as JSON, for programs"},
    [PLAIN_FORCE] = {"force", 0, NULL,
                     "build: replace files that can't be read or are another plan's; they are kept "
                     "as NAME.bak"},
    [PLAIN_FRESH] = {"fresh", 0, NULL, "forget the settings that the last build remembers"},
    [PLAIN_TRACKER] = {"tracker", 0, "FILE.xlsx",
                       "take entries from this tracker too; may be repeated"},
    [PLAIN_REPLAN] = {"replan", 0, NULL,
                      "build: lay out the rest anew, from where the hours logged and the ticks say "
                      "you stand"},
    [PLAIN_CATCH_UP] = {"catch-up", 0, DROP_OPTIONAL, "with --replan: leave out what is optional"},
    [PLAIN_ON] = {"on", 0, "DATE",
                  "log: the day it was: 2026-01-16, '16 Jan', yesterday (default: today)"},
    [PLAIN_FOR] = {"for", 0, "CATEGORY", "log: what kind of work it was"},
    [PLAIN_NOTE] = {"note", 0, "TEXT", "log: a note beside it"},
    [PLAIN_DONE] = {"done", 0, "ITEM",
                    "log: tick this; the start of its title is enough; without hours it is "
                    "ticked, no more"},
    [PLAIN_UNDO] = {"undo", 0, NULL,
                    "log: take back what the day's last row in the Log has, or that of --on DATE"},
    [PLAIN_SINCE] = {"since", 0, "OLD.pdf",
                     "build: NAME-insert.pdf as well, with the sheets that differ from this book, "
                     "which was printed"},
    [PLAIN_QUIET] = {"quiet", 'q', NULL, "errors only"},
    [PLAIN_VERBOSE] = {"verbose", 'v', NULL, "notes too: what was assumed"},
    [PLAIN_HELP] = {"help", 'h', NULL, "this help"},
    [PLAIN_VERSION] = {"version", 0, NULL, "the version"},
};

#define OPTION_COUNT (SETTING_COUNT + PLAIN_COUNT)
#define LONG_ONLY    1000 /* getopt's value of an option is LONG_ONLY + its place in the table */

static void print_row(const char *name, char letter, const char *argument, const char *help)
{
    char left[48];

    snprintf(left, sizeof left, "--%s%s%s", name, argument ? " " : "", argument ? argument : "");
    if (letter)
        printf("  -%c, %-22s %s\n", letter, left, help);
    else
        printf("      %-22s %s\n", left, help);
}

/* "check, show: as JSON": who takes --json, and what it does. */
static void add_json_help(struct text *out)
{
    size_t count;
    const struct command *const *table = commands(&count);

    for (size_t i = 0; i < count; i++)
        if (table[i]->json)
            text_print(out, "%s%s", out->length > 0 ? ", " : "", table[i]->name);
    text_print(out, ": %s", plain_table[PLAIN_JSON].help);
}

static void print_setting(const struct setting_row *row)
{
    struct text help = TEXT_INIT;

    text_add(&help, row->help);
    if (row->add_help)
        row->add_help(",", &help);
    print_row(row->name, row->letter, row->argument, text_string(&help));
    text_free(&help);
}

static void print_outputs(void)
{
    size_t count;
    const struct exporter *const *table = exporters(&count);

    for (size_t i = 0; i < count; i++)
        printf("  NAME%-6s %s\n", table[i]->suffix, table[i]->help);
}

static void print_help(void)
{
    size_t count;
    const struct command *const *table = commands(&count);
    struct text json = TEXT_INIT;

    add_json_help(&json);
    puts("Usage: roadbook COMMAND [OPTION]... ROADMAP.md\n\n"
         "Turns a learning roadmap in Markdown into");
    print_outputs();
    puts("\nCommands:");
    for (size_t i = 0; i < count; i++)
        printf("  %-8s %-18s %s\n", table[i]->name, table[i]->argument, table[i]->help);
    puts("\nSettings (each also a key under `roadbook:` in the roadmap's front matter, and in "
         "roadbook.yaml):");
    for (size_t i = 0; i < SETTING_COUNT; i++)
        if (settings_table[i].argument || settings_table[i].flag)
            print_setting(&settings_table[i]);
    puts("\nOptions:");
    for (size_t i = 0; i < PLAIN_COUNT; i++)
        print_row(plain_table[i].name, plain_table[i].letter, plain_table[i].argument,
                  i == PLAIN_JSON ? text_string(&json) : plain_table[i].help);
    text_free(&json);
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

/* The first word on the line that is a command's name; NULL where none is. */
static const struct command *command_on(int count, char **arguments)
{
    const struct command *found = NULL;

    for (int i = 1; i < count && !found; i++)
        found = command_find(arguments[i]);
    return found;
}

static bool names_yaml(const char *path)
{
    size_t length = strlen(path);

    return (length > 5 && strcmp(path + length - 5, ".yaml") == 0) ||
           (length > 4 && strcmp(path + length - 4, ".yml") == 0);
}

/* `--settings FILE`; for a command that shows them a word that does not end in .yaml or .yml is no
 * FILE, and `--settings` asks for those in force. */
static enum options_result take_settings_file(int count, char **arguments, struct options *options)
{
    const char *next = optind < count ? arguments[optind] : NULL;
    const struct command *command = command_on(count, arguments);
    bool asks = command && command->settings;

    if (optarg) {
        options->settings_file = optarg;
    } else if (next && *next != '-' && (!asks || names_yaml(next))) {
        options->settings_file = next;
        optind++;
    } else if (asks) {
        options->show_settings = true;
    } else {
        report_failure(STATUS_USAGE, NOWHERE, "option '--settings' needs a value");
        return OPTIONS_WRONG;
    }
    return OPTIONS_RUN;
}

static enum options_result take_catch_up(struct options *options)
{
    if (strcmp(optarg, DROP_OPTIONAL) != 0) {
        report_failure(STATUS_USAGE, NOWHERE,
                       "--catch-up '%s': there is but one way so far: " DROP_OPTIONAL, optarg);
        return OPTIONS_WRONG;
    }
    options->drop_optional = true;
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
    case PLAIN_FRESH:
        options->fresh = true;
        break;
    case PLAIN_TRACKER:
        options->trackers[options->tracker_count++] = optarg;
        break;
    case PLAIN_REPLAN:
        options->replan = true;
        break;
    case PLAIN_CATCH_UP:
        return take_catch_up(options);
    case PLAIN_ON:
        options->on = optarg;
        break;
    case PLAIN_FOR:
        options->category = optarg;
        break;
    case PLAIN_NOTE:
        options->note = optarg;
        break;
    case PLAIN_DONE:
        options->done = optarg;
        break;
    case PLAIN_UNDO:
        options->undo = true;
        break;
    case PLAIN_SINCE:
        options->since = optarg;
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

enum options_result options_read(int count, char **arguments, struct options *options,
                                 struct settings *settings)
{
    char letters[2 * OPTION_COUNT + 2];
    struct option longs[OPTION_COUNT + 1];
    int value;

    *options = (struct options){
        .trackers = pool_alloc(settings->pool, (size_t)count * sizeof *options->trackers)};
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
    return operands_take(count - optind, arguments + optind, options);
}
