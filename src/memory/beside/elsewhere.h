/* elsewhere: the tracker of a plan that an earlier build made in a folder right beside. */
#ifndef ROADBOOK_MEMORY_ELSEWHERE_H
#define ROADBOOK_MEMORY_ELSEWHERE_H

#include "base/pool.h"

/* Where no tracker stands at PATH: the folder beside ROADMAP, or that of ROADMAP itself, in which
 * one of its name does, of the plan called PLAN_ID or TITLE: as it is to be typed, "out", "." for
 * the folder one is in; the one that was written last. NULL: none. Follows no links, looks no
 * deeper, reads few files and changes none. In POOL. */
const char *tracker_elsewhere(struct pool *pool, const char *roadmap, const char *path,
                              const char *plan_id, const char *title);

#endif
