/* comments: what people wrote beside the cells of a sheet. */
#ifndef ROADBOOK_MEMORY_XLSX_COMMENTS_H
#define ROADBOOK_MEMORY_XLSX_COMMENTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "memory/xlsx/archive.h"
#include "memory/xlsx/relations.h"
#include "memory/xlsx/store.h"

struct comment {
    /* from 0 */
    uint32_t row, column;
    const char *words;
};

struct comments {
    struct comment *items;
    size_t count;
};

/* Reads the comments of the sheet that has these RELATIONS, notes as well as threads, whose
 * answers are joined, a line each. false: WHY, added to, says what is wrong. */
bool comments_read(struct store *store, struct archive *archive, const struct relations *relations,
                   struct comments *comments, struct text *why);

#endif
