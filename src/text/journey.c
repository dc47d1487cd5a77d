/* journey: entries and ticks added up. */
#include "text/journey.h"

#include "schedule/lived/progress.h"
#include "text/phrases.h"

#define RECENT 7 /* days: nobody needs to be told of an entry that is no older */

struct journey journey_of(const struct schedule *schedule)
{
    const struct progress *progress = schedule->rhythm.progress;
    struct journey journey = {.first = DAY_NONE, .last = DAY_NONE, .last_entry = DAY_NONE};

    if (!progress)
        return journey;
    const struct entries *entries = progress->entries;
    journey.first = schedule->start;
    journey.sessions = entries->count;
    journey.done = progress->done_count;
    if (entries->count > 0) {
        journey.minutes =
            entries_minutes(entries, entries->list[0].date, entries->list[entries->count - 1].date);
        journey.first = entries->list[0].date;
        journey.last = journey.last_entry = entries->list[entries->count - 1].date;
    }
    for (size_t i = 0; i < schedule->plan->item_count; i++) {
        const struct item_progress *item = &progress->items[i];
        if (item->tickable && item->done && item->done_on != DAY_NONE &&
            item->done_on <= progress->today && item->done_on > journey.last)
            journey.last = item->done_on;
    }
    return journey;
}

bool journey_is_over(const struct schedule *schedule)
{
    return schedule->rhythm.progress && progress_complete(schedule->rhythm.progress);
}

static void add_count(struct text *out, size_t count, const char *of)
{
    text_print(out, "%zu %s%s", count, of, count == 1 ? "" : "s");
}

void add_journey(struct text *out, const struct schedule *schedule)
{
    struct journey journey = journey_of(schedule);

    add_count(out, journey.done, "thing");
    if (journey.sessions > 0) {
        text_add(out, " and ");
        add_duration(out, journey.minutes);
        text_add(out, " in ");
        add_count(out, journey.sessions, "session");
    }
    text_add(out, ", ");
    if (journey.last != DAY_NONE && journey.last > journey.first) {
        add_date(out, journey.first, journey.last);
        text_add(out, " to ");
        add_date(out, journey.last, DAY_NONE);
    } else {
        text_add(out, "since ");
        add_date(out, journey.first, DAY_NONE);
    }
}

void add_journey_so_far(struct text *out, const struct schedule *schedule, day today)
{
    struct journey journey = journey_of(schedule);

    add_duration(out, journey.minutes);
    if (journey.done > 0) {
        text_add(out, " and ");
        add_count(out, journey.done, "thing");
    }
    text_add(out, journey.done > 0 ? " are done" : " are logged");
    if (journey.last_entry != DAY_NONE && today - journey.last_entry > RECENT) {
        text_add(out, "; last entry ");
        add_weekday_date(out, journey.last_entry, today);
    }
}
