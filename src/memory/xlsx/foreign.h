/* foreign: what a file is that is no .xlsx workbook, and how it becomes one. */
#ifndef ROADBOOK_MEMORY_XLSX_FOREIGN_H
#define ROADBOOK_MEMORY_XLSX_FOREIGN_H

#include <stddef.h>

#include "base/text.h"
#include "memory/xlsx/archive.h"

/* What LENGTH bytes are that can be no archive: "it is an old workbook (.xls): save it as .xlsx".
 * NULL: they may be one. */
const char *foreign_bytes(const char *bytes, size_t length);

/* The same of an archive without a workbook's relations. Never NULL. */
const char *foreign_archive(struct archive *archive);

#endif
