/* prose: text with marks, made, cut and joined. */
#include "plan/prose.h"

#include <stdlib.h>
#include <string.h>

#include "words/scan.h"

void prose_clear(struct prose_draft *draft)
{
    text_clear(&draft->text);
    draft->mark_count = draft->open_count = draft->ignored = 0;
}

void prose_free(struct prose_draft *draft)
{
    text_free(&draft->text);
    free(draft->marks);
    *draft = (struct prose_draft){.text = TEXT_INIT};
}

void prose_open(struct prose_draft *draft, enum mark_style style, const char *url)
{
    if (draft->open_count == MARK_DEPTH || draft->ignored) {
        draft->ignored++;
        return;
    }
    if (draft->mark_count == draft->mark_capacity) {
        draft->mark_capacity = draft->mark_capacity ? draft->mark_capacity * 2 : 16;
        draft->marks = must_realloc(draft->marks, draft->mark_capacity * sizeof *draft->marks);
    }
    draft->open[draft->open_count++] = draft->mark_count;
    draft->marks[draft->mark_count++] =
        (struct mark){style, draft->text.length, draft->text.length, url};
}

void prose_close(struct prose_draft *draft)
{
    if (draft->ignored)
        draft->ignored--;
    else if (draft->open_count)
        draft->marks[draft->open[--draft->open_count]].end = draft->text.length;
}

struct prose prose_made(struct pool *pool, const struct prose_draft *draft)
{
    const char *text = text_string(&draft->text);
    struct prose whole = {text, draft->text.length, draft->marks, draft->mark_count};

    return prose_slice(pool, &whole, 0, whole.length);
}

struct prose prose_plain(struct pool *pool, const char *text, size_t length)
{
    struct prose whole = {text, length, NULL, 0};

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

struct prose prose_slice(struct pool *pool, const struct prose *prose, size_t start, size_t end)
{
    if (end > prose->length)
        end = prose->length;
    if (start > end)
        start = end;
    trim(prose->text, &start, &end);
    size_t kept = 0;
    for (size_t i = 0; i < prose->mark_count; i++)
        kept += prose->marks[i].start < end && prose->marks[i].end > start;
    struct mark *marks = kept ? pool_alloc(pool, kept * sizeof *marks) : NULL;
    kept = 0;
    for (size_t i = 0; i < prose->mark_count; i++) {
        struct mark mark = prose->marks[i];
        if (mark.start >= end || mark.end <= start)
            continue;
        mark.start = mark.start > start ? mark.start - start : 0;
        mark.end = (mark.end < end ? mark.end : end) - start;
        marks[kept++] = mark;
    }
    char *text = pool_copy(pool, prose->text + start, end - start);
    return (struct prose){text, end - start, marks, kept};
}

struct prose prose_without(struct pool *pool, const struct prose *prose, size_t start, size_t end)
{
    struct prose before = prose_slice(pool, prose, 0, start);
    struct prose after = prose_slice(pool, prose, end, prose->length);

    if (!before.length || !after.length)
        return before.length ? before : after;
    bool close = strchr(":,.;)!?", after.text[0]) || !strncmp(after.text, "：", 3);
    size_t shift = before.length + !close;
    char *text = pool_print(pool, close ? "%s%s" : "%s %s", before.text, after.text);
    size_t count = before.mark_count + after.mark_count;
    struct mark *marks = count ? pool_alloc(pool, count * sizeof *marks) : NULL;
    for (size_t i = 0; i < before.mark_count; i++)
        marks[i] = before.marks[i];
    for (size_t i = 0; i < after.mark_count; i++) {
        marks[before.mark_count + i] = after.marks[i];
        marks[before.mark_count + i].start += shift;
        marks[before.mark_count + i].end += shift;
    }
    return (struct prose){text, shift + after.length, marks, count};
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
