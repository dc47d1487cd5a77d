/* ticked: where a tracker says that an item is done. */
#ifndef ROADBOOK_MEMORY_ENTRY_TICKED_H
#define ROADBOOK_MEMORY_ENTRY_TICKED_H

#include "memory/memory.h"

/* A sheet in which items are ticked: the columns that say so, when, and what the roadmap itself had
 * given. */
struct ticked_table {
    const char *role, *done, *done_on, *given;
    /* a date alone says it */
    bool dated;
};

/* All of them; *COUNT in all. */
const struct ticked_table *ticked_tables(size_t *count);

/* true where the cell in the table's column DONE says so. */
bool ticked_table_done(const struct ticked_table *table, const struct kept_cell *cell);

enum tick_result {
    TICK_MADE,
    TICK_THERE, /* it was ticked already */
    TICK_NO_ROW /* the tracker has no row of it */
};

/* true where the tracker has a row in which ID can be ticked; where it is. */
bool memory_ticks(const struct memory *memory, const char *id);
bool memory_is_ticked(const struct memory *memory, const char *id);

/* Ticks ID in MEMORY, as done on that day, where no other day stands. New cells are in POOL. */
enum tick_result memory_tick(struct pool *pool, struct memory *memory, const char *id, day date);

#endif
