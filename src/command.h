/* command: the contract between the command line and what a command does; the one table of them. */
#ifndef ROADBOOK_COMMAND_H
#define ROADBOOK_COMMAND_H

#include <stdbool.h>
#include <stddef.h>

struct run; /* run.h */

struct command {
    /* the first word on the line: "build" */
    const char *name;
    /* what --help says it takes, and does */
    const char *argument, *help;
    /* what it takes behind the roadmap, as one would type it: "1h10"; NULL: nothing */
    const char *operand;
    /* gives JSON where --json asks for it */
    bool json;
    /* `--settings` without a file asks which are in force */
    bool settings;
    /* several --hours or --end are paces to set side by side */
    bool paces;
    /* every message, notes too, is held back until it has acted, and comes in order */
    bool holds_messages;
    /* warnings about the roadmap are for other commands */
    bool terse;
    /* it remakes files by what stands there: nobody else does, meanwhile */
    bool remakes;
    /* Changes what is remembered, on the run's today, before the plan is dated by it. NULL: nothing
     * to change. false after a report. */
    bool (*prepare)(struct run *run);
    /* Does it, for a run whose plan is dated. What fails is reported. */
    void (*act)(struct run *run);
};

/* In the order of --help; NAME is commands/NAME.c. */
#define COMMANDS(COMMAND)                                                                          \
    COMMAND(build)                                                                                 \
    COMMAND(today)                                                                                 \
    COMMAND(log)                                                                                   \
    COMMAND(check)                                                                                 \
    COMMAND(show)                                                                                  \
    COMMAND(compare)

#define COMMAND(name) extern const struct command name##_command;
COMMANDS(COMMAND)
#undef COMMAND

/* All of them; *COUNT in all. */
const struct command *const *commands(size_t *count);

/* The command called NAME; NULL where there is none. */
const struct command *command_find(const char *name);

#endif
