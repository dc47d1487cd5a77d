/* nearest: the known word that a mistyped one was probably meant to be. */
#include "base/nearest.h"

#include <ctype.h>
#include <string.h>

#define LONGEST 40 /* no option, key or command is longer */

static size_t smaller(size_t a, size_t b)
{
    return a < b ? a : b;
}

/* Optimal string alignment distance: insertions, deletions, changes and swaps of neighbours. */
static size_t distance(const char *a, size_t a_length, const char *b, size_t b_length)
{
    size_t rows[3][LONGEST + 1];
    size_t *before = rows[0], *above = rows[1], *row = rows[2];

    for (size_t j = 0; j <= b_length; j++)
        above[j] = j;
    for (size_t i = 1; i <= a_length; i++) {
        row[0] = i;
        for (size_t j = 1; j <= b_length; j++) {
            int here = tolower((unsigned char)a[i - 1]), there = tolower((unsigned char)b[j - 1]);
            row[j] = smaller(smaller(row[j - 1], above[j]) + 1, above[j - 1] + (here != there));
            if (i > 1 && j > 1 && here == tolower((unsigned char)b[j - 2]) &&
                there == tolower((unsigned char)a[i - 2]))
                row[j] = smaller(row[j], before[j - 2] + 1);
        }
        size_t *free_row = before;
        before = above;
        above = row;
        row = free_row;
    }
    return above[b_length];
}

const char *nearest_word(const char *word, const char *const *words, size_t count)
{
    size_t length = strlen(word), best = (length + 2) / 3 + 1;
    const char *found = NULL;

    if (length > LONGEST)
        return NULL;
    for (size_t i = 0; i < count; i++) {
        size_t other = strlen(words[i]);
        if (other > LONGEST)
            continue;
        size_t errors = distance(word, length, words[i], other);
        if (errors < best) {
            best = errors;
            found = words[i];
        }
    }
    return found;
}
