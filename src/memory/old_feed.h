/* old_feed: what the feed that is about to be replaced says: of each event, so that what did not
 * change keeps its stamps and what is past stays; and what is not roadbook's in it. */
#ifndef ROADBOOK_MEMORY_OLD_FEED_H
#define ROADBOOK_MEMORY_OLD_FEED_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/date.h"
#include "base/pool.h"

/* The three properties by which calendar apps notice a change. */
struct stamps {
    /* DTSTAMP, LAST-MODIFIED: seconds since 1970, UTC; -1: not there */
    int64_t stamped, modified;
    int sequence;
};

/* An event of the old feed. Lines are unfolded, each ended by '\n'. */
struct old_event {
    const char *uid;
    /* the value of RECURRENCE-ID; "": none */
    const char *recurrence;
    /* the lines of DTSTART and DTEND; "" where missing */
    const char *start, *end;
    /* the lines that roadbook writes but for the stamps, in the order in which it does */
    const char *content;
    /* those that it never does, such as a VALARM or a COMMENT, with what is nested in them: the
     * learner's */
    const char *added;
    /* all of them, from BEGIN:VEVENT to END:VEVENT */
    const char *lines;
    struct stamps stamps;
    /* its place in the file, from 0 */
    size_t number;
};

/* Any other component of the old feed. */
struct old_component {
    /* "VTODO" */
    const char *name;
    /* of a VTIMEZONE; else "" */
    const char *zone;
    const char *lines;
};

enum old_state {
    OLD_NONE,   /* nothing to keep: no bytes */
    OLD_WHOLE,  /* ours */
    OLD_BROKEN, /* ours by its PRODID, but cut off or damaged; what could be read of it is there */
    OLD_FOREIGN /* not a calendar, or another program's */
};

struct old_feed {
    enum old_state state;
    /* by uid, then recurrence, then number */
    const struct old_event *events;
    size_t count;
    const struct old_component *components;
    size_t component_count;
    /* the plan that it is of; NULL: it does not say (the first edition's) */
    const char *plan_id;
    /* the plan's first day; DAY_NONE: it does not say */
    day start;
    /* what the calendar is called, escaped as in the file; "" for nothing */
    const char *name;
    /* the calendar's LAST-MODIFIED; -1: none */
    int64_t modified;
    /* lines of the calendar itself that roadbook never writes */
    const char *added;
};

/* The properties by which a feed says whose it is. */
#define FEED_PLAN  "X-ROADBOOK-PLAN"
#define FEED_START "X-ROADBOOK-START"

/* The PRODID of roadbook's feeds. */
#define FEED_PRODUCT "-//roadbook//Feed//EN"

/* An old file larger than this is none of ours. */
#define FEED_LIMIT ((size_t)64 << 20)

/* Reads LENGTH bytes, which may be anything, as a feed with this PRODID. In POOL. */
const struct old_feed *old_feed_read(struct pool *pool, const char *bytes, size_t length,
                                     const char *product);

/* As that, of roadbook's feed at PATH; OLD_NONE where nothing is there or can be read. */
const struct old_feed *old_feed_at(struct pool *pool, const char *path);

/* What the head of roadbook's feed at PATH tells of its plan, the id in POOL: false, nothing set,
 * where it is none of roadbook's or tells none. *START is DAY_NONE where it tells none. */
bool feed_facts(const char *path, struct pool *pool, const char **plan_id, day *start);

/* The event with that UID (of several the first, and none that is an exception to another), or
 * NULL. */
const struct old_event *old_feed_find(const struct old_feed *feed, const char *uid);

/* Takes one VEVENT's text apart, as it is written now, to be compared with an old one; stamps as
 * found in it. In POOL. */
struct old_event event_lines(struct pool *pool, const char *text);

/* The stamps of an event that says NEW now and said OLD (NULL: was not there): unchanged ones keep
 * them; a changed one is stamped NOW, or one second after its last stamp where that is later, and
 * its sequence grows where it was moved. */
struct stamps stamps_for(const struct old_event *old, const struct old_event *new, int64_t now);

#endif
