/* kept_tables: tables as they are read back from a tracker, written by hand. */
#ifndef ROADBOOK_TESTS_KEPT_TABLES_H
#define ROADBOOK_TESTS_KEPT_TABLES_H

#include <stdlib.h>
#include <string.h>

#include "memory/memory.h"

/* "" is empty, "#46027" a number, "!" an error, all else a text. */
static inline struct kept_cell kept_cell_of(const char *words)
{
    struct kept_cell cell = {.kind = CELL_TEXT, .text = words, .format = "General"};

    if (!*words)
        cell.kind = CELL_EMPTY;
    else if (*words == '!')
        cell.kind = CELL_ERROR;
    else if (*words == '#')
        cell = (struct kept_cell){.kind = CELL_NUMBER,
                                  .text = words + 1,
                                  .number = strtod(words + 1, NULL),
                                  .format = "General"};
    return cell;
}

/* The next piece of *AT up to MARK; NULL behind the last. In POOL. */
static inline const char *next_piece(struct pool *pool, const char **at, char mark)
{
    if (!*at)
        return NULL;
    const char *piece = *at, *end = strchr(piece, mark);
    *at = end ? end + 1 : NULL;
    return end ? pool_copy(pool, piece, (size_t)(end - piece)) : piece;
}

/* Adds a table to MEMORY: its columns' roles between blanks ("-": one of the learner's own), and
 * COUNT rows, their cells between bars; those left off are empty. */
static inline struct kept_table *kept_table_add(struct pool *pool, struct memory *memory,
                                                const char *role, const char *columns,
                                                const char *const *rows, size_t count)
{
    size_t capacity = 0, line = 5;
    struct kept_column *heads = NULL;
    struct kept_table table = {.role = role, .tab = role, .row_count = count};

    for (const char *at = columns, *name; (name = next_piece(pool, &at, ' '));) {
        heads = pool_extend(pool, heads, table.column_count, &capacity, sizeof *heads);
        heads[table.column_count] =
            (struct kept_column){.role = strcmp(name, "-") == 0 ? NULL : name,
                                 .header = name,
                                 .at = (uint32_t)table.column_count};
        table.column_count++;
    }
    struct kept_row *list = pool_alloc(pool, (count + 1) * sizeof *list);
    for (size_t i = 0; i < count; i++) {
        struct kept_cell *cells = pool_alloc(pool, table.column_count * sizeof *cells);
        const char *at = rows[i];
        for (size_t c = 0; c < table.column_count; c++) {
            const char *words = next_piece(pool, &at, '|');
            cells[c] = kept_cell_of(words ? words : "");
        }
        list[i] = (struct kept_row){.key = "", .cells = cells, .line = (uint32_t)(line + i)};
    }
    table.columns = heads;
    table.rows = list;
    struct kept_table *tables = pool_alloc(pool, (memory->table_count + 1) * sizeof *tables);
    if (memory->table_count > 0)
        memcpy(tables, memory->tables, memory->table_count * sizeof *tables);
    tables[memory->table_count++] = table;
    memory->tables = tables;
    return &tables[memory->table_count - 1];
}

#define KEPT_TABLE(pool, memory, role, columns, ...)                                               \
    kept_table_add(pool, memory, role, columns, (const char *const[]){__VA_ARGS__},                \
                   sizeof((const char *const[]){__VA_ARGS__}) / sizeof(const char *))

#endif
