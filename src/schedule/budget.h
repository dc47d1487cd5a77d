/* budget: how a phase's hours are shared out among the roadmap's categories. */
#ifndef ROADBOOK_SCHEDULE_BUDGET_H
#define ROADBOOK_SCHEDULE_BUDGET_H

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

struct budget {
    struct allotment lines[MOST_CATEGORIES];
    size_t count;
    bool has_hours;
    /* no allocation in the roadmap: weights follow what is on the table */
    bool by_kind;
};

/* true for a line of a weekly allocation that counts: not a part of another one, and named. */
bool is_allocation(const struct item *item);

/* The weekly allocations of all phases, and a last budget for the weeks beside them and for phases
 * without: that one is never empty. In POOL. */
struct budget *budgets_new(struct pool *pool, const struct plan *plan);

/* The budget of week WEEK (an index), its weights set by what QUEUE has laid out where the roadmap
 * allocates nothing. */
struct budget *budget_of_week(struct budget *budgets, const struct schedule *schedule, int week,
                              const struct work_queue *queue);

/* Gives each session of the week its line of the budget: the long ones first, then by time. What a
 * line has coming is carried from week to week. */
void budget_share_out(struct budget *budget, const struct week *week,
                      const struct session *sessions, struct allotment **lines);

/* Where the roadmap allocates nothing, what is dated to the day says what its session is. */
void budget_follow_daily(struct budget *budget, const struct session_share *share,
                         struct allotment **line);

/* true where a line of the budget is for readings. */
bool budget_has_readers(const struct budget *budget);

#endif
