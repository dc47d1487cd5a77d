/* line_chapters: which chapters a line asks for. */
#include <string.h>

#include "read/draft.h"

/* PROSE's text with blanks for all that stands in bold, italics or a link, as titles do. */
static const char *without_titles(struct draft *draft, const struct prose *prose)
{
    char *text = pool_copy(draft->pool, prose->text, prose->length);

    for (size_t i = 0; i < prose->mark_count; i++) {
        const struct mark *mark = &prose->marks[i];
        if (mark->style == MARK_STRONG || mark->style == MARK_EMPHASIS || mark->style == MARK_LINK)
            memset(text + mark->start, ' ', mark->end - mark->start);
    }
    return text;
}

struct chapters chapters_of(struct draft *draft, const struct prose *prose)
{
    struct chapters chapters = {0}, beside;

    if (chapters_find(prose->text, prose->length, &chapters) && chapters.from == chapters.to &&
        prose->mark_count > 0 &&
        chapters_find(without_titles(draft, prose), prose->length, &beside) &&
        beside.to > beside.from)
        return beside;
    return chapters;
}
