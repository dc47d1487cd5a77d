/* holidays: the days of a holiday calendar (iCalendar, RFC 5545). */
#ifndef ROADBOOK_ICS_HOLIDAYS_H
#define ROADBOOK_ICS_HOLIDAYS_H

#include "base/date.h"
#include "base/pool.h"
#include "base/report.h"

/* The years within which days are looked for. */
#define HOLIDAYS_FIRST_YEAR 1970
#define HOLIDAYS_LAST_YEAR  2199
#define HOLIDAYS_ROOM       84006 /* days from 1970-01-01 to 2199-12-31 */

/* Marks in DAYS (HOLIDAYS_ROOM of them, by day number) each day that an event of the calendar in
 * SOURCE takes up whole: all-day events, also repeated ones, and timed ones from midnight to
 * midnight; cancelled ones do not count. Events that block no time (TRANSP) do: holiday calendars
 * mark theirs so. false after a report where SOURCE is no calendar; one without any such day is a
 * warning. */
bool holidays_read(const struct source *source, bool *days);

#endif
