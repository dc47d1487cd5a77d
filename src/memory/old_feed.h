/* old_feed: what the feed that is about to be replaced says of each event, so that an event which
 * did not change keeps its stamps. */
#ifndef ROADBOOK_MEMORY_OLD_FEED_H
#define ROADBOOK_MEMORY_OLD_FEED_H

#include <stddef.h>
#include <stdint.h>

#include "base/pool.h"

/* The three properties by which calendar apps notice a change. */
struct stamps {
    /* DTSTAMP, LAST-MODIFIED: seconds since 1970, UTC; -1: not there */
    int64_t stamped, modified;
    int sequence;
};

/* An event of the old feed: its lines but for the stamps, unfolded, each ended by '\n'. */
struct old_event {
    const char *uid;
    /* the lines of DTSTART and DTEND; "" where missing */
    const char *start, *end;
    const char *content;
    struct stamps stamps;
};

enum old_state {
    OLD_NONE,   /* nothing to keep: no bytes */
    OLD_WHOLE,  /* ours */
    OLD_BROKEN, /* ours by its PRODID, but cut off or damaged; what could be read of it is there */
    OLD_FOREIGN /* not a calendar, or another program's */
};

struct old_feed {
    enum old_state state;
    /* by uid */
    const struct old_event *events;
    size_t count;
};

/* Reads LENGTH bytes, which may be anything, as a feed with this PRODID. In POOL. */
const struct old_feed *old_feed_read(struct pool *pool, const char *bytes, size_t length,
                                     const char *product);

/* The event with that UID, or NULL. */
const struct old_event *old_feed_find(const struct old_feed *feed, const char *uid);

/* Takes one VEVENT's text apart, as it is written now, to be compared with an old one; stamps as
 * found in it. In POOL. */
struct old_event event_lines(struct pool *pool, const char *text);

/* The stamps of an event that says NEW now and said OLD (NULL: was not there): unchanged ones keep
 * them; a changed one is stamped NOW, or one second after its last stamp where that is later, and
 * its sequence grows where it was moved. */
struct stamps stamps_for(const struct old_event *old, const struct old_event *new, int64_t now);

#endif
