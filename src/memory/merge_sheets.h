/* merge_sheets: the learner's own sheets of two trackers; a part of merge. */
#ifndef ROADBOOK_MEMORY_MERGE_SHEETS_H
#define ROADBOOK_MEMORY_MERGE_SHEETS_H

#include "memory/memory.h"

/* Adds the sheets of OTHER to INTO's, as memory_merge() says. */
void merge_sheets(struct pool *pool, struct memory *into, const struct memory *other);

#endif
