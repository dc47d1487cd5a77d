/* vevent: one entry of the feed as a VEVENT. */
#ifndef ROADBOOK_ICS_VEVENT_H
#define ROADBOOK_ICS_VEVENT_H

#include "base/timezone.h"
#include "ics/events.h"
#include "memory/feed/feed_event.h"

/* The event's lines, in POOL, with times in ZONE (NULL: UTC); it has no stamps yet and no extras.
 */
struct event_lines vevent_lines(struct pool *pool, const struct timezone_data *zone,
                                const struct event *event);

#endif
