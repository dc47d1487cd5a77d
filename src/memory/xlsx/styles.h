/* styles: what of a workbook's looks tells values apart: number formats. */
#ifndef ROADBOOK_MEMORY_XLSX_STYLES_H
#define ROADBOOK_MEMORY_XLSX_STYLES_H

#include <stdbool.h>
#include <stddef.h>

#include "memory/xlsx/archive.h"
#include "memory/xlsx/store.h"

#define FORMAT_GENERAL "General"

struct styles {
    /* the code of the number format of each cell style */
    const char **formats;
    size_t count;
};

/* Reads the part of styles. false: WHY, added to, says what is wrong. */
bool styles_read(struct store *store, struct archive *archive, const struct archive_part *part,
                 struct styles *styles, struct text *why);

/* The code of the number format of style NUMBER; FORMAT_GENERAL where there is no such. */
const char *styles_format(const struct styles *styles, size_t number);

#endif
