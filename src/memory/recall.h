/* recall: what a build wrote down for the next one, taken back out of the cells it stands in. */
#ifndef ROADBOOK_MEMORY_RECALL_H
#define ROADBOOK_MEMORY_RECALL_H

#include "memory/record.h"

/* Takes the record's tables out of those of MEMORY, and fills what they say into it: version, plan,
 * title, days, settings, first plan, past and known ids. `past.today` is the day it was built for,
 * until who takes the past up sets it. A row that makes no sense is dropped; a past that does not
 * hang together is dropped from there on, which is reported. false: there is no record, or it names
 * no plan; MEMORY then keeps its tables as they are. */
bool recall_record(struct pool *pool, struct memory *memory);

/* The weeks, their sessions and the lines of their pages; a part of that. */
void recall_past(struct pool *pool, const struct record *record, struct memory *memory);

#endif
