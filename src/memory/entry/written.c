/* written: copies of tables with a row more, or one that may be written in. */
#include "memory/entry/written.h"

#include <string.h>

struct kept_cell cell_of_text(const char *text)
{
    return (struct kept_cell){.kind = CELL_TEXT, .text = text, .format = "General"};
}

struct kept_cell cell_of_number(struct pool *pool, double number)
{
    return (struct kept_cell){.kind = CELL_NUMBER,
                              .text = pool_print(pool, "%.15g", number),
                              .number = number,
                              .format = "General"};
}

struct kept_cell cell_of_day(struct pool *pool, day date)
{
    struct kept_cell cell = cell_of_number(pool, date - day_of(1899, 12, 30));

    cell.format = "yyyy-mm-dd";
    return cell;
}

const struct past_session *session_of_key(const struct memory *memory, const char *key)
{
    const struct past *past = &memory->past;

    for (size_t i = 0; *key && i < past->session_count; i++)
        if (strcmp(past->sessions[i].id, key) == 0)
            return &past->sessions[i];
    return NULL;
}

/* MEMORY's table with that role again, as a copy with room for MORE rows. */
static struct kept_table *table_to_write(struct pool *pool, struct memory *memory,
                                         const struct kept_table *table, size_t more)
{
    struct kept_table *tables = pool_alloc(pool, memory->table_count * sizeof *tables);
    size_t at = (size_t)(table - memory->tables);
    struct kept_row *rows = pool_alloc(pool, (table->row_count + more + 1) * sizeof *rows);

    memcpy(tables, memory->tables, memory->table_count * sizeof *tables);
    if (table->row_count > 0)
        memcpy(rows, table->rows, table->row_count * sizeof *rows);
    tables[at].rows = rows;
    tables[at].row_count += more;
    memory->tables = tables;
    return &tables[at];
}

/* The row's cells, which are its own from now on. */
static struct kept_cell *own_cells(struct pool *pool, const struct kept_table *table, size_t row)
{
    struct kept_row *rows = (struct kept_row *)table->rows; /* table_to_write() made them */
    struct kept_cell *cells = pool_alloc(pool, (table->column_count + 1) * sizeof *cells);

    for (size_t c = 0; c < table->column_count; c++)
        cells[c] = rows[row].cells
                       ? rows[row].cells[c]
                       : (struct kept_cell){.kind = CELL_EMPTY, .text = "", .format = "General"};
    rows[row].cells = cells;
    return cells;
}

struct kept_cell *row_to_write(struct pool *pool, struct memory *memory,
                               const struct kept_table *table, size_t row)
{
    return own_cells(pool, table_to_write(pool, memory, table, 0), row);
}

struct kept_cell *row_to_add(struct pool *pool, struct memory *memory,
                             const struct kept_table *table)
{
    size_t count = table->row_count;
    uint32_t line = count > 0 ? table->rows[count - 1].line + 1 : 1;
    struct kept_table *written = table_to_write(pool, memory, table, 1);
    struct kept_row *rows = (struct kept_row *)written->rows; /* as above */

    rows[count] = (struct kept_row){.key = "", .line = line};
    return own_cells(pool, written, count);
}

void row_drop(struct pool *pool, struct memory *memory, const struct kept_table *table, size_t row)
{
    struct kept_table *written = table_to_write(pool, memory, table, 0);
    struct kept_row *rows = (struct kept_row *)written->rows; /* as above */

    written->row_count--;
    memmove(&rows[row], &rows[row + 1], (written->row_count - row) * sizeof *rows);
}
