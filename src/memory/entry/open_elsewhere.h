/* open_elsewhere: whether a spreadsheet program has a tracker open: what is typed there would be
 * saved over a new one, or be lost. */
#ifndef ROADBOOK_MEMORY_ENTRY_OPEN_ELSEWHERE_H
#define ROADBOOK_MEMORY_ENTRY_OPEN_ELSEWHERE_H

#include "base/pool.h"

/* The program that has the file at PATH open, as far as it says so: "LibreOffice", "Excel"; NULL:
 * none. *LOCK is the file that it put beside, in POOL. */
const char *open_elsewhere(struct pool *pool, const char *path, const char **lock);

#endif
