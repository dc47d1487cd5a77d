/* merge: the past of the old feed stands, the plan gives what is to come. */
#include "ics/merge.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "memory/feed_lines.h"

#define UUID_LENGTH  36
#define UUID_VERSION 14 /* where it stands in one */

struct merging {
    struct pool *pool;
    const struct schedule *schedule;
    const struct old_feed *old;
    const struct timezone_data *zone;
    day today;
    /* beside old->events: it is in the new feed, as it was or made anew */
    bool *used;
    /* with where each stands in time, and the order among equals */
    struct placed {
        struct feed_entry entry;
        day date;
        int minute;
        size_t number;
    } * list;
    size_t count, capacity;
};

bool uid_is_ours(const char *uid)
{
    return strlen(uid) == UUID_LENGTH && uid[UUID_VERSION] == '5' &&
           strspn(uid, "0123456789abcdef-") == UUID_LENGTH;
}

day old_event_day(const struct old_event *event, const struct timezone_data *zone, int *minute)
{
    const char *value = property_value(event->start, "DTSTART");
    int year, month, number, hour = 0, least = 0, used = 0;

    *minute = -1;
    if (!value || sscanf(value, "%4d%2d%2d%n", &year, &month, &number, &used) != 3 || used != 8 ||
        !civil_valid(year, month, number))
        return DAY_NONE;
    day date = day_of(year, month, number);
    if (sscanf(value + used, "T%2d%2d", &hour, &least) != 2)
        return date;
    *minute = hour * 60 + least;
    if (value[strlen(value) - 1] != 'Z')
        return date;
    int64_t instant = (int64_t)date * DAY_SECONDS + (int64_t)*minute * 60;
    int64_t local = zone ? instant + timezone_state(zone, instant)->offset : instant;
    *minute = (int)(local % DAY_SECONDS / 60);
    return (day)(local / DAY_SECONDS);
}

/* true for a day that stands as it was lived. */
static bool is_past(const struct merging *merging, day date)
{
    const struct week *week = week_of(merging->schedule, date);

    return date != DAY_NONE && date < merging->today && !(week && week->thawed);
}

static void add(struct merging *merging, struct feed_entry entry, day date, int minute,
                size_t number)
{
    merging->list = pool_extend(merging->pool, merging->list, merging->count, &merging->capacity,
                                sizeof *merging->list);
    merging->list[merging->count++] = (struct placed){entry, date, minute, number};
    if (entry.old)
        merging->used[entry.old - merging->old->events] = true;
}

static void keep(struct merging *merging, const struct old_event *old, size_t number)
{
    int minute;
    day date = old_event_day(old, merging->zone, &minute);

    add(merging, (struct feed_entry){.old = old}, date, minute, number);
}

/* An event of the plan. Where one of its name is past and stays, and it is itself on another day,
 * it needs another name: that of its day. */
static void add_event(struct merging *merging, const struct event *event, size_t number)
{
    const char *uid = event->uid;
    const struct old_event *old = old_feed_find(merging->old, uid);
    int minute;
    day before = old ? old_event_day(old, merging->zone, &minute) : DAY_NONE;
    bool past = is_past(merging, event->date);

    if (old && is_past(merging, before) && before != event->date) {
        char date[DATE_TEXT];
        uid = plan_uuid(merging->schedule->plan,
                        pool_print(merging->pool, "%s on %s", uid, day_print(event->date, date)));
        old = old_feed_find(merging->old, uid);
        before = old ? old_event_day(old, merging->zone, &minute) : DAY_NONE;
    }
    if (past && merging->old->count > 0) {
        if (old && before == event->date)
            keep(merging, old, number);
        return; /* nothing comes to be in the past */
    }
    add(merging, (struct feed_entry){event, uid, old}, event->date, event->start, number);
}

/* The past that the plan no longer knows. */
static void add_past(struct merging *merging, size_t number)
{
    for (size_t i = 0; i < merging->old->count; i++) {
        const struct old_event *old = &merging->old->events[i];
        int minute;
        bool again = i > 0 && strcmp(old[-1].uid, old->uid) == 0 &&
                     strcmp(old[-1].recurrence, old->recurrence) == 0;
        if (!merging->used[i] && !again && uid_is_ours(old->uid) &&
            is_past(merging, old_event_day(old, merging->zone, &minute)))
            keep(merging, old, number + old->number);
    }
}

static int by_time(const void *a, const void *b)
{
    const struct placed *left = a, *right = b;

    if (left->date != right->date)
        return left->date < right->date ? -1 : 1;
    if (left->minute != right->minute)
        return left->minute < right->minute ? -1 : 1;
    return (left->number > right->number) - (left->number < right->number);
}

static int by_number(const void *a, const void *b)
{
    const struct old_event *const *left = a, *const *right = b;

    return ((*left)->number > (*right)->number) - ((*left)->number < (*right)->number);
}

/* The learner's own, behind the COUNT of the plan's. */
static size_t add_own(const struct merging *merging, struct feed_entry *list, size_t count)
{
    const struct old_event **own =
        pool_alloc(merging->pool, (merging->old->count + 1) * sizeof *own);
    size_t own_count = 0;

    for (size_t i = 0; i < merging->old->count; i++)
        if (!uid_is_ours(merging->old->events[i].uid))
            own[own_count++] = &merging->old->events[i];
    if (own_count > 0)
        qsort(own, own_count, sizeof *own, by_number);
    for (size_t i = 0; i < own_count; i++)
        list[count++] = (struct feed_entry){.old = own[i]};
    return count;
}

struct feed_entries entries_merge(struct pool *pool, const struct schedule *schedule,
                                  const struct event *events, size_t count,
                                  const struct old_feed *old, const struct timezone_data *zone,
                                  day today)
{
    struct merging merging = {
        .pool = pool, .schedule = schedule, .old = old, .zone = zone, .today = today};
    struct feed_entries entries = {0};

    merging.used = pool_alloc(pool, old->count + 1);
    for (size_t i = 0; i < count; i++)
        add_event(&merging, &events[i], i);
    add_past(&merging, count);
    if (merging.count > 0)
        qsort(merging.list, merging.count, sizeof *merging.list, by_time);
    entries.list = pool_alloc(pool, (merging.count + old->count + 1) * sizeof *entries.list);
    for (size_t i = 0; i < merging.count; i++)
        entries.list[i] = merging.list[i].entry;
    for (size_t i = 0; i < old->count; i++)
        entries.gone |= !merging.used[i] && uid_is_ours(old->events[i].uid);
    entries.count = add_own(&merging, entries.list, merging.count);
    return entries;
}
