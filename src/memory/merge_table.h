/* merge_table: a table of two trackers of one plan, taken together. */
#ifndef ROADBOOK_MEMORY_MERGE_TABLE_H
#define ROADBOOK_MEMORY_MERGE_TABLE_H

#include "memory/memory.h"

/* TABLE of INTO with what THEIRS, OTHER's table of that role, says beside it. *STRAYS gets the rows
 * of THEIRS that say something else than the row that stands here and than all of INTO's strays;
 * its columns are those of the table that it gives, in which TABLE's come first. In POOL; cells
 * stay those of the two. */
struct kept_table table_merge(struct pool *pool, const struct memory *into,
                              const struct kept_table *table, const struct memory *other,
                              const struct kept_table *theirs, struct kept_table *strays);

#endif
