/* assign: what each session is for: its category, the items it works at, its focus.
 * focus.c, activity.c and daily.c are its parts. */
#ifndef ROADBOOK_SCHEDULE_ASSIGN_H
#define ROADBOOK_SCHEDULE_ASSIGN_H

#include "schedule/pieces.h"

/* What one session was given, before its focus is put into words. */
struct session_share {
    /* NULL: none */
    const struct item *main, *side;
    /* how far through the main item it goes, of 1; 0, 0: no turn */
    double since, until;
    /* the exit checklist that it goes through, or NULL */
    const struct section *checklist;
    /* the line that made its category, or NULL */
    const struct item *allocation;
    /* what its time goes to where nothing is in turn, or NULL */
    const struct item *stand_in;
    /* what is dated to the day and falls to it, in order */
    const struct item *const *daily;
    size_t daily_count;
};

/* Gives every session of SCHEDULE (dated and placed already) its category, items and focus, and
 * sums up the minutes of categories, items and sections. */
void sessions_assign(struct pool *pool, struct schedule *schedule);

/* The chapters that are in turn where the main item is a book: all of them, in order, shared out
 * over its sessions. 0, 0: none. (focus.c) */
struct chapters chapters_in_turn(const struct session_share *share);

/* The focus in words, never empty; in POOL. PIECES: those of the schedule. SESSION's week and
 * chapters are known. CONTEXT: the deepest dated section of that week, or NULL. */
const char *focus_print(struct pool *pool, struct pieces *pieces, const struct session *session,
                        const struct session_share *share, const struct section *context);

/* The activity that a category's words speak of, by the first word known in NAME, else in DETAIL,
 * else learning. */
enum activity activity_of(const char *name, const char *detail);

/* true where a category's words speak of any activity; of reading. (activity.c) */
bool names_activity(const char *name, const char *detail);
bool names_reading(const char *name);

/* Gives the SHARES (beside SCHEDULE's sessions) what is dated to the day: each session what falls
 * since the one before. (daily.c) */
void daily_share_out(struct pool *pool, const struct schedule *schedule,
                     struct session_share *shares);

/* true for what daily_share_out() cares for: work of less than a week in a plan of days, or with
 * real dates. (daily.c) */
bool item_is_daily(const struct schedule *schedule, const struct item *item);

/* true where a reading's words say that it is there to exercise with. */
bool speaks_of_exercise(const struct item *reading);

#endif
