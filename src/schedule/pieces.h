/* pieces: what an item is called in a session's focus, and the pieces that it is worked at in. */
#ifndef ROADBOOK_SCHEDULE_PIECES_H
#define ROADBOOK_SCHEDULE_PIECES_H

#include "schedule/schedule.h"

/* A stretch of somebody's bytes. */
struct wording {
    const char *bytes;
    size_t length;
};

/* One piece of an item, and the weekdays that it names ("Sat: 4-5 hrs Python"); 0: none. */
struct work_piece {
    struct wording words;
    weekday_set days;
};

#define MOST_PIECES 64

/* Without blanks and punctuation at its ends. */
struct wording wording_trimmed(const char *bytes, size_t length);

/* WORDS without the weekday and hours before them: "Tue: 1 hr review" is "review"; as they are
 * where nothing would be left. *DAYS (may be NULL) gets the weekdays, 0 for none. */
struct wording without_time(struct wording words, weekday_set *days);

/* An item's name: its title, else what follows it, else the whole line; without_time(). */
struct wording name_of(const struct item *item);

/* The weekdays that the words of the item, else of its section's heading, begin with; 0: none. */
weekday_set weekdays_of(const struct item *item);

/* true where WORDING has a letter of any script. */
bool has_letter(struct wording wording);

/* What an item consists of: the items below it that have no time of their own, else its detail,
 * field by field, a list of short phrases at its commas. Fields that say when, how long, what it
 * costs or where it is linked are no pieces. Gives how many of PIECES (room for MOST_PIECES). */
size_t pieces_of(const struct schedule *schedule, const struct item *item,
                 struct work_piece *pieces);

#endif
