/* old_feed: reads the old feed by its lines. The bytes may have been through other programs, or be
 * no feed at all, so nothing is taken for granted here, and no more is understood than is needed.
 */
#include "memory/old_feed.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/file.h"
#include "base/text.h"
#include "memory/feed_lines.h"

#define EVENT_BYTES ((size_t)1 << 20) /* a longer one is damaged */
#define HEAD_BYTES  ((size_t)1 << 16)

/* What roadbook writes of an event, in its order. */
static const char *const event_properties[] = {"UID",         "DTSTART",    "DTEND", "SUMMARY",
                                               "DESCRIPTION", "CATEGORIES", "URL",   "TRANSP"};
/* Of the calendar. */
static const char *const calendar_properties[] = {
    "VERSION",         "PRODID",       "CALSCALE",      "NAME",          "X-WR-CALNAME",
    "DESCRIPTION",     "X-WR-CALDESC", "X-WR-TIMEZONE", "LAST-MODIFIED", "REFRESH-INTERVAL",
    "X-PUBLISHED-TTL", "COLOR",        FEED_PLAN,       FEED_START,      "X-APPLE-CALENDAR-COLOR",
    "METHOD"};
/* The categories that it gives: any other is the learner's. */
static const char *const known_categories[] = {"Study", "Review", "Milestone", "Due", "Checklist"};

enum { KINDS = sizeof event_properties / sizeof event_properties[0] };

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
    /* by place in event_properties */
    struct text kinds[KINDS];
    struct text added, lines;
    /* how deep in components within it */
    size_t depth;
};

static void gathering_free(struct gathering *gathering)
{
    for (int i = 0; i < KINDS; i++)
        text_free(&gathering->kinds[i]);
    text_free(&gathering->added);
    text_free(&gathering->lines);
}

static void start_event(struct gathering *gathering)
{
    gathering->event = (struct old_event){.uid = "",
                                          .recurrence = "",
                                          .start = "",
                                          .end = "",
                                          .stamps = {.stamped = -1, .modified = -1}};
    for (int i = 0; i < KINDS; i++)
        text_clear(&gathering->kinds[i]);
    text_clear(&gathering->added);
    text_clear(&gathering->lines);
    gathering->depth = 0;
}

static void add_to(struct text *text, const struct text *line)
{
    text_add_bytes(text, text_string(line), line->length);
    text_add_char(text, '\n');
}

/* The place of the line's property among ours; -1: it is the learner's. */
static int kind_of(const char *line)
{
    for (int i = 0; i < KINDS; i++) {
        const char *value = property_value(line, event_properties[i]);
        if (!value)
            continue;
        if (strcmp(event_properties[i], "CATEGORIES") != 0)
            return i;
        for (size_t k = 0; k < sizeof known_categories / sizeof known_categories[0]; k++)
            if (strcmp(value, known_categories[k]) == 0)
                return i;
        return -1;
    }
    return -1;
}

/* true where the line is one of the stamps, which are taken. */
static bool take_stamp(struct stamps *stamps, const char *line)
{
    const char *value;

    if ((value = property_value(line, "DTSTAMP"))) {
        stamps->stamped = parse_stamp(value);
    } else if ((value = property_value(line, "LAST-MODIFIED"))) {
        stamps->modified = parse_stamp(value);
    } else if ((value = property_value(line, "SEQUENCE"))) {
        long sequence = strtol(value, NULL, 10);
        stamps->sequence = sequence > 0 && sequence < INT32_MAX ? (int)sequence : 0;
    }
    return value;
}

static void add_line(struct pool *pool, struct gathering *gathering, const struct text *line)
{
    struct old_event *event = &gathering->event;
    const char *string = text_string(line), *value;
    bool opens = property_value(string, "BEGIN"), closes = property_value(string, "END");

    add_to(&gathering->lines, line);
    if (opens || closes || gathering->depth > 0) {
        gathering->depth += opens;
        gathering->depth -= closes && gathering->depth > 0;
        add_to(&gathering->added, line);
        return;
    }
    if (take_stamp(&event->stamps, string))
        return;
    value = property_value(string, "STATUS");
    if (value && strcasecmp(value, "CONFIRMED") == 0)
        return; /* ours says nothing; any other is a decision of theirs */
    if ((value = property_value(string, "UID")))
        event->uid = pool_copy(pool, value, strlen(value));
    else if ((value = property_value(string, "RECURRENCE-ID")))
        event->recurrence = pool_copy(pool, value, strlen(value));
    else if (is_property(string, "DTSTART"))
        event->start = pool_copy(pool, string, line->length);
    else if (is_property(string, "DTEND"))
        event->end = pool_copy(pool, string, line->length);
    int kind = kind_of(string);
    add_to(kind >= 0 ? &gathering->kinds[kind] : &gathering->added, line);
}

static const char *keep(struct pool *pool, const struct text *text)
{
    return pool_copy(pool, text_string(text), text->length);
}

static struct old_event end_event(struct pool *pool, struct gathering *gathering)
{
    struct text content = TEXT_INIT;
    struct old_event *event = &gathering->event;

    for (int i = 0; i < KINDS; i++)
        text_add_bytes(&content, text_string(&gathering->kinds[i]), gathering->kinds[i].length);
    event->content = keep(pool, &content);
    event->added = keep(pool, &gathering->added);
    event->lines = pool_print(pool, "BEGIN:VEVENT\n%sEND:VEVENT\n", text_string(&gathering->lines));
    text_free(&content);
    return *event;
}

static int compare(const void *a, const void *b)
{
    const struct old_event *left = a, *right = b;
    int order = strcmp(left->uid, right->uid);

    if (order == 0)
        order = strcmp(left->recurrence, right->recurrence);
    return order != 0 ? order : (left->number > right->number) - (left->number < right->number);
}

/* What the lines of a file amount to. */
struct survey {
    struct pool *pool;
    struct old_feed *feed;
    const char *product_wanted;
    /* our PRODID seen; END:VCALENDAR was last; something out of place */
    bool product, closed, odd;
    struct old_event *events;
    size_t capacity;
    struct old_component *components;
    size_t component_capacity;
    /* the component being read, directly in the calendar; "": none. How deep in it. */
    char name[32];
    size_t depth;
    struct gathering gathering;
    /* of any other component than an event, and its zone's name */
    struct text lines, added;
    const char *zone;
};

static void open_component(struct survey *survey, const char *name, const struct text *line)
{
    snprintf(survey->name, sizeof survey->name, "%s", name);
    survey->depth = 1;
    survey->zone = "";
    text_clear(&survey->lines);
    add_to(&survey->lines, line);
    start_event(&survey->gathering);
}

static void close_component(struct survey *survey)
{
    struct old_feed *feed = survey->feed;

    if (strcasecmp(survey->name, "VEVENT") == 0) {
        survey->events = pool_extend(survey->pool, survey->events, feed->count, &survey->capacity,
                                     sizeof *survey->events);
        survey->events[feed->count] = end_event(survey->pool, &survey->gathering);
        survey->events[feed->count].number = feed->count;
        feed->count++;
    } else {
        survey->components = pool_extend(survey->pool, survey->components, feed->component_count,
                                         &survey->component_capacity, sizeof *survey->components);
        survey->components[feed->component_count++] =
            (struct old_component){pool_print(survey->pool, "%s", survey->name), survey->zone,
                                   keep(survey->pool, &survey->lines)};
    }
    survey->name[0] = '\0';
}

static void read_in_component(struct survey *survey, const struct text *line)
{
    const char *string = text_string(line);
    const char *opens = property_value(string, "BEGIN"), *closes = property_value(string, "END");
    const char *zone = survey->depth == 1 ? property_value(string, "TZID") : NULL;
    bool event = strcasecmp(survey->name, "VEVENT") == 0;

    if (zone)
        survey->zone = pool_copy(survey->pool, zone, strlen(zone));
    survey->odd |= opens && event && strcasecmp(opens, "VEVENT") == 0;
    survey->odd |= survey->gathering.lines.length > EVENT_BYTES;
    survey->depth += opens != NULL;
    survey->depth -= closes != NULL;
    if (!event)
        add_to(&survey->lines, line);
    else if (survey->depth > 0)
        add_line(survey->pool, &survey->gathering, line);
    if (survey->depth > 0)
        return;
    survey->odd |= strcasecmp(closes, survey->name) != 0;
    close_component(survey);
}

static void read_in_calendar(struct survey *survey, const struct text *line)
{
    struct old_feed *feed = survey->feed;
    const char *string = text_string(line), *value;

    if ((value = property_value(string, "PRODID")))
        survey->product |= strcmp(value, survey->product_wanted) == 0;
    else if ((value = property_value(string, FEED_PLAN)))
        feed->plan_id = pool_copy(survey->pool, value, strlen(value));
    else if ((value = property_value(string, FEED_START)))
        (void)day_parse(value, strlen(value), &feed->start);
    else if ((value = property_value(string, "X-WR-CALNAME")))
        feed->name = pool_copy(survey->pool, value, strlen(value));
    else if ((value = property_value(string, "LAST-MODIFIED")))
        feed->modified = parse_stamp(value);
    for (size_t i = 0; i < sizeof calendar_properties / sizeof calendar_properties[0]; i++)
        if (is_property(string, calendar_properties[i]))
            return;
    add_to(&survey->added, line);
}

static void read_line(struct survey *survey, const struct text *line)
{
    const char *string = text_string(line), *value;

    survey->odd |= survey->closed || strlen(string) != line->length;
    survey->closed = !*survey->name && strcasecmp(string, "END:VCALENDAR") == 0;
    if (survey->closed || strcasecmp(string, "BEGIN:VCALENDAR") == 0)
        return;
    if (*survey->name)
        read_in_component(survey, line);
    else if ((value = property_value(string, "BEGIN")))
        open_component(survey, value, line);
    else if (property_value(string, "END"))
        survey->odd = true;
    else
        read_in_calendar(survey, line);
}

static void survey_lines(struct survey *survey, struct feed_lines lines)
{
    struct text line = TEXT_INIT;

    start_event(&survey->gathering);
    while (feed_lines_next(&lines, &line))
        if (line.length > 0)
            read_line(survey, &line);
    survey->odd |= *survey->name != '\0';
    survey->feed->added = keep(survey->pool, &survey->added);
    text_free(&line);
    text_free(&survey->lines);
    text_free(&survey->added);
    gathering_free(&survey->gathering);
}

const struct old_feed *old_feed_read(struct pool *pool, const char *bytes, size_t length,
                                     const char *product)
{
    static const char head[] = "BEGIN:VCALENDAR";
    struct old_feed *feed = pool_alloc(pool, sizeof *feed);
    struct feed_lines lines = feed_lines_of(bytes, length);

    *feed = (struct old_feed){.start = DAY_NONE, .name = "", .modified = -1, .added = ""};
    if (length == 0)
        return feed;
    struct survey survey = {.pool = pool, .feed = feed, .product_wanted = product};
    feed->state = OLD_FOREIGN;
    if ((size_t)(lines.end - lines.at) < sizeof head ||
        strncasecmp(lines.at, head, sizeof head - 1) != 0)
        return feed;
    survey_lines(&survey, lines);
    if (!survey.product) {
        *feed = (struct old_feed){
            .state = OLD_FOREIGN, .start = DAY_NONE, .name = "", .modified = -1, .added = ""};
        return feed;
    }
    feed->state = survey.closed && !survey.odd ? OLD_WHOLE : OLD_BROKEN;
    if (feed->count > 0)
        qsort(survey.events, feed->count, sizeof *survey.events, compare);
    feed->events = survey.events;
    feed->components = survey.components;
    return feed;
}

const struct old_feed *old_feed_at(struct pool *pool, const char *path)
{
    struct text bytes = TEXT_INIT;

    if (!file_replaceable(path) || !file_read(path, FEED_LIMIT, &bytes))
        text_clear(&bytes);
    const struct old_feed *feed =
        old_feed_read(pool, text_string(&bytes), bytes.length, FEED_PRODUCT);
    text_free(&bytes);
    return feed;
}

bool feed_facts(const char *path, struct pool *pool, const char **plan_id, day *start)
{
    FILE *file = file_replaceable(path) ? fopen(path, "rb") : NULL;
    char *head = file ? must_alloc(HEAD_BYTES) : NULL;
    const struct old_feed *feed = NULL;

    if (file) {
        size_t length = fread(head, 1, HEAD_BYTES, file);
        feed = old_feed_read(pool, head, length, FEED_PRODUCT);
        fclose(file);
    }
    free(head);
    if (!feed || !feed->plan_id)
        return false;
    *plan_id = feed->plan_id;
    *start = feed->start;
    return true;
}

const struct old_event *old_feed_find(const struct old_feed *feed, const char *uid)
{
    size_t low = 0, high = feed->count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (strcmp(feed->events[middle].uid, uid) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    bool found = low < feed->count && strcmp(feed->events[low].uid, uid) == 0 &&
                 !*feed->events[low].recurrence;
    return found ? &feed->events[low] : NULL;
}

struct old_event event_lines(struct pool *pool, const char *text)
{
    struct feed_lines lines = feed_lines_of(text, strlen(text));
    struct gathering gathering = {0};
    struct text line = TEXT_INIT;

    start_event(&gathering);
    while (feed_lines_next(&lines, &line)) {
        const char *string = text_string(&line);
        if (strcmp(string, "BEGIN:VEVENT") != 0 && strcmp(string, "END:VEVENT") != 0)
            add_line(pool, &gathering, &line);
    }
    struct old_event event = end_event(pool, &gathering);
    text_free(&line);
    gathering_free(&gathering);
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
