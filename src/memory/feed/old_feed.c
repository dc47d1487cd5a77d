/* old_feed: takes the old feed apart into events of roadbook's, zones, and what is others'. */
#include "memory/feed/old_feed.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#include "base/text.h"
#include "base/timezone.h"
#include "memory/feed/feed_parts.h"

#define MOST_PARTS  1000000    /* components in the calendar */
#define HEAD_LENGTH (64 << 10) /* in which the calendar says whose it is */

/* What roadbook writes of the calendar, or has no use for: METHOD makes a message of it, and UID is
 * taken for that of all events. */
static const char *const written_properties[] = {"VERSION",
                                                 "PRODID",
                                                 "CALSCALE",
                                                 "NAME",
                                                 "X-WR-CALNAME",
                                                 "DESCRIPTION",
                                                 "X-WR-CALDESC",
                                                 "X-WR-TIMEZONE",
                                                 "LAST-MODIFIED",
                                                 "REFRESH-INTERVAL",
                                                 "X-PUBLISHED-TTL",
                                                 "COLOR",
                                                 "X-APPLE-CALENDAR-COLOR",
                                                 FEED_PLAN_PROPERTY,
                                                 FEED_START_PROPERTY,
                                                 FEED_LAYOUT_PROPERTY,
                                                 "METHOD",
                                                 "UID"};

/* true for a UUID of version 5 in lower case, as plan_uuid() makes them; the line ends with it. */
static bool is_own_uid(const char *uid)
{
    static const char form[] = "xxxxxxxx-xxxx-5xxx-yxxx-xxxxxxxxxxxx";

    if (strcspn(uid, "\n") != sizeof form - 1)
        return false;
    for (size_t i = 0; form[i]; i++) {
        const char *allowed = form[i] == 'x' ? "0123456789abcdef" : form[i] == 'y' ? "89ab" : NULL;
        if (allowed ? !strchr(allowed, uid[i]) : uid[i] != form[i])
            return false;
    }
    return true;
}

/* What the parts of a file amount to, as they are read. */
struct survey {
    struct pool *pool;
    const char *product;
    struct old_feed *feed;
    /* our PRODID was seen */
    bool ours;
    /* the zone in whose time the feed thinks; NULL: it doesn't say */
    const char *zone_name;
    struct text properties, others;
    struct old_event *events;
    /* beside them: when they begin, where that is said in UTC; -1 */
    int64_t *instants;
    struct old_zone *zones;
    size_t event_capacity, instant_capacity, zone_capacity, parts;
};

/* What a component says of itself; NULL: nothing. They end with their lines. */
struct facts {
    const char *uid, *start, *zone;
    bool exception;
};

static struct facts facts_of(const char *lines)
{
    struct facts facts = {NULL, NULL, NULL, false};
    const char *line;
    size_t length;
    int depth = 0;

    while ((line = kept_line_next(&lines, &length))) {
        depth += line_is(line, length, "BEGIN") - line_is(line, length, "END");
        if (depth != 1)
            continue;
        const char *value = line_value(line, length);
        if (line_is(line, length, "UID"))
            facts.uid = value;
        else if (line_is(line, length, "DTSTART"))
            facts.start = value;
        else if (line_is(line, length, "TZID"))
            facts.zone = value;
        else if (line_is(line, length, "RECURRENCE-ID"))
            facts.exception = true;
    }
    return facts;
}

/* The text at VALUE up to the end of its line, in the pool; "" for NULL. */
static const char *copy_value(struct pool *pool, const char *value)
{
    return value ? pool_copy(pool, value, strcspn(value, "\n")) : "";
}

static void add_event(struct survey *survey, const struct facts *facts, const struct text *lines)
{
    struct old_feed *feed = survey->feed;
    struct pool *pool = survey->pool;
    const char *start = copy_value(pool, facts->start);

    survey->events = pool_extend(pool, survey->events, feed->count, &survey->event_capacity,
                                 sizeof *survey->events);
    survey->instants = pool_extend(pool, survey->instants, feed->count, &survey->instant_capacity,
                                   sizeof *survey->instants);
    survey->instants[feed->count] = feed_instant(start);
    survey->events[feed->count++] =
        (struct old_event){.uid = copy_value(pool, facts->uid),
                           .lines = pool_copy(pool, text_string(lines), lines->length),
                           .date = feed_day(start),
                           .timed = strchr(start, 'T') != NULL};
}

static void add_zone(struct survey *survey, const char *name, const struct text *lines)
{
    struct old_feed *feed = survey->feed;

    survey->zones = pool_extend(survey->pool, survey->zones, feed->zone_count,
                                &survey->zone_capacity, sizeof *survey->zones);
    survey->zones[feed->zone_count++] =
        (struct old_zone){.name = copy_value(survey->pool, name),
                          .lines = pool_copy(survey->pool, text_string(lines), lines->length)};
}

static void take_component(struct survey *survey, const struct feed_parts *parts)
{
    struct facts facts = facts_of(text_string(&parts->part));

    survey->parts++;
    if (strcmp(parts->name, "VEVENT") == 0 && !facts.exception && facts.uid &&
        is_own_uid(facts.uid))
        add_event(survey, &facts, &parts->part);
    else if (strcmp(parts->name, "VTIMEZONE") == 0 && facts.zone)
        add_zone(survey, facts.zone, &parts->part);
    else
        text_add_bytes(&survey->others, text_string(&parts->part), parts->part.length);
}

/* A property of the calendar itself. */
static void take_property(struct survey *survey, const struct text *part)
{
    const char *line = text_string(part);
    size_t length = part->length - 1;
    const char *value = copy_value(survey->pool, line_value(line, length));

    if (line_is(line, length, "PRODID"))
        survey->ours |= strcmp(value, survey->product) == 0;
    else if (line_is(line, length, FEED_PLAN_PROPERTY))
        survey->feed->plan_id = value;
    else if (line_is(line, length, FEED_LAYOUT_PROPERTY))
        survey->feed->layout = value;
    else if (line_is(line, length, "X-WR-CALNAME"))
        survey->feed->name = value;
    else if (line_is(line, length, "X-WR-TIMEZONE"))
        survey->zone_name = value;
    else if (line_is(line, length, "LAST-MODIFIED"))
        survey->feed->modified = feed_instant(value);
    for (size_t i = 0; i < sizeof written_properties / sizeof written_properties[0]; i++)
        if (line_is(line, length, written_properties[i]))
            return;
    text_add_bytes(&survey->properties, line, part->length);
}

/* true where they were all taken, and of a feed of roadbook's. */
static bool take_parts(struct survey *survey, struct feed_parts *parts)
{
    while (survey->parts < MOST_PARTS && feed_parts_next(parts)) {
        if (*parts->name)
            take_component(survey, parts);
        else
            take_property(survey, &parts->part);
    }
    return survey->parts < MOST_PARTS && (survey->ours || *survey->feed->plan_id);
}

/* The days of events in UTC are those of the feed's own zone. */
static void set_days(struct survey *survey)
{
    const struct timezone_data *zone = NULL;

    if (survey->zone_name && !timezone_is_utc(survey->zone_name))
        zone = timezone_read(survey->pool, survey->zone_name);
    for (size_t i = 0; zone && i < survey->feed->count; i++) {
        int64_t instant = survey->instants[i];
        if (instant >= 0)
            survey->events[i].date =
                (day)((instant + timezone_state(zone, instant)->offset) / DAY_SECONDS);
    }
}

static int by_uid(const void *a, const void *b)
{
    const struct old_event *left = *(const struct old_event *const *)a;
    const struct old_event *right = *(const struct old_event *const *)b;
    int order = strcmp(left->uid, right->uid);

    return order ? order : (left > right) - (left < right);
}

static int by_name(const void *a, const void *b)
{
    return strcmp(((const struct old_zone *)a)->name, ((const struct old_zone *)b)->name);
}

static void sort(struct survey *survey)
{
    struct old_feed *feed = survey->feed;
    const struct old_event **index = pool_alloc(survey->pool, (feed->count + 1) * sizeof *index);
    size_t kept = 0;

    for (size_t i = 0; i < feed->count; i++)
        index[i] = &survey->events[i];
    qsort(index, feed->count, sizeof *index, by_uid);
    if (feed->zone_count > 0)
        qsort(survey->zones, feed->zone_count, sizeof *survey->zones, by_name);
    for (size_t i = 0; i < feed->zone_count; i++)
        if (i == 0 || strcmp(survey->zones[kept - 1].name, survey->zones[i].name) != 0)
            survey->zones[kept++] = survey->zones[i];
    feed->zone_count = kept;
    feed->events = survey->events;
    feed->by_uid = index;
    feed->zones = survey->zones;
}

/* An empty feed of that state. */
static struct old_feed *new_feed(struct pool *pool, enum old_state state)
{
    struct old_feed *feed = pool_alloc(pool, sizeof *feed);

    *feed = (struct old_feed){.state = state,
                              .plan_id = "",
                              .layout = "",
                              .name = "",
                              .modified = -1,
                              .properties = "",
                              .others = ""};
    return feed;
}

/* true where the bytes begin as a calendar does. */
static bool is_calendar(const char *bytes, size_t length)
{
    static const char head[] = "BEGIN:VCALENDAR";
    struct feed_lines lines = feed_lines_of(bytes, length);

    return (size_t)(lines.end - lines.at) >= sizeof head &&
           strncasecmp(lines.at, head, sizeof head - 1) == 0;
}

const struct old_feed *old_feed_read(struct pool *pool, const char *bytes, size_t length,
                                     const char *product)
{
    if (length == 0)
        return new_feed(pool, OLD_NONE);
    if (!is_calendar(bytes, length))
        return new_feed(pool, OLD_FOREIGN);
    struct survey survey = {.pool = pool, .product = product, .feed = new_feed(pool, OLD_FOREIGN)};
    struct feed_parts parts = {.lines = feed_lines_of(bytes, length)};
    struct old_feed *feed = survey.feed;
    bool ours = take_parts(&survey, &parts);
    if (ours) {
        feed->state = parts.odd ? OLD_BROKEN : OLD_WHOLE;
        set_days(&survey);
        sort(&survey);
        feed->properties =
            pool_copy(pool, text_string(&survey.properties), survey.properties.length);
        feed->others = pool_copy(pool, text_string(&survey.others), survey.others.length);
    }
    feed_parts_free(&parts);
    text_free(&survey.properties);
    text_free(&survey.others);
    return ours ? feed : new_feed(pool, OLD_FOREIGN);
}

const struct old_event *old_feed_find(const struct old_feed *feed, const char *uid)
{
    size_t low = 0, high = feed->count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (strcmp(feed->by_uid[middle]->uid, uid) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    bool found = low < feed->count && strcmp(feed->by_uid[low]->uid, uid) == 0;
    return found ? feed->by_uid[low] : NULL;
}

bool old_feed_is_of(const struct old_feed *feed, const char *const *uids, size_t count)
{
    size_t days = 0, known = 0;

    for (size_t i = 0; i < feed->count; i++)
        days += !feed->events[i].timed;
    for (size_t i = 0; i < count; i++) {
        const struct old_event *event = old_feed_find(feed, uids[i]);
        known += event && !event->timed;
    }
    return known > 0 && known >= days - known;
}

size_t old_feed_zone(const struct old_feed *feed, const char *name, size_t length)
{
    size_t low = 0, high = feed->zone_count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const char *at = feed->zones[middle].name;
        int order = strncmp(at, name, length);
        if (order == 0)
            order = at[length] != '\0';
        if (order == 0)
            return middle;
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return feed->zone_count;
}

/* The first bytes of the file at PATH, at most as many as its head may have. */
static void read_head(const char *path, struct text *head)
{
    char *bytes = must_alloc(HEAD_LENGTH);
    int descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    ssize_t got = descriptor < 0 ? -1 : read(descriptor, bytes, HEAD_LENGTH);

    if (got > 0)
        text_add_bytes(head, bytes, (size_t)got);
    if (descriptor >= 0)
        close(descriptor);
    free(bytes);
}

bool feed_facts(const char *path, struct pool *pool, const char **plan_id, day *start)
{
    struct text head = TEXT_INIT;
    day found_start = DAY_NONE;
    const char *found = NULL;

    read_head(path, &head);
    struct feed_parts parts = {.lines = feed_lines_of(text_string(&head), head.length)};
    while (is_calendar(text_string(&head), head.length) && feed_parts_next(&parts) &&
           !*parts.name) {
        const char *line = text_string(&parts.part);
        const char *value = copy_value(pool, line_value(line, parts.part.length));
        if (line_is(line, parts.part.length, FEED_PLAN_PROPERTY) && is_own_uid(value))
            found = value;
        else if (line_is(line, parts.part.length, FEED_START_PROPERTY))
            day_parse(value, strlen(value), &found_start);
    }
    feed_parts_free(&parts);
    text_free(&head);
    if (!found)
        return false;
    *plan_id = found;
    *start = found_start;
    return true;
}
