/* standing: hours logged against hours planned, up to yesterday. */
#include "schedule/lived/standing.h"

#include <stdlib.h>

#include "schedule/lived/progress.h"

struct standing standing_of(const struct schedule *schedule)
{
    const struct progress *progress = schedule->rhythm.progress;
    struct standing standing = {.since = schedule->start};

    if (!progress)
        return standing;
    bool replanned = progress->replan_count > 0;
    if (replanned)
        standing.since = progress->replans[progress->replan_count - 1];
    for (size_t i = 0; i < schedule->session_count; i++) {
        const struct session *session = &schedule->sessions[i];
        if (session->date >= standing.since && session->date < progress->today)
            standing.planned += session->minutes;
    }
    standing.logged = replanned
                          ? entries_minutes(progress->entries, standing.since, progress->today - 1)
                          : progress->minutes;
    standing.ahead = standing.logged - standing.planned;
    return standing;
}

bool standing_on_time(const struct standing *standing)
{
    return abs(standing->ahead) <= ON_TIME_MINUTES;
}

void standing_print(const struct standing *standing, struct text *out)
{
    char duration[DURATION_TEXT];

    if (standing_on_time(standing))
        text_add(out, "on time");
    else
        text_print(out, "%s %s", duration_print(abs(standing->ahead), duration),
                   standing->ahead < 0 ? "behind" : "ahead");
}
