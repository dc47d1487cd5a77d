/* written: cells and rows that go into memory as if the learner had typed them. */
#ifndef ROADBOOK_MEMORY_ENTRY_WRITTEN_H
#define ROADBOOK_MEMORY_ENTRY_WRITTEN_H

#include "memory/memory.h"

/* Cells as a spreadsheet would keep them; TEXT must stay. */
struct kept_cell cell_of_text(const char *text);
struct kept_cell cell_of_number(struct pool *pool, double number);
struct kept_cell cell_of_day(struct pool *pool, day date);

/* What was planned under the row's KEY; NULL: nothing. */
const struct past_session *session_of_key(const struct memory *memory, const char *key);

/* The cells of that row of TABLE, which is MEMORY's, to write in. What memory held of it before
 * stays as it was for who looks there: tables and rows are copies, in POOL. */
struct kept_cell *row_to_write(struct pool *pool, struct memory *memory,
                               const struct kept_table *table, size_t row);

/* As that, of a new row of the learner's own below the last; its cells are empty. */
struct kept_cell *row_to_add(struct pool *pool, struct memory *memory,
                             const struct kept_table *table);

/* Takes that row out of TABLE; copies, as there. */
void row_drop(struct pool *pool, struct memory *memory, const struct kept_table *table, size_t row);

#endif
