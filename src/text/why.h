/* why: why an item, or what is on a date, falls where it does. */
#ifndef ROADBOOK_TEXT_WHY_H
#define ROADBOOK_TEXT_WHY_H

#include "base/text.h"
#include "schedule/schedule.h"

/* Appends two or three lines for the date (YYYY-MM-DD), or for each item that ASKED names: by its
 * id, its whole title, or a part of it, without regard to case; a few of them at most. What names
 * nothing is reported (STATUS_USAGE), with the nearest title. */
void why_text(const struct schedule *schedule, const char *asked, struct text *out);

#endif
