/* cells: gathered in memory that grows, of which they keep as much as they need. */
#include "memory/xlsx/cells.h"

#include <stdlib.h>
#include <string.h>

static int compare(const void *a, const void *b)
{
    const struct placed_cell *left = a, *right = b;

    if (left->row != right->row)
        return left->row < right->row ? -1 : 1;
    return (left->column > right->column) - (left->column < right->column);
}

const char *cells_add(struct cells *cells, const struct placed_cell *cell)
{
    if (cells->store->cells_left == 0)
        return "holds more than the " STORE_CELLS_SAID " cells that are read";
    if (cells->count == cells->capacity) {
        cells->capacity = cells->capacity > 0 ? cells->capacity * 2 : 1024;
        cells->items = must_realloc(cells->items, cells->capacity * sizeof *cells->items);
    }
    if (cells->count > 0 && compare(&cells->items[cells->count - 1], cell) >= 0)
        cells->disordered = true;
    if (cells->columns <= cell->column)
        cells->columns = cell->column + 1;
    cells->items[cells->count++] = *cell;
    cells->store->cells_left--;
    return NULL;
}

static bool holds_value(const struct placed_cell *cell)
{
    return cell->cell.kind != CELL_EMPTY || cell->cell.formula;
}

/* Two comments on one cell, in either order of time: they can't be told apart any more. */
static const char *joined(struct store *store, const char *first, const char *second)
{
    struct text both = TEXT_INIT;

    text_print(&both, "%s\n%s", first, second);
    const char *kept = store_text(store, text_string(&both), both.length);
    text_free(&both);
    return kept;
}

/* Puts what MORE holds, which has the same place, to CELL. */
static const char *merge(struct store *store, struct placed_cell *cell,
                         const struct placed_cell *more)
{
    const char *comment = cell->comment ? cell->comment : more->comment;

    if (holds_value(cell) && holds_value(more))
        return "holds a cell twice";
    if (cell->comment && more->comment) {
        comment = joined(store, cell->comment, more->comment);
        if (!comment)
            return STORE_FULL;
    }
    if (holds_value(more))
        cell->cell = more->cell;
    cell->comment = comment;
    return NULL;
}

/* Sorts the cells and makes those of one place one. */
static const char *put_in_order(struct cells *cells)
{
    size_t kept = 0;
    const char *fault = NULL;

    qsort(cells->items, cells->count, sizeof *cells->items, compare);
    for (size_t i = 0; !fault && i < cells->count; i++) {
        if (kept > 0 && compare(&cells->items[kept - 1], &cells->items[i]) == 0)
            fault = merge(cells->store, &cells->items[kept - 1], &cells->items[i]);
        else
            cells->items[kept++] = cells->items[i];
    }
    cells->count = kept;
    return fault;
}

const char *cells_finish(struct cells *cells, struct read_sheet *sheet)
{
    const char *fault = cells->disordered ? put_in_order(cells) : NULL;

    if (fault || cells->count == 0)
        return fault;
    cells->items = must_realloc(cells->items, cells->count * sizeof *cells->items);
    pool_adopt(cells->store->pool, cells->items);
    sheet->cells = cells->items;
    sheet->cell_count = cells->count;
    cells->items = NULL;
    return NULL;
}

void cells_free(struct cells *cells)
{
    free(cells->items);
}
