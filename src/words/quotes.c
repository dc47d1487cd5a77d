/* quotes: the one table of quotation marks. */
#include "words/quotes.h"

#include <string.h>

#define LONGEST_QUOTATION 300 /* bytes */

size_t quotation_length(const char *text, size_t length, size_t *mark)
{
    /* Both of a pair are as long in bytes. */
    static const char *const pairs[][2] = {{"\"", "\""}, {"“", "”"},   {"„", "“"},  {"«", "»"},
                                           {"《", "》"}, {"「", "」"}, {"『", "』"}};

    for (size_t i = 0; i < sizeof pairs / sizeof pairs[0]; i++) {
        size_t size = strlen(pairs[i][0]);
        if (length < 2 * size || memcmp(text, pairs[i][0], size) != 0)
            continue;
        const char *within = text + size;
        size_t room = length - size < LONGEST_QUOTATION ? length - size : LONGEST_QUOTATION;
        const char *end = memmem(within, room, pairs[i][1], size);
        if (!end)
            continue;
        if (mark)
            *mark = size;
        return (size_t)(end - text) + size;
    }
    return 0;
}
