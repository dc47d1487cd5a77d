/* scratch: private folders beside outputs, made, removed, and cleared away where a killed build
 * left one. */
#include "base/scratch.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/pool.h"
#include "base/text.h"

#define NAME_START    ".roadbook-scratch-"
#define LEFT_FOR_LONG ((time_t)24 * 60 * 60)
#define FOLDER_FLAGS  (O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)

/* Adds the folder that PATH's last name stands in, with a slash, or "". */
static void add_folder(struct text *out, const char *path)
{
    const char *slash = strrchr(path, '/');

    text_add_bytes(out, path, slash ? (size_t)(slash - path) + 1 : 0);
}

/* Removes all files in the open FOLDER. */
static void empty_folder(int folder)
{
    int copy = fcntl(folder, F_DUPFD_CLOEXEC, 0);
    DIR *files = copy >= 0 ? fdopendir(copy) : NULL;
    const struct dirent *file;

    if (!files) {
        if (copy >= 0)
            close(copy);
        return;
    }
    rewinddir(files);
    while ((file = readdir(files)))
        if (strcmp(file->d_name, ".") != 0 && strcmp(file->d_name, "..") != 0)
            unlinkat(folder, file->d_name, 0);
    closedir(files);
}

/* true where the build that made the open FOLDER called NAME is over: it is ours, and nobody holds
 * it; its process is gone, or it stood for long. */
static bool is_left_over(int folder, const char *name)
{
    struct stat status;
    long process = strtol(name + strlen(NAME_START), NULL, 10);

    if (process <= 0 || fstat(folder, &status) != 0 || status.st_uid != geteuid() ||
        flock(folder, LOCK_EX | LOCK_NB) != 0)
        return false;
    return (kill((pid_t)process, 0) != 0 && errno == ESRCH) ||
           time(NULL) - status.st_mtime > LEFT_FOR_LONG;
}

/* Clears away what killed builds left in the folder of PATH; where that cannot be, it stays. */
static void clear_left_over(const char *path)
{
    struct text above = TEXT_INIT;
    const struct dirent *entry;

    add_folder(&above, path);
    DIR *entries = opendir(above.length > 0 ? above.bytes : ".");
    text_free(&above);
    if (!entries)
        return;
    while ((entry = readdir(entries))) {
        if (strncmp(entry->d_name, NAME_START, strlen(NAME_START)) != 0)
            continue;
        int folder = openat(dirfd(entries), entry->d_name, FOLDER_FLAGS);
        if (folder < 0)
            continue;
        if (is_left_over(folder, entry->d_name)) {
            empty_folder(folder);
            unlinkat(dirfd(entries), entry->d_name, AT_REMOVEDIR);
        }
        close(folder);
    }
    closedir(entries);
}

bool scratch_make(struct scratch *scratch, const char *path)
{
    struct text name = TEXT_INIT;

    clear_left_over(path);
    add_folder(&name, path);
    text_print(&name, NAME_START "%ld-XXXXXX", (long)getpid());
    *scratch = (struct scratch){.path = name.bytes, .lock = -1};
    if (!mkdtemp(name.bytes)) {
        free(scratch->path);
        scratch->path = NULL;
        return false;
    }
    scratch->lock = open(scratch->path, FOLDER_FLAGS);
    if (scratch->lock < 0) {
        scratch_remove(scratch);
        return false;
    }
    /* not every file system knows locks; the process's number is in the name, too */
    flock(scratch->lock, LOCK_EX | LOCK_NB);
    return true;
}

void scratch_remove(struct scratch *scratch)
{
    int error = errno;

    if (scratch->path) {
        if (scratch->lock >= 0) {
            empty_folder(scratch->lock);
            close(scratch->lock);
        }
        rmdir(scratch->path);
        free(scratch->path);
    }
    *scratch = (struct scratch){0};
    errno = error;
}
