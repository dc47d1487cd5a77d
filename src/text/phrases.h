/* phrases: days and durations as `show` and `show --why` write them. */
#ifndef ROADBOOK_TEXT_PHRASES_H
#define ROADBOOK_TEXT_PHRASES_H

#include "base/date.h"
#include "base/text.h"

/* Appends "2026-01-05..2026-01-11", or one day where they are the same. */
void add_days(struct text *out, day first, day last);

/* Appends "7 h 30". */
void add_duration(struct text *out, int minutes);

#endif
