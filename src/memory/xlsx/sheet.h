/* sheet: one sheet of a workbook, its cells and what stands around them. */
#ifndef ROADBOOK_MEMORY_XLSX_SHEET_H
#define ROADBOOK_MEMORY_XLSX_SHEET_H

#include <stdbool.h>

#include "memory/xlsx/archive.h"
#include "memory/xlsx/store.h"
#include "memory/xlsx/strings.h"
#include "memory/xlsx/styles.h"
#include "memory/xlsx_file.h"

/* What all sheets of a workbook share. */
struct sheet_context {
    struct store *store;
    struct archive *archive;
    const struct strings *strings;
    const struct styles *styles;
    bool mac_epoch;
};

/* Reads the sheet in PART into SHEET, all but its name and whether it is hidden. false: WHY, added
 * to, says what is wrong. */
bool sheet_read(const struct sheet_context *context, const struct archive_part *part,
                struct read_sheet *sheet, struct text *why);

#endif
