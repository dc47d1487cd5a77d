/* timezone: a zone's changes of clocks, read from the system's zone data (TZif, RFC 8536) without
 * touching TZ or libc's idea of the local time. */
#ifndef ROADBOOK_BASE_TIMEZONE_H
#define ROADBOOK_BASE_TIMEZONE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/date.h"
#include "base/pool.h"

#define ZONE_NAME_ROOM 48 /* room for an abbreviation such as "CEST" */

/* What the clocks of a zone show for a while. */
struct clock_state {
    /* seconds east of UTC */
    int offset;
    bool daylight;
    /* "CET" */
    char name[ZONE_NAME_ROOM];
};

/* The clocks go from the state before it to this one. */
struct clock_change {
    /* seconds since 1970, UTC */
    int64_t instant;
    struct clock_state state;
};

struct timezone_data {
    const char *name;
    /* before the first change */
    struct clock_state first;
    const struct clock_change *changes;
    /* in order of time, through the year 2201 */
    size_t change_count;
};

/* true where the system's zone data know NAME ("Europe/Berlin"; case matters). NULL is not known.
 */
bool timezone_known(const char *name);

/* true for UTC under any of its names. */
bool timezone_is_utc(const char *name);

/* The zone's data, in POOL; NULL where NAME is unknown or its file is broken. */
const struct timezone_data *timezone_read(struct pool *pool, const char *name);

/* What the zone's clocks show at that instant; the zone's. */
const struct clock_state *timezone_state(const struct timezone_data *zone, int64_t instant);

/* The instant at which the zone's clocks show that time (MINUTE of the day, 1440 and more run into
 * the next day). RFC 5545, 3.3.5: of two such instants the first; a time that is skipped counts by
 * the offset before the gap. */
int64_t timezone_instant(const struct timezone_data *zone, day date, int minute);

#endif
