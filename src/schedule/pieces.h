/* pieces: what an item consists of, piece by piece, as sessions work at it. */
#ifndef ROADBOOK_SCHEDULE_PIECES_H
#define ROADBOOK_SCHEDULE_PIECES_H

#include "schedule/schedule.h"
#include "schedule/wording.h"

/* One piece of an item, and the weekdays that it names ("Sat: 4-5 hrs Python"); 0: none. */
struct work_piece {
    struct wording words;
    weekday_set days;
    /* it was ticked, and a replan took it off the table */
    bool done;
};

/* At most MOST_PIECES. */
#define MOST_PIECES 64
struct piece_list {
    const struct work_piece *list;
    size_t count;
};

/* Looks for the pieces of each item once, however many sessions work at it. */
struct pieces {
    struct pool *pool;
    const struct schedule *schedule;
    /* beside plan->items; NULL: not looked for yet */
    struct piece_list **known;
};

/* Nothing found yet; in POOL. */
struct pieces *pieces_new(struct pool *pool, const struct schedule *schedule);

/* What an item consists of: the items below it that have no time of their own, else its detail,
 * field by field, a list of short phrases at its commas. Fields that say when, how long, what it
 * costs or where it is linked are no pieces. */
const struct piece_list *pieces_of(struct pieces *pieces, const struct item *item);

#endif
