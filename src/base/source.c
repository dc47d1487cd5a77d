/* source: files as clean UTF-8, and a word about what was not. */
#include <errno.h>
#include <string.h>

#include "base/file.h"
#include "base/source.h"

/* The place of byte OFFSET; LF, CR LF and CR alone all end a line. */
static struct place place_at(const struct source *source, const char *bytes, size_t offset)
{
    struct place place = {source, 1, 1};

    for (size_t i = 0; i < offset; i++) {
        place.column++;
        if (bytes[i] == '\n' || (bytes[i] == '\r' && bytes[i + 1] != '\n')) {
            place.line++;
            place.column = 1;
        }
    }
    return place;
}

/* Makes clean text of the LENGTH bytes, which a NUL follows. */
static void take(struct pool *pool, const char *bytes, size_t length, struct source *source)
{
    struct text clean = TEXT_INIT;
    size_t first, repaired = utf8_repair(&clean, bytes, length, &first);

    source->bytes = pool_copy(pool, text_string(&clean), clean.length);
    source->length = clean.length;
    text_free(&clean);
    if (repaired)
        report(place_at(source, bytes, first), SEVERITY_WARNING, RULE_NOT_UTF_8,
               "%zu place%s not UTF-8, taken as U+FFFD; save the file as UTF-8", repaired,
               repaired == 1 ? " is" : "s are");
}

bool source_read(struct pool *pool, const char *path, struct source *source, struct text *original)
{
    struct text bytes = TEXT_INIT;
    struct place place = {source, 0, 0};

    *source = (struct source){.name = strcmp(path, "-") == 0 ? "<stdin>"
                                                             : pool_copy(pool, path, strlen(path))};
    bool good = file_read(path, SOURCE_LIMIT, &bytes);
    if (!good) {
        report_failure(STATUS_SYSTEM, place, "%s",
                       errno == EFBIG ? "larger than 16 MiB: no text is" : strerror(errno));
    } else if (memchr(text_string(&bytes), '\0', bytes.length)) {
        report_failure(STATUS_BAD_INPUT, place, "holds NUL bytes: a binary file, not a text");
        good = false;
    }
    if (good) {
        const char *text = text_string(&bytes);
        size_t mark = bytes.length >= 3 && memcmp(text, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
        take(pool, text + mark, bytes.length - mark, source);
        if (original)
            text_add_bytes(original, text, bytes.length);
    }
    text_free(&bytes);
    return good;
}

struct line_starts line_starts_of(struct pool *pool, const struct source *source)
{
    size_t *offsets = NULL, count = 0, capacity = 0;

    for (size_t at = 0; at <= source->length;) {
        offsets = pool_extend(pool, offsets, count, &capacity, sizeof *offsets);
        offsets[count++] = at;
        const char *end = memchr(source->bytes + at, '\n', source->length - at);
        if (!end)
            break;
        at = (size_t)(end - source->bytes) + 1;
    }
    return (struct line_starts){offsets, count};
}

const char *source_line(const struct source *source, const struct line_starts *starts, int number,
                        size_t *length)
{
    *length = 0;
    if (number < 1 || (size_t)number > starts->count)
        return "";
    const char *line = source->bytes + starts->offsets[number - 1];
    size_t rest = source->length - starts->offsets[number - 1];
    const char *end = memchr(line, '\n', rest);
    *length = end ? (size_t)(end - line) : rest;
    if (*length && line[*length - 1] == '\r')
        --*length;
    return line;
}

bool source_line_next(struct line_cursor *cursor, const struct source *source, int number,
                      const char **line, size_t *length)
{
    const char *at = source->bytes, *end = at + source->length;
    int first = 1;

    if (cursor->source == source && cursor->bytes == source->bytes && cursor->line <= number) {
        at = cursor->at;
        first = cursor->line;
    }
    for (int i = first; i < number; i++) {
        const char *newline = at < end ? memchr(at, '\n', (size_t)(end - at)) : NULL;
        if (!newline)
            return false;
        at = newline + 1;
    }
    if (number < 1 || at >= end)
        return false;
    *cursor = (struct line_cursor){source, source->bytes, at, number};
    const char *newline = memchr(at, '\n', (size_t)(end - at));
    *line = at;
    *length = (size_t)((newline ? newline : end) - at);
    if (*length > 0 && at[*length - 1] == '\r')
        --*length;
    return true;
}
