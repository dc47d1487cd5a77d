/* phrases: days, durations and sessions in the terminal's words. */
#ifndef ROADBOOK_TEXT_PHRASES_H
#define ROADBOOK_TEXT_PHRASES_H

#include "base/date.h"
#include "base/text.h"
#include "schedule/schedule.h"

/* Appends "2026-01-05..2026-01-11", or one day where they are the same. */
void add_days(struct text *out, day first, day last);

/* Appends "7 h 30". */
void add_duration(struct text *out, int minutes);

/* Appends "2 July 2028"; without the year where it is that of BESIDE. */
void add_date(struct text *out, day date, day beside);

/* Appends "Sun 2 July 2028", as that. */
void add_weekday_date(struct text *out, day date, day beside);

/* Appends hours a week, up to the next tenth: "5.2 h". */
void add_weekly_hours(struct text *out, int minutes);

/* Appends the start of WORDS (LENGTH bytes), as many whole ones as COLUMNS hold. */
void add_start(struct text *out, const char *words, size_t length, size_t columns);

/* Appends what the session goes to, its start as that: "Todo CLI, 7 of 8". */
void add_focus(struct text *out, const struct session *session, size_t columns);

/* Appends "Fri 31 July, 19:00: Todo CLI, 7 of 8"; the date as in add_date(). */
void add_session_line(struct text *out, const struct session *session, day beside, size_t columns);

#endif
