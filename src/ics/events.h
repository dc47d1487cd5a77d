/* events: what of a dated plan belongs into a calendar, and in which words. */
#ifndef ROADBOOK_ICS_EVENTS_H
#define ROADBOOK_ICS_EVENTS_H

#include "schedule/schedule.h"

#define EVENT_SUMMARY_LIMIT     120 /* characters; a calendar shows less in any view */
#define EVENT_DESCRIPTION_LIMIT 800
#define EVENT_CATEGORIES        2

/* One entry of the feed. All strings are clean (event_text_clean), never NULL. */
struct event {
    const char *uid;
    day date;
    /* minute of the day; -1: all day */
    int start;
    /* of a timed one */
    int minutes;
    const char *summary;
    /* "": none */
    const char *description;
    /* NULL after the last */
    const char *categories[EVENT_CATEGORIES];
    /* "": none */
    const char *url;
};

/* The sessions, milestones, reviews and due dates of SCHEDULE, in order of time, all-day ones first
 * in their day. In POOL; *COUNT of them. */
const struct event *events_collect(struct pool *pool, const struct schedule *schedule,
                                   size_t *count);

/* STRING fit for a text property: valid UTF-8, no control character but, where NEWLINES, the line
 * feed, no blanks at its ends, at most LIMIT characters (cut at a blank where one is near, and
 * marked with an ellipsis). In POOL. */
const char *event_text_clean(struct pool *pool, const char *string, size_t limit, bool newlines);

#endif
