/* hours_told: sessions and their hours, before today and from today on. */
#include "text/hours_told.h"

#include "schedule/lived/progress.h"
#include "text/phrases.h"

struct sum {
    size_t count;
    int minutes;
};

/* The sessions of the days FIRST to before END; DAY_NONE: no end. */
static struct sum sum_of(const struct schedule *schedule, day first, day end)
{
    struct sum sum = {0};

    for (size_t i = 0; i < schedule->session_count; i++) {
        const struct session *session = &schedule->sessions[i];
        if (session->date < first || (end != DAY_NONE && session->date >= end))
            continue;
        sum.count++;
        sum.minutes += session->minutes;
    }
    return sum;
}

/* "48 sessions of 60 h". */
static void add_sum(struct text *out, struct sum sum)
{
    text_print(out, "%zu session%s of ", sum.count, sum.count == 1 ? "" : "s");
    add_duration(out, sum.minutes);
}

static void add_all(struct text *out, const struct schedule *schedule,
                    const struct progress *progress)
{
    day replan = progress->replans[progress->replan_count - 1];
    char date[DATE_TEXT];

    text_add(out, "  in all    ");
    add_duration(out, entries_minutes(progress->entries, 0, replan - 1) +
                          sum_of(schedule, replan, DAY_NONE).minutes);
    text_print(out, ": logged before the replan of %s, and planned from then on\n",
               day_print(replan, date));
}

void add_hours_told(struct text *out, const struct schedule *schedule)
{
    const struct progress *progress = schedule->rhythm.progress;

    text_print(out, "  sessions  %zu", schedule->session_count);
    if (!progress || (progress->entries->count == 0 && progress->replan_count == 0)) {
        text_add(out, ", ");
        add_duration(out, schedule->minutes);
        text_add_char(out, '\n');
        return;
    }
    text_add(out, "\n  lived     ");
    add_sum(out, sum_of(schedule, schedule->start, progress->today));
    text_add(out, ", ");
    add_duration(out, progress->minutes);
    text_add(out, " logged\n  to come   ");
    add_sum(out, sum_of(schedule, progress->today, DAY_NONE));
    text_add_char(out, '\n');
    if (progress->replan_count > 0)
        add_all(out, schedule, progress);
}
