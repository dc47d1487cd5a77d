/* strings: the texts that the cells of a workbook share, and name by number. */
#ifndef ROADBOOK_MEMORY_XLSX_STRINGS_H
#define ROADBOOK_MEMORY_XLSX_STRINGS_H

#include <stdbool.h>
#include <stddef.h>

#include "memory/xlsx/archive.h"
#include "memory/xlsx/store.h"

struct strings {
    const char **texts;
    size_t count;
};

/* Reads the part of shared strings: runs joined, phonetic guides left out, escapes decoded. false:
 * WHY, added to, says what is wrong. */
bool strings_read(struct store *store, struct archive *archive, const struct archive_part *part,
                  struct strings *strings, struct text *why);

#endif
