/* merge: which events the new feed has: those of the plan, and those of the old feed that stay. */
#ifndef ROADBOOK_ICS_MERGE_H
#define ROADBOOK_ICS_MERGE_H

#include "base/timezone.h"
#include "ics/events.h"
#include "memory/old_feed.h"

/* One VEVENT of the new feed. */
struct feed_entry {
    /* NULL: OLD stays as it is */
    const struct event *event;
    /* of a made one */
    const char *uid;
    /* what it said before; NULL: it was not there */
    const struct old_event *old;
};

struct feed_entries {
    /* the plan's in order of time, then the learner's own in the order of the old file */
    struct feed_entry *list;
    size_t count;
    /* an event of the plan is gone */
    bool gone;
};

/* Merges the plan's EVENTS (COUNT, of events_collect()) with OLD, a feed of the same plan, as of
 * TODAY. An event of OLD before TODAY stays as it is, and none comes to be there, but in weeks that
 * were laid out anew on purpose; where nothing of OLD is known, all events are made. ZONE is the
 * plan's, NULL: UTC. In POOL. */
struct feed_entries entries_merge(struct pool *pool, const struct schedule *schedule,
                                  const struct event *events, size_t count,
                                  const struct old_feed *old, const struct timezone_data *zone,
                                  day today);

/* true where the UID has the form that roadbook gives; any other is the learner's own. */
bool uid_is_ours(const char *uid);

/* The day on which an old event begins, in its own time zone (of a time in UTC, in ZONE; NULL:
 * UTC), and in *MINUTE the minute of that day, -1 where it is all day long. DAY_NONE: none. */
day old_event_day(const struct old_event *event, const struct timezone_data *zone, int *minute);

#endif
