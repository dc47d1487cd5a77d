/* lines: what each line of the outline says by itself, before what stands around it is known. */
#include <string.h>

#include "plan/prose.h"
#include "read/draft.h"

static const struct title_span *read_span(struct pool *pool, const char *text, size_t length)
{
    struct title_span read;

    if (!length || !span_in_title(text, length, &read.span, &read.found))
        return NULL;
    return memcpy(pool_alloc(pool, sizeof read), &read, sizeof read);
}

/* A position or dates: a length alone places nothing. */
static bool places(const struct title_span *span)
{
    return span && span->span.form != SPAN_LENGTH;
}

static void read_line(struct pool *pool, struct outline_line *line)
{
    const struct prose *words = &line->prose;

    line->title = *words;
    if (line->carrier == CARRIER_CODE)
        return;
    if (line->carrier == CARRIER_HEADING || line->carrier == CARRIER_SUMMARY) {
        size_t after = 0;
        line->phase = phase_number(words->text, words->length, &after);
        line->title = prose_slice(pool, words, line->phase ? after : 0, words->length);
        words = &line->title;
    } else {
        line->labelled = label_find(words, &line->label);
        if (line->labelled)
            line->label_span = read_span(pool, words->text, line->label.end);
    }
    line->span = read_span(pool, words->text, words->length);
}

/* Goes up from the last line, so that each heading is looked at once however many there are. */
static void find_dated_below(struct outline *outline)
{
    bool below[HEADING_LEVELS + 1] = {false};

    for (size_t i = outline->count; i-- > 0;) {
        struct outline_line *line = &outline->lines[i];
        memcpy(line->dated_below, below, sizeof below);
        if (line->carrier != CARRIER_HEADING)
            continue;
        for (int level = 1; level <= HEADING_LEVELS; level++) {
            if (level >= line->level)
                below[level] = false;
            else if (places(line->span))
                below[level] = true;
        }
    }
}

void lines_read(struct draft *draft)
{
    for (size_t i = 0; i < draft->outline.count; i++)
        read_line(draft->pool, &draft->outline.lines[i]);
    find_dated_below(&draft->outline);
}

/* true where no heading, label, list item or cell has a span. */
bool lines_date_nothing(const struct outline *outline)
{
    for (size_t i = 0; i < outline->count; i++) {
        const struct outline_line *line = &outline->lines[i];
        struct span span;
        if (line->carrier == CARRIER_HEADING && line->level == 1)
            continue;
        if (line->carrier == CARRIER_TEXT ? line->label_span : line->span)
            return false;
        for (size_t c = 0; c < line->cell_count; c++)
            if (span_parse(line->cells[c].text, line->cells[c].length, &span))
                return false;
    }
    return true;
}
