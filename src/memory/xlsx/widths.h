/* widths: how wide the columns of a sheet are, and which are hidden. */
#ifndef ROADBOOK_MEMORY_XLSX_WIDTHS_H
#define ROADBOOK_MEMORY_XLSX_WIDTHS_H

#include <stddef.h>
#include <stdint.h>

#include "memory/xlsx/store.h"
#include "memory/xlsx_file.h"

struct column_run;

/* Zeroed: none yet. */
struct widths {
    struct column_run *runs;
    size_t count, capacity;
};

/* Adds what an element "col" with these ATTRIBUTES says; NULL, or what is wrong: columns that are
 * out of order. */
const char *widths_add(struct widths *widths, const char **attributes);

/* Gives SHEET the widths of its first COLUMNS columns; NULL, or what is wrong: the store is full.
 */
const char *widths_finish(const struct widths *widths, uint32_t columns, struct store *store,
                          struct read_sheet *sheet);

void widths_free(struct widths *widths);

#endif
