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

/* Appends "Fri 31 July, 19:00: "; the date as in add_date(). */
void add_session_time(struct text *out, const struct session *session, day beside);

/* Begins a line of a page, with LABEL in the margin. */
void add_margin(struct text *out, const char *label);

/* Appends a folder's name so that it is seen to be one: "out/". */
void add_folder(struct text *out, const char *folder);

/* Appends WORD with a blank before it, in quotation marks where a shell would take it apart. */
void add_argument(struct text *out, const char *word);

/* The same, from POOL. */
const char *argument_print(struct pool *pool, const char *word);

/* Appends "roadbook log rust.md 1h10 -o out": what to type. REST stands behind ROADMAP as it is,
 * FOLDER last; NULL: none. */
void add_command(struct text *out, const char *command, const char *roadmap, const char *rest,
                 const char *folder);

/* The same, from POOL. */
const char *command_print(struct pool *pool, const char *command, const char *roadmap,
                          const char *rest, const char *folder);

#endif
