/* siblings: other trackers of a plan beside its own: copies that programs and browsers make. */
#ifndef ROADBOOK_MEMORY_SIBLINGS_H
#define ROADBOOK_MEMORY_SIBLINGS_H

#include <stdbool.h>

#include "base/pool.h"

/* true where NAME is that of a copy of OWN: "plan (1).xlsx", "plan-1.xlsx", "plan copy.xlsx",
 * "plan - Copy (2).xlsx" of "plan.xlsx". */
bool is_name_of_copy(const char *own, const char *name);

/* Names, in warnings, the copies beside the tracker at PATH that hold the plan PLAN_ID, and how to
 * take what they say. Reads few files, changes none. */
void siblings_name(struct pool *pool, const char *path, const char *plan_id);

#endif
