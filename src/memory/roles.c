/* roles: role rows, and the bands of tables below them. */
#include "memory/roles.h"

#include <string.h>

#include "base/uuid.h"
#include "memory/columns.h"

#define NAME_LENGTH   32 /* of a part of a token */
#define MOST_SPLIT    64 /* bands of a sheet */
#define NAME_LETTERS  "abcdefghijklmnopqrstuvwxyz0123456789-"
#define UNKNOWN_TABLE SIZE_MAX

/* Takes a name up to END off *TEXT. */
static const char *take_name(struct pool *pool, const char **text, char end)
{
    size_t length = strspn(*text, NAME_LETTERS);
    const char *name = *text;

    if (length == 0 || length > NAME_LENGTH || name[length] != end)
        return NULL;
    *text += length + (end != '\0');
    return pool_copy(pool, name, length);
}

bool role_parse(struct pool *pool, const char *text, struct role_token *token)
{
    if (strncmp(text, ROLE_MARK, strlen(ROLE_MARK)) != 0)
        return false;
    text += strlen(ROLE_MARK);
    token->table = take_name(pool, &text, ':');
    token->role = token->table ? take_name(pool, &text, '\0') : NULL;
    return token->role;
}

bool is_id(const char *text)
{
    return strlen(text) == UUID_TEXT - 1 && strspn(text, "0123456789abcdefABCDEF") == 8 &&
           strspn(text, "0123456789abcdefABCDEF-") == UUID_TEXT - 1;
}

size_t roles_find(struct pool *pool, const struct read_sheet *sheet, struct role_token **tokens)
{
    size_t count = 0, capacity = 0;
    struct role_token token;

    *tokens = NULL;
    for (size_t i = 0; i < sheet->cell_count && count < MOST_ROLES; i++) {
        const struct placed_cell *placed = &sheet->cells[i];
        if (placed->cell.kind != CELL_TEXT || !role_parse(pool, placed->cell.text, &token))
            continue;
        token.row = placed->row;
        token.column = placed->column;
        *tokens = pool_extend(pool, *tokens, count, &capacity, sizeof **tokens);
        (*tokens)[count++] = token;
    }
    return count;
}

bool role_is_marker(const struct role_token *tokens, size_t count, size_t at)
{
    if (strcmp(tokens[at].role, ROLE_SHEET) != 0)
        return false;
    for (size_t i = 0; i < count; i++)
        if (i != at && strcmp(tokens[i].table, tokens[at].table) == 0)
            return false;
    return true;
}

bool is_role_row(const struct role_token *tokens, size_t count, uint32_t row)
{
    size_t from = 0;

    while (from < count) {
        size_t middle = from + (count - from) / 2;
        if (tokens[middle].row == row)
            return true;
        if (tokens[middle].row < row)
            from = middle + 1;
        else
            count = middle;
    }
    return false;
}

size_t first_cell_from(const struct read_sheet *sheet, uint32_t row)
{
    size_t from = 0, to = sheet->cell_count;

    while (from < to) {
        size_t middle = from + (to - from) / 2;
        if (sheet->cells[middle].row < row)
            from = middle + 1;
        else
            to = middle;
    }
    return from;
}

/* The place of the table of that role in BAND. */
static size_t table_in(const struct band *band, const char *role)
{
    for (size_t i = 0; i < band->table_count; i++)
        if (strcmp(band->tables[i].role, role) == 0)
            return i;
    return UNKNOWN_TABLE;
}

/* Opens the bands: a row of tokens begins one where it names a table that none above it has. */
static size_t open_bands(struct pool *pool, const struct role_token *tokens, size_t count,
                         struct band *bands)
{
    size_t band_count = 0;

    for (size_t i = 0; i < count; i++) {
        bool known = false;
        for (size_t b = 0; b < band_count && !known; b++)
            known = table_in(&bands[b], tokens[i].table) != UNKNOWN_TABLE;
        if (known)
            continue;
        struct band *last = band_count > 0 ? &bands[band_count - 1] : NULL;
        if (!last || last->role_row != tokens[i].row) {
            if (band_count == MOST_SPLIT)
                break;
            last = &bands[band_count++];
            *last = (struct band){.role_row = tokens[i].row, .end_row = UINT32_MAX};
            last->tables = pool_alloc(pool, MOST_SPLIT * sizeof *last->tables);
            if (band_count > 1)
                last[-1].end_row = tokens[i].row;
        }
        if (last->table_count < MOST_SPLIT)
            last->tables[last->table_count++].role = tokens[i].table;
    }
    return band_count;
}

/* Takes the first row below the role row that holds anything as the header, unless it is a row of
 * the table: it holds a number or an id where a token stands above it. */
static void find_header(const struct read_sheet *sheet, const struct role_token *tokens,
                        size_t count, struct band *band)
{
    size_t at = first_cell_from(sheet, band->role_row + 1);

    while (at < sheet->cell_count && cell_is_empty(&sheet->cells[at].cell))
        at++;
    if (at == sheet->cell_count || sheet->cells[at].row >= band->end_row)
        return;
    uint32_t row = sheet->cells[at].row;
    for (; at < sheet->cell_count && sheet->cells[at].row == row; at++) {
        const struct kept_cell *cell = &sheet->cells[at].cell;
        for (size_t i = 0; i < count; i++) {
            if (tokens[i].row != band->role_row || tokens[i].column != sheet->cells[at].column)
                continue;
            if (cell->kind == CELL_NUMBER || cell->kind == CELL_TRUTH ||
                (cell->kind == CELL_TEXT && is_id(cell->text)))
                return;
        }
    }
    band->header_row = row;
}

/* Looks through the band for columns that hold something: HEADERS by column, NULL where nothing
 * does. */
static const char **find_headers(struct pool *pool, const struct read_sheet *sheet,
                                 const struct role_token *tokens, size_t count,
                                 const struct band *band)
{
    const char **headers = pool_alloc(pool, band->width * sizeof *headers);

    for (size_t at = first_cell_from(sheet, band->header_row); at < sheet->cell_count; at++) {
        const struct placed_cell *placed = &sheet->cells[at];
        struct role_token token;
        if (placed->row >= band->end_row)
            break;
        if (cell_is_empty(&placed->cell) || role_parse(pool, placed->cell.text, &token))
            continue;
        if (placed->row == band->header_row)
            headers[placed->column] = placed->cell.text;
        else if (!headers[placed->column] && !is_role_row(tokens, count, placed->row))
            headers[placed->column] = "";
    }
    return headers;
}

static bool has_role(const struct laid_table *table, const char *role)
{
    for (size_t i = 0; i < table->column_count; i++)
        if (table->columns[i].role && strcmp(table->columns[i].role, role) == 0)
            return true;
    return false;
}

static void add_column(struct pool *pool, const struct read_sheet *sheet, struct band *band,
                       uint32_t at, struct kept_column column)
{
    struct laid_table *table = &band->tables[band->table_of[at]];

    column.at = at;
    column.width = at < sheet->width_count ? sheet->widths[at] : 0;
    table->columns = pool_extend(pool, table->columns, table->column_count, &table->column_capacity,
                                 sizeof *table->columns);
    band->column_of[at] = (int)table->column_count;
    table->columns[table->column_count++] = column;
}

/* The role of a column that lost its token, by its header, where the table has none of that role
 * and the learner writes there; NULL: a column of the learner's own. */
static const char *role_by_header(struct pool *pool, const struct laid_table *table,
                                  const struct role_token *tokens, size_t count, const char *header)
{
    const struct known_column *known = known_column_of_header(pool, table->role, header);

    if (!known || (known->use != COLUMN_ASKS && known->use != COLUMN_KEEPS_KEY) ||
        has_role(table, known->role))
        return NULL;
    for (size_t i = 0; i < count; i++)
        if (strcmp(tokens[i].table, table->role) == 0 && strcmp(tokens[i].role, known->role) == 0)
            return NULL;
    return known->role;
}

/* Gives each column of the sheet that has a token, or else holds something, to its table. */
static void lay_columns(struct pool *pool, const struct read_sheet *sheet,
                        const struct role_token *tokens, size_t count, struct band *band)
{
    const char **headers = find_headers(pool, sheet, tokens, count, band);
    size_t next = 0;
    int owner = 0;

    while (next < count && tokens[next].row < band->role_row)
        next++;
    for (uint32_t at = 0; at < band->width; at++) {
        bool token =
            next < count && tokens[next].row == band->role_row && tokens[next].column == at;
        const struct role_token *named = token ? &tokens[next++] : NULL;
        size_t table = named ? table_in(band, named->table) : UNKNOWN_TABLE;
        if (table != UNKNOWN_TABLE)
            owner = (int)table;
        band->table_of[at] = owner;
        band->column_of[at] = -1;
        const struct laid_table *of = &band->tables[owner];
        const char *header = headers[at] ? headers[at] : "";
        const char *role = NULL;
        if (table != UNKNOWN_TABLE && !has_role(of, named->role))
            role = named->role;
        else if (headers[at])
            role = role_by_header(pool, of, tokens, count, header);
        if (role || headers[at])
            add_column(pool, sheet, band, at, (struct kept_column){.role = role, .header = header});
    }
}

size_t bands_make(struct pool *pool, const struct read_sheet *sheet,
                  const struct role_token *tokens, size_t count, bool in_headers,
                  struct band **bands)
{
    uint32_t width = 0;

    *bands = pool_alloc(pool, MOST_SPLIT * sizeof **bands);
    size_t band_count = open_bands(pool, tokens, count, *bands);
    for (size_t i = 0; i < sheet->cell_count; i++)
        if (sheet->cells[i].column >= width)
            width = sheet->cells[i].column + 1;
    for (size_t b = 0; b < band_count; b++) {
        struct band *band = &(*bands)[b];
        band->width = width;
        band->table_of = pool_alloc(pool, width * sizeof(int));
        band->column_of = pool_alloc(pool, width * sizeof(int));
        band->header_row = band->role_row;
        if (!in_headers)
            find_header(sheet, tokens, count, band);
        lay_columns(pool, sheet, tokens, count, band);
    }
    return band_count;
}
