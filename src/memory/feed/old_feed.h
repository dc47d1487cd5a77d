/* old_feed: what the feed that is about to be replaced holds: events of roadbook's, whose stamps
 * and past stand, and all that others put there, which is kept. */
#ifndef ROADBOOK_MEMORY_OLD_FEED_H
#define ROADBOOK_MEMORY_OLD_FEED_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/date.h"
#include "base/pool.h"

/* The PRODID of roadbook's feeds. */
#define FEED_PRODUCT "-//roadbook//Feed//EN"

/* Bytes; an old file larger than this is none of roadbook's. */
#define FEED_LIMIT ((size_t)64 << 20)

/* In which the feed says whose it is. */
#define FEED_PLAN_PROPERTY  "X-ROADBOOK-PLAN"
#define FEED_START_PROPERTY "X-ROADBOOK-START"

/* And which layout of the plan (schedule/lived.h) it shares its past with. */
#define FEED_LAYOUT_PROPERTY "X-ROADBOOK-LAYOUT"

/* A VEVENT of roadbook's: its UID is a UUID of version 5, and it is no exception to another. */
struct old_event {
    const char *uid;
    /* all its lines as they are in the file, unfolded, each ended by '\n' */
    const char *lines;
    /* its day by its own clock, in UTC by that of the feed's zone; DAY_NONE: it can't be read */
    day date;
    /* it begins at an hour, as sessions do; else all day */
    bool timed;
};

struct old_zone {
    const char *name;
    /* of its VTIMEZONE */
    const char *lines;
};

enum old_state {
    OLD_NONE,   /* nothing to keep: no bytes */
    OLD_WHOLE,  /* ours */
    OLD_BROKEN, /* ours, but cut off or damaged; what could be read of it is there */
    OLD_FOREIGN /* not a calendar, or another program's */
};

struct old_feed {
    enum old_state state;
    /* "": it does not say, as first editions don't */
    const char *plan_id;
    /* of the plan whose past it shares; "": it does not say, or has a past of its own */
    const char *layout;
    /* the calendar's */
    const char *name;
    /* its LAST-MODIFIED; -1: not there */
    int64_t modified;
    /* lines of its properties that roadbook does not write */
    const char *properties;
    /* in the file's order */
    const struct old_event *events;
    size_t count;
    /* lines of all other components but zones, the learner's own events among them, in their order
     */
    const char *others;
    /* by name, each once */
    const struct old_zone *zones;
    size_t zone_count;
    /* the events by UID */
    const struct old_event *const *by_uid;
};

/* Reads LENGTH bytes, which may be anything, as a feed with this PRODID, or with a plan's id. In
 * POOL. In linear time; a file of more than a million components is OLD_FOREIGN. */
const struct old_feed *old_feed_read(struct pool *pool, const char *bytes, size_t length,
                                     const char *product);

/* The (first) event with that UID, or NULL. */
const struct old_event *old_feed_find(const struct old_feed *feed, const char *uid);

/* true where at least half of the all-day events, of which there are some, have one of those COUNT
 * UIDs. */
bool old_feed_is_of(const struct old_feed *feed, const char *const *uids, size_t count);

/* The index of the zone of that name, LENGTH bytes, in feed->zones; zone_count: none. */
size_t old_feed_zone(const struct old_feed *feed, const char *name, size_t length);

/* The plan that the feed at PATH was made for, from the head of the file: its id, in POOL, and its
 * start (DAY_NONE: it doesn't say). false, both untouched: no feed there, or it does not say. */
bool feed_facts(const char *path, struct pool *pool, const char **plan_id, day *start);

#endif
