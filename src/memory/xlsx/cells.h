/* cells: the cells of one sheet, gathered in any order and given in that of rows and columns. */
#ifndef ROADBOOK_MEMORY_XLSX_CELLS_H
#define ROADBOOK_MEMORY_XLSX_CELLS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "memory/memory.h"
#include "memory/xlsx/store.h"

struct cells {
    struct store *store;
    struct placed_cell *items;
    size_t count, most;
    /* as many as the cells reach to */
    uint32_t columns;
    /* one came before its turn */
    bool disordered;
};

/* Room in STORE for the cells that a sheet of SIZE bytes can hold, and for COMMENTS more. */
struct cells cells_new(struct store *store, uint64_t size, size_t comments);

/* NULL, or what is wrong: there are too many. */
const char *cells_add(struct cells *cells, const struct placed_cell *cell);

/* Puts them in order, each comment to its cell; NULL, or what is wrong: a cell is there twice. */
const char *cells_finish(struct cells *cells);

#endif
