/* options_operands: the words of the command line that are no options, and what goes with them. */
#include "options_operands.h"

#include <stdlib.h>

#include "base/nearest.h"

static void report_unknown_command(const char *word)
{
    size_t count;
    const struct command *const *table = commands(&count);
    const char **names = must_alloc(count * sizeof *names);

    for (size_t i = 0; i < count; i++)
        names[i] = table[i]->name;
    const char *meant = nearest_word(word, names, count);
    if (meant)
        report_failure(STATUS_USAGE, NOWHERE, "unknown command '%s'; did you mean '%s'?", word,
                       meant);
    else
        report_failure(STATUS_USAGE, NOWHERE, "unknown command '%s'; `roadbook --help` lists them",
                       word);
    free(names);
}

/* The first of the options given that only a command with an operand has; NULL: none. */
static const char *entry_option(const struct options *options)
{
    return options->on         ? "on"
           : options->category ? "for"
           : options->note     ? "note"
           : options->done     ? "done"
           : options->undo     ? "undo"
                               : NULL;
}

/* The first of the options given that --undo, which says nothing new, has no use for; NULL: none.
 */
static const char *idle_option(const struct options *options)
{
    return options->category ? "for" : options->note ? "note" : options->done ? "done" : NULL;
}

/* COUNT operands are those that the command takes; what is done can be ticked alone, and what was
 * logged is taken back with its hours. */
static bool are_all(int count, const struct command *command, const struct options *options)
{
    bool ticks = options->done && !options->category && !options->note;
    bool alone = options->undo || (ticks && count == 2);
    int wanted = command->operand && !alone ? 3 : 2;

    if (count < 2)
        report_failure(STATUS_USAGE, NOWHERE, "no roadmap; try `roadbook %s %s`", command->name,
                       command->argument);
    else if (count < wanted)
        report_failure(STATUS_USAGE, NOWHERE, "no hours; try `roadbook %s %s`", command->name,
                       command->argument);
    else if (count > wanted && command->operand && options->undo)
        report_failure(STATUS_USAGE, NOWHERE,
                       "--undo takes back what the day's last row has; it takes no hours");
    else if (count > wanted)
        report_failure(STATUS_USAGE, NOWHERE, "%s takes one roadmap%s%s at a time", command->name,
                       command->operand ? " and " : "", command->operand ? "its hours" : "");
    return count == wanted;
}

enum options_result operands_take(int count, char **operands, struct options *options)
{
    if (count == 0) {
        report_failure(STATUS_USAGE, NOWHERE,
                       "no command; try `roadbook build ROADMAP.md`, or `roadbook --help`");
        return OPTIONS_WRONG;
    }
    options->command = command_find(operands[0]);
    if (!options->command) {
        report_unknown_command(operands[0]);
        return OPTIONS_WRONG;
    }
    if (!are_all(count, options->command, options))
        return OPTIONS_WRONG;
    if (entry_option(options) && !options->command->operand) {
        report_failure(STATUS_USAGE, NOWHERE, "%s has no --%s; `roadbook --help` tells which do",
                       options->command->name, entry_option(options));
        return OPTIONS_WRONG;
    }
    if (options->undo && idle_option(options)) {
        report_failure(STATUS_USAGE, NOWHERE, "--undo and --%s do not go together",
                       idle_option(options));
        return OPTIONS_WRONG;
    }
    if (options->json && !options->command->json) {
        report_failure(STATUS_USAGE, NOWHERE, "%s has no --json; `roadbook --help` tells which do",
                       options->command->name);
        return OPTIONS_WRONG;
    }
    options->roadmap = operands[1];
    options->operand = options->command->operand && count > 2 ? operands[2] : NULL;
    return OPTIONS_RUN;
}
