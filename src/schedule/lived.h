/* lived: the sessions that stand, as they were planned, and what tells one layout from another. */
#ifndef ROADBOOK_SCHEDULE_LIVED_H
#define ROADBOOK_SCHEDULE_LIVED_H

#include "schedule/schedule.h"

/* Finds items by their ids. */
struct item_index {
    /* sorted by id */
    const struct item **items;
    size_t count;
};

/* Of PLAN, in POOL. */
struct item_index item_index_new(struct pool *pool, const struct plan *plan);

/* NULL: the plan has no such item. */
const struct item *item_of_id(const struct item_index *index, const char *id);

/* The session as it was planned, in the week of that index: all but its category; its focus may be
 * "". Items that the plan no longer has are left out. In POOL. */
struct session session_lived(struct pool *pool, const struct item_index *index,
                             const struct past_session *past, int week);

/* The first of its items, what it went to; NULL: it is gone, or nothing was in turn then. */
const struct item *lived_main(const struct session *session, const struct past_session *past);

/* true for a session that went through an exit checklist. */
bool lived_checklist(const struct session *session);

/* When a plan has one sit down to learn, in one number, by which two files tell whether they were
 * made of the same layout: of id, day, time and minutes of all its sessions, not of their words. */
uint64_t layout_of_schedule(const struct schedule *schedule);

/* The same of a plan that memory holds. */
uint64_t layout_of_past(const struct past *past);

#endif
