/* feed_events: which events the new feed holds: those of the plan from today on, and those of the
 * old feed that lie in the past, as they stand there. */
#ifndef ROADBOOK_ICS_FEED_EVENTS_H
#define ROADBOOK_ICS_FEED_EVENTS_H

#include "base/timezone.h"
#include "ics/events.h"
#include "memory/feed/old_feed.h"

/* What the events of a feed follow from. */
struct feed_source {
    const struct schedule *schedule;
    /* of their times; NULL: UTC */
    const struct timezone_data *zone;
    const struct old_feed *old;
    /* of the plan, in order of time */
    const struct event *events;
    size_t count;
    day today;
    /* days of the past whose sessions are to be those of the plan, as the old feed tells of others;
     * NULL: none */
    const struct period *corrected;
    /* seconds since 1970, UTC: what changed is stamped so */
    int64_t now;
};

struct feed_events {
    /* of each event its lines, BEGIN and END with them, unfolded, each ended by '\n' */
    const char *const *lines;
    size_t count;
    /* the newest LAST-MODIFIED of those that are not of the past; -1: none */
    int64_t newest;
    /* events of the old feed that are no more, though somebody wrote words into them */
    size_t lost_words;
    /* sessions of corrected days that came, went or changed */
    size_t corrections;
};

/* In order of time. A past day (before today, and in no week that was laid out anew on purpose)
 * holds just what the old feed has there; where that has nothing of ours, or is damaged, what it
 * doesn't have is taken from the plan. Sessions of corrected days are the plan's, and stay as the
 * old feed has them where these tell the same time and words. The old event stands where a new one
 * has its UID: the new one gets a UID made of it. In POOL. */
struct feed_events feed_events_make(struct pool *pool, const struct feed_source *source);

#endif
