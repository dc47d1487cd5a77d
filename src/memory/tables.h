/* tables: what stands on the sheets of a tracker: the tables that roadbook laid out, wherever they
 * stand now, and the learner's own sheets. */
#ifndef ROADBOOK_MEMORY_TABLES_H
#define ROADBOOK_MEMORY_TABLES_H

#include "memory/xlsx_file.h"

/* Fills MEMORY's tables, sheets and lost from BOOK; rows have the keys that stand in them. Says
 * which sheets are copies of others. MEMORY_FOREIGN: no sheet is roadbook's; MEMORY_REFUSED: there
 * are too many cells. Both are said in WHY. MADE: the book was just made, and nobody can have typed
 * anything over what is roadbook's; else that is looked for, too. In POOL. */
enum memory_state tables_find(struct pool *pool, const struct read_book *book, bool made,
                              struct memory *memory, struct text *why);

/* Takes the tables out of MEMORY in which the learner writes nothing: those that roadbook fills
 * again and that have no columns of the learner's own, and what is left of its record where that
 * cannot be read. */
void tables_drop_ours(struct pool *pool, struct memory *memory);

#endif
