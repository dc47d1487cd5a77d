/* recall: what the build before wrote down of itself, out of the tables of its record. */
#ifndef ROADBOOK_MEMORY_RECALL_H
#define ROADBOOK_MEMORY_RECALL_H

#include "memory/memory.h"

/* Takes the record's tables out of MEMORY->tables, and fills the members that they tell of; the
 * rest stays as it is. false: there is no record, or it names no plan. In POOL. */
bool recall_record(struct pool *pool, struct memory *memory);

#endif
