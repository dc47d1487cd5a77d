/* feed_events: the plan's events and the old feed's past, put together. */
#include "ics/feed_events.h"

#include <string.h>

#include "base/uuid.h"
#include "ics/vevent.h"
#include "memory/feed/feed_text.h"

/* The list as it grows. */
struct merging {
    struct pool *pool;
    const struct feed_source *source;
    /* beside source->old->events: of the past, and stays as it is; in the new feed, in whatever
     * words
     */
    bool *stays, *found;
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

static bool is_corrected(const struct feed_source *source, day date)
{
    const struct period *days = source->corrected;

    return days && date >= days->from && date <= days->to && is_past(source, date);
}

/* true where both lines end in the same value, be it in another zone. */
static bool same_value(const char *one, const char *other)
{
    const char *value = line_value(one, strlen(one)), *said = line_value(other, strlen(other));
    size_t length = value ? strcspn(value, "Z\n") : 0;

    return value && said && length == strcspn(said, "Z\n") && memcmp(value, said, length) == 0;
}

/* true where the old event is that session: at the same time by the clock, in the same words. */
static bool is_same_session(const struct merging *merging, const struct old_event *old,
                            const struct event *session)
{
    struct event_lines new = vevent_lines(merging->pool, merging->source->zone, session);
    struct event_lines said = event_lines_read(merging->pool, old->lines);

    return strcmp(new.fields[FIELD_SUMMARY], said.fields[FIELD_SUMMARY]) == 0 &&
           same_value(new.fields[FIELD_START], said.fields[FIELD_START]) &&
           same_value(new.fields[FIELD_END], said.fields[FIELD_END]);
}

/* Which of the old events stay. */
static void settle_past(struct merging *merging)
{
    const struct feed_source *source = merging->source;
    const struct old_feed *old = source->old;

    for (size_t i = 0; i < old->count; i++) {
        bool doubtful = old->events[i].timed && is_corrected(source, old->events[i].date);
        merging->stays[i] = is_past(source, old->events[i].date) && !doubtful;
        merging->result.corrections += doubtful;
    }
    for (size_t i = 0; source->corrected && i < source->count; i++) {
        const struct event *event = &source->events[i];
        if (event->start < 0 || !is_corrected(source, event->date))
            continue;
        const struct old_event *said = old_feed_find(old, event->uid);
        bool there = said && said->timed && is_corrected(source, said->date);
        bool same = there && is_same_session(merging, said, event);
        if (same)
            merging->stays[said - old->events] = true;
        merging->result.corrections += !there;
        merging->result.corrections -= same;
    }
}

static bool stays(const struct merging *merging, const struct old_event *old)
{
    return old && merging->stays[old - merging->source->old->events];
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

    while (stays(merging, old = old_feed_find(source->old, uid))) {
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
        if (!merging->stays[*next])
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
    if (!past_is_open(source) && !(event->start >= 0 && is_corrected(source, event->date)))
        return false;
    return !stays(merging, old_feed_find(source->old, event->uid));
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
                              .stays = pool_alloc(pool, source->old->count + 1),
                              .found = pool_alloc(pool, source->old->count + 1),
                              .lines = pool_alloc(pool, (room + 1) * sizeof *merging.lines),
                              .result = {.newest = -1}};

    settle_past(&merging);
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
