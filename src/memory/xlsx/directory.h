/* directory: the list of parts at the end of a ZIP file, with all that can be wrong with it. */
#ifndef ROADBOOK_MEMORY_XLSX_DIRECTORY_H
#define ROADBOOK_MEMORY_XLSX_DIRECTORY_H

#include <stddef.h>

#include "base/pool.h"
#include "base/text.h"
#include "memory/xlsx/archive.h"

/* The parts of the ZIP file of LENGTH bytes, in POOL, in the list's order; *COUNT of them, one at
 * least. NULL: WHY, added to, says what is wrong: bytes before its first part or after its end,
 * parts that overlap, are encrypted, packed in a way that workbooks don't know or called by
 * impossible names, or too many of them. */
struct archive_part *directory_read(struct pool *pool, const char *bytes, size_t length,
                                    size_t *count, struct text *why);

#endif
