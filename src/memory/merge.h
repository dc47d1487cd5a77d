/* merge: what a learner wrote in two trackers of one plan, taken together. */
#ifndef ROADBOOK_MEMORY_MERGE_H
#define ROADBOOK_MEMORY_MERGE_H

#include "memory/memory.h"

/* Takes what the learner wrote in OTHER over into INTO, which keeps its own record, and takes
 * OTHER's where somebody deleted its own. In a row that both have, cells that are empty in INTO are
 * filled; where both hold something else, INTO's stays, and OTHER's row is added to INTO's strays,
 * which is said once a sheet. A tick, a status or a price that roadbook gave there is nobody's
 * entry. Of rows without a key, and of those with a key that INTO does not know, as many stand
 * there afterwards as in the one that has more of them. Columns of the learner's own are matched by
 * their headers, sheets by their names: one that says something else becomes "NAME (2)". Merging
 * the same tracker again changes nothing. What is taken from OTHER stays OTHER's: it must live as
 * long as POOL. */
void memory_merge(struct pool *pool, struct memory *into, const struct memory *other);

#endif
