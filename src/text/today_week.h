/* today_week: this week on the page of one day. */
#ifndef ROADBOOK_TEXT_TODAY_WEEK_H
#define ROADBOOK_TEXT_TODAY_WEEK_H

#include "text/today.h"

/* Appends the hours of the day's week, and a row for each of its sessions and of what was logged
 * beside them, by date. Nothing outside the plan, or where nobody asked what was done. */
void add_today_week(const struct today *today, struct text *out);

#endif
