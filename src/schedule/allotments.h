/* allotments: how a phase's hours are shared out among the roadmap's categories. */
#ifndef ROADBOOK_SCHEDULE_ALLOTMENTS_H
#define ROADBOOK_SCHEDULE_ALLOTMENTS_H

#include "schedule/assign.h"
#include "schedule/queue.h"

#define MOST_CATEGORIES 32 /* of one phase; lines beyond them are not told apart */

/* One category of a phase: how much of its time it gets, and how much of that it has coming. */
struct allotment {
    const char *name;
    enum activity activity;
    /* of 1 */
    double weight;
    /* minutes */
    double deficit;
    enum aim aim;
    /* in schedule->categories, -1: not met yet */
    int category;
    /* of the roadmap, or NULL */
    const struct item *line;
};

struct allotments {
    struct allotment lines[MOST_CATEGORIES];
    size_t count;
    bool has_hours;
    /* no allocation in the roadmap: weights follow what is on the table */
    bool by_kind;
};

/* true for a line of a weekly allocation that counts: not a part of another one, and named. */
bool is_allocation(const struct item *item);

/* The weekly allocations of all phases, and at the end those of the weeks beside them and for
 * phases without: that one is never empty. In POOL. */
struct allotments *allotments_new(struct pool *pool, const struct plan *plan);

/* The allotments of week WEEK (an index), its weights set by what QUEUE has laid out where the
 * roadmap allocates nothing. */
struct allotments *allotments_of_week(struct allotments *by_phase, const struct schedule *schedule,
                                      int week, const struct work_queue *queue);

/* Gives each session of the week its line of the allotments: the long ones first, then by time.
 * What a line has coming is carried from week to week. LINES (beside SESSIONS): NULL, or what a
 * session went to already. */
void allotments_share_out(struct allotments *allotments, const struct week *week,
                          const struct session *sessions, struct allotment **lines);

/* The line of that name, or NULL. */
struct allotment *allotments_find(struct allotments *allotments, const char *name);

/* Where the roadmap allocates nothing, what is dated to the day says what its session is. */
void allotments_follow_daily(struct allotments *allotments, const struct session_share *share,
                             struct allotment **line);

/* true where one of them is for readings. */
bool allotments_have_readers(const struct allotments *allotments);

#endif
