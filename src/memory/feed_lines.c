/* feed_lines: unfolds lines, and takes one apart. */
#include "memory/feed_lines.h"

#include <string.h>
#include <strings.h>

#define BYTE_ORDER_MARK "\xef\xbb\xbf"

struct feed_lines feed_lines_of(const char *bytes, size_t length)
{
    size_t mark = strlen(BYTE_ORDER_MARK);
    bool marked = length >= mark && memcmp(bytes, BYTE_ORDER_MARK, mark) == 0;

    return (struct feed_lines){bytes + (marked ? mark : 0), bytes + length};
}

bool feed_lines_next(struct feed_lines *lines, struct text *line)
{
    text_clear(line);
    if (lines->at >= lines->end)
        return false;
    for (;;) {
        const char *stop = memchr(lines->at, '\n', (size_t)(lines->end - lines->at));
        const char *next = stop ? stop + 1 : lines->end;
        size_t length = (size_t)((stop ? stop : lines->end) - lines->at);
        if (length > 0 && lines->at[length - 1] == '\r')
            length--;
        text_add_bytes(line, lines->at, length);
        lines->at = next;
        if (lines->at >= lines->end || (*lines->at != ' ' && *lines->at != '\t'))
            return true;
        lines->at++;
    }
}

bool is_property(const char *line, const char *name)
{
    size_t length = strlen(name);

    return strncasecmp(line, name, length) == 0 && (line[length] == ':' || line[length] == ';');
}

/* The colon behind the parameters; NULL: there is none. */
static const char *find_colon(const char *line)
{
    bool quoted = false;

    for (; *line && (quoted || *line != ':'); line++)
        quoted ^= *line == '"';
    return *line ? line : NULL;
}

const char *property_value(const char *line, const char *name)
{
    const char *colon = is_property(line, name) ? find_colon(line + strlen(name)) : NULL;

    return colon ? colon + 1 : NULL;
}

const char *property_parameter(const char *line, const char *name, size_t *length)
{
    const char *colon = find_colon(line);
    bool quoted = false;

    for (const char *at = line; colon && at < colon; at++) {
        quoted ^= *at == '"';
        size_t width = strlen(name);
        if (quoted || *at != ';' || strncasecmp(at + 1, name, width) != 0 || at[1 + width] != '=')
            continue;
        const char *value = at + width + 2;
        bool marks = *value == '"';
        value += marks;
        *length = strcspn(value, marks ? "\"" : ";:");
        return value;
    }
    return NULL;
}
