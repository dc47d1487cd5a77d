/* staged: a file without a name, or with a passing one, that becomes the output in one step. */
#include "base/staged.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/litter.h"
#include "base/text.h"

#define LINKS_MOST  40 /* as many symbolic links as Linux itself follows */
#define PROC_ROOM   64
#define NAMES_TRIED 8

/* Where writing to PATH would really write: symbolic links followed to a name that is none, even if
 * nothing stands there. In POOL; NULL with errno set. */
static const char *follow_links(struct pool *pool, const char *path)
{
    const char *at = pool_copy(pool, path, strlen(path));

    for (int links = 0; links <= LINKS_MOST; links++) {
        char target[PATH_MAX];
        ssize_t length = readlink(at, target, sizeof target - 1);
        if (length < 0)
            return errno == EINVAL || errno == ENOENT ? at : NULL; /* no link, or nothing at all */
        target[length] = '\0';
        at = path_beside(pool, at, target);
    }
    errno = ELOOP;
    return NULL;
}

/* What stands at PATH, no link followed; zeroed where nothing does. false with errno set. */
static bool see(const char *path, struct stat *seen)
{
    if (lstat(path, seen) == 0)
        return true;
    *seen = (struct stat){0};
    return errno == ENOENT;
}

static bool is_same(const struct stat *one, const struct stat *other)
{
    return (one->st_nlink > 0) == (other->st_nlink > 0) && one->st_dev == other->st_dev &&
           one->st_ino == other->st_ino && one->st_size == other->st_size &&
           one->st_mtim.tv_sec == other->st_mtim.tv_sec &&
           one->st_mtim.tv_nsec == other->st_mtim.tv_nsec;
}

bool staged_prepare(struct staged *staged, struct pool *pool, const char *path)
{
    *staged = (struct staged){.pool = pool, .path = follow_links(pool, path)};
    if (!staged->path || !see(staged->path, &staged->seen)) {
        int error = errno;
        *staged = (struct staged){0};
        errno = error;
        return false;
    }
    litter_clear(staged->path);
    return true;
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

static bool exists(const struct staged *staged)
{
    return staged->seen.st_nlink > 0;
}

/* Only a regular file is replaced, and only one that could be written to. */
static bool may_replace(const struct staged *staged)
{
    if (!exists(staged))
        return true;
    if (S_ISREG(staged->seen.st_mode))
        return faccessat(AT_FDCWD, staged->path, W_OK, AT_EACCESS) == 0;
    errno = S_ISDIR(staged->seen.st_mode) ? EISDIR : ENOTSUP;
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

static const char *name_in_proc(int descriptor, char *name)
{
    snprintf(name, PROC_ROOM, "/proc/self/fd/%d", descriptor);
    return name;
}

/* A file in PATH's folder that has no name and so leaves nothing behind, whatever ends the program;
 * -1 where the file system knows none, or there would be no way to name it later. */
static int open_nameless(struct pool *pool, const char *path)
{
    char name[PROC_ROOM];
    int descriptor = open(path_beside(pool, path, "."), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);

    if (descriptor >= 0 && access(name_in_proc(descriptor, name), F_OK) != 0) {
        close(descriptor);
        descriptor = -1;
    }
    return descriptor;
}

/* Gives up the file's passing name, which is its last one or one of several. */
static void drop_name(struct staged *staged)
{
    int error = errno;

    if (staged->temporary) {
        unlink(staged->temporary);
        litter_forget(staged->temporary);
    }
    staged->temporary = NULL;
    errno = error;
}

/* Opens the file, under a passing name where it can't be without. */
static bool open_beside(struct staged *staged)
{
    staged->descriptor = open_nameless(staged->pool, staged->path);
    if (staged->descriptor >= 0) {
        staged->open = true;
        litter_hold(staged->descriptor); /* for the moment in which it gets a passing name */
        return true;
    }
    for (int tried = 0; tried < NAMES_TRIED; tried++) {
        staged->temporary = litter_name(staged->pool, staged->path);
        staged->descriptor = open(staged->temporary, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0600);
        staged->open = staged->descriptor >= 0;
        if (staged->open && litter_hold(staged->descriptor))
            return true;
        int error = staged->open ? EAGAIN : errno;
        litter_forget(staged->temporary);
        staged->temporary = NULL;
        if (staged->open)
            close(staged->descriptor);
        staged->open = false;
        errno = error;
        if (error != EEXIST && error != EAGAIN)
            return false;
    }
    return false;
}

/* Removes what was written; what was prepared stays so. */
static void unwrite(struct staged *staged)
{
    int error = errno;

    drop_name(staged);
    if (staged->open)
        close(staged->descriptor);
    staged->open = false;
    errno = error;
}

bool staged_write(struct staged *staged, const void *bytes, size_t length)
{
    bool good = may_replace(staged) && open_beside(staged) &&
                write_within_limit(staged->descriptor, bytes, length) &&
                give_mode(staged->descriptor, exists(staged) ? &staged->seen : NULL) &&
                sync_file(staged->descriptor);

    if (!good)
        unwrite(staged);
    return good;
}

/* A second file of the same bytes and mode, at a name that nothing has. */
static bool keep_by_copy(const struct staged *staged, const char *backup)
{
    struct text bytes = TEXT_INIT;
    struct staged copy = {.pool = staged->pool, .path = backup};
    bool kept = file_read(staged->path, 0, &bytes) &&
                staged_write(&copy, text_string(&bytes), bytes.length) &&
                give_mode(copy.descriptor, &staged->seen) && staged_commit(&copy);

    staged_discard(&copy);
    text_free(&bytes);
    return kept;
}

bool staged_keep(const struct staged *staged, const char *backup)
{
    return !exists(staged) || link(staged->path, backup) == 0 ||
           (errno != EEXIST && errno != ENAMETOOLONG && keep_by_copy(staged, backup));
}

/* The name in the folder is safe on the disk only when the folder is, too. By now the file stands
 * in its place, so a failure here would be no help to the user. */
static void sync_folder_of(const struct staged *staged)
{
    int descriptor =
        open(path_beside(staged->pool, staged->path, "."), O_RDONLY | O_DIRECTORY | O_CLOEXEC);

    if (descriptor >= 0) {
        sync_file(descriptor);
        close(descriptor);
    }
}

/* Gives the file that has no name the name PATH, which nothing may have. */
static bool name_it(const struct staged *staged, const char *path)
{
    char name[PROC_ROOM];

    return linkat(AT_FDCWD, name_in_proc(staged->descriptor, name), AT_FDCWD, path,
                  AT_SYMLINK_FOLLOW) == 0;
}

/* Puts the file where nothing was seen, and where nothing is put over what came since. */
static bool put_anew(struct staged *staged)
{
    if (!staged->temporary)
        return name_it(staged, staged->path);
    if (renameat2(AT_FDCWD, staged->temporary, AT_FDCWD, staged->path, RENAME_NOREPLACE) == 0)
        return true;
    /* Not every file system knows how to. */
    return errno == EINVAL && rename(staged->temporary, staged->path) == 0;
}

static bool put_over(struct staged *staged)
{
    if (!staged->temporary) {
        staged->temporary = litter_name(staged->pool, staged->path);
        if (!name_it(staged, staged->temporary)) {
            litter_forget(staged->temporary);
            staged->temporary = NULL;
            return false;
        }
    }
    return rename(staged->temporary, staged->path) == 0;
}

bool staged_commit(struct staged *staged)
{
    struct stat now;
    bool good = see(staged->path, &now);

    if (good && !is_same(&staged->seen, &now)) {
        errno = ESTALE;
        good = false;
    }
    if (good) {
        good = exists(staged) ? put_over(staged) : put_anew(staged);
        if (!good && errno == EEXIST)
            errno = ESTALE;
    }
    if (good) {
        if (staged->temporary)
            litter_forget(staged->temporary);
        staged->temporary = NULL;
        sync_folder_of(staged);
    }
    staged_discard(staged);
    return good;
}

void staged_discard(struct staged *staged)
{
    unwrite(staged);
    *staged = (struct staged){0};
}
