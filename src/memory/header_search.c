/* header_search: tables known by their headers. */
#include "memory/header_search.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "memory/columns.h"

#define LAST_ROW    30 /* headers stand above it */
#define ROW_UNKNOWN UINT32_MAX

/* The row of "'My Log'!$A$4:$G$4" where that is on a sheet called NAME; ROW_UNKNOWN: it is not. */
static uint32_t row_of_reference(const char *reference, const char *name)
{
    bool quoted = *reference == '\'';

    reference += quoted;
    for (; *name; name++, reference++) {
        if (*reference != *name)
            return ROW_UNKNOWN;
        if (quoted && *name == '\'' && *++reference != '\'') /* it is written twice */
            return ROW_UNKNOWN;
    }
    if (quoted && *reference++ != '\'')
        return ROW_UNKNOWN;
    if (*reference++ != '!')
        return ROW_UNKNOWN;
    reference += strspn(reference, "$ABCDEFGHIJKLMNOPQRSTUVWXYZ");
    unsigned long row = strtoul(reference, NULL, 10);
    return row > 0 && row <= 1048576 ? (uint32_t)row - 1 : ROW_UNKNOWN;
}

static uint32_t row_by_name(const struct read_book *book, const struct read_sheet *sheet,
                            const char *table)
{
    for (size_t i = 0; i < book->name_count; i++)
        if (strncasecmp(book->names[i].name, NAME_OF_TABLE, strlen(NAME_OF_TABLE)) == 0 &&
            strcasecmp(book->names[i].name + strlen(NAME_OF_TABLE), table) == 0) {
            uint32_t row = row_of_reference(book->names[i].reference, sheet->name);
            if (row != ROW_UNKNOWN)
                return row;
        }
    return ROW_UNKNOWN;
}

/* The cells of SHEET in ROW whose words are headers of TABLE, each header once, as tokens. */
static size_t headers_in_row(struct pool *pool, const struct read_sheet *sheet, uint32_t row,
                             const char *table, struct role_token **tokens)
{
    size_t count = 0, capacity = 0;

    *tokens = NULL;
    for (size_t at = first_cell_from(sheet, row);
         at < sheet->cell_count && sheet->cells[at].row == row; at++) {
        const struct placed_cell *placed = &sheet->cells[at];
        const struct known_column *known =
            placed->cell.kind == CELL_TEXT ? known_column_of_header(pool, table, placed->cell.text)
                                           : NULL;
        for (size_t i = 0; i < count && known; i++)
            if (strcmp((*tokens)[i].role, known->role) == 0)
                known = NULL;
        if (!known)
            continue;
        *tokens = pool_extend(pool, *tokens, count, &capacity, sizeof **tokens);
        (*tokens)[count++] = (struct role_token){row, placed->column, table, known->role};
    }
    return count;
}

static size_t columns_of(const char *table)
{
    size_t count = 0;

    for (size_t i = 0; i < known_column_count; i++)
        count +=
            strcmp(known_columns[i].table, table) == 0 && known_columns[i].use != COLUMN_ANSWERS;
    return count;
}

size_t header_search(struct pool *pool, const struct read_book *book,
                     const struct read_sheet *sheet, const char *table, struct role_token **tokens)
{
    uint32_t named = row_by_name(book, sheet, table);
    size_t count = named == ROW_UNKNOWN ? 0 : headers_in_row(pool, sheet, named, table, tokens);

    if (count > 0)
        return count;
    /* Two thirds: one column of the learner's may be called by another name, and the first
     * edition's Log had no columns Id and Planned; what only answers is no column of it. */
    for (uint32_t row = 0; row < LAST_ROW; row++) {
        count = headers_in_row(pool, sheet, row, table, tokens);
        if (count >= 3 && count * 3 >= columns_of(table) * 2)
            return count;
    }
    return 0;
}
