/* old_feed: reads the old feed by its lines. The bytes may have been through other programs, or be
 * no feed at all, so nothing is taken for granted here, and no more is understood than is needed.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/text.h"
#include "memory/old_feed.h"

/* Unfolds the next line (RFC 5545, 3.1) of [*at, end) into LINE; false at the end. */
static bool next_line(const char **at, const char *end, struct text *line)
{
    text_clear(line);
    if (*at >= end)
        return false;
    for (;;) {
        const char *stop = memchr(*at, '\n', (size_t)(end - *at));
        const char *next = stop ? stop + 1 : end;
        size_t length = (size_t)((stop ? stop : end) - *at);
        if (length > 0 && (*at)[length - 1] == '\r')
            length--;
        text_add_bytes(line, *at, length);
        *at = next;
        if (*at >= end || (**at != ' ' && **at != '\t'))
            return true;
        (*at)++;
    }
}

/* The value where LINE is the property NAME, without parameters; NULL else. */
static const char *value_of(const char *line, const char *name)
{
    size_t length = strlen(name);

    return strncmp(line, name, length) == 0 && line[length] == ':' ? line + length + 1 : NULL;
}

/* true where LINE is the property NAME, with or without parameters. */
static bool is_property(const char *line, const char *name)
{
    size_t length = strlen(name);

    return strncmp(line, name, length) == 0 && (line[length] == ':' || line[length] == ';');
}

/* "20260105T180000Z" in seconds since 1970; -1 where it is none. */
static int64_t parse_stamp(const char *value)
{
    int year, month, number, hour, minute, second, used = 0;

    if (strlen(value) != 16 || strspn(value, "0123456789TZ") != 16 ||
        sscanf(value, "%4d%2d%2dT%2d%2d%2dZ%n", &year, &month, &number, &hour, &minute, &second,
               &used) != 6 ||
        used != 16 || !civil_valid(year, month, number) || hour > 23 || minute > 59 || second > 60)
        return -1;
    return (int64_t)day_of(year, month, number) * DAY_SECONDS + hour * 3600 + minute * 60 + second;
}

/* An event on its way. */
struct gathering {
    struct old_event event;
    struct text content;
};

static void start_event(struct gathering *gathering)
{
    gathering->event = (struct old_event){
        .uid = "", .start = "", .end = "", .stamps = {.stamped = -1, .modified = -1}};
    text_clear(&gathering->content);
}

static void add_line(struct pool *pool, struct gathering *gathering, const struct text *line)
{
    struct old_event *event = &gathering->event;
    const char *string = text_string(line), *value;

    if ((value = value_of(string, "DTSTAMP"))) {
        event->stamps.stamped = parse_stamp(value);
        return;
    }
    if ((value = value_of(string, "LAST-MODIFIED"))) {
        event->stamps.modified = parse_stamp(value);
        return;
    }
    if ((value = value_of(string, "SEQUENCE"))) {
        long sequence = strtol(value, NULL, 10);
        event->stamps.sequence = sequence > 0 && sequence < INT32_MAX ? (int)sequence : 0;
        return;
    }
    if ((value = value_of(string, "UID")))
        event->uid = pool_copy(pool, value, strlen(value));
    else if (is_property(string, "DTSTART"))
        event->start = pool_copy(pool, string, line->length);
    else if (is_property(string, "DTEND"))
        event->end = pool_copy(pool, string, line->length);
    text_add_bytes(&gathering->content, string, line->length);
    text_add_char(&gathering->content, '\n');
}

static struct old_event end_event(struct pool *pool, struct gathering *gathering)
{
    gathering->event.content =
        pool_copy(pool, text_string(&gathering->content), gathering->content.length);
    return gathering->event;
}

static int compare(const void *a, const void *b)
{
    return strcmp(((const struct old_event *)a)->uid, ((const struct old_event *)b)->uid);
}

/* What the lines of a file amount to. */
struct survey {
    /* our PRODID seen; END:VCALENDAR was last; something out of place */
    bool product, closed, odd;
    struct old_event *events;
    size_t count, capacity;
};

static void survey_lines(struct pool *pool, const char *bytes, size_t length, const char *product,
                         struct survey *survey)
{
    const char *at = bytes, *end = bytes + length;
    struct gathering gathering = {.content = TEXT_INIT};
    struct text line = TEXT_INIT;
    bool inside = false;

    start_event(&gathering);
    while (next_line(&at, end, &line)) {
        const char *string = text_string(&line);
        const char *value = value_of(string, "PRODID");
        if (line.length == 0)
            continue;
        survey->odd |= survey->closed || strlen(string) != line.length;
        survey->closed = strcmp(string, "END:VCALENDAR") == 0;
        if (strcmp(string, "BEGIN:VEVENT") == 0) {
            survey->odd |= inside;
            inside = true;
            start_event(&gathering);
        } else if (strcmp(string, "END:VEVENT") == 0 && inside) {
            inside = false;
            survey->events = pool_extend(pool, survey->events, survey->count, &survey->capacity,
                                         sizeof *survey->events);
            survey->events[survey->count++] = end_event(pool, &gathering);
        } else if (inside) {
            survey->odd |= survey->closed || gathering.content.length > (size_t)1 << 20;
            add_line(pool, &gathering, &line);
        } else if (value && strcmp(value, product) == 0) {
            survey->product = true;
        }
    }
    survey->odd |= inside;
    text_free(&line);
    text_free(&gathering.content);
}

const struct old_feed *old_feed_read(struct pool *pool, const char *bytes, size_t length,
                                     const char *product)
{
    static const char head[] = "BEGIN:VCALENDAR";
    struct old_feed *feed = pool_alloc(pool, sizeof *feed);

    if (length == 0)
        return feed;
    struct survey survey = {0};
    feed->state = OLD_FOREIGN;
    if (length < sizeof head || strncmp(bytes, head, sizeof head - 1) != 0)
        return feed;
    survey_lines(pool, bytes, length, product, &survey);
    if (!survey.product)
        return feed;
    feed->state = survey.closed && !survey.odd ? OLD_WHOLE : OLD_BROKEN;
    if (survey.count > 0)
        qsort(survey.events, survey.count, sizeof *survey.events, compare);
    feed->events = survey.events;
    feed->count = survey.count;
    return feed;
}

const struct old_event *old_feed_find(const struct old_feed *feed, const char *uid)
{
    struct old_event key = {.uid = uid};

    if (feed->count == 0)
        return NULL;
    return bsearch(&key, feed->events, feed->count, sizeof *feed->events, compare);
}

struct old_event event_lines(struct pool *pool, const char *text)
{
    const char *at = text, *end = text + strlen(text);
    struct gathering gathering = {.content = TEXT_INIT};
    struct text line = TEXT_INIT;

    start_event(&gathering);
    while (next_line(&at, end, &line)) {
        const char *string = text_string(&line);
        if (strcmp(string, "BEGIN:VEVENT") != 0 && strcmp(string, "END:VEVENT") != 0)
            add_line(pool, &gathering, &line);
    }
    struct old_event event = end_event(pool, &gathering);
    text_free(&line);
    text_free(&gathering.content);
    return event;
}

struct stamps stamps_for(const struct old_event *old, const struct old_event *new, int64_t now)
{
    if (!old)
        return (struct stamps){now, now, 0};
    struct stamps stamps = old->stamps;
    bool readable = stamps.stamped >= 0 && stamps.modified >= 0;
    if (readable && strcmp(old->content, new->content) == 0)
        return stamps;
    int64_t latest = stamps.stamped > stamps.modified ? stamps.stamped : stamps.modified;
    int64_t time = now > latest ? now : latest + 1;
    bool moved = strcmp(old->start, new->start) != 0 || strcmp(old->end, new->end) != 0;
    return (struct stamps){time, time, stamps.sequence + moved};
}
