/* prose: text with marks, made, cut and joined. */
#include "plan/prose.h"

#include <stdlib.h>
#include <string.h>

#include "words/scan.h"

void prose_clear(struct prose_writer *writer)
{
    text_clear(&writer->text);
    writer->mark_count = writer->open_count = writer->ignored = writer->anchor_count = 0;
}

void prose_free(struct prose_writer *writer)
{
    text_free(&writer->text);
    free(writer->marks);
    free(writer->anchors);
    *writer = (struct prose_writer){.text = TEXT_INIT};
}

/* LIST of COUNT elements of SIZE bytes with room for one more. */
static void *with_room(void *list, size_t count, size_t *capacity, size_t size)
{
    if (count < *capacity)
        return list;
    *capacity = *capacity ? *capacity * 2 : 16;
    return must_realloc(list, *capacity * size);
}

static struct mark *next_mark(struct prose_writer *writer)
{
    writer->marks =
        with_room(writer->marks, writer->mark_count, &writer->mark_capacity, sizeof *writer->marks);
    return &writer->marks[writer->mark_count++];
}

static struct anchor *next_anchor(struct prose_writer *writer)
{
    writer->anchors = with_room(writer->anchors, writer->anchor_count, &writer->anchor_capacity,
                                sizeof *writer->anchors);
    return &writer->anchors[writer->anchor_count++];
}

void prose_open(struct prose_writer *writer, enum mark_style style, const char *url)
{
    if (writer->open_count == MARK_DEPTH || writer->ignored) {
        writer->ignored++;
        return;
    }
    writer->open[writer->open_count++] = writer->mark_count;
    *next_mark(writer) = (struct mark){style, writer->text.length, writer->text.length, url};
}

void prose_close(struct prose_writer *writer)
{
    if (writer->ignored)
        writer->ignored--;
    else if (writer->open_count)
        writer->marks[writer->open[--writer->open_count]].end = writer->text.length;
}

void prose_stand_at(struct prose_writer *writer, size_t offset, struct place place)
{
    *next_anchor(writer) = (struct anchor){offset, place};
}

static struct mark moved_mark(const struct mark *mark, size_t shift)
{
    return (struct mark){mark->style, mark->start + shift, mark->end + shift, mark->url};
}

static struct anchor moved_anchor(const struct anchor *anchor, size_t shift)
{
    return (struct anchor){anchor->start + shift, anchor->place};
}

void prose_append(struct prose_writer *writer, const struct prose *prose)
{
    size_t shift = writer->text.length;

    for (size_t i = 0; i < prose->mark_count; i++)
        *next_mark(writer) = moved_mark(&prose->marks[i], shift);
    for (size_t i = 0; i < prose->anchor_count; i++)
        *next_anchor(writer) = moved_anchor(&prose->anchors[i], shift);
    text_add_bytes(&writer->text, prose->text, prose->length);
}

struct prose prose_made(struct pool *pool, const struct prose_writer *writer)
{
    struct prose whole = {.text = text_string(&writer->text),
                          .length = writer->text.length,
                          .marks = writer->marks,
                          .mark_count = writer->mark_count,
                          .anchors = writer->anchors,
                          .anchor_count = writer->anchor_count};

    return prose_slice(pool, &whole, 0, whole.length);
}

struct prose prose_plain(struct pool *pool, const char *text, size_t length)
{
    struct prose whole = {.text = text, .length = length};

    return prose_slice(pool, &whole, 0, length);
}

/* Narrows [*start, *end) past the blanks at both ends. */
static void trim(const char *text, size_t *start, size_t *end)
{
    uint32_t c;

    while (*start < *end) {
        size_t size = utf8_next(text + *start, *end - *start, &c);
        if (!is_blank(c))
            break;
        *start += size;
    }
    while (*end > *start) {
        size_t last = *end - 1;
        while (last > *start && ((unsigned char)text[last] & 0xC0) == 0x80)
            last--;
        utf8_next(text + last, *end - last, &c);
        if (!is_blank(c))
            break;
        *end = last;
    }
}

/* Into SLICE the marks that reach into bytes [start, end) of PROSE, cut to fit. */
static void slice_marks(struct pool *pool, const struct prose *prose, size_t start, size_t end,
                        struct prose *slice)
{
    size_t kept = 0;

    for (size_t i = 0; i < prose->mark_count; i++)
        kept += prose->marks[i].start < end && prose->marks[i].end > start;
    struct mark *marks = kept ? pool_alloc(pool, kept * sizeof *marks) : NULL;
    for (size_t i = 0; i < prose->mark_count; i++) {
        struct mark mark = prose->marks[i];
        if (mark.start >= end || mark.end <= start)
            continue;
        mark.start = mark.start > start ? mark.start - start : 0;
        mark.end = (mark.end < end ? mark.end : end) - start;
        marks[slice->mark_count++] = mark;
    }
    slice->marks = marks;
}

/* The anchor of byte OFFSET, as an index; anchor_count where it has none. */
static size_t anchor_at(const struct prose *prose, size_t offset)
{
    size_t low = 0, high = prose->anchor_count;

    while (low < high) { /* the first that starts behind OFFSET */
        size_t middle = low + (high - low) / 2;
        if (prose->anchors[middle].start <= offset)
            low = middle + 1;
        else
            high = middle;
    }
    return low ? low - 1 : prose->anchor_count;
}

/* The same for anchors. */
static void slice_anchors(struct pool *pool, const struct prose *prose, size_t start, size_t end,
                          struct prose *slice)
{
    size_t first = anchor_at(prose, start), stop;

    if (first == prose->anchor_count)
        first = 0; /* nothing is known of its beginning */
    for (stop = first; stop < prose->anchor_count && prose->anchors[stop].start < end;)
        stop++;
    if (stop == first)
        return;
    struct anchor *anchors = pool_alloc(pool, (stop - first) * sizeof *anchors);
    for (size_t i = first; i < stop; i++) {
        struct anchor anchor = prose->anchors[i];
        if (anchor.start < start) {
            anchor.place.column += (int)(start - anchor.start);
            anchor.start = start;
        }
        anchor.start -= start;
        anchors[slice->anchor_count++] = anchor;
    }
    slice->anchors = anchors;
}

struct prose prose_slice(struct pool *pool, const struct prose *prose, size_t start, size_t end)
{
    if (end > prose->length)
        end = prose->length;
    if (start > end)
        start = end;
    trim(prose->text, &start, &end);
    struct prose slice = {.text = pool_copy(pool, prose->text + start, end - start),
                          .length = end - start};
    slice_marks(pool, prose, start, end, &slice);
    slice_anchors(pool, prose, start, end, &slice);
    return slice;
}

struct prose prose_without(struct pool *pool, const struct prose *prose, size_t start, size_t end)
{
    struct prose before = prose_slice(pool, prose, 0, start);
    struct prose after = prose_slice(pool, prose, end, prose->length);

    if (!before.length || !after.length)
        return before.length ? before : after;
    bool close = strchr(":,.;)!?", after.text[0]) || !strncmp(after.text, "：", 3);
    size_t shift = before.length + !close;
    struct prose joined = {.text =
                               pool_print(pool, close ? "%s%s" : "%s %s", before.text, after.text),
                           .length = shift + after.length,
                           .mark_count = before.mark_count + after.mark_count,
                           .anchor_count = before.anchor_count + after.anchor_count};
    struct mark *marks = pool_alloc(pool, (joined.mark_count + 1) * sizeof *marks);
    struct anchor *anchors = pool_alloc(pool, (joined.anchor_count + 1) * sizeof *anchors);
    for (size_t i = 0; i < joined.mark_count; i++)
        marks[i] = i < before.mark_count ? before.marks[i]
                                         : moved_mark(&after.marks[i - before.mark_count], shift);
    for (size_t i = 0; i < joined.anchor_count; i++)
        anchors[i] = i < before.anchor_count
                         ? before.anchors[i]
                         : moved_anchor(&after.anchors[i - before.anchor_count], shift);
    joined.marks = marks;
    joined.anchors = anchors;
    return joined;
}

struct place prose_place(const struct prose *prose, size_t offset, struct place otherwise)
{
    size_t at = anchor_at(prose, offset);

    if (at == prose->anchor_count)
        return otherwise;
    struct place place = prose->anchors[at].place;
    place.column += (int)(offset - prose->anchors[at].start);
    return place;
}

size_t prose_leading_strong(const struct prose *prose)
{
    size_t end = 0;

    for (size_t i = 0; i < prose->mark_count; i++)
        if (prose->marks[i].style == MARK_STRONG && prose->marks[i].start <= end &&
            prose->marks[i].end > end)
            end = prose->marks[i].end;
    return end;
}
