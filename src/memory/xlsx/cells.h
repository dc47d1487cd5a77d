/* cells: the cells of one sheet, gathered in any order and given in that of rows and columns. */
#ifndef ROADBOOK_MEMORY_XLSX_CELLS_H
#define ROADBOOK_MEMORY_XLSX_CELLS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "memory/xlsx/store.h"
#include "memory/xlsx_file.h"

/* With a store and else zeroed: none yet. cells_free() frees it. */
struct cells {
    struct store *store;
    struct placed_cell *items;
    size_t count, capacity;
    /* as many as the cells reach to */
    uint32_t columns;
    /* one came before its turn */
    bool disordered;
};

/* NULL, or what is wrong: there are too many. */
const char *cells_add(struct cells *cells, const struct placed_cell *cell);

/* Puts them in order, each comment to its cell, and gives them to SHEET, in the store's pool; NULL,
 * or what is wrong: a cell is there twice. */
const char *cells_finish(struct cells *cells, struct read_sheet *sheet);

void cells_free(struct cells *cells);

#endif
