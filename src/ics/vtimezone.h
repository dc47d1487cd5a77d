/* vtimezone: a zone's rules as the feed carries them (RFC 5545, 3.6.5). */
#ifndef ROADBOOK_ICS_VTIMEZONE_H
#define ROADBOOK_ICS_VTIMEZONE_H

#include <libical/ical.h>

#include "base/timezone.h"

/* A VTIMEZONE that is right for the calendar years FIRST_YEAR to LAST_YEAR (it starts in the year
 * before); its TZID is the zone's plain name. The caller's, until it is added to a component. */
icalcomponent *vtimezone_new(const struct timezone_data *zone, int first_year, int last_year);

#endif
