/* edition: what the commands that make files hand to the exporters. */
#ifndef ROADBOOK_COMMANDS_EDITION_H
#define ROADBOOK_COMMANDS_EDITION_H

#include "run.h"

/* What all files are made of. Its fingerprint is of what it says: the plan, and the paces compared;
 * "" for an entry, as the tracker does not tell it. */
struct edition edition_of(struct run *run);

/* All files that were read for it, *COUNT of them. */
const char **inputs_of(const struct run *run, size_t *count);

#endif
