/* word_stems: finding beginnings of words in a text. */
#include <string.h>

#include "words/language.h"

/* Scripts that write without blanks have no beginnings of words to look for. */
static bool written_without_blanks(const char *stem)
{
    return (unsigned char)stem[0] >= 0xe3;
}

static bool inside_word(const char *text, const char *at)
{
    if (at == text)
        return false;
    unsigned char before = (unsigned char)at[-1];
    return (before >= 'a' && before <= 'z') || before >= 0x80;
}

/* The earliest place of one of the stems; NULL: none. */
static const char *first_stem(const char *text, const char *stems)
{
    const char *first = NULL, *end = text + strlen(text);

    while (stems && *stems) {
        size_t length = strcspn(stems, "|");
        const char *at = memmem(text, (size_t)(end - text), stems, length);
        while (at && !written_without_blanks(stems) && inside_word(text, at))
            at = memmem(at + 1, (size_t)(end - at - 1), stems, length);
        if (at && (!first || at < first))
            first = at;
        stems += length + (stems[length] == '|');
    }
    return first;
}

const char *words_stem(const char *text, words_list *list)
{
    const char *first = NULL;

    for (size_t i = 0; i < LANGUAGE_COUNT; i++) {
        const char *at = first_stem(text, list(languages[i]));
        if (at && (!first || at < first))
            first = at;
    }
    return first;
}
