/* Past: what memory would say of a schedule, for tests of the one that is made after it. */
#ifndef ROADBOOK_TESTS_PAST_BUILD_H
#define ROADBOOK_TESTS_PAST_BUILD_H

#include <string.h>

#include "schedule/schedule.h"

static inline struct past_session
past_session_of(struct pool *pool, const struct schedule *schedule, const struct session *session)
{
    const char **items = pool_alloc(pool, (session->item_count + 1) * sizeof *items);

    for (size_t i = 0; i < session->item_count; i++)
        items[i] = session->items[i]->id;
    return (struct past_session){.id = session->id,
                                 .date = session->date,
                                 .start = session->start,
                                 .minutes = session->minutes,
                                 .category = schedule->categories[session->category].name,
                                 .focus = session->focus,
                                 .items = items,
                                 .item_count = session->item_count,
                                 .chapter_from = session->chapters.from,
                                 .chapter_to = session->chapters.to,
                                 .part = session->part,
                                 .parts = session->parts,
                                 .closes_month = session->closes_month};
}

/* All of SCHEDULE, written down on the day TODAY; in POOL. */
static inline const struct past *past_of(struct pool *pool, const struct schedule *schedule,
                                         day today)
{
    struct past *past = pool_alloc(pool, sizeof *past);
    struct past_week *weeks = pool_alloc(pool, schedule->week_count * sizeof *weeks);
    struct past_session *sessions =
        pool_alloc(pool, (schedule->session_count + 1) * sizeof *sessions);

    for (size_t w = 0; w < schedule->week_count; w++) {
        const struct week *week = &schedule->weeks[w];
        weeks[w] = (struct past_week){.number = week->number,
                                      .iso_year = week->iso_year,
                                      .iso_week = week->iso_week,
                                      .first = week->first,
                                      .last = week->last,
                                      .phase = "",
                                      .from = week->from,
                                      .middle = week->middle,
                                      .to = week->to,
                                      .first_session = week->first_session,
                                      .session_count = week->session_count};
        if (week->phase >= 0)
            weeks[w].phase = schedule->plan->phases[week->phase].section->id;
        memcpy(weeks[w].rates, week->rates, sizeof weeks[w].rates);
    }
    for (size_t i = 0; i < schedule->session_count; i++)
        sessions[i] = past_session_of(pool, schedule, &schedule->sessions[i]);
    *past = (struct past){.today = today,
                          .weeks = weeks,
                          .week_count = schedule->week_count,
                          .sessions = sessions,
                          .session_count = schedule->session_count};
    return past;
}

#endif
