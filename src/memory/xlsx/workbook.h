/* workbook: the part of a workbook that lists its sheets and names. */
#ifndef ROADBOOK_MEMORY_XLSX_WORKBOOK_H
#define ROADBOOK_MEMORY_XLSX_WORKBOOK_H

#include <stdbool.h>
#include <stddef.h>

#include "memory/xlsx/archive.h"
#include "memory/xlsx/store.h"
#include "memory/xlsx_file.h"

/* A sheet as it is listed. */
struct listed_sheet {
    const char *name;
    bool hidden;
    /* the id of the relation to its part; NULL: it has none */
    const char *relation;
};

struct workbook {
    bool mac_epoch;
    struct listed_sheet *sheets;
    size_t sheet_count;
    struct read_name *names;
    size_t name_count;
};

/* Reads it. false: WHY, added to, says what is wrong. */
bool workbook_read(struct store *store, struct archive *archive, const struct archive_part *part,
                   struct workbook *workbook, struct text *why);

#endif
