/* slowness: how much of what repeats itself is done where all takes many times as long. */
#ifndef ROADBOOK_TESTS_SLOWNESS_H
#define ROADBOOK_TESTS_SLOWNESS_H

#include <stdlib.h>

/* COUNT rounds, or a tenth of them behind valgrind, to which one more of the same kind says
 * nothing. */
static inline int rounds(int count)
{
    return getenv("ROADBOOK_SLOWNESS") ? (count + 9) / 10 : count;
}

#endif
