/* vevent: one event as the feed carries it. */
#ifndef ROADBOOK_ICS_VEVENT_H
#define ROADBOOK_ICS_VEVENT_H

#include <libical/ical.h>

#include "ics/merge.h"

/* What a clock shows that many seconds after midnight of 1970-01-01; UTC ends in Z. */
struct icaltimetype time_value(int64_t seconds, bool utc);

/* Appends the made ENTRY with these stamps, its times in ZONE (NULL: UTC). Equal events are equal
 * bytes. */
void event_print(const struct timezone_data *zone, const struct feed_entry *entry,
                 const struct stamps *stamps, struct text *out);

/* Appends EVENT, text of event_print(), with the lines that the learner, or a calendar app for
 * them, ADDED to it: behind ours, and a status of theirs in place of ours. */
void event_print_with_added(const char *event, const char *added, struct text *out);

#endif
