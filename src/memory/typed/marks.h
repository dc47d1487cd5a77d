/* marks: marks of cells as an imprint has them, to be met again among the cells that are found. */
#ifndef ROADBOOK_MEMORY_MARKS_H
#define ROADBOOK_MEMORY_MARKS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/pool.h"

/* So many cells with one mark; in each walk some of them are yet to be met. */
struct mark {
    uint32_t mark;
    size_t count, left;
};

struct marks {
    /* after marks_order() in order, the same ones together */
    struct mark *items;
    size_t count, capacity;
};

/* Adds what TEXT says to MARKS, which all zeros make empty: "1a2b3c4d 5e6f7a8b*12", marks and how
 * many there are of each; as far as it can be read, and no more than 500,000 in all. In POOL. */
void marks_read(struct pool *pool, struct marks *marks, const char *text);

/* Puts MARKS in order, the same ones together. To be done before any is met. */
void marks_order(struct marks *marks);

/* All of MARKS can be met: a walk begins. */
void marks_meet_again(struct marks *marks);

/* Meets one of MARKS that was not met in this walk; false: there is none such. */
bool marks_meet(struct marks *marks, uint32_t mark);

#endif
