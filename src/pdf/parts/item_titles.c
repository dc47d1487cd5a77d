/* item_titles: the words of an item where they stand alone: on one line, without quotes, curled. */
#include "pdf/parts/item_titles.h"

#include <string.h>

/* Bytes of a title that stand on a line of a list, and of a text that has no title. */
#define TITLE_MOST 400
#define WORDS_MOST 160

/* Cuts WORDS after MOST bytes at the latest, at a blank where there is one, with an ellipsis. */
static const char *shortened(struct pool *pool, char *words, size_t most)
{
    size_t end = most;

    if (strlen(words) <= most)
        return words;
    while (end > most / 2 && words[end] != ' ')
        end--;
    if (words[end] != ' ')
        for (end = most; end > 0 && (words[end] & 0xC0) == 0x80;)
            end--;
    words[end] = '\0';
    return pool_print(pool, "%s…", words);
}

/* The prose without straight quotes around the whole of it: where a title stands alone, the type
 * says that it is one. */
static struct prose unquoted(struct pool *pool, struct prose prose)
{
    size_t length = prose.length;

    if (length < 3 || prose.text[0] != '"' || prose.text[length - 1] != '"' ||
        memchr(prose.text + 1, '"', length - 2))
        return prose;
    struct mark *marks = pool_alloc(pool, (prose.mark_count + 1) * sizeof *marks);
    for (size_t i = 0; i < prose.mark_count; i++) {
        marks[i] = prose.marks[i];
        marks[i].start -= marks[i].start > 0;
        marks[i].end -= marks[i].end > 0;
        marks[i].end -= marks[i].end > length - 2;
    }
    return (struct prose){.text = pool_copy(pool, prose.text + 1, length - 2),
                          .length = length - 2,
                          .marks = marks,
                          .mark_count = prose.mark_count};
}

/* A copy with the straight double quotes of a pair curled. */
static char *typographic(struct pool *pool, const char *bytes, size_t length)
{
    static const char *const curls[] = {"“", "”"};
    size_t quotes = 0;

    for (size_t i = 0; i < length; i++)
        quotes += bytes[i] == '"';
    if (quotes == 0 || quotes % 2 != 0)
        return pool_copy(pool, bytes, length);
    char *copy = pool_alloc(pool, length + 2 * quotes + 1);
    size_t at = 0, seen = 0;
    for (size_t i = 0; i < length; i++) {
        if (bytes[i] != '"') {
            copy[at++] = bytes[i];
            continue;
        }
        memcpy(copy + at, curls[seen++ % 2], strlen(curls[0]));
        at += strlen(curls[0]);
    }
    return copy;
}

struct prose item_title(struct pool *pool, const struct item *item)
{
    return unquoted(pool, item->title);
}

const char *item_words(struct pool *pool, const struct item *item)
{
    const struct prose *prose = item->title.length > 0    ? &item->title
                                : item->detail.length > 0 ? &item->detail
                                                          : &item->line;
    struct prose bare = unquoted(pool, *prose);
    char *words = typographic(pool, bare.text, bare.length);

    for (char *at = words; *at; at++)
        if (*at == '\n')
            *at = ' ';
    size_t length = strlen(words);
    if (length > 1 && words[length - 1] == ':')
        words[length - 1] = '\0';
    if (*words == '\0')
        return item_kind_name(item->kind);
    return shortened(pool, words, prose == &item->title ? TITLE_MOST : WORDS_MOST);
}
