/* look_over: what `check` looks for in a plan. */
#ifndef ROADBOOK_COMMANDS_LOOK_OVER_H
#define ROADBOOK_COMMANDS_LOOK_OVER_H

#include "run.h"

/* Reports what contradicts itself in the run's dated plan, and what does not fit its hours. */
void look_over(const struct run *run);

#endif
