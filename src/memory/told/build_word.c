/* build_word: lines of what a build moved, as they are kept. */
#include "memory/told/build_word.h"

#include <string.h>

#define LABEL_BYTES_MOST 12
#define WORDS_BYTES_MOST 400
#define LABEL_END        ": "

static struct moved_line line_of(struct pool *pool, const char *at, size_t length)
{
    struct moved_line line = {.label = ""};
    const char *end = memchr(at, LABEL_END[0], length);
    size_t label = end ? (size_t)(end - at) : 0, words = label + strlen(LABEL_END);

    if (label > 0 && label <= LABEL_BYTES_MOST && words < length &&
        memcmp(end, LABEL_END, strlen(LABEL_END)) == 0) {
        line.label = pool_copy(pool, at, label);
        at += words;
        length -= words;
    }
    if (length > WORDS_BYTES_MOST)
        for (length = WORDS_BYTES_MOST; length > 0 && (at[length] & 0xc0) == 0x80;)
            length--; /* within a letter */
    line.words = pool_copy(pool, at, length);
    return line;
}

void build_word_take(struct pool *pool, struct build_word *word, const char *text, day on)
{
    struct moved_line *lines = pool_alloc(pool, MOVED_LINES_MOST * sizeof *lines);
    size_t count = 0;

    while (*text && count < MOVED_LINES_MOST) {
        size_t length = strcspn(text, "\n");
        if (length > 0)
            lines[count++] = line_of(pool, text, length);
        text += length + (text[length] == '\n');
    }
    word->moved = lines;
    word->moved_count = count;
    word->moved_on = on;
}
