/* fold: libical's text, folded anew, and lines that were kept. Its own folding puts a fold between
 * the CR and the LF of a line that happens to end where the octets do, which spoils the file for
 * every reader. */
#include <stdlib.h>
#include <string.h>

#include "ics/fold.h"

#define LINE_OCTETS 75

/* Appends one line, without its end, in as many pieces as it takes. */
static void add_line(struct text *out, const char *line, size_t length)
{
    size_t room = LINE_OCTETS;

    while (length > room) {
        size_t piece = room;
        /* 10xxxxxx continues a character, which starts a few octets before. */
        while (piece > 1 && ((unsigned char)line[piece] & 0xc0) == 0x80)
            piece--;
        text_add_bytes(out, line, piece);
        text_add(out, "\r\n ");
        line += piece;
        length -= piece;
        room = LINE_OCTETS - 1; /* the blank that marks the fold counts */
    }
    text_add_bytes(out, line, length);
    text_add(out, "\r\n");
}

void lines_fold(const char *lines, struct text *out)
{
    size_t length;

    for (const char *line; *lines; lines = line + length + (line[length] == '\n')) {
        line = lines;
        length = strcspn(line, "\n");
        add_line(out, line, length);
    }
}

/* Appends TEXT with its folds taken out, wherever they stand. */
static void unfold(struct text *out, const char *text)
{
    for (const char *at = text; *at; at++) {
        if (strncmp(at, "\r\n ", 3) == 0)
            at += 2;
        else
            text_add_char(out, *at);
    }
}

void component_print(icalcomponent *component, struct text *out)
{
    char *folded = icalcomponent_as_ical_string_r(component);
    struct text plain = TEXT_INIT;

    unfold(&plain, folded);
    free(folded);
    const char *at = text_string(&plain), *end;
    while ((end = strstr(at, "\r\n"))) {
        add_line(out, at, (size_t)(end - at));
        at = end + 2;
    }
    text_free(&plain);
}
