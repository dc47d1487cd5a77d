/* file: reading whole files, and writing them beside their place before renaming them into it. */
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/pool.h"

#define READ_SIZE  ((size_t)64 * 1024)
#define LINKS_MOST 40 /* as many symbolic links as Linux itself follows */

/* Closes and removes without touching errno, which tells of the failure before. */
static void close_quietly(int descriptor)
{
    int error = errno;

    close(descriptor);
    errno = error;
}

static void remove_quietly(const char *path)
{
    int error = errno;

    unlink(path);
    errno = error;
}

static bool read_all(int descriptor, size_t limit, struct text *out)
{
    char *chunk = must_alloc(READ_SIZE);
    size_t total = 0;
    bool done = false, good = true;

    while (good && !done) {
        ssize_t got = read(descriptor, chunk, READ_SIZE);
        if (got > 0) {
            total += (size_t)got;
            if (limit > 0 && total > limit) {
                errno = EFBIG;
                good = false;
            } else {
                text_add_bytes(out, chunk, (size_t)got);
            }
        } else if (got == 0) {
            done = true;
        } else if (errno != EINTR) {
            good = false;
        }
    }
    free(chunk);
    return good;
}

bool file_read(const char *path, size_t limit, struct text *out)
{
    bool standard_input = strcmp(path, "-") == 0;
    int descriptor = standard_input ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);

    if (descriptor < 0)
        return false;
    size_t before = out->length;
    text_add_bytes(out, "", 0); /* an empty file gives "", too */
    bool good = read_all(descriptor, limit, out);
    if (!good) {
        out->length = before;
        out->bytes[before] = '\0';
    }
    if (!standard_input)
        close_quietly(descriptor);
    return good;
}

bool file_exists(const char *path)
{
    return access(path, F_OK) == 0;
}

bool file_replaceable(const char *path)
{
    struct stat status;

    return stat(path, &status) != 0 || S_ISREG(status.st_mode);
}

static bool is_folder(const char *path)
{
    struct stat status;

    return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

bool folder_make(const char *path)
{
    if (mkdir(path, 0777) == 0)
        return true;
    if (errno == EEXIST) {
        if (is_folder(path))
            return true;
        errno = ENOTDIR;
        return false;
    }
    if (errno != ENOENT || *path == '\0')
        return false;

    /* A folder above is missing: make that first. Slashes at the end belong to no name. */
    char *above = must_copy(path);
    size_t length = strlen(above);
    while (length > 0 && above[length - 1] == '/')
        length--;
    while (length > 0 && above[length - 1] != '/')
        length--;
    above[length] = '\0';
    bool made = length > 0 && folder_make(above);
    free(above);
    return made && (mkdir(path, 0777) == 0 || (errno == EEXIST && is_folder(path)));
}

/* As path_beside(); the caller frees it. */
static char *beside(const char *path, const char *name)
{
    const char *slash = strrchr(path, '/');
    struct text joined = TEXT_INIT;

    if (slash && *name != '/')
        text_add_bytes(&joined, path, (size_t)(slash - path) + 1);
    text_add(&joined, name);
    return joined.bytes;
}

const char *path_beside(struct pool *pool, const char *path, const char *name)
{
    char *joined = beside(path, name);
    const char *copy = pool_copy(pool, joined, strlen(joined));

    free(joined);
    return copy;
}

/* Where writing to PATH would really write: symbolic links followed to a name that is none, even if
 * nothing stands there. NULL with errno set; the caller frees it. */
static char *follow_links(const char *path)
{
    char *at = must_copy(path);

    for (int links = 0; links <= LINKS_MOST; links++) {
        char target[PATH_MAX];
        ssize_t length = readlink(at, target, sizeof target - 1);
        if (length < 0) {
            if (errno == EINVAL || errno == ENOENT) /* no link, or nothing at all */
                return at;
            free(at);
            return NULL;
        }
        target[length] = '\0';
        char *next = beside(at, target);
        free(at);
        at = next;
    }
    free(at);
    errno = ELOOP;
    return NULL;
}

static bool write_all(int descriptor, const char *bytes, size_t length)
{
    while (length > 0) {
        ssize_t written = write(descriptor, bytes, length);
        if (written > 0) {
            bytes += written;
            length -= (size_t)written;
        } else if (written == 0) {
            errno = EIO;
            return false;
        } else if (errno != EINTR) {
            return false;
        }
    }
    return true;
}

/* As write_all(), but a file past the process's size limit is EFBIG instead of a deadly signal. */
static bool write_within_limit(int descriptor, const char *bytes, size_t length)
{
    struct sigaction ignore = {.sa_handler = SIG_IGN}, old;

    sigemptyset(&ignore.sa_mask);
    sigaction(SIGXFSZ, &ignore, &old);
    bool good = write_all(descriptor, bytes, length);
    int error = errno;
    sigaction(SIGXFSZ, &old, NULL);
    errno = error;
    return good;
}

/* Looks at what stands at PATH: may it be replaced, and what mode and owner is the new file to
 * have? Only a regular file is replaced, and only one that could be written to. */
static bool may_replace(const char *path, struct stat *status, bool *exists)
{
    *exists = stat(path, status) == 0;
    if (!*exists)
        return errno == ENOENT;
    if (S_ISREG(status->st_mode))
        return faccessat(AT_FDCWD, path, W_OK, AT_EACCESS) == 0;
    errno = S_ISDIR(status->st_mode) ? EISDIR : ENOTSUP;
    return false;
}

static bool give_mode(int descriptor, const struct stat *old)
{
    mode_t mode;

    if (old) {
        /* Keeping the owner is for root alone; for all others the file simply becomes theirs. */
        if (old->st_uid != geteuid() || old->st_gid != getegid()) {
            int ignored = fchown(descriptor, old->st_uid, old->st_gid);
            (void)ignored;
        }
        mode = old->st_mode & 0777;
    } else {
        mode_t mask = umask(0);
        umask(mask);
        mode = 0666 & ~mask;
    }
    return fchmod(descriptor, mode) == 0;
}

/* Not every file system knows how to sync; that one does not is no failure. */
static bool sync_file(int descriptor)
{
    return fsync(descriptor) == 0 || errno == EINVAL || errno == ENOTSUP;
}

bool file_stage(struct staged *staged, const char *path, const void *bytes, size_t length)
{
    struct stat old;
    bool exists;

    *staged = (struct staged){0};
    char *target = follow_links(path);
    if (!target)
        return false;
    if (!may_replace(target, &old, &exists)) {
        free(target);
        return false;
    }
    char *temporary = beside(target, ".roadbook-XXXXXX.tmp");
    int descriptor = mkostemps(temporary, (int)strlen(".tmp"), O_CLOEXEC);
    if (descriptor >= 0) {
        bool good = write_within_limit(descriptor, bytes, length) &&
                    give_mode(descriptor, exists ? &old : NULL) && sync_file(descriptor);
        if (good)
            good = close(descriptor) == 0;
        else
            close_quietly(descriptor);
        if (good) {
            *staged = (struct staged){.path = target, .temporary = temporary};
            return true;
        }
        remove_quietly(temporary);
    }
    free(temporary);
    free(target);
    return false;
}

/* A second name for the file at PATH. The link is made under a temporary name and renamed, so that
 * an older backup is there until the new one is. */
static bool keep_by_link(const char *path, const char *backup)
{
    char *temporary = beside(backup, ".roadbook-backup.tmp");

    remove_quietly(temporary);
    bool kept = link(path, temporary) == 0 && rename(temporary, backup) == 0;
    /* rename() between two names of one file leaves both. */
    remove_quietly(temporary);
    free(temporary);
    return kept;
}

static bool keep_by_copy(const char *path, const char *backup)
{
    struct text bytes = TEXT_INIT;
    struct staged copy;
    struct stat status;
    bool kept = file_read(path, 0, &bytes) &&
                file_stage(&copy, backup, text_string(&bytes), bytes.length) && file_commit(&copy);

    if (kept && stat(path, &status) == 0)
        chmod(backup, status.st_mode & 0777);
    text_free(&bytes);
    return kept;
}

/* The name in the folder is safe on the disk only when the folder is, too. By now the file stands
 * in its place, so a failure here would be no help to the user. */
static void sync_folder_of(const char *path)
{
    char *folder = beside(path, ".");
    int descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

    if (descriptor >= 0) {
        sync_file(descriptor);
        close(descriptor);
    }
    free(folder);
}

bool file_keep(const struct staged *staged, const char *backup)
{
    return !file_exists(staged->path) || keep_by_link(staged->path, backup) ||
           keep_by_copy(staged->path, backup);
}

bool file_commit(struct staged *staged)
{
    bool good = rename(staged->temporary, staged->path) == 0;

    if (good) {
        sync_folder_of(staged->path);
        free(staged->temporary);
        staged->temporary = NULL;
    }
    file_discard(staged);
    return good;
}

void file_discard(struct staged *staged)
{
    int error = errno;

    if (staged->temporary)
        unlink(staged->temporary);
    free(staged->temporary);
    free(staged->path);
    *staged = (struct staged){0};
    errno = error;
}
