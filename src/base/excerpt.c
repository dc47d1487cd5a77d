/* excerpt: the part of a source line that a message shows. */
#include "base/excerpt.h"

#define TAB_WIDTH      4  /* as Markdown counts tabs (CommonMark 2.2) */
#define EXCERPT_WIDTH  76 /* columns of a source line that are shown */
#define EXCERPT_BEFORE 50 /* of them at most so many before the caret, where the line is cut */

/* Appends one character as the excerpt shows it, given the column it starts at; gives its width. */
static int add_shown(struct text *out, const char *bytes, size_t size, int column)
{
    if (*bytes == '\t') {
        int width = TAB_WIDTH - column % TAB_WIDTH;
        text_print(out, "%*s", width, "");
        return width;
    }
    size_t before = out->length;
    text_add_visible(out, bytes, size, false);
    return utf8_columns(out->bytes + before, out->length - before);
}

int excerpt_add(struct text *out, const char *line, size_t length, size_t caret_byte)
{
    /* Where the characters stand when the line is shown in full: the width, and the caret. */
    struct text scratch = TEXT_INIT;
    uint32_t code_point;
    size_t size;
    int width = 0, caret = -1;

    for (size_t i = 0; i < length; i += size) {
        size = utf8_next(line + i, length - i, &code_point);
        if (caret < 0 && i + size > caret_byte)
            caret = width;
        text_clear(&scratch);
        width += add_shown(&scratch, line + i, size, width);
        if (width > caret + EXCERPT_WIDTH && caret >= 0)
            break; /* enough to know that the end will be cut */
    }
    text_free(&scratch);
    if (caret < 0)
        caret = width;

    int first = 0;
    if (width > EXCERPT_WIDTH && caret > EXCERPT_BEFORE)
        first = caret - EXCERPT_BEFORE;
    int last = first + EXCERPT_WIDTH; /* the first column no longer shown */
    int column = 0, skipped = 0;
    if (first > 0)
        text_add(out, "\u2026");
    for (size_t i = 0; i < length; i += size) {
        size = utf8_next(line + i, length - i, &code_point);
        size_t before = out->length;
        int next = column + add_shown(out, line + i, size, column);
        bool cut_left = column<first, cut_right = next> last;
        if (cut_left || cut_right) {
            out->length = before;
            out->bytes[before] = '\0';
        }
        if (cut_left)
            skipped = next;
        if (cut_right) {
            text_add(out, "\u2026");
            break;
        }
        column = next;
    }
    return caret - skipped + (first > 0 ? 1 : 0);
}
