/* Done: what a learner would have logged and ticked of a schedule, for tests of what follows from
 * it. */
#ifndef ROADBOOK_TESTS_DONE_BUILD_H
#define ROADBOOK_TESTS_DONE_BUILD_H

#include <string.h>

#include "schedule/lived/progress.h"
#include "support/past_build.h"

/* PERCENT of each session of SCHEDULE before TODAY logged on its day; in POOL. */
static inline const struct entries *
logged_entries(struct pool *pool, const struct schedule *schedule, day today, int percent)
{
    struct entries *entries = pool_alloc(pool, sizeof *entries);
    struct logged *list = pool_alloc(pool, (schedule->session_count + 1) * sizeof *list);
    int64_t *sums = pool_alloc(pool, (schedule->session_count + 1) * sizeof *sums);

    memset(sums, 0, sizeof *sums);
    *entries = (struct entries){.list = list, .before = sums};
    for (size_t i = 0; i < schedule->session_count && schedule->sessions[i].date < today; i++) {
        const struct session *session = &schedule->sessions[i];
        list[i] = (struct logged){.date = session->date,
                                  .minutes = session->minutes * percent / 100,
                                  .category = "",
                                  .task = "",
                                  .hours = "",
                                  .session = session->id};
        list[i].milliseconds = (int64_t)list[i].minutes * 60000;
        sums[i + 1] = sums[i] + list[i].milliseconds;
        entries->count++;
    }
    return entries;
}

enum ticked { TICKED_NOTHING, TICKED_DUE, TICKED_ALL };

/* That, and ticked: nothing, all that was due before TODAY, or all there is. In POOL. */
static inline const struct progress *progress_of(struct pool *pool, const struct schedule *schedule,
                                                 day today, int percent, enum ticked ticked)
{
    const struct plan *plan = schedule->plan;
    struct progress *progress = pool_alloc(pool, sizeof *progress);
    struct item_progress *items = pool_alloc(pool, (plan->item_count + 1) * sizeof *items);

    *progress = (struct progress){
        .today = today, .entries = logged_entries(pool, schedule, today, percent), .items = items};
    for (size_t i = 0; i < plan->item_count; i++) {
        day last = schedule->items[i].last;
        bool tickable = plan->items[i].kind != ITEM_ALLOCATION;
        items[i] = (struct item_progress){
            .tickable = tickable,
            .done =
                tickable && ticked >= (last != DAY_NONE && last < today ? TICKED_DUE : TICKED_ALL),
            .done_on = DAY_NONE,
            .left = DAY_NONE,
            .held = DAY_NONE};
        progress->tickable_count += tickable;
        progress->done_count += items[i].done;
    }
    progress->minutes = entries_minutes(progress->entries, schedule->start, today - 1);
    return progress;
}

/* RHYTHM as the rest is laid out anew on TODAY after BEFORE. */
static inline struct rhythm replanning(const struct schedule *before, struct rhythm rhythm,
                                       day today, const struct progress *progress)
{
    rhythm.past = past_of(before->plan->pool, before, today);
    rhythm.progress = progress;
    rhythm.replan = true;
    return rhythm;
}

#endif
