/* file: files read whole and written whole or not at all. */
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

/* true where something stands at PATH (links followed). */
bool file_exists(const char *path);

/* true where a regular file stands at PATH, or nothing at all: no folder, pipe or device. */
bool file_replaceable(const char *path);

/* The path of NAME in the folder that PATH's last name stands in; NAME itself where it begins with
 * a slash. In POOL. */
const char *path_beside(struct pool *pool, const char *path, const char *name);

/* Makes the folder and those above it; false with errno set. An existing folder is fine. */
bool folder_make(const char *path);

/* An output on its way: a temporary file beside PATH, written and synced, not yet renamed. Several
 * outputs are first all staged, then all committed, so that a failure leaves every old file. */
struct staged {
    /* where it will stand */
    char *path;
    /* where it stands now */
    char *temporary;
};

/* Writes LENGTH bytes to a temporary file beside PATH (a symbolic link is followed: its target is
 * replaced; an existing file's mode is kept, else 0666 less the umask), checks every write, syncs.
 * false with errno set and nothing left behind: EISDIR for a folder, ENOTSUP for a device or pipe,
 * EACCES for a file that is write-protected, though a rename could replace it. */
bool file_stage(struct staged *staged, const char *path, const void *bytes, size_t length);

/* Keeps the old file, where there is one, under the name BACKUP as well (by hard link or copy, so
 * that its place never is empty). false with errno set. */
bool file_keep(const struct staged *staged, const char *backup);

/* Renames it into place and syncs the folder. false with errno set: the old file stands. Frees
 * STAGED's strings. */
bool file_commit(struct staged *staged);

/* Removes the temporary file; frees the strings. A zeroed STAGED is allowed. */
void file_discard(struct staged *staged);

#endif
