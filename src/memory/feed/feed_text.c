/* feed_text: content lines, one at a time; no more is understood than is asked for. */
#include "memory/feed/feed_text.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

struct feed_lines feed_lines_of(const char *bytes, size_t length)
{
    static const char mark[] = "\xef\xbb\xbf";
    size_t skipped = length >= 3 && memcmp(bytes, mark, 3) == 0 ? 3 : 0;

    return (struct feed_lines){bytes + skipped, bytes + length};
}

bool feed_lines_next(struct feed_lines *lines, struct text *line)
{
    text_clear(line);
    if (lines->at >= lines->end)
        return false;
    for (;;) {
        const char *at = lines->at;
        const char *stop = memchr(at, '\n', (size_t)(lines->end - at));
        size_t length = (size_t)((stop ? stop : lines->end) - at);
        lines->at = stop ? stop + 1 : lines->end;
        if (length > 0 && at[length - 1] == '\r')
            length--;
        text_add_bytes(line, at, length);
        if (lines->at >= lines->end || (*lines->at != ' ' && *lines->at != '\t'))
            return true;
        lines->at++;
    }
}

const char *kept_line_next(const char **at, size_t *length)
{
    const char *line = *at;

    if (!*line)
        return NULL;
    *length = strcspn(line, "\n");
    *at = line + *length + (line[*length] == '\n');
    return line;
}

/* The first byte of the line from AT on, outside of quotes, that is one of SIGNS; its end: none. */
static const char *find_sign(const char *at, const char *end, const char *signs)
{
    bool quoted = false;

    for (; at < end; at++) {
        if (*at == '"')
            quoted = !quoted;
        else if (!quoted && *at && strchr(signs, *at))
            return at;
    }
    return end;
}

const char *line_value(const char *line, size_t length)
{
    const char *end = line + length, *colon = find_sign(line, end, ":");

    return colon < end && colon > line ? colon + 1 : NULL;
}

bool line_is(const char *line, size_t length, const char *name)
{
    size_t size = strlen(name);

    return length > size && strncasecmp(line, name, size) == 0 &&
           (line[size] == ':' || line[size] == ';');
}

const char *line_parameter(const char *line, size_t length, const char *name, size_t *found)
{
    const char *end = line + length, *at = find_sign(line, end, ":;");
    size_t size = strlen(name);

    while (at < end && *at == ';') {
        const char *start = at + 1;
        at = find_sign(start, end, ":;");
        if ((size_t)(at - start) <= size || strncasecmp(start, name, size) != 0 ||
            start[size] != '=')
            continue;
        start += size + 1;
        bool quoted = at - start >= 2 && *start == '"' && at[-1] == '"';
        *found = (size_t)(at - start) - (quoted ? 2 : 0);
        return start + quoted;
    }
    return NULL;
}

day feed_day(const char *value)
{
    int year, month, number;

    if (strspn(value, "0123456789") < 8 ||
        sscanf(value, "%4d%2d%2d", &year, &month, &number) != 3 ||
        !civil_valid(year, month, number))
        return DAY_NONE;
    return day_of(year, month, number);
}

int64_t feed_instant(const char *value)
{
    int hour, minute, second, used = 0;
    day date = feed_day(value);

    if (date == DAY_NONE || strnlen(value, 17) != 16 || value[8] != 'T' ||
        strspn(value + 9, "0123456789") != 6 ||
        sscanf(value + 9, "%2d%2d%2dZ%n", &hour, &minute, &second, &used) != 3 || used != 7 ||
        hour > 23 || minute > 59 || second > 60)
        return -1;
    return (int64_t)date * DAY_SECONDS + hour * 3600 + minute * 60 + second;
}

const char *feed_instant_print(int64_t instant, char out[STAMP_TEXT])
{
    int64_t days = instant / DAY_SECONDS - (instant % DAY_SECONDS < 0);
    int rest = (int)(instant - days * DAY_SECONDS);
    struct civil civil = civil_of((day)days);

    snprintf(out, STAMP_TEXT, "%04u%02u%02uT%02u%02u%02uZ", (unsigned)civil.year % 10000,
             (unsigned)civil.month % 100, (unsigned)civil.day % 100, (unsigned)rest / 3600 % 100,
             (unsigned)rest / 60 % 60, (unsigned)rest % 60);
    return out;
}
