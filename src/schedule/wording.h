/* wording: what an item is called in a session's focus. */
#ifndef ROADBOOK_SCHEDULE_WORDING_H
#define ROADBOOK_SCHEDULE_WORDING_H

#include "plan/plan.h"

/* A stretch of somebody's bytes. */
struct wording {
    const char *bytes;
    size_t length;
};

/* Without blanks and punctuation at its ends. */
struct wording wording_trimmed(const char *bytes, size_t length);

/* WORDS without the weekday and hours before them: "Tue: 1 hr review" is "review"; as they are
 * where nothing would be left. *DAYS (may be NULL) gets the weekdays, 0 for none. */
struct wording without_time(struct wording words, weekday_set *days);

/* An item's name: its title, else what follows it, else the whole line; without_time(). */
struct wording name_of(const struct item *item);

/* The same with the time before it. */
struct wording full_name_of(const struct item *item);

/* The weekdays that the words of the item, else of its section's heading, begin with; 0: none. */
weekday_set weekdays_of(const struct item *item);

/* true where WORDING has a letter of any script. */
bool has_letter(struct wording wording);

#endif
