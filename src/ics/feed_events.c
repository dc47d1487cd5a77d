/* feed_events: the plan's events and the old feed's past, put together. */
#include "ics/feed_events.h"

#include <string.h>

#include "base/uuid.h"
#include "ics/vevent.h"

/* The list as it grows. */
struct merging {
    struct pool *pool;
    const struct feed_source *source;
    /* beside source->old->events: in the new feed, in whatever words */
    bool *found;
    const char **lines;
    struct feed_events result;
};

static bool is_past(const struct feed_source *source, day date)
{
    if (date == DAY_NONE || date >= source->today)
        return false;
    const struct week *week = week_of(source->schedule, date);
    return !week || !week->thawed;
}

/* true where a past day may hold what the old feed doesn't have. */
static bool past_is_open(const struct feed_source *source)
{
    return source->old->state != OLD_WHOLE || source->old->count == 0;
}

/* The event's UID; where that is of an event in the past that stays, one made of it: what comes
 * again, as a due date that was put off, keeps its UID from then on. */
static const char *free_uid(const struct merging *merging, const struct event *event)
{
    const struct feed_source *source = merging->source;
    const char *uid = event->uid;
    const struct old_event *old;

    while ((old = old_feed_find(source->old, uid)) && is_past(source, old->date)) {
        char next[UUID_TEXT];
        uuid_of_name(uid, "again", strlen("again"), next);
        uid = pool_copy(merging->pool, next, strlen(next));
    }
    return uid;
}

static void add_lines(struct merging *merging, const char *lines)
{
    merging->lines[merging->result.count++] = lines;
}

/* The event as it is now, with the stamps that follow from what the old feed says of it. */
static void add_event(struct merging *merging, const struct event *planned)
{
    const struct feed_source *source = merging->source;
    struct event event = *planned;
    struct text text = TEXT_INIT;

    event.uid = free_uid(merging, planned);
    const struct old_event *old = old_feed_find(source->old, event.uid);
    struct event_lines new = vevent_lines(merging->pool, source->zone, &event);
    if (old) {
        struct event_lines said = event_lines_read(merging->pool, old->lines);
        event_lines_carry(&new, &said);
        new.stamps = stamps_for(&said, &new, source->now);
        merging->found[old - source->old->events] = true;
    } else {
        new.stamps = stamps_for(NULL, &new, source->now);
    }
    if (new.stamps.modified > merging->result.newest)
        merging->result.newest = new.stamps.modified;
    event_lines_print(&new, &text);
    add_lines(merging, pool_copy(merging->pool, text_string(&text), text.length));
    text_free(&text);
}

/* Adds the old feed's past events from *NEXT on that come before an event of that day. */
static void add_past(struct merging *merging, size_t *next, day date)
{
    const struct old_feed *old = merging->source->old;

    for (; *next < old->count; (*next)++) {
        const struct old_event *event = &old->events[*next];
        if (!is_past(merging->source, event->date))
            continue;
        if (event->date > date)
            return;
        merging->found[*next] = true;
        add_lines(merging, event->lines);
    }
}

static bool is_wanted(const struct merging *merging, const struct event *event)
{
    const struct feed_source *source = merging->source;

    if (!is_past(source, event->date))
        return true;
    if (!past_is_open(source))
        return false;
    const struct old_event *old = old_feed_find(source->old, event->uid);
    return !old || !is_past(source, old->date);
}

static void count_lost_words(struct merging *merging)
{
    const struct old_feed *old = merging->source->old;

    for (size_t i = 0; i < old->count; i++) {
        if (merging->found[i])
            continue;
        struct event_lines event = event_lines_read(merging->pool, old->events[i].lines);
        merging->result.lost_words += event_has_words(&event);
    }
}

struct feed_events feed_events_make(struct pool *pool, const struct feed_source *source)
{
    size_t room = source->count + source->old->count, next = 0;
    struct merging merging = {.pool = pool,
                              .source = source,
                              .found = pool_alloc(pool, source->old->count + 1),
                              .lines = pool_alloc(pool, (room + 1) * sizeof *merging.lines),
                              .result = {.newest = -1}};

    for (size_t i = 0; i < source->count; i++) {
        const struct event *event = &source->events[i];
        if (!is_wanted(&merging, event))
            continue;
        add_past(&merging, &next, event->date);
        add_event(&merging, event);
    }
    add_past(&merging, &next, INT32_MAX);
    count_lost_words(&merging);
    merging.result.lines = merging.lines;
    return merging.result;
}
