/* feed_parts: follows BEGIN and END, and mistrusts both. */
#include "memory/feed/feed_parts.h"

#include <string.h>
#include <strings.h>

/* Drops the component that is open, as it can't be right. */
static void drop_part(struct feed_parts *parts)
{
    parts->odd = true;
    if (parts->depth > 1)
        parts->depth = 1;
}

/* Puts NAME, in capitals, on top of what is open. */
static void push(struct feed_parts *parts, const char *name)
{
    char *at = parts->open[parts->depth++];

    for (; *name; name++)
        *at++ = (char)(*name >= 'a' && *name <= 'z' ? *name - 'a' + 'A' : *name);
    *at = '\0';
}

static void begin_component(struct feed_parts *parts, const char *name)
{
    bool calendar = strcasecmp(name, "VCALENDAR") == 0;

    /* None of these lies within another: what is open there was cut off. */
    if (parts->depth > 1 && (calendar || strcasecmp(name, "VEVENT") == 0))
        drop_part(parts);
    if (parts->depth == 0 || calendar) {
        parts->odd |= !calendar || parts->depth > 0 || parts->closed;
        if (!calendar || parts->depth > 0)
            return;
    }
    if (parts->depth == 1) {
        text_clear(&parts->part);
        parts->spoilt = false;
    }
    if (parts->depth == FEED_DEPTH || strlen(name) >= FEED_NAME_ROOM)
        parts->odd = parts->spoilt = true;
    else
        push(parts, name);
}

/* true where a component of the calendar has come to its end, whole. */
static bool end_component(struct feed_parts *parts, const char *name)
{
    int depth = parts->depth;

    while (depth > 0 && strcasecmp(parts->open[depth - 1], name) != 0)
        depth--;
    if (depth == 0 || depth != parts->depth)
        parts->odd = parts->spoilt = true;
    if (depth == 0)
        return false;
    parts->depth = depth - 1;
    parts->closed = depth == 1;
    parts->name = parts->open[1];
    return depth == 2 && !parts->spoilt;
}

static void add_line(struct feed_parts *parts)
{
    text_add_bytes(&parts->part, text_string(&parts->line), parts->line.length);
    text_add_char(&parts->part, '\n');
}

/* Takes the line; true where a part has come to its end. */
static bool take_line(struct feed_parts *parts)
{
    const char *line = text_string(&parts->line);
    size_t length = parts->line.length;
    const char *value = line_value(line, length);
    bool text = strlen(line) == length, begins = line_is(line, length, "BEGIN");

    if (!value || !text) {
        parts->odd = true;
        parts->spoilt |= !text;
        return false;
    }
    if (begins)
        begin_component(parts, value);
    else if (parts->depth == 0)
        parts->odd = true;
    parts->closed = false;
    if (parts->depth > 1)
        add_line(parts);
    if (line_is(line, length, "END"))
        return end_component(parts, value);
    if (begins || parts->depth != 1)
        return false;
    text_clear(&parts->part);
    add_line(parts);
    parts->name = "";
    return true;
}

bool feed_parts_next(struct feed_parts *parts)
{
    while (feed_lines_next(&parts->lines, &parts->line))
        if (parts->line.length > 0 && take_line(parts))
            return true;
    parts->odd |= !parts->closed;
    return false;
}

void feed_parts_free(struct feed_parts *parts)
{
    text_free(&parts->part);
    text_free(&parts->line);
}
