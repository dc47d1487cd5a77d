/* queue: what lies ready to be worked at in one week, sorted by what it is good for, and whose turn
 * it is. */
#ifndef ROADBOOK_SCHEDULE_QUEUE_H
#define ROADBOOK_SCHEDULE_QUEUE_H

#include "schedule/order.h"

enum work_list {
    LIST_READ,  /* readings */
    LIST_TOPIC, /* topics, goals with a time of their own */
    LIST_MAKE,  /* tasks and projects */
    LIST_DRILL, /* readings to exercise with; checks and questions that are due */
    LIST_SHARE, /* portfolio, job steps, commitments */
    LIST_GUIDE, /* steps and strands, which steer and take no time of their own */
    LIST_OTHER, /* anything else with dates */
    LIST_COUNT
};

/* What a category's name lets it take. */
enum aim {
    AIM_READ,     /* named for reading: readings, each with the topic that it is read for */
    AIM_LEARN,    /* for learning: readings and topics in turn */
    AIM_ACTIVITY, /* for what its activity asks for */
    AIM_OWN /* for something of its own ("Scales"): topics and tasks, those that fit it first */
};

/* A session that wants something to work at. */
struct session_need {
    const char *category;
    enum activity activity;
    enum aim aim;
    int minutes;
    enum weekday weekday;
    /* the days on which its week has sessions */
    weekday_set sittings;
    /* no category of the week is for readings */
    bool readings_astray;
    /* even what is done or meant for another day */
    bool anything;
    /* it was lived, and went to these; SIDE may be NULL */
    const struct item *lived, *lived_side;
};

/* More candidates of one sort in one week than this take no turns: those due last wait. */
#define QUEUE_ROOM 48

struct work_queue {
    const struct schedule *schedule;
    int week;
    /* Indexes in plan->items, by due date: [0] inside the phases, [1] beside them. */
    size_t items[2][LIST_COUNT][QUEUE_ROOM];
    size_t counts[2][LIST_COUNT];
    /* undated ones, for sharing where nothing else is on */
    size_t commitments[QUEUE_ROOM];
    size_t commitment_count;
    const struct prerequisites *prerequisites;
    /* beside plan->items: in which weeks each is offered */
    const struct window *windows;
    /* beside plan->items: minutes that each has coming */
    double *credits;
    double *side_credits;
    /* sessions that each was the main item of */
    int *turns;
    int *side_turns;
    /* that each was the main item for */
    int *minutes;
    /* the weekdays that each names */
    weekday_set *days;
    /* a list's items that daily_share_out() deals with */
    bool dated_to_the_day[LIST_COUNT];
};

/* Empty, for the whole schedule; in POOL. */
struct work_queue *queue_new(struct pool *pool, const struct schedule *schedule);

/* Lays out what is on the table in that week (an index). */
void queue_lay_out(struct work_queue *queue, int week);

bool queue_has(const struct work_queue *queue, enum work_list list);

/* The main item of a session: what names its weekday; else of the lists that suit it the first with
 * anything on it; there each item has the same share of the time (a book by its chapters), so that
 * over its span it gets sessions in proportion to its length; what ends this week without any comes
 * first, else the one with most coming, else the one due first. What requires something else of
 * this week waits for that one's turn; a reading that had its stated time is done. A session that
 * was lived went to what it went to, which takes its turn for it. NULL: nothing is on the table. */
const struct item *queue_take_main(struct work_queue *queue, const struct session_need *need);

/* What on the table names the very weekday of a session, into ITEMS (room for MOST); how many. */
size_t queue_of_day(const struct work_queue *queue, const struct session_need *need,
                    const struct item **items, size_t most);

/* Books a session of MINUTES that was given to ITEM without asking queue_take_main(). */
void queue_book(struct work_queue *queue, const struct item *item, int minutes);

/* The activity that an item is for by its kind. */
enum activity activity_of_item(const struct item *item);

/* true for what is worked at in a time of its own. */
bool item_takes_time(const struct item *item);

/* The item that goes with it (the topic a chapter is read for, the step an exercise is done at), or
 * NULL. */
const struct item *queue_take_side(struct work_queue *queue, const struct session_need *need,
                                   const struct item *main);

#endif
