/* feed_event: events by their lines, as what other programs add must come through untouched. */
#include "memory/feed/feed_event.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "memory/feed/feed_text.h"

static const char *const field_names[FIELD_COUNT] = {
#define FIELD(name, words) [FIELD_##name] = words,
    EVENT_FIELDS(FIELD)
#undef FIELD
};

/* The categories of roadbook's own events. */
static const char *const own_categories[] = {"Study", "Review", "Milestone", "Due", "Checklist"};

/* An event on its way. */
struct gathering {
    struct text fields[FIELD_COUNT], extras;
    struct stamps stamps;
    /* components within it that are open */
    int depth;
};

static void add_line(struct text *text, const char *line, size_t length)
{
    text_add_bytes(text, line, length);
    text_add_char(text, '\n');
}

static bool is_own_category(const char *word, size_t length)
{
    for (size_t i = 0; i < sizeof own_categories / sizeof own_categories[0]; i++)
        if (strlen(own_categories[i]) == length && memcmp(own_categories[i], word, length) == 0)
            return true;
    return false;
}

/* One category a line, as roadbook writes them; those of others are extras, parameters and all. */
static void add_categories(struct gathering *gathering, const char *line, size_t length)
{
    const char *value = line_value(line, length), *end = line + length;

    for (const char *at = value; at && at <= end;) {
        const char *stop = at;
        while (stop < end && *stop != ',')
            stop += *stop == '\\' && stop + 1 < end ? 2 : 1;
        if (is_own_category(at, (size_t)(stop - at))) {
            text_print(&gathering->fields[FIELD_CATEGORIES], "CATEGORIES:%.*s\n", (int)(stop - at),
                       at);
        } else if (stop > at) {
            text_add_bytes(&gathering->extras, line, (size_t)(value - line));
            add_line(&gathering->extras, at, (size_t)(stop - at));
        }
        at = stop + 1;
    }
}

/* true where the line is one of the stamps, which are taken from it. */
static bool take_stamp(struct stamps *stamps, const char *line, size_t length)
{
    const char *value = line_value(line, length);

    if (line_is(line, length, "DTSTAMP")) {
        stamps->stamped = feed_instant(value);
    } else if (line_is(line, length, "LAST-MODIFIED")) {
        stamps->modified = feed_instant(value);
    } else if (line_is(line, length, "SEQUENCE")) {
        long sequence = strtol(value, NULL, 10);
        stamps->sequence = sequence > 0 && sequence < INT32_MAX ? (int)sequence : 0;
    } else {
        return false;
    }
    return true;
}

static void take_line(struct gathering *gathering, const char *line, size_t length)
{
    bool begins = line_is(line, length, "BEGIN"), ends = line_is(line, length, "END");

    if (!line_value(line, length))
        return;
    if ((begins || ends) && strcasecmp(line_value(line, length), "VEVENT") == 0)
        return;
    if (begins || gathering->depth > 0) {
        gathering->depth += begins - ends;
        add_line(&gathering->extras, line, length);
        return;
    }
    /* A DURATION is DTEND in another program's words. */
    if (ends || line_is(line, length, "DURATION") || take_stamp(&gathering->stamps, line, length))
        return;
    for (enum event_field field = 0; field < FIELD_COUNT; field++) {
        if (!line_is(line, length, field_names[field]))
            continue;
        if (field == FIELD_CATEGORIES) {
            add_categories(gathering, line, length);
            return;
        }
        text_clear(&gathering->fields[field]); /* the last one counts: it was put behind ours */
        add_line(&gathering->fields[field], line, length);
        return;
    }
    add_line(&gathering->extras, line, length);
}

struct event_lines event_lines_read(struct pool *pool, const char *text)
{
    struct feed_lines lines = feed_lines_of(text, strlen(text));
    struct gathering gathering = {.stamps = {.stamped = -1, .modified = -1}};
    struct event_lines event;
    struct text line = TEXT_INIT;

    while (feed_lines_next(&lines, &line))
        take_line(&gathering, text_string(&line), line.length);
    for (enum event_field field = 0; field < FIELD_COUNT; field++) {
        struct text *found = &gathering.fields[field];
        event.fields[field] = pool_copy(pool, text_string(found), found->length);
        text_free(found);
    }
    event.extras = pool_copy(pool, text_string(&gathering.extras), gathering.extras.length);
    event.stamps = gathering.stamps;
    text_free(&gathering.extras);
    text_free(&line);
    return event;
}

void event_lines_carry(struct event_lines *new, const struct event_lines *old)
{
    static const enum event_field theirs[] = {FIELD_STATUS, FIELD_TRANSPARENCY};

    for (size_t i = 0; i < sizeof theirs / sizeof theirs[0]; i++)
        if (*old->fields[theirs[i]])
            new->fields[theirs[i]] = old->fields[theirs[i]];
    new->extras = old->extras;
}

bool event_has_words(const struct event_lines *event)
{
    static const char *const names[] = {"COMMENT", "LOCATION", "ATTACH", "CONTACT", "ATTENDEE"};
    const char *at = event->extras, *line;
    size_t length;
    int depth = 0;

    while ((line = kept_line_next(&at, &length))) {
        depth += line_is(line, length, "BEGIN") - line_is(line, length, "END");
        for (size_t i = 0; depth == 0 && i < sizeof names / sizeof names[0]; i++)
            if (line_is(line, length, names[i]))
                return true;
    }
    return false;
}

static bool is_equal(const struct event_lines *one, const struct event_lines *other)
{
    for (enum event_field field = 0; field < FIELD_COUNT; field++)
        if (strcmp(one->fields[field], other->fields[field]) != 0)
            return false;
    return true;
}

struct stamps stamps_for(const struct event_lines *old, const struct event_lines *new, int64_t now)
{
    if (!old)
        return (struct stamps){now, now, 0};
    struct stamps stamps = old->stamps;
    bool readable = stamps.stamped >= 0 && stamps.modified >= 0;
    if (readable && is_equal(old, new))
        return stamps;
    int64_t latest = stamps.stamped > stamps.modified ? stamps.stamped : stamps.modified;
    int64_t time = now > latest ? now : latest + 1;
    bool moved = strcmp(old->fields[FIELD_START], new->fields[FIELD_START]) != 0 ||
                 strcmp(old->fields[FIELD_END], new->fields[FIELD_END]) != 0;
    return (struct stamps){time, time, stamps.sequence + moved};
}

void event_lines_print(const struct event_lines *event, struct text *out)
{
    char stamped[STAMP_TEXT], modified[STAMP_TEXT];

    text_print(out, "BEGIN:VEVENT\n%s", event->fields[FIELD_UID]);
    text_print(out, "DTSTAMP:%s\nLAST-MODIFIED:%s\nSEQUENCE:%d\n",
               feed_instant_print(event->stamps.stamped, stamped),
               feed_instant_print(event->stamps.modified, modified), event->stamps.sequence);
    for (enum event_field field = FIELD_UID + 1; field < FIELD_COUNT; field++)
        text_add(out, event->fields[field]);
    text_add(out, event->extras);
    text_add(out, "END:VEVENT\n");
}
