/* command: the one table of commands. */
#include "command.h"

#include <string.h>

static const struct command *const table[] = {
#define COMMAND(name) &name##_command,
    COMMANDS(COMMAND)
#undef COMMAND
};

const struct command *const *commands(size_t *count)
{
    *count = sizeof table / sizeof table[0];
    return table;
}

const struct command *command_find(const char *name)
{
    for (size_t i = 0; i < sizeof table / sizeof table[0]; i++)
        if (strcmp(table[i]->name, name) == 0)
            return table[i];
    return NULL;
}
