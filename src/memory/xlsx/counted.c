/* counted: the elements that are open, and their children. */
#include "memory/xlsx/counted.h"

#include <stdlib.h>
#include <string.h>

#define UNCOUNTED (-1L)

/* How many children an element says that it has. The shared strings count their uses, too. */
static long claimed_by(const char **attributes)
{
    const char *count = NULL;

    for (; attributes[0]; attributes += 2) {
        if (strcmp(attributes[0], "uniqueCount") == 0)
            return strtol(attributes[1], NULL, 10);
        if (strcmp(attributes[0], "count") == 0)
            count = attributes[1];
    }
    return count ? strtol(count, NULL, 10) : UNCOUNTED;
}

bool counted_starts(struct counted *counted, const char **attributes)
{
    if (counted->depth > 0)
        counted->open[counted->depth - 1].children++;
    if (counted->depth == COUNTED_DEPTH_MOST)
        return false;
    counted->open[counted->depth].children = 0;
    counted->open[counted->depth++].claimed = claimed_by(attributes);
    return true;
}

bool counted_ends(struct counted *counted)
{
    counted->depth--;
    return counted->open[counted->depth].claimed == UNCOUNTED ||
           counted->open[counted->depth].claimed == counted->open[counted->depth].children;
}
