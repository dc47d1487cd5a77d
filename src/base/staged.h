/* staged: files written whole or not at all, and only over what was seen before. */
#ifndef ROADBOOK_BASE_STAGED_H
#define ROADBOOK_BASE_STAGED_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/stat.h>

#include "base/pool.h"

/* An output on its way: prepared, before anybody reads what stands in its place; staged, a file
 * beside its place that is written and synced, without a name where the file system can do that;
 * committed. Zeroed, it is none. */
struct staged {
    struct pool *pool;
    /* where it will stand */
    const char *path;
    /* what was seen there; no links: nothing */
    struct stat seen;
    /* the file, once staged */
    bool open;
    int descriptor;
    /* where it stands now; NULL: it has no name */
    char *temporary;
};

/* Remembers what stands at PATH (a symbolic link is followed: its target is meant), and clears what
 * builds that were killed left beside it. Strings are in POOL. false with errno set. */
bool staged_prepare(struct staged *staged, struct pool *pool, const char *path);

/* Writes LENGTH bytes to a file beside the place (an existing file's mode is kept, else 0666 less
 * the umask), checks every write, syncs. false with errno set and nothing left behind: EISDIR for a
 * folder, ENOTSUP for a device or pipe, EACCES for a file that is write-protected, though a rename
 * could replace it. */
bool staged_write(struct staged *staged, const void *bytes, size_t length);

/* Keeps the old file, where there is one, under the name BACKUP as well (by hard link or copy, so
 * that its place never is empty). What has that name already, be it a link to nothing, stays:
 * EEXIST. false with errno set. */
bool staged_keep(const struct staged *staged, const char *backup);

/* Puts it in place and syncs the folder. false with errno set: what stands there stays, ESTALE
 * where that is no longer what was seen (another file, size or time). STAGED is zeroed. */
bool staged_commit(struct staged *staged);

/* Removes the file on its way, if any; STAGED is zeroed. */
void staged_discard(struct staged *staged);

#endif
