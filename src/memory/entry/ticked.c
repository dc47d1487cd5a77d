/* ticked: rows of items that are done or not, and one more of them that is. */
#include "memory/entry/ticked.h"

#include <string.h>

#include "memory/entry/written.h"
#include "words/ticks.h"

static const struct ticked_table tables[] = {
    {"tasks", "done", "done-on", "given", false},
    {"checklists", "done", "done-on", "given", false},
    {"reading", "status", "finished", "given", false},
    {"milestones", "reached", "reached", NULL, true},
};

#define TABLES (sizeof tables / sizeof *tables)

const struct ticked_table *ticked_tables(size_t *count)
{
    *count = TABLES;
    return tables;
}

bool ticked_table_done(const struct ticked_table *table, const struct kept_cell *cell)
{
    day date;

    if (table->dated)
        return cell_is_ticked(cell) || (cell->kind == CELL_TEXT && cell_day(cell, &date));
    return cell_is_ticked(cell) ||
           (cell->kind == CELL_TEXT && strcmp(cell->text, STATUS_READ) == 0);
}

/* Where a row of ID is ticked. */
struct found_row {
    const struct ticked_table *about;
    const struct kept_table *table;
    size_t row;
    /* its columns; -1: not there */
    int done, done_on;
};

static bool find_row(const struct memory *memory, const char *id, struct found_row *found)
{
    for (size_t t = 0; t < TABLES; t++) {
        const struct kept_table *table = memory_table(memory, tables[t].role);
        int done = table ? kept_column_find(table, tables[t].done) : -1;
        for (size_t r = 0; done >= 0 && r < table->row_count; r++)
            if (strcmp(table->rows[r].key, id) == 0) {
                *found = (struct found_row){&tables[t], table, r, done,
                                            kept_column_find(table, tables[t].done_on)};
                return true;
            }
    }
    return false;
}

bool memory_ticks(const struct memory *memory, const char *id)
{
    struct found_row found;

    return *id && find_row(memory, id, &found);
}

bool memory_is_ticked(const struct memory *memory, const char *id)
{
    struct found_row found;

    return *id && find_row(memory, id, &found) &&
           ticked_table_done(found.about, &found.table->rows[found.row].cells[found.done]);
}

enum tick_result memory_tick(struct pool *pool, struct memory *memory, const char *id, day date)
{
    struct found_row found;

    if (!*id || !find_row(memory, id, &found))
        return TICK_NO_ROW;
    const struct kept_row *row = &found.table->rows[found.row];
    if (ticked_table_done(found.about, &row->cells[found.done]))
        return TICK_THERE;
    bool reading = strcmp(found.about->done, "status") == 0;
    struct kept_cell *cells = row_to_write(pool, memory, found.table, found.row);
    if (!found.about->dated)
        cells[found.done] = cell_of_text(reading ? STATUS_READ : TICK_DONE);
    if (found.done_on >= 0 && cell_is_empty(&cells[found.done_on]))
        cells[found.done_on] = cell_of_day(pool, date);
    return TICK_MADE;
}
