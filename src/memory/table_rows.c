/* table_rows: a sheet's cells, dealt out to the rows of its tables. */
#include "memory/table_rows.h"

#include <string.h>

#include "memory/cell_format.h"
#include "memory/columns.h"
#include "memory/verdict.h"

#define USUAL_ROW 2 /* where role rows are written */
#define NO_COLUMN SIZE_MAX

/* One table of a band while its rows are read. */
struct open_table {
    struct kept_table *table;
    struct kept_row *rows;
    size_t row_count, row_capacity;
    /* the column with the keys, NO_COLUMN: none; by column whether it holds days */
    size_t key;
    bool *is_day;
    /* by column, whether it holds verdicts: what roadbook says of the row is nothing in it */
    bool *answers;
    /* of the row being read; NULL: nothing stands in it yet */
    struct kept_cell *cells;
};

struct kept_cell cell_settled(struct pool *pool, const struct read_book *book,
                              const struct kept_cell *cell, bool is_day)
{
    struct kept_cell settled = *cell;

    if (book->mac_epoch && cell->kind == CELL_NUMBER &&
        (is_day || format_shows_date(cell->format, cell->number))) {
        settled.number += DAYS_TO_1904;
        settled.text = pool_print(pool, "%.15g", settled.number);
    }
    return settled;
}

static bool is_key_role(const char *role)
{
    return role && (strcmp(role, "key") == 0 || strcmp(role, "id") == 0);
}

/* Opens the tables of BAND as the last of ROWS. */
static struct open_table *open_tables(struct table_rows *rows, const struct read_sheet *sheet,
                                      const struct band *band)
{
    struct pool *pool = rows->pool;
    struct open_table *open = pool_alloc(pool, band->table_count * sizeof *open);

    for (size_t i = 0; i < band->table_count; i++) {
        const struct laid_table *laid = &band->tables[i];
        open[i] = (struct open_table){.key = NO_COLUMN};
        open[i].is_day = pool_alloc(pool, laid->column_count * sizeof(bool));
        open[i].answers = pool_alloc(pool, laid->column_count * sizeof(bool));
        for (size_t c = 0; c < laid->column_count; c++) {
            const char *role = laid->columns[c].role;
            const struct known_column *known = role ? known_column_of_role(laid->role, role) : NULL;
            open[i].is_day[c] = known && known->holds_days;
            open[i].answers[c] = known && known->use == COLUMN_ANSWERS;
            if (is_key_role(role))
                open[i].key = c;
        }
        open[i].table = pool_alloc(pool, sizeof *open[i].table);
        *open[i].table = (struct kept_table){
            .role = laid->role,
            .tab = sheet->name,
            .columns = laid->columns,
            .column_count = laid->column_count,
        };
    }
    return open;
}

static void close_tables(struct table_rows *rows, const struct band *band, struct open_table *open)
{
    for (size_t i = 0; i < band->table_count; i++) {
        open[i].table->rows = open[i].rows;
        open[i].table->row_count = open[i].row_count;
        rows->tables = pool_extend(rows->pool, rows->tables, rows->table_count,
                                   &rows->table_capacity, sizeof *rows->tables);
        rows->tables[rows->table_count++] = *open[i].table;
    }
}

/* A row of empty cells. */
static struct kept_cell *blank_cells(struct pool *pool, size_t count)
{
    struct kept_cell *cells = pool_alloc(pool, count * sizeof *cells);

    for (size_t i = 0; i < count; i++)
        cells[i] = (struct kept_cell){.kind = CELL_EMPTY, .text = "", .format = "General"};
    return cells;
}

/* Deals the cells FROM..TO of SHEET, which stand in one row, out to the tables of BAND. */
static void add_row(struct table_rows *rows, const struct read_sheet *sheet,
                    const struct band *band, struct open_table *open, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++) {
        const struct placed_cell *placed = &sheet->cells[i];
        int column = band->column_of[placed->column];
        struct open_table *table = &open[band->table_of[placed->column]];
        if (column < 0 || cell_is_empty(&placed->cell) ||
            (table->answers[column] && verdict_is_ours(&placed->cell)))
            continue;
        if (!table->cells) {
            table->cells = blank_cells(rows->pool, table->table->column_count);
            rows->cell_count += table->table->column_count;
        }
        table->cells[column] =
            cell_settled(rows->pool, rows->book, &placed->cell, table->is_day[column]);
    }
    for (size_t i = 0; i < band->table_count; i++) {
        struct open_table *table = &open[i];
        if (!table->cells)
            continue;
        table->rows = pool_extend(rows->pool, table->rows, table->row_count, &table->row_capacity,
                                  sizeof *table->rows);
        table->rows[table->row_count++] = (struct kept_row){
            .key = table->key == NO_COLUMN ? "" : table->cells[table->key].text,
            .cells = table->cells,
            .line = sheet->cells[from].row + 1,
        };
        table->cells = NULL;
    }
}

bool row_was_sorted_away(const struct read_sheet *sheet, const struct band *band, size_t from,
                         size_t to)
{
    bool number = false;
    size_t filled = 0;

    for (size_t i = from; i < to; i++) {
        const struct placed_cell *placed = &sheet->cells[i];
        int column = band->column_of[placed->column];
        if (column < 0 || cell_is_empty(&placed->cell))
            continue;
        const char *role = band->tables[band->table_of[placed->column]].columns[column].role;
        if (!role)
            continue;
        if (is_key_role(role) && is_id(placed->cell.text))
            return true;
        filled++;
        number |= placed->cell.kind == CELL_NUMBER;
    }
    return band->role_row > USUAL_ROW && number && filled > 1;
}

/* Reads all rows of BAND; where it is the first of its sheet, those above it too. */
static void read_band(struct table_rows *rows, const struct read_sheet *sheet,
                      const struct band *band, bool first, const struct role_token *tokens,
                      size_t token_count)
{
    struct open_table *open = open_tables(rows, sheet, band);
    size_t at = first ? 0 : first_cell_from(sheet, band->role_row);
    uint32_t repeated = UINT32_MAX; /* a row below which the headers are said again */

    while (at < sheet->cell_count && rows->cell_count <= MOST_CELLS) {
        uint32_t row = sheet->cells[at].row;
        size_t from = at;
        if (row >= band->end_row)
            break;
        while (at < sheet->cell_count && sheet->cells[at].row == row)
            at++;
        bool above = row < band->role_row;
        if (row == band->role_row || row == band->header_row || row == repeated)
            continue;
        if (!above && is_role_row(tokens, token_count, row))
            repeated = row + 1;
        else if (!above || row_was_sorted_away(sheet, band, from, at))
            add_row(rows, sheet, band, open, from, at);
    }
    close_tables(rows, band, open);
}

static void add_lost(struct text *lost, const char *tab, bool *named, const char *what,
                     size_t length)
{
    if (!*named)
        text_print(lost, "%s%s: ", lost->length > 0 ? "; " : "", tab);
    else
        text_add(lost, ", ");
    *named = true;
    text_add_bytes(lost, what, length);
}

void table_rows_note_lost(struct table_rows *rows, const struct read_sheet *sheet,
                          size_t own_charts)
{
    static const char *const ours[] = {"conditional formats", "lists to choose from", "filters",
                                       "links"};
    bool named = false;

    for (const char *what = sheet->lost; *what;) {
        size_t length = strcspn(what, ",");
        bool written = strncmp(what, "charts", length) == 0 && sheet->charts <= own_charts;
        for (size_t i = 0; i < sizeof ours / sizeof *ours; i++)
            written |= strlen(ours[i]) == length && strncmp(what, ours[i], length) == 0;
        if (!written)
            add_lost(&rows->lost, sheet->name, &named, what, length);
        what += length + strspn(what + length, ", ");
    }
}

void table_rows_add(struct table_rows *rows, const struct read_sheet *sheet,
                    const struct role_token *tokens, size_t count, bool in_headers)
{
    struct band *bands;
    size_t band_count = bands_make(rows->pool, sheet, tokens, count, in_headers, &bands);

    for (size_t b = 0; b < band_count; b++)
        read_band(rows, sheet, &bands[b], b == 0, tokens, count);
    table_rows_note_lost(rows, sheet, 0);
}
