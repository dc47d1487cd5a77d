/* word_runs: a text cut into words and spaces, each with its face, direction and shape. */
#include <stdlib.h>
#include <string.h>
#include <unilbrk.h>

#include "pdf/type/internal.h"

#define MONO_SCALE 0.88 /* DejaVu Sans Mono's letters stand that much larger than Lato's */
#define SPACES     "                "

enum { STRONG = 1, EMPHASIS = 2, CODE = 4, STRIKE = 8 };

/* What holds at each byte of a text. */
struct properties {
    uint8_t *marks;
    const char **uris;
    /* NULL: all left to right */
    uint8_t *levels;
    /* NULL: none */
    char *breaks;
};

struct word_run *word_runs_push(struct word_runs *runs)
{
    if (runs->count == runs->capacity) {
        runs->capacity = runs->capacity == 0 ? 32 : runs->capacity * 2;
        runs->items = must_realloc(runs->items, runs->capacity * sizeof *runs->items);
    }
    return &runs->items[runs->count++];
}

static enum face face_of(const struct style *style, unsigned marks, double *scale)
{
    *scale = 1;
    if (marks & CODE && style->face != FACE_MONO) {
        *scale = MONO_SCALE;
        return FACE_MONO;
    }
    if (marks & STRONG && (style->face == FACE_SANS || style->face == FACE_SANS_ITALIC))
        return FACE_SANS_BOLD;
    if (marks & EMPHASIS && style->face == FACE_SANS)
        return FACE_SANS_ITALIC;
    return style->face;
}

/* --- Properties ------------------------------------------------------------------------------- */

static void apply_mark(struct properties *properties, const struct mark *mark, size_t start,
                       size_t end)
{
    static const uint8_t bits[] = {[MARK_STRONG] = STRONG,
                                   [MARK_EMPHASIS] = EMPHASIS,
                                   [MARK_CODE] = CODE,
                                   [MARK_STRIKE] = STRIKE};
    size_t from = mark->start > start ? mark->start : start;
    size_t to = mark->end < end ? mark->end : end;

    for (size_t i = from; i < to; i++) {
        if (mark->style == MARK_LINK)
            properties->uris[i - start] = mark->url;
        else
            properties->marks[i - start] |= bits[mark->style];
    }
}

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

/* UAX 14 lets a line end after any en dash; in "19:00–20:10" and "1–4" it must not; nor
 * after a number's hyphen. */
static void keep_ranges(char *breaks, const char *bytes, size_t length)
{
    for (size_t i = 4; i < length; i++)
        if (memcmp(bytes + i - 3, "\xE2\x80\x93", 3) == 0 && is_digit(bytes[i - 4]) &&
            is_digit(bytes[i]))
            breaks[i] = UC_BREAK_PROHIBITED;
    for (size_t i = 2; i < length; i++) /* "14-month" reads as one word */
        if (bytes[i - 1] == '-' && is_digit(bytes[i - 2]))
            breaks[i] = UC_BREAK_PROHIBITED;
}

static struct properties properties_of(const struct prose *prose, size_t start, size_t end,
                                       bool breaks, uint8_t *base)
{
    size_t length = end - start;
    struct properties properties = {0};

    properties.levels = bidi_levels(prose->text + start, length, base);
    if (prose->mark_count > 0) {
        properties.marks = must_alloc(length + 1);
        properties.uris = must_alloc((length + 1) * sizeof(char *));
        memset(properties.marks, 0, length + 1);
        memset(properties.uris, 0, (length + 1) * sizeof(char *));
        for (size_t i = 0; i < prose->mark_count; i++)
            apply_mark(&properties, &prose->marks[i], start, end);
    }
    if (breaks) {
        properties.breaks = must_alloc(length + 1);
        u8_possible_linebreaks((const uint8_t *)prose->text + start, length, "UTF-8",
                               properties.breaks);
        keep_ranges(properties.breaks, prose->text + start, length);
    }
    return properties;
}

static void free_properties(struct properties *properties)
{
    free(properties->marks);
    free(properties->uris);
    free(properties->levels);
    free(properties->breaks);
}

/* --- Tokens ----------------------------------------------------------------------------------- */

static bool is_space(char byte)
{
    return (unsigned char)byte <= ' ' || byte == 127;
}

static bool may_break(const struct properties *properties, size_t at)
{
    return properties->breaks && (properties->breaks[at] == UC_BREAK_POSSIBLE ||
                                  properties->breaks[at] == UC_BREAK_MANDATORY);
}

/* Where the run that starts at AT ends. */
static size_t run_end(const struct properties *properties, const char *bytes, size_t at,
                      size_t length)
{
    bool space = is_space(bytes[at]);
    size_t end = at + 1;

    while (end < length && is_space(bytes[end]) == space) {
        if (properties->levels && properties->levels[end] != properties->levels[at])
            break;
        if (properties->marks && (properties->marks[end] != properties->marks[at] ||
                                  properties->uris[end] != properties->uris[at]))
            break;
        if (!space && may_break(properties, end))
            break;
        if (space && end - at == sizeof SPACES - 1)
            break;
        end++;
    }
    return end;
}

void word_runs_add(struct word_runs *runs, struct typeset *typeset, const struct style *style,
                   const struct prose *prose, size_t start, size_t end, bool breaks)
{
    const char *bytes = prose->text + start;
    size_t length = end - start;
    struct properties properties = properties_of(prose, start, end, breaks, &runs->base);

    for (size_t at = 0, next; at < length; at = next) {
        struct word_run *run = word_runs_push(runs);
        unsigned marks = properties.marks ? properties.marks[at] : 0;
        uint8_t level = properties.levels ? properties.levels[at] : 0;
        bool space = is_space(bytes[at]);
        double scale;
        enum face face = face_of(style, marks, &scale);
        const struct word *word;
        next = run_end(&properties, bytes, at, length);
        word = shape_word(typeset, style, face, level % 2 == 1, space ? SPACES : bytes + at,
                          next - at);
        *run = (struct word_run){.word = word,
                                 .face = face,
                                 .width = word_width(word, style, scale),
                                 .scale = scale,
                                 .start = start + at,
                                 .length = next - at,
                                 .uri = properties.uris ? properties.uris[at] : NULL,
                                 .level = level,
                                 .space = space,
                                 .strike = (marks & STRIKE) != 0,
                                 .may_break = at > 0 && may_break(&properties, at)};
    }
    free_properties(&properties);
}

size_t *word_runs_order(const struct word_run *runs, size_t count)
{
    size_t *order = must_alloc((count + 1) * sizeof *order);
    uint8_t *levels = must_alloc(count + 1);

    for (size_t i = 0; i < count; i++)
        levels[i] = runs[i].level;
    bidi_order(levels, count, order);
    free(levels);
    return order;
}
