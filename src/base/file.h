/* file: files read whole, paths and folders. */
#ifndef ROADBOOK_BASE_FILE_H
#define ROADBOOK_BASE_FILE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/pool.h"
#include "base/text.h"

/* Appends the whole file to OUT. At most LIMIT bytes (0: no limit). Regular files, pipes and "-"
 * for standard input. On failure gives false with errno set (EISDIR for a folder, EFBIG past the
 * limit). */
bool file_read(const char *path, size_t limit, struct text *out);

/* true where something stands at PATH (links followed), or nobody can tell; false where nothing
 * does. */
bool file_exists(const char *path);

/* true where a regular file stands at PATH, or nothing at all: no folder, pipe or device. */
bool file_replaceable(const char *path);

/* The path of NAME in the folder that PATH's last name stands in; NAME itself where it begins with
 * a slash. In POOL. */
const char *path_beside(struct pool *pool, const char *path, const char *name);

/* Makes the folder and those above it; false with errno set. An existing folder is fine. */
bool folder_make(const char *path);

#endif
