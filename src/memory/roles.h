/* roles: the words in a tracker's hidden role rows, "#roadbook:log:hours", and what they make of a
 * sheet: bands of rows, each with tables side by side. */
#ifndef ROADBOOK_MEMORY_ROLES_H
#define ROADBOOK_MEMORY_ROLES_H

#include "memory/xlsx_file.h"

#define ROLE_MARK  "#roadbook:"
#define ROLE_SHEET "sheet" /* of a token that only says whose the sheet is */
#define MOST_ROLES 2000    /* on a sheet; more are left alone */

/* One of them. Tokens may also be made up, of the headers of a table that lost its role row: they
 * stand in the header row then. */
struct role_token {
    uint32_t row, column;
    const char *table, *role;
};

/* A table's columns in the order of the sheet. */
struct laid_table {
    const char *role;
    struct kept_column *columns;
    size_t column_count, column_capacity;
};

/* The rows of a sheet that one role row tells of: HEADER_ROW is ROLE_ROW where there is no header;
 * the table's rows are those below it and above END_ROW. */
struct band {
    uint32_t role_row, header_row, end_row;
    struct laid_table *tables;
    size_t table_count;
    /* by column of the sheet, WIDTH of each: the table that it belongs to, and its place among that
     * table's columns; -1: none */
    int *table_of, *column_of;
    uint32_t width;
};

/* TEXT as a token into *TOKEN but for its place; false: it is none. In POOL. */
bool role_parse(struct pool *pool, const char *text, struct role_token *token);

/* true where TEXT looks like the id of an item or a session. */
bool is_id(const char *text);

/* All tokens on SHEET, by row, then column; gives their number. In POOL. */
size_t roles_find(struct pool *pool, const struct read_sheet *sheet, struct role_token **tokens);

/* true where token AT of COUNT only marks the sheet: a table's column may be called so, too. */
bool role_is_marker(const struct role_token *tokens, size_t count, size_t at);

/* true where one of the COUNT tokens stands in ROW. */
bool is_role_row(const struct role_token *tokens, size_t count, uint32_t row);

/* The index of SHEET's first cell in ROW or below. */
size_t first_cell_from(const struct read_sheet *sheet, uint32_t row);

/* The bands that COUNT tokens, by row, then column, make of SHEET, from the top; gives their
 * number. IN_HEADERS: the tokens stand in header rows. Columns that hold something and have no
 * token belong to the table at their left, as the learner's own. In POOL. */
size_t bands_make(struct pool *pool, const struct read_sheet *sheet,
                  const struct role_token *tokens, size_t count, bool in_headers,
                  struct band **bands);

#endif
